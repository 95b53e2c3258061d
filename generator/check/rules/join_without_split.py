"""A flow → 等齐 steps that do not wait for at least two ways."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.rule import Rule
from generator.check.subjects import flows
from generator.model.graph import graph_of
from generator.model.registry import Registry
from generator.problem import Problem, error

CODE = "join-without-split"


def find(registry: Registry) -> Iterator[Problem]:
    """Every 等齐 step that fewer than two transitions reach, or in a flow without 并行."""
    for _, flow in flows(registry):
        graph = graph_of(flow)
        splits = any(step.parallel for step in flow.steps)
        for number, step in enumerate(flow.steps):
            if step.joins and (not splits or len(graph.entering(number)) < 2):
                sentence = f"第{number + 1}步“{step.text}”写了“等齐: 是”，前面却没有同时进行的几步"
                hint = "在分开的那一步写“并行: [代号, 代号]”，或者删去“等齐”"
                yield error(CODE, sentence, flow.place("步骤", number, "等齐"), hint)


RULE = Rule(CODE, find)
