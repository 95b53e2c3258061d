"""A flow → more than one 开始."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.rule import Rule
from generator.check.subjects import flows
from generator.model.flow import StepKind
from generator.model.registry import Registry
from generator.problem import Problem, warning

CODE = "several-starts"


def find(registry: Registry) -> Iterator[Problem]:
    """The second and later 开始 of a flow; real, but worth a second look."""
    for _, flow in flows(registry):
        starts = [n for n, step in enumerate(flow.steps) if step.kind is StepKind.START]
        for number in starts[1:]:
            sentence = f"流程“{flow.name}”有{len(starts)}个开始，第{number + 1}步是其中之一"
            hint = "确有几个入口就保留；只是来源不同的，合成一个开始并写“来源: [举报, 巡查]”"
            yield warning(CODE, sentence, flow.place("步骤", number), hint)


RULE = Rule(CODE, find)
