"""A flow → ways back that do not say why one goes back."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.check.rule import Rule
from generator.check.subjects import flows
from generator.model.flow import Flow
from generator.model.graph import Transition, TransitionKind, graph_of
from generator.model.registry import Registry
from generator.problem import Problem, warning

CODE = "loop-without-reason"

_REASONS = re.compile(
    r"补(?!助|贴|偿|发)|退回|退还|退补|返回|发回|重新|重做|重审|再次|再议|再审|更正|改正|"
    r"修改|整改|改进|完善|纠正|齐全|齐备|符合形式|符合法定形式|另行|复核|复查|继续|延长|下一"
)


def find(registry: Registry) -> Iterator[Problem]:
    """Every 转, 否 … that leads back from a step that is no 补正/退回 and has no 说明."""
    for _, flow in flows(registry):
        for edge in graph_of(flow).transitions:
            target = edge.target
            if edge.kind is not TransitionKind.RETURN or target is None or _says_why(flow, edge):
                continue
            before, after = flow.steps[edge.source], flow.steps[target]
            way = f"“{edge.field}”" if edge.field else ""
            sentence = (
                f"第{edge.source + 1}步“{before.text}”{way}回到第{target + 1}步“{after.text}”"
            )
            sentence += "，没有说为什么"
            hint = "写“说明: …”；是退回、补正的写“退回: 是”"
            yield warning(CODE, sentence, flow.place("步骤", edge.source, edge.field), hint)


def _says_why(flow: Flow, edge: Transition) -> bool:
    """Whether the step, its note, its label or the step gone back to tells the reason."""
    step = flow.steps[edge.source]
    if step.is_return or step.note.strip():
        return True
    target = flow.steps[edge.target] if edge.target is not None else step
    return bool(_REASONS.search(f"{step.code} {step.text} {edge.label} {target.text}"))


RULE = Rule(CODE, find)
