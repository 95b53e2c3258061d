"""A step → its shape, its texts broken into lines, and how much room it needs. Lengths in px.

Room is counted from the step's axis, the level line through the middle of its box, on which edges
enter and leave at the sides: *up* above it, *down* below it.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from generator.chart.entries import (
    BODY,
    BODY_LINE,
    SMALL,
    SMALL_LINE,
    Entry,
    asides,
    body,
    small,
    tall,
    widest,
)
from generator.chart.questions import TALLEST_DIAMOND, diamond_text, even
from generator.chart.text import width_of, wrap
from generator.model.drawing import Shape, Tone
from generator.model.flow import UNSTATED, Step, StepKind

NUMBER_WIDTH, NUMBER_HEIGHT = 18, 16
RISK_WIDTH, RISK_HEIGHT = 48, 17
BAR = 5
_NARROWEST_DIAMOND = 100
_WHOLE_MARK = 3 * SMALL
_NARROW_SLOT, _WIDE_SLOT = 28, 64
_PADDING = {
    Shape.TERMINAL: 14,
    Shape.PROCESS: 9,
    Shape.WAIT: 19,
    Shape.SUBFLOW: 14,
}
SHAPES = {
    StepKind.START: Shape.TERMINAL,
    StepKind.END: Shape.TERMINAL,
    StepKind.STEP: Shape.PROCESS,
    StepKind.VOTE: Shape.VOTE,
    StepKind.WAIT: Shape.WAIT,
    StepKind.SUBFLOW: Shape.SUBFLOW,
}
_QUESTION, _WIDE, _DIAMOND = StepKind.DECISION, Shape.WIDE_DECISION, Shape.DECISION

Way = tuple[str, bool]
"""A way that leaves by a slot: its label, and whether its target is not stated."""


class Slot(NamedTuple):
    """One way of a switch or a split: its label's lines, and its mark where it leads nowhere."""

    label: tuple[str, ...]
    mark: tuple[str, ...]


class Room(NamedTuple):
    """What a box may use: *width* of its column, *span* of all its columns; what it shows.

    *with_posts*: its posts, and the sign of its risks; *inside* is the height of the risk cards
    that lie in the box.
    """

    width: int
    span: int
    with_posts: bool
    inside: int = 0

    @property
    def comfortable(self) -> bool:
        """Whether a corner beside a diamond takes a line of text or two."""
        return self.width >= 160


room_of: Callable[[tuple[int, int, bool, int]], Room] = partial(tuple.__new__, Room)
"""All fields → room."""


class Measured(NamedTuple):
    """A step ready to be put down: its shape, size and lines.

    *above* and *below* lie in the left corners that a diamond leaves free; *mark* is the small box
    of a way whose target is not stated; *inside* is the height of the risk cards below the texts,
    *tall* that of the texts.
    """

    shape: Shape
    width: int
    height: int
    up: int
    down: int
    lines: tuple[Entry, ...]
    tall: int
    above: tuple[Entry, ...] = ()
    below: tuple[Entry, ...] = ()
    slots: tuple[Slot, ...] = ()
    slots_width: int = 0
    mark: tuple[str, ...] = ()
    inside: int = 0


_Lines = tuple[Entry, ...]
_Words = tuple[str, ...]
_Fields = tuple[
    Shape, int, int, int, int, _Lines, int, _Lines, _Lines, tuple[Slot, ...], int, _Words, int
]
_measured_of: Callable[[_Fields], Measured] = partial(tuple.__new__, Measured)
"""All fields → measures."""


