"""What a flow means: which step follows which, and how long the longest way takes."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from generator.model.flow import UNSTATED, Flow, Step, StepKind


class TransitionKind(Enum):
    """How an edge is drawn and counted."""

    FORWARD = "forward"
    RETURN = "return"
    UNSTATED = "unstated"


@dataclass(frozen=True, slots=True)
class Transition:
    """An edge between step numbers (from 0); *target* is None where the source does not state it.

    *field* is the YAML field that names the target, "" where the next step simply follows.
    """

    source: int
    target: int | None
    label: str
    kind: TransitionKind
    field: str = ""


@dataclass(frozen=True, slots=True)
class UnknownTarget:
    """A target that is no step of the flow: the step's number, the field and the word written."""

    step: int
    field: str
    word: str


@dataclass(frozen=True, slots=True)
class Graph:
    """The transitions of a flow, in the order of their steps, and the targets it does not know."""

    size: int
    transitions: tuple[Transition, ...]
    unknown: tuple[UnknownTarget, ...] = ()

    def leaving(self, step: int) -> tuple[Transition, ...]:
        """The transitions that leave *step*, in the order written."""
        return tuple(edge for edge in self.transitions if edge.source == step)

    def entering(self, step: int) -> tuple[Transition, ...]:
        """The transitions that reach *step*, in the order of their sources."""
        return tuple(edge for edge in self.transitions if edge.target == step)


def step_targets(flow: Flow) -> dict[str, int]:
    """What a target may say → the step's number: 代号 first, then texts that stand only once."""
    targets = {step.code: number for number, step in enumerate(flow.steps) if step.code}
    texts = [step.text for step in flow.steps]
    for number, text in enumerate(texts):
        if texts.count(text) == 1:
            targets.setdefault(text, number)
    return targets


def graph_of(flow: Flow) -> Graph:
    """A flow → its graph; targets that are no step are kept apart as unknown."""
    targets = step_targets(flow)
    transitions: list[Transition] = []
    unknown: list[UnknownTarget] = []
    last = len(flow.steps) - 1
    for number, step in enumerate(flow.steps):
        for label, field, word in _ways_on(step):
            if not word:
                if number < last:
                    transitions.append(_edge(number, number + 1, label, ""))
            elif word == UNSTATED:
                transitions.append(Transition(number, None, label, TransitionKind.UNSTATED, field))
            elif word in targets:
                transitions.append(_edge(number, targets[word], label, field))
            else:
                unknown.append(UnknownTarget(number, field, word))
    return Graph(len(flow.steps), tuple(transitions), tuple(unknown))


def _edge(source: int, target: int, label: str, field: str) -> Transition:
    kind = TransitionKind.RETURN if target <= source else TransitionKind.FORWARD
    return Transition(source, target, label, kind, field)


def _ways_on(step: Step) -> list[tuple[str, str, str]]:
    """The ways out of a step: label, YAML field and the word that names the target ("" = next)."""
    if step.kind is StepKind.END:
        return []
    if step.branches:
        return [(label, "分支", word) for label, word in step.branches.items()]
    if step.parallel:
        return [("", "并行", word) for word in step.parallel]
    if step.kind is StepKind.DECISION:
        return [("是", "是", step.yes)] + ([("否", "否", step.no)] if step.no else [])
    if step.kind is StepKind.VOTE:
        passed = ("通过", "通过后", step.passed)
        return [passed] + ([("未通过", "未通过", step.failed)] if step.failed else [])
    return [("", "转", step.goto)]


def longest_path(graph: Graph, weights: tuple[int, ...]) -> tuple[int, tuple[int, ...]]:
    """A graph and a weight per step → the greatest sum along one way, and that way.

    Returns are left out, so a loop is walked once. Branches that run at the same time are ways like
    any other: the longest of them counts. Forward edges lead from lower to higher numbers.
    """
    best: list[tuple[int, tuple[int, ...]]] = [(weight, (n,)) for n, weight in enumerate(weights)]
    for number in range(graph.size - 1, -1, -1):
        onward = [
            best[edge.target]
            for edge in graph.leaving(number)
            if edge.target is not None and edge.kind is TransitionKind.FORWARD
        ]
        if onward:
            length, way = max(onward, key=lambda found: (found[0], -len(found[1])))
            best[number] = (weights[number] + length, (number, *way))
    return best[0] if best else (0, ())
