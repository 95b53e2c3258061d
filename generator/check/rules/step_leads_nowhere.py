"""A flow → steps after which nothing follows although they are no 结束."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.rule import Rule
from generator.check.subjects import flows
from generator.model.flow import StepKind
from generator.model.graph import graph_of
from generator.model.registry import Registry
from generator.problem import Problem, error

CODE = "step-leads-nowhere"


def find(registry: Registry) -> Iterator[Problem]:
    """Every step, 结束 apart, that no transition leaves; unknown targets are another problem."""
    for _, flow in flows(registry):
        graph = graph_of(flow)
        lost = {unknown.step for unknown in graph.unknown}
        for number, step in enumerate(flow.steps):
            if step.kind is StepKind.END or number in lost or graph.leaving(number):
                continue
            sentence = f"第{number + 1}步“{step.text}”之后没有下一步，流程却没有结束"
            hint = "在后面加一步“结束: …”，或用“转”写明去哪一步"
            yield error(CODE, sentence, flow.place("步骤", number), hint)


RULE = Rule(CODE, find)
