"""A flow → what BPMN has for it: each step is one symbol or a few, one above the other.

What a step says in one box BPMN says in parts: ways that come together, what is done, ways that
part. A start that cases come back to is an event and a task, since nothing may lead to an event.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from generator.model.flow import UNSTATED, Flow, Outcome, Step, StepKind
from generator.model.graph import Graph, Transition

EXCLUSIVE, PARALLEL = "exclusiveGateway", "parallelGateway"
GATEWAYS = (EXCLUSIVE, PARALLEL)
EVENTS = ("startEvent", "endEvent")
_TAGS = {
    StepKind.START: "startEvent",
    StepKind.STEP: "userTask",
    StepKind.DECISION: EXCLUSIVE,
    StepKind.VOTE: "userTask",
    StepKind.WAIT: "receiveTask",
    StepKind.SUBFLOW: "callActivity",
    StepKind.END: "endEvent",
}


@dataclass(frozen=True, slots=True)
class Symbol:
    """A flow node of BPMN: its id, its element and what is written on it or beside it."""

    id: str
    tag: str
    name: str
    terminates: bool = False

    @property
    def is_gateway(self) -> bool:
        """Whether it is a diamond."""
        return self.tag in GATEWAYS

    @property
    def is_event(self) -> bool:
        """Whether it is a circle."""
        return self.tag in EVENTS


@dataclass(frozen=True, slots=True)
class Stack:
    """The symbols of a step (*number* from 1), from above: ways enter the first, leave the last.

    *main* is the one that stands for the step; *start* an event that leads into the first.
    """

    number: int
    symbols: tuple[Symbol, ...]
    main: Symbol
    start: Symbol | None = None

    @property
    def entry(self) -> Symbol:
        """Where ways come in."""
        return self.symbols[0]

    @property
    def exit(self) -> Symbol:
        """Where ways go out."""
        return self.symbols[-1]

    def all(self) -> tuple[Symbol, ...]:
        """Every symbol in the order a case meets them."""
        return (*((self.start,) if self.start else ()), *self.symbols)


@dataclass(frozen=True, slots=True)
class Way:
    """A sequence flow between symbols; *edge* is the transition it stands for, if any."""

    id: str
    source: str
    target: str
    edge: Transition | None = None

    @property
    def label(self) -> str:
        """The word on it."""
        return self.edge.label if self.edge else ""


@dataclass(frozen=True, slots=True)
class Remark:
    """A text beside the symbols; where *source* is given a dotted line leads to it from there."""

    id: str
    text: str
    source: str = ""


def stacks_of(flow: Flow, graph: Graph) -> tuple[Stack, ...]:
    """The symbols of every step."""
    return tuple(_stack(graph, number, step) for number, step in enumerate(flow.steps))


def _stack(graph: Graph, number: int, step: Step) -> Stack:
    identity, ways = f"step_{number + 1}", graph.leaving(number)
    returned_to = step.kind is StepKind.START and bool(graph.entering(number))
    tag = "userTask" if returned_to else _TAGS[step.kind]
    if step.kind is StepKind.DECISION and step.parallel and not step.branches:
        tag = "userTask"
    main = Symbol(identity, tag, step.text, step.outcome is Outcome.STOPPED and tag == "endEvent")
    symbols = [main]
    if step.joins:
        symbols.insert(0, Symbol(f"{identity}_join", PARALLEL, ""))
    if len(ways) > 1 and tag != EXCLUSIVE:
        at_once = step.parallel and not step.branches
        asked = "通过？" if step.kind is StepKind.VOTE else ""
        symbols.append(Symbol(f"{identity}_split", PARALLEL if at_once else EXCLUSIVE, asked))
    start = Symbol(f"{identity}_start", "startEvent", "") if returned_to else None
    return Stack(number + 1, tuple(symbols), main, start)


def ways_of(graph: Graph, stacks: tuple[Stack, ...]) -> tuple[Way, ...]:
    """The sequence flows: those inside the steps first, then one for each stated transition."""
    inner = [
        Way(f"{before.id}_to_{after.id}", before.id, after.id)
        for stack in stacks
        for before, after in pairwise(stack.all())
    ]
    return (*inner, *_between(graph, stacks))


def _between(graph: Graph, stacks: tuple[Stack, ...]) -> Iterator[Way]:
    for number, stack in enumerate(stacks):
        for place, edge in enumerate(graph.leaving(number), start=1):
            if edge.target is not None:
                target = stacks[edge.target].entry.id
                yield Way(f"way_{number + 1}_{place}", stack.exit.id, target, edge)


def unstated_of(graph: Graph, stack: Stack, marks: int) -> tuple[Remark, ...]:
    """The ways of a step whose target is not stated, as so many *marks* as its drawing has."""
    labels = [edge.label for edge in graph.leaving(stack.number - 1) if edge.target is None]
    if marks < len(labels):
        labels = ["、".join(label for label in labels if label)]
    return tuple(
        Remark(
            f"unstated_{stack.number}_{place}",
            f"{label}：{UNSTATED}" if label else f"去向{UNSTATED}",
            stack.exit.id,
        )
        for place, label in enumerate(labels, start=1)
    )
