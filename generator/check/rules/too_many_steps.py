"""A flow → whether it has more steps than one page and one head can hold."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.rule import Rule
from generator.check.subjects import flows
from generator.model.registry import Registry
from generator.problem import Problem, advice

CODE = "too-many-steps"

_MOST = 25
"""Steps that a printed chart still shows on one page."""


def find(registry: Registry) -> Iterator[Problem]:
    """Every flow with more than 25 steps."""
    for _, flow in flows(registry):
        if len(flow.steps) > _MOST:
            sentence = f"流程“{flow.name}”有{len(flow.steps)}步，多于{_MOST}步"
            hint = "把能单独看的一段另写成一个流程，这里写“- 流程: 名称”和“用: 编号”"
            yield advice(CODE, sentence, flow.place("步骤", _MOST), hint)


RULE = Rule(CODE, find)
