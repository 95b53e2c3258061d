"""What a flow means: which step follows which, and how long the longest way takes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cached_property

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


@dataclass(frozen=True)
class Graph:
    """The transitions of a flow, in the order of their steps, and the targets it does not know."""

    size: int
    transitions: tuple[Transition, ...]
    unknown: tuple[UnknownTarget, ...] = ()

    def leaving(self, step: int) -> tuple[Transition, ...]:
        """The transitions that leave *step*, in the order written."""
        return self._leaving.get(step, ())

    def entering(self, step: int) -> tuple[Transition, ...]:
        """The transitions that reach *step*, in the order of their sources."""
        return self._entering.get(step, ())

    @cached_property
    def _leaving(self) -> Mapping[int, tuple[Transition, ...]]:
        return _by((edge.source, edge) for edge in self.transitions)

    @cached_property
    def _entering(self) -> Mapping[int, tuple[Transition, ...]]:
        reached = ((edge.target, edge) for edge in self.transitions)
        return _by((target, edge) for target, edge in reached if target is not None)


def _by(pairs: Iterable[tuple[int, Transition]]) -> Mapping[int, tuple[Transition, ...]]:
    """Pairs of a step and a transition → the transitions of each step, in the order given."""
    found: dict[int, tuple[Transition, ...]] = {}
    for step, edge in pairs:
        found[step] = (*found.get(step, ()), edge)
    return found


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
    for number, step in enumerate(flow.steps):
        for way in (_transition(number, exit_, targets) for exit_ in _ways_on(step)):
            if isinstance(way, UnknownTarget):
                unknown.append(way)
            elif way.target is None or way.target < len(flow.steps):
                transitions.append(way)
    return Graph(len(flow.steps), tuple(transitions), tuple(unknown))


@dataclass(frozen=True, slots=True)
class _Exit:
    """A way out of a step as written: its label, its YAML field and the word ("" = next step)."""

    label: str
    field: str
    word: str


def _transition(number: int, way: _Exit, targets: dict[str, int]) -> Transition | UnknownTarget:
    if not way.word:
        return _edge(number, number + 1, _Exit(way.label, "", ""))
    if way.word == UNSTATED:
        return Transition(number, None, way.label, TransitionKind.UNSTATED, way.field)
    if way.word in targets:
        return _edge(number, targets[way.word], way)
    return UnknownTarget(number, way.field, way.word)


def _edge(source: int, target: int, way: _Exit) -> Transition:
    kind = TransitionKind.RETURN if target <= source else TransitionKind.FORWARD
    return Transition(source, target, way.label, kind, way.field)


def _ways_on(step: Step) -> list[_Exit]:
    """The ways out of a step, in the order written."""
    if step.kind is StepKind.END:
        return []
    if step.branches:
        return [_Exit(label, "分支", word) for label, word in step.branches.items()]
    if step.parallel:
        return [_Exit("", "并行", word) for word in step.parallel]
    if step.kind is StepKind.DECISION:
        return [_Exit("是", "是", step.yes)] + ([_Exit("否", "否", step.no)] if step.no else [])
    if step.kind is StepKind.VOTE:
        passed = _Exit("通过", "通过后", step.passed)
        return [passed] + ([_Exit("未通过", "未通过", step.failed)] if step.failed else [])
    return [_Exit("", "转", step.goto)]


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
