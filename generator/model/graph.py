"""What a flow means: which step follows which, and how long the longest way takes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

from generator.model.flow import UNSTATED, Flow, Step, StepKind


class TransitionKind(StrEnum):
    """How an edge is drawn and counted."""

    FORWARD = "forward"
    RETURN = "return"
    UNSTATED = "unstated"


_FORWARD, _RETURN, _LOST = TransitionKind.FORWARD, TransitionKind.RETURN, TransitionKind.UNSTATED
_END, _DECISION, _VOTE = StepKind.END, StepKind.DECISION, StepKind.VOTE
"""What every step asks for is looked up once: members of an enumeration are slow to come by."""


class Transition(NamedTuple):
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

    @cached_property
    def starts(self) -> tuple[int, ...]:
        """The first step, and every step that nothing leads to."""
        return tuple(n for n in range(self.size) if n == 0 or not self.entering(n))

    @cached_property
    def entered_from_before(self) -> frozenset[int]:
        """The steps that a way leads on to: where these and the starts are all, all are reached."""
        forward = TransitionKind.FORWARD
        return frozenset(e.target for e in self.transitions if e.kind is forward and e.target)

    @cached_property
    def never_on(self) -> tuple[int, ...]:
        """The steps without a way that leads on: where each of them is an end, all ways end."""
        back = TransitionKind.RETURN
        onward = {edge.source for edge in self.transitions if edge.kind is not back}
        return tuple(number for number in range(self.size) if number not in onward)

    @cached_property
    def unstated(self) -> frozenset[int]:
        """The steps with a way whose target the source does not state."""
        return frozenset([edge.source for edge in self.transitions if edge.target is None])

    @cached_property
    def last_first(self) -> tuple[tuple[int, list[int]], ...]:
        """Steps, each after all that follow it, with the targets that do not lead back."""
        return tuple(_last_first(self))

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
        found[step] = (*found[step], edge) if step in found else (edge,)
    return found


def step_targets(flow: Flow) -> dict[str, int]:
    """What a target may say → the step's number: 代号 first, then texts that stand only once."""
    targets = {step.code: number for number, step in enumerate(flow.steps) if step.code}
    times = Counter(step.text for step in flow.steps)
    for number, step in enumerate(flow.steps):
        if times[step.text] == 1:
            targets.setdefault(step.text, number)
    return targets


def graph_of(flow: Flow) -> Graph:
    """A flow → its graph; targets that are no step are kept apart as unknown.

    Posts and limits, which items change in copies of a flow, are not in it.
    """
    return flow.once("graph", _graph_of)


def _after(flow: Flow, number: int) -> int:
    """The step that follows where none is named: several 开始 in a row all go on behind them."""
    after = number + 1
    if flow.steps[number].kind is StepKind.START:
        while after < len(flow.steps) and flow.steps[after].kind is StepKind.START:
            after += 1
    return after


def _graph_of(flow: Flow) -> Graph:
    targets = _Targets(flow)
    size = len(flow.steps)
    transitions: list[Transition] = []
    unknown: list[UnknownTarget] = []
    for number, step in enumerate(flow.steps):
        for way in _ways_on(step):
            _, named, word = way
            target = targets.find(word) if word else _after(flow, number)
            if target is None and word != UNSTATED:
                unknown.append(UnknownTarget(number, named, word))
            elif target is None or target < size:
                transitions.append(_edge(number, target, way))
    return Graph(size, tuple(transitions), tuple(unknown))


@dataclass(slots=True)
class _Targets:
    """What targets of a flow mean; most flows name 代号 only, so texts are looked at last."""

    flow: Flow
    codes: dict[str, int] = field(init=False)
    every: dict[str, int] | None = None

    def __post_init__(self) -> None:
        """Note the 代号."""
        steps = enumerate(self.flow.steps)
        self.codes = {step.code: number for number, step in steps if step.code}

    def find(self, word: str) -> int | None:
        """The step that a target means, None where it is 未载明 or no step."""
        if word == UNSTATED:
            return None
        if word in self.codes:
            return self.codes[word]
        if self.every is None:
            self.every = step_targets(self.flow)
        return self.every.get(word)


_Exit = tuple[str, str, str]
"""A way out of a step as written: its label, its YAML field and the word ("" = next step)."""


def _edge(source: int, target: int | None, way: _Exit) -> Transition:
    label, named, word = way
    written = named if word else ""
    if target is None:
        return Transition(source, None, label, _LOST, written)
    return Transition(source, target, label, _RETURN if target <= source else _FORWARD, written)


def _ways_on(step: Step) -> list[_Exit]:
    """The ways out of a step, in the order written."""
    kind = step.kind
    if kind is _END:
        return []
    if branches := step.branches:
        return [(label, "分支", word) for label, word in branches.items()]
    if parallel := step.parallel:
        return [("", "并行", word) for word in parallel]
    if kind is _DECISION:
        return [("是", "是", step.yes)] + ([("否", "否", step.no)] if step.no else [])
    if kind is _VOTE:
        passed = ("通过", "通过后", step.passed)
        return [passed] + ([("未通过", "未通过", step.failed)] if step.failed else [])
    return [("", "转", step.goto)]


def ways_not_read(step: Step) -> tuple[str, ...]:
    """The fields in which a step names where it goes although its kind does not go that way."""
    written = {
        "是": step.yes,
        "否": step.no,
        "转": step.goto,
        "分支": step.branches,
        "并行": step.parallel,
        "通过后": step.passed,
        "未通过": step.failed,
    }
    read = {named for _, named, _ in _ways_on(step)}
    return tuple(name for name, words in written.items() if words and name not in read)


def _last_first(graph: Graph) -> Iterator[tuple[int, list[int]]]:
    onward: dict[int, list[int]] = {}
    for start in graph.starts:
        if start not in onward:
            yield from _below(graph, start, onward)


def _below(
    graph: Graph, start: int, onward: dict[int, list[int]]
) -> Iterator[tuple[int, list[int]]]:
    """The steps that *start* leads to and *onward* does not hold yet, itself last."""
    waiting = [(start, iter(graph.leaving(start)))]
    passing = {start}
    while waiting:
        number, ways = waiting[-1]
        targets = onward.setdefault(number, [])
        edge = next(ways, None)
        if edge is None:
            waiting.pop()
            passing.discard(number)
            yield number, targets
        elif edge.target is not None and edge.target not in passing:
            targets.append(edge.target)
            if edge.target not in onward:
                passing.add(edge.target)
                waiting.append((edge.target, iter(graph.leaving(edge.target))))
