"""A flow → what every view says of its steps, before it is broken into lines: made once for all."""

from __future__ import annotations

from dataclasses import dataclass

from generator.chart.steps import spoken
from generator.model.drawing import Shape
from generator.model.flow import Counting, Flow, Step, StepKind
from generator.model.step_key import step_keys

SHAPES = {
    StepKind.START: Shape.TERMINAL,
    StepKind.END: Shape.TERMINAL,
    StepKind.STEP: Shape.PROCESS,
    StepKind.VOTE: Shape.VOTE,
    StepKind.WAIT: Shape.WAIT,
    StepKind.SUBFLOW: Shape.SUBFLOW,
}
_QUESTION, _VOTE, _WAIT = StepKind.DECISION, StepKind.VOTE, StepKind.WAIT
_NOT_COUNTED = Counting.NOT_COUNTED
_WIDE, _SWITCH, _PROCESS = Shape.WIDE_DECISION, Shape.SWITCH, Shape.PROCESS


@dataclass(slots=True)
class Brief:
    """What is said of a step; not frozen, which would make it three times as dear to make.

    *name* says the step in words, *key* is its lasting name. *shape* is that of its box where it is
    no diamond, *asks* that it may be one, *decides* that it is a question or a vote. *votes* and
    *asides* stand in small letters below the text; each of *papers* is what a document sign may
    say, the most first. *slots*: each of its ways leaves by its own slot; *joins*, *splits*: ways
    that run at the same time end and begin here; *risks* are the levels of its risk points.
    """

    number: int
    name: str
    key: str
    shape: Shape
    asks: bool
    decides: bool
    text: str
    posts: str
    votes: tuple[str, ...]
    asides: tuple[str, ...]
    papers: tuple[tuple[str, ...], ...]
    slots: bool
    joins: bool
    splits: bool
    risks: tuple[str, ...]


def briefs_of(flow: Flow) -> list[Brief]:
    """A flow → a brief of each step."""
    keys = step_keys(flow)
    return [_brief(step, number, keys[number - 1]) for number, step in enumerate(flow.steps, 1)]


def has_slots(step: Step) -> bool:
    """Whether the ways of a step each leave by their own slot of the lower side."""
    return bool(step.branches or step.parallel)


def with_slots(flow: Flow) -> tuple[int, ...]:
    """The steps of a flow whose ways leave by slots, by their numbers from 0."""
    return flow.once("slots", _with_slots)


def _with_slots(flow: Flow) -> tuple[int, ...]:
    return tuple([number for number, step in enumerate(flow.steps) if has_slots(step)])


def _brief(step: Step, number: int, key: str) -> Brief:
    kind, branches, parallel, risks = step.kind, step.branches, step.parallel, step.risks
    slots = bool(branches or parallel)
    if slots:
        shape = _SWITCH if branches else SHAPES.get(kind, _PROCESS)
    else:
        shape = SHAPES.get(kind, _WIDE)
    votes = (("到会", step.quorum), ("通过", step.majority))
    return Brief(
        number,
        spoken(step, number),
        key,
        shape,
        kind is _QUESTION,
        kind is _QUESTION or kind is _VOTE,
        step.text,
        "、".join(step.posts),
        tuple([f"{name}：{words}" for name, words in votes if words]),
        _asides(step),
        _papers(step),
        slots,
        step.joins,
        bool(parallel),
        tuple([risk.level for risk in risks]) if risks else (),
    )


def _asides(step: Step) -> tuple[str, ...]:
    """What stands in small letters below the text: where a case comes from, limit …"""
    found: list[str] = []
    if step.origins:
        found.append(f"来源：{'、'.join(step.origins)}")
    if step.limit is not None:
        found.append(f"时限：{step.limit.text}")
    if step.kind is _WAIT or step.counting is _NOT_COUNTED:
        found.append("（不计入时限）")
    if step.discretion:
        found.append("有裁量")
    if step.handoff:
        found.append("转由其他单位办理" if "/" in step.handoff else "转到另一事项办理")
    return tuple(found)


def _papers(step: Step) -> tuple[tuple[str, ...], ...]:
    """Document signs: what is handed in or out, by name if it is one and short, else how many."""
    taken, served = step.documents, step.served_documents
    if not taken and not served:
        return ()
    told = (("交", "材料", taken), ("发", "文书", served))
    return tuple([_paper(verb, word, names) for verb, word, names in told if names])


def _paper(verb: str, word: str, names: tuple[str, ...]) -> tuple[str, ...]:
    count = f"{word}{len(names)}份"
    named = (f"{verb}：{names[0]}",) if len(names) == 1 else ()
    return (*named, verb + count, count)
