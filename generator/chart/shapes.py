"""A step → its shape, its texts broken into lines, and how much room it needs. Lengths in px.

Room is counted from the step's axis, the level line through the middle of its box, on which edges
enter and leave at the sides: *up* above it, *down* below it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from generator.chart.brief import Brief
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
from generator.model.flow import UNSTATED, Step

NUMBER_WIDTH, NUMBER_HEIGHT = 18, 16
RISK_WIDTH, RISK_HEIGHT = 48, 17
BAR = 5
_NARROWEST_DIAMOND, _COMFORTABLE = 100, 160
_WHOLE_MARK = 3 * SMALL
_NARROW_SLOT, _WIDE_SLOT = 28, 64
_PADDING = {
    Shape.TERMINAL: 14,
    Shape.PROCESS: 9,
    Shape.WAIT: 19,
    Shape.SUBFLOW: 14,
}
_DIAMOND, _MAIN = Shape.DECISION, Tone.MAIN

Way = tuple[str, bool]
"""A way that leaves by a slot: its label, and whether its target is not stated."""


class Slot(NamedTuple):
    """One way of a switch or a split: its label's lines, and its mark where it leads nowhere."""

    label: tuple[str, ...]
    mark: tuple[str, ...]


Room = tuple[int, int, bool, int]
"""What a box may use: the width of its column, that of all its columns; whether it shows its posts
and the sign of its risks; the height of the risk cards that lie in it."""


@dataclass(slots=True)
class Measured:
    """A step ready to be put down: its shape, size and lines.

    *above* and *below* lie in the left corners that a diamond leaves free; *mark* is the small box
    of a way whose target is not stated; *inside* is the height of the risk cards below the texts,
    *tall* that of the texts. Like a brief it is not frozen.
    """

    shape: Shape
    width: int
    height: int
    up: int
    down: int
    lines: tuple[Entry, ...]
    tall: int
    inside: int = 0
    mark: tuple[str, ...] = ()
    above: tuple[Entry, ...] = ()
    below: tuple[Entry, ...] = ()
    slots: tuple[Slot, ...] = ()
    slots_width: int = 0


def slant(width: int) -> int:
    """How far the upper corners of a decision drawn wide are cut."""
    return min(12, width // 8)


def slots_room(step: Step) -> int:
    """The width in which every label of a step's ways has few lines."""
    widest_label = max((width_of(label, SMALL) for label in step.branches), default=0)
    cell = max(_NARROW_SLOT, min(_WIDE_SLOT, widest_label // 3 + 8))
    return cell * (len(step.branches) or len(step.parallel))


def measured(
    brief: Brief, room: Room, unstated: tuple[str, ...], ways: tuple[Way, ...]
) -> Measured:
    """Brief and room → measures. *unstated*: labels of ways without target; *ways*: from left."""
    if brief.slots:
        return _with_slots(brief, room, ways)
    width, span, _, inside = room
    if brief.asks and span == width >= _NARROWEST_DIAMOND and not inside:
        diamond = _diamond(brief, room, unstated)
        if diamond.height <= TALLEST_DIAMOND and _tidy(diamond, width):
            return diamond
    lines = _lines(brief, room)
    text = tall(lines)
    height = max(40, even(text + inside + 16 + BAR * brief.joins))
    half = height // 2
    if not unstated:
        return Measured(brief.shape, span, height, half, half, lines, text, inside)
    mark = _mark_lines(unstated, _mark_width(brief.shape, width))
    down = half + _mark_height(mark) + 12
    return Measured(brief.shape, span, height, half, down, lines, text, inside, mark)


def _with_slots(brief: Brief, room: Room, ways: tuple[Way, ...]) -> Measured:
    """A switch (labelled ways) or a split (ways that run at the same time)."""
    width, span, _, inside = room
    lines = _lines(brief, room)
    cell = width // max(1, len(ways))
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
    bars = BAR * (brief.joins + brief.splits)
    height = max(40, even(text + inside + 16 + bars + (labelled + 8 if labelled else 0)))
    marks = max((_mark_height(slot.mark) + 12 for slot in slots if slot.mark), default=0)
    half = height // 2
    size = (span, height, half, half + marks)
    return Measured(brief.shape, *size, lines, text, inside, slots=slots, slots_width=width)


def _lines(brief: Brief, room: Room) -> tuple[Entry, ...]:
    """What stands inside a box, from top to bottom."""
    _, span, with_posts, _ = room
    padding = _PADDING.get(brief.shape)
    inner = span - 2 * (slant(span) + 3 if padding is None else padding)
    found = body(brief.text, inner)
    if with_posts:
        found = small(brief.posts, inner) + found
    for vote in brief.votes:
        found += small(vote, inner)
    return found + asides(brief, inner) if brief.asides or brief.papers else found


def _diamond(brief: Brief, room: Room, unstated: tuple[str, ...]) -> Measured:
    """A decision as a diamond; post and limit go into the corners on its left."""
    width, _, with_posts, inside = room
    height, texts = diamond_text(brief.text, width)
    corner = width // 2 - 8
    above = small(brief.posts, corner - NUMBER_WIDTH - 3) if with_posts else ()
    below = asides(brief, corner)
    mark = _mark_lines(unstated, _mark_width(_DIAMOND, width)) if unstated else ()
    reach = corner_offset(width, height, NUMBER_WIDTH + 3 + widest(above))
    up = max(height // 2, reach + max(16, tall(above)))
    if with_posts and brief.risks:
        reach = corner_offset(width, height, RISK_WIDTH)
        up = max(up, reach + RISK_HEIGHT + 2)
    down = height // 2
    if below:
        down = max(down, corner_offset(width, height, widest(below)) + tall(below))
    if mark:
        reach = corner_offset(width, height, _mark_width(_DIAMOND, width))
        down = max(down, reach + 4 + _mark_height(mark))
    lines = tuple([(text, BODY, _MAIN, BODY_LINE, False) for text in texts])
    size = (width, height, up, down)
    return Measured(_DIAMOND, *size, lines, BODY_LINE * len(lines), inside, mark, above, below)


def _tidy(diamond: Measured, width: int) -> bool:
    """Whether the corners beside a diamond take its post and limit without much breaking.

    In a wide column a corner takes a line of text or two.
    """
    limits = [text for text, _, _, _, document in diamond.below if not document]
    narrow = widest(diamond.below) <= width // 2 - 8
    return narrow and len(diamond.above) < 2 + (width >= _COMFORTABLE) and len(limits) < 2


def corner_offset(width: int, height: int, reach: int) -> int:
    """How far from its axis a diamond is free for a text that reaches *reach* in from its tip."""
    return min(reach, width // 2) * height // width + 4


def _mark_width(shape: Shape, width: int) -> int:
    """The width of the mark 未载明: a decision keeps it right of the way that leads down."""
    whole = shape not in (Shape.DECISION, Shape.WIDE_DECISION, Shape.VOTE)
    return width - 20 if whole else width // 2 - 10


def _mark_lines(unstated: tuple[str, ...], width: int) -> tuple[str, ...]:
    labels = "、".join(label for label in unstated if label)
    words = f"{labels}：{UNSTATED}" if labels else f"去向{UNSTATED}"
    if width_of(words, SMALL) <= width - 8 or not labels:
        return wrap(words, SMALL, width - 8)
    return (*wrap(f"{labels}：", SMALL, width - 8), *wrap(UNSTATED, SMALL, width - 8))


def _mark_height(lines: tuple[str, ...]) -> int:
    return len(lines) * SMALL_LINE + 4 if lines else 0