def slant(width: int) -> int:
    """How far the upper corners of a decision drawn wide are cut."""
    return min(12, width // 8)


def has_slots(step: Step) -> bool:
    """Whether the ways of a step each leave by their own slot of the lower side."""
    return bool(step.branches or step.parallel)


def slots_room(step: Step) -> int:
    """The width in which every label of a step's ways has few lines."""
    widest_label = max((width_of(label, SMALL) for label in step.branches), default=0)
    cell = max(_NARROW_SLOT, min(_WIDE_SLOT, widest_label // 3 + 8))
    return cell * (len(step.branches) or len(step.parallel))


def measured(step: Step, room: Room, unstated: tuple[str, ...], ways: tuple[Way, ...]) -> Measured:
    """Step and room → measures. *unstated*: labels of ways without target; *ways*: from left."""
    if has_slots(step):
        return _with_slots(step, room, ways)
    wide_enough = room.span == room.width >= _NARROWEST_DIAMOND and not room.inside
    if step.kind is _QUESTION and wide_enough:
        diamond = _diamond(step, room, unstated)
        if diamond.height <= TALLEST_DIAMOND and _tidy(diamond, room):
            return diamond
    shape = SHAPES.get(step.kind, _WIDE)
    lines = _lines(step, shape, room)
    text = tall(lines)
    height = max(40, even(text + room.inside + 16 + BAR * step.joins))
    mark = _mark_lines(unstated, _mark_width(shape, room)) if unstated else ()
    down = height // 2 + (_mark_height(mark) + 12 if mark else 0)
    half = height // 2
    free: tuple[Entry, ...] = ()
    return _measured_of(
        (shape, room.span, height, half, down, lines, text, free, free, (), 0, mark, room.inside)
    )


def _with_slots(step: Step, room: Room, ways: tuple[Way, ...]) -> Measured:
    """A switch (labelled ways) or a split (ways that run at the same time)."""
    shape = Shape.SWITCH if step.branches else SHAPES.get(step.kind, Shape.PROCESS)
    lines = _lines(step, shape, room)
    cell = room.width // max(1, len(ways))
    alone = sum(lost for _, lost in ways) == 1 and cell >= _WHOLE_MARK * 3 // 4
    mark = wrap(UNSTATED, SMALL, _WHOLE_MARK if alone else max(SMALL, cell - 10))
    slots = tuple(
        Slot(
            wrap(label, SMALL, cell - 4) if label else (),
            mark if lost else (),
        )
        for label, lost in ways
    )
    labelled = max((len(slot.label) for slot in slots), default=0) * SMALL_LINE
    text = tall(lines)
    bars = BAR * (step.joins + bool(step.parallel))
    height = max(40, even(text + room.inside + 16 + bars + (labelled + 8 if labelled else 0)))
    marks = max((_mark_height(slot.mark) + 12 for slot in slots if slot.mark), default=0)
    half = height // 2
    found = Measured(shape, room.span, height, half, half + marks, lines, text, inside=room.inside)
    return found._replace(slots=slots, slots_width=room.width)


def _lines(step: Step, shape: Shape, room: Room) -> tuple[Entry, ...]:
    """What stands inside a box, from top to bottom."""
    inner = room.span - 2 * _PADDING.get(shape, slant(room.span) + 3)
    found = body(step.text, inner)
    if room.with_posts:
        found = small("、".join(step.posts), inner) + found
    if step.quorum:
        found += small(f"到会：{step.quorum}", inner)
    if step.majority:
        found += small(f"通过：{step.majority}", inner)
    return found + asides(step, inner)


def _diamond(step: Step, room: Room, unstated: tuple[str, ...]) -> Measured:
    """A decision as a diamond; post and limit go into the corners on its left."""
    width = room.width
    height, texts = diamond_text(step.text, width)
    corner = width // 2 - 8
    above = small("、".join(step.posts), corner - NUMBER_WIDTH - 3) if room.with_posts else ()
    below = asides(step, corner)
    mark = _mark_lines(unstated, _mark_width(Shape.DECISION, room)) if unstated else ()
    up = max(height // 2, corner_offset(width, height, widest(above, NUMBER_WIDTH + 3)) + 16)
    if above:
        reach = corner_offset(width, height, widest(above, NUMBER_WIDTH + 3))
        up = max(up, reach + tall(above))
    if room.with_posts and step.risks:
        reach = corner_offset(width, height, RISK_WIDTH)
        up = max(up, reach + RISK_HEIGHT + 2)
    down = height // 2
    if below:
        down = max(down, corner_offset(width, height, widest(below, 0)) + tall(below))
    if mark:
        reach = corner_offset(width, height, _mark_width(Shape.DECISION, room))
        down = max(down, reach + 4 + _mark_height(mark))
    lines = tuple([Entry(text, BODY, Tone.MAIN, BODY_LINE) for text in texts])
    text = tall(lines)
    return Measured(_DIAMOND, width, height, up, down, lines, text, above, below, mark=mark)


def _tidy(diamond: Measured, room: Room) -> bool:
    """Whether the corners beside a diamond take its post and limit without much breaking."""
    limits = [entry for entry in diamond.below if not entry.document]
    narrow = widest(diamond.below, 0) <= room.width // 2 - 8
    return narrow and len(diamond.above) < 2 + room.comfortable and len(limits) < 2


def corner_offset(width: int, height: int, reach: int) -> int:
    """How far from its axis a diamond is free for a text that reaches *reach* in from its tip."""
    return min(reach, width // 2) * height // width + 4


def _mark_width(shape: Shape, room: Room) -> int:
    """The width of the mark 未载明: a decision keeps it right of the way that leads down."""
    whole = shape not in (Shape.DECISION, Shape.WIDE_DECISION, Shape.VOTE)
    return room.width - 20 if whole else room.width // 2 - 10


def _mark_lines(unstated: tuple[str, ...], width: int) -> tuple[str, ...]:
    labels = "、".join(label for label in unstated if label)
    words = f"{labels}：{UNSTATED}" if labels else f"去向{UNSTATED}"
    if width_of(words, SMALL) <= width - 8 or not labels:
        return wrap(words, SMALL, width - 8)
    return (*wrap(f"{labels}：", SMALL, width - 8), *wrap(UNSTATED, SMALL, width - 8))


def _mark_height(lines: tuple[str, ...]) -> int:
    return len(lines) * SMALL_LINE + 4 if lines else 0
