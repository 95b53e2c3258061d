"""A flow → refusals from which the way leads straight on to issuing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.check.rule import Rule
from generator.check.subjects import flows
from generator.model.flow import Flow, Outcome, Step, StepKind
from generator.model.graph import Graph, TransitionKind, graph_of
from generator.model.registry import Registry
from generator.problem import OtherPlace, Problem, Severity

CODE = "refusal-ends-in-issuing"

_REFUSES = re.compile(
    r"不予(?:许可|行政许可|批准|确认|登记|办理|核准|发放|给付|奖励|通过|认定)|不准予|不批准|不发证"
)
_GRANTS = re.compile(r"准予或者?不|是否|准予.*不予|不予.*准予")
_ISSUES = re.compile(r"(?:颁发|发给|发放|核发|制作|制发|领取).{0,8}(?:证|照|牌|批文)(?!明)|^准予")


def find(registry: Registry) -> Iterator[Problem]:
    """Every step that refuses and after which, without a further decision, something is issued."""
    for _, flow in flows(registry):
        graph = graph_of(flow)
        for number, step in enumerate(flow.steps):
            issuing = _issued_after(flow, graph, number) if _refuses(step) else None
            if issuing is None:
                continue
            after = flow.steps[issuing]
            sentence = f"第{number + 1}步“{step.text}”接着走到了第{issuing + 1}步“{after.text}”"
            hint = f"在第{number + 1}步写“转: …”，去“结束: 送达不予许可决定”这样的一步"
            other = OtherPlace(flow.place("步骤", issuing), "这一步是准予以后才做的")
            place = flow.place("步骤", number)
            yield Problem(CODE, Severity.WARNING, sentence, place, hint, (other,))


def _refuses(step: Step) -> bool:
    """Whether a step is a refusal itself, not the question or the draft of both answers."""
    asks = step.kind in (StepKind.DECISION, StepKind.VOTE)
    return not asks and bool(_REFUSES.search(step.text)) and not _GRANTS.search(step.text)


def _issued_after(flow: Flow, graph: Graph, number: int) -> int | None:
    """The first step behind *number* that issues, as long as there is only one way on."""
    while len(ways := graph.leaving(number)) == 1 and ways[0].kind is TransitionKind.FORWARD:
        target = ways[0].target
        if target is None:
            return None
        step = flow.steps[target]
        if step.outcome is Outcome.GRANTED or (_ISSUES.search(step.text) and not _refuses(step)):
            return target
        number = target
    return None


RULE = Rule(CODE, find)
