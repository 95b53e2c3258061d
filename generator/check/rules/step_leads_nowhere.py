"""A flow → steps after which nothing follows although they are no 结束."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.rule import Rule
from generator.check.subjects import flows
from generator.model.flow import Flow, StepKind
from generator.model.graph import Graph, graph_of
from generator.model.registry import Registry
from generator.problem import Problem, error

CODE = "step-leads-nowhere"


def find(registry: Registry) -> Iterator[Problem]:
    """Every step, 结束 apart, that no transition leaves, and every circle without a way out.

    Silent about what unknown targets cause.
    """
    for _, flow in flows(registry):
        graph = graph_of(flow)
        lost = {unknown.step for unknown in graph.unknown}
        stuck = _stuck(flow, graph) if not lost else []
        for number in graph.never_on:
            step = flow.steps[number]
            if step.kind is StepKind.END or number in lost or graph.leaving(number):
                continue
            sentence = f"第{number + 1}步“{step.text}”之后没有下一步，流程却没有结束"
            hint = "在后面加一步“结束: …”，或用“转”写明去哪一步"
            yield error(CODE, sentence, flow.place("步骤", number), hint)
        for number in stuck[:1]:
            sentence = f"从第{number + 1}步“{flow.steps[number].text}”起一直在绕圈，走不到结束"
            hint = "给其中一步写一条通到“结束”的路"
            yield error(CODE, sentence, flow.place("步骤", number), hint)


def _stuck(flow: Flow, graph: Graph) -> list[int]:
    """The steps from which every way goes round for ever, in the order written."""
    ways = [graph.leaving(number) for number in graph.never_on]
    if not any(ways):
        return []
    ending = {
        number
        for number, step in enumerate(flow.steps)
        if step.kind is StepKind.END or not graph.leaving(number)
    }
    ending |= {edge.source for edge in graph.transitions if edge.target is None}
    waiting = list(ending)
    while waiting:
        before = {edge.source for edge in graph.entering(waiting.pop())} - ending
        ending |= before
        waiting += before
    return [number for number in range(graph.size) if number not in ending]


RULE = Rule(CODE, find)
