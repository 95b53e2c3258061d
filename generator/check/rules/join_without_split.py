"""A flow → 等齐 steps that do not wait for at least two ways."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.rule import Rule
from generator.check.subjects import flows
from generator.model.flow import Flow
from generator.model.graph import Graph, graph_of
from generator.model.registry import Registry
from generator.problem import Problem, error

CODE = "join-without-split"


def find(registry: Registry) -> Iterator[Problem]:
    """Every 等齐 step that fewer than two ways of one 并行 reach."""
    for _, flow in flows(registry):
        joins = [number for number, step in enumerate(flow.steps) if step.joins]
        met = _met(graph_of(flow), flow) if joins else set()
        for number in joins:
            if number not in met:
                sentence = f"第{number + 1}步“{flow.steps[number].text}”写了“等齐: 是”，"
                sentence += "前面却没有同时进行的几步"
                hint = "在分开的那一步写“并行: [代号, 代号]”，或者删去“等齐”"
                yield error(CODE, sentence, flow.place("步骤", number, "等齐"), hint)


def _met(graph: Graph, flow: Flow) -> set[int]:
    """The steps that at least two ways of one 并行 reach, not by way of the split itself."""
    found: set[int] = set()
    for split, step in enumerate(flow.steps):
        if step.parallel:
            ways = {edge.target for edge in graph.leaving(split)}
            reached = [_reached(graph, way, split) for way in ways]
            found |= {n for n in range(graph.size) if sum(n in each for each in reached) > 1}
    return found


def _reached(graph: Graph, first: int | None, without: int) -> set[int]:
    """The steps that a way from *first* reaches without one; all if it is unstated."""
    if first is None:
        return set(range(graph.size))
    reached, waiting = {without}, [first]
    while waiting:
        number = waiting.pop()
        if number not in reached:
            reached.add(number)
            waiting += [e.target for e in graph.leaving(number) if e.target is not None]
    return reached - {without}


RULE = Rule(CODE, find)
