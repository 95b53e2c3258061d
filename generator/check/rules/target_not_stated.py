"""A flow → branches marked 未载明."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.rule import Rule
from generator.check.subjects import flows
from generator.model.graph import TransitionKind, graph_of
from generator.model.registry import Registry
from generator.problem import Problem, warning

CODE = "target-not-stated"


def find(registry: Registry) -> Iterator[Problem]:
    """Every branch whose target the source does not state."""
    for _, flow in flows(registry):
        for edge in graph_of(flow).transitions:
            if edge.kind is TransitionKind.UNSTATED:
                step = flow.steps[edge.source]
                sentence = (
                    f"第{edge.source + 1}步“{step.text}”的“{edge.label or edge.field}”未载明去向"
                )
                place = flow.place("步骤", edge.source, edge.field)
                yield warning(CODE, sentence, place, "向起草单位问清去向后补写")


RULE = Rule(CODE, find)
