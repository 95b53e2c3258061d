"""A flow → steps that no way from a 开始 reaches."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.rule import Rule
from generator.check.subjects import flows
from generator.model.flow import StepKind
from generator.model.graph import Graph, graph_of
from generator.model.registry import Registry
from generator.problem import Problem, error

CODE = "step-unreachable"


def find(registry: Registry) -> Iterator[Problem]:
    """Every step that cannot be reached, of several that follow each other the first.

    Silent where targets are unknown: that is the cause.
    """
    for _, flow in flows(registry):
        graph = graph_of(flow)
        if graph.unknown:
            continue
        starts = [n for n, step in enumerate(flow.steps) if step.kind is StepKind.START]
        if len(graph.entered_from_before.union((0, *starts))) == graph.size:
            continue
        reached = _reached(graph, [0, *starts])
        for number, step in enumerate(flow.steps):
            if number not in reached:
                reached |= _reached(graph, [number])
                sentence = f"第{number + 1}步“{step.text}”从开始走不到"
                hint = "让前面某一步通到它（写“转”或判断的去向），或者删去这一步"
                yield error(CODE, sentence, flow.place("步骤", number), hint)


def _reached(graph: Graph, waiting: list[int]) -> set[int]:
    """Step numbers that some way from one of these steps reaches."""
    reached: set[int] = set()
    while waiting:
        number = waiting.pop()
        if number not in reached:
            reached.add(number)
            waiting += [e.target for e in graph.leaving(number) if e.target is not None]
    return reached


RULE = Rule(CODE, find)
