"""A flow → exception branches that the step before runs into."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.check.rule import Rule
from generator.check.subjects import flows
from generator.model.flow import Flow, Outcome
from generator.model.graph import TransitionKind, graph_of
from generator.model.registry import Registry
from generator.problem import Problem, error

CODE = "falls-into-branch"

_EXCEPTIONS = re.compile(
    r"不予|不符|不同意|不通过|不合格|补正|退回|终止|终结|驳回|不成立|撤销案件|不再"
)


def find(registry: Registry) -> Iterator[Problem]:
    """Every step that only a jump should reach and that the step before falls through into."""
    for _, flow in flows(registry):
        jumped_to = {
            edge.target
            for edge in graph_of(flow).transitions
            if edge.field in ("否", "未通过", "分支") and edge.target is not None
        }
        at_once = {
            edge.target
            for edge in graph_of(flow).transitions
            if edge.field == "并行" and edge.target is not None
        }
        for edge in graph_of(flow).transitions:
            target = edge.target
            if edge.field or edge.label or target is None:
                continue
            if target in at_once and not flow.steps[target].joins:
                yield _into_a_sister(flow, edge.source, target)
            elif target in jumped_to and _is_exception(flow, target):
                before, after = flow.steps[edge.source], flow.steps[target]
                sentence = f"第{edge.source + 1}步“{before.text}”做完会走进例外情形“{after.text}”"
                hint = f"在第{edge.source + 1}步写“转: …”，说明正常情形接着去哪一步"
                yield error(CODE, sentence, flow.place("步骤", edge.source), hint)


def _into_a_sister(flow: Flow, source: int, target: int) -> Problem:
    """One of the ways that run at the same time runs on into another."""
    before, after = flow.steps[source], flow.steps[target]
    sentence = f"第{source + 1}步“{before.text}”做完会走进同时进行的另一步“{after.text}”"
    hint = f"在第{source + 1}步写“转: …”，说明做完去哪一步等齐"
    return error(CODE, sentence, flow.place("步骤", source), hint)


def _is_exception(flow: Flow, number: int) -> bool:
    """Whether a step is the exception: it says so, ends in refusal, or leads back."""
    step = flow.steps[number]
    if step.outcome in (Outcome.REFUSED, Outcome.STOPPED) or _EXCEPTIONS.search(step.text):
        return True
    ways = graph_of(flow).leaving(number)
    return bool(ways) and all(edge.kind is TransitionKind.RETURN for edge in ways)


RULE = Rule(CODE, find)
