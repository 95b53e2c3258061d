"""Flows of items in force → papers given out at their end that no item has as 结果."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.papers import alike, is_on_the_way, is_paper, result_names
from generator.check.rule import Rule
from generator.check.subjects import subjects
from generator.model.flow import Flow, Outcome, StepKind
from generator.model.graph import graph_of
from generator.model.registry import Ref, Registry
from generator.problem import Problem, advice

CODE = "paper-is-no-result"

_DECIDED = (Outcome.GRANTED, Outcome.REFUSED, Outcome.DONE)
"""How a case ends that was decided; one that is passed on or dropped has its result elsewhere."""


def find(registry: Registry) -> Iterator[Problem]:
    """Every 送达文书 with which a flow ends and that is a 结果 of none of the items that follow it.

    It is enough that one item has it, also under the name that this item gives it (文书). Nothing
    where no item that follows the flow says what its results are.
    """
    followers = _followers(registry)
    for ref, (results, flows) in followers.items():
        flow = registry.flows[ref]
        for number, row in _last_papers(flow) if results else ():
            names = {used.steps[number].served_documents[row] for used in flows}
            if not any(alike(name, result) for name in names for result in results):
                paper = flow.steps[number].served_documents[row]
                sentence = f"流程“{flow.name}”最后发“{paper}”，用它的事项都没有写进“结果”"
                hint = f"在事项的“结果”里补写“{paper}”；就是已有的结果的，两处写成一个名字"
                place = flow.place("步骤", number, "送达文书", row)
                yield advice(CODE, sentence, place, hint)


def _followers(registry: Registry) -> dict[Ref, tuple[set[str], list[Flow]]]:
    """Flow files → the results of all items that follow them, and the flows as these use them."""
    found: dict[Ref, tuple[set[str], list[Flow]]] = {}
    for subject in subjects(registry):
        for used in subject.holding.flows:
            results, flows = found.setdefault(used.ref, (set(), []))
            results.update(result_names(subject.holding.item))
            flows.append(used.flow)
    return found


def _last_papers(flow: Flow) -> Iterator[tuple[int, int]]:
    """The papers of steps that end a decided case or lead to nothing but such an end.

    Step and row of each; what people get on the way (受理, 补正) is left alone.
    """
    ends = {
        number
        for number, step in enumerate(flow.steps)
        if step.kind is StepKind.END and step.outcome in _DECIDED
    }
    graph = graph_of(flow)
    for number, step in enumerate(flow.steps):
        onward = {edge.target for edge in graph.leaving(number)}
        last = number in ends or (len(onward) == 1 and onward <= ends)
        for row, paper in enumerate(step.served_documents if last else ()):
            if is_paper(paper) and not is_on_the_way(paper):
                yield number, row


RULE = Rule(CODE, find)
