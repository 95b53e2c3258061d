"""A measured step and its place → the box with every text where it stands."""

from __future__ import annotations

from dataclasses import dataclass

from generator.chart.shapes import (
    BAR,
    DOCUMENT_HEIGHT,
    NUMBER_HEIGHT,
    NUMBER_WIDTH,
    RISK_HEIGHT,
    SMALL,
    SMALL_LINE,
    Entry,
    Measured,
    corner_offset,
)
from generator.chart.text import width_of
from generator.model.drawing import (
    Anchor,
    Badge,
    BadgeKind,
    Box,
    Point,
    Rect,
    Shape,
    TextLine,
    Tone,
)

DECISIONS = (Shape.DECISION, Shape.WIDE_DECISION, Shape.VOTE)


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a box goes: the x of its left side, the y of its axis, the x of its lower pin."""

    left: int
    axis: int
    pin: int


@dataclass(frozen=True, slots=True)
class Said:
    """What a box says besides its texts: number, name, its risks as (number, level, rank)."""

    number: int
    name: str
    risks: tuple[tuple[int, str, int], ...] = ()
    joins: bool = False
    splits: bool = False


def boxed(measures: Measured, spot: Spot, said: Said) -> Box:
    """Measures, place and words → the box."""
    half = measures.height // 2
    rect = Rect(spot.left, spot.axis - half, measures.width, measures.height)
    middle = rect.x + rect.width // 2
    labels = _slot_labels(measures, rect)
    tall = sum(entry.height for entry in measures.lines)
    free = rect.height - tall - _slots_height(measures) + BAR * (said.joins - said.splits)
    texts, papers = _stack(measures.lines, middle, rect.y + free // 2)
    notes: list[TextLine] = []
    badges = [_number(measures, rect, said.number), *papers]
    if measures.shape is Shape.DECISION:
        notes, more = _corners(measures, rect, spot.axis)
        badges.extend(more)
    badges.extend(_risk_badges(measures, rect, said.risks))
    badges.extend(badge for badge, _ in marks(measures, spot))
    return Box(
        number=said.number,
        shape=measures.shape,
        rect=rect,
        name=said.name,
        texts=(*texts, *labels),
        notes=tuple(notes),
        badges=tuple(badges),
        dividers=_dividers(measures, rect),
        bar_above=said.joins,
        bar_below=said.splits,
    )


def slot_x(width: int, number: int, count: int) -> int:
    """The x of a slot's pin from the middle of its column."""
    return slot_offset(number, count) * width // 80


def slot_offset(number: int, count: int) -> int:
    """The same in hundredths of a column."""
    return 80 * (2 * number + 1) // (2 * count) - 40


def _stack(entries: tuple[Entry, ...], middle: int, top: int) -> tuple[list[TextLine], list[Badge]]:
    """Entries one below the other, centred."""
    texts: list[TextLine] = []
    papers: list[Badge] = []
    for entry in entries:
        if entry.document:
            width = width_of(entry.text, entry.size) + 12
            papers.append(_document(entry, Rect(middle - width // 2, top + 3, width, 0)))
        else:
            base = top + entry.height - (entry.height - entry.size) // 2 - 2
            texts.append(TextLine(middle, base, entry.text, entry.size, entry.tone))
        top += entry.height
    return texts, papers


def _document(entry: Entry, at: Rect) -> Badge:
    rect = Rect(at.x, at.y, at.width, DOCUMENT_HEIGHT)
    text = TextLine(at.x + at.width // 2, at.y + 12, entry.text, entry.size, entry.tone)
    return Badge(BadgeKind.DOCUMENT, rect, (text,))


def _number(measures: Measured, rect: Rect, number: int) -> Badge:
    """The step's number: on the upper left border, beside a diamond in its free corner."""
    x, y = rect.x + 6, rect.y - NUMBER_HEIGHT // 2
    if measures.shape is Shape.TERMINAL:
        x = rect.x + 12
    if measures.shape in (Shape.WIDE_DECISION, Shape.VOTE, Shape.SWITCH):
        x = rect.x + 16
    x = min(x, rect.x + rect.width // 2 - NUMBER_WIDTH - 7)
    if measures.shape is Shape.DECISION:
        x, y = (
            rect.x,
            _above_bottom(measures, rect)
            - max(NUMBER_HEIGHT, sum(entry.height for entry in measures.above)),
        )
    text = TextLine(x + NUMBER_WIDTH // 2, y + 12, str(number), 11, Tone.NUMBER)
    return Badge(BadgeKind.NUMBER, Rect(x, y, NUMBER_WIDTH, NUMBER_HEIGHT), (text,))


def _above_bottom(measures: Measured, rect: Rect) -> int:
    """The y where the corner above the left side of a diamond ends."""
    wide = max((width_of(entry.text, entry.size) for entry in measures.above), default=-3)
    reach = NUMBER_WIDTH + 3 + wide
    axis = rect.y + rect.height // 2
    return axis - corner_offset(rect.width, rect.height, reach)


def _corners(measures: Measured, rect: Rect, axis: int) -> tuple[list[TextLine], list[Badge]]:
    """The notes beside a diamond: its post above on the left, limit and documents below."""
    notes: list[TextLine] = []
    papers: list[Badge] = []
    top = _above_bottom(measures, rect) - sum(entry.height for entry in measures.above)
    for entry in measures.above:
        x = rect.x + NUMBER_WIDTH + 3
        notes.append(TextLine(x, top + 12, entry.text, entry.size, entry.tone, Anchor.START))
        top += entry.height
    widths = [width_of(entry.text, entry.size) + 12 * entry.document for entry in measures.below]
    top = axis + corner_offset(rect.width, rect.height, max(widths, default=0))
    for entry, width in zip(measures.below, widths, strict=True):
        if entry.document:
            papers.append(_document(entry, Rect(rect.x, top + 2, width, 0)))
        else:
            base = top + 12
            notes.append(TextLine(rect.x, base, entry.text, entry.size, entry.tone, Anchor.START))
        top += entry.height
    return notes, papers


def _risk_badges(
    measures: Measured, rect: Rect, risks: tuple[tuple[int, str, int], ...]
) -> list[Badge]:
    """One sign on the upper right: the highest level of a step's risks, and their numbers."""
    if not risks:
        return []
    first, level, rank = max(risks, key=lambda risk: risk[2])
    text = f"{level[:1]}{first}"
    if len(risks) > 1:
        text = f"{level[:1]}{risks[0][0]}-{risks[-1][0]}"
    width = width_of(text, SMALL) + 12
    x, y = rect.right - width - 6, rect.y - RISK_HEIGHT // 2
    if measures.shape is Shape.DECISION:
        axis = rect.y + rect.height // 2
        x = rect.right - width
        y = axis - corner_offset(rect.width, rect.height, width) - RISK_HEIGHT - 1
    line = TextLine(x + width // 2, y + 13, text, SMALL, Tone.INVERSE)
    return [Badge(BadgeKind.RISK, Rect(x, y, width, RISK_HEIGHT), (line,), rank)]


def marks(measures: Measured, spot: Spot) -> list[tuple[Badge, tuple[Point, ...]]]:
    """The marks 未载明 of a box, each with the points of the short line that leads to it."""
    bottom = spot.axis + measures.height // 2
    if measures.slots:
        return _slot_marks(measures, spot, bottom)
    if not measures.mark:
        return []
    tall = len(measures.mark) * SMALL_LINE + 4
    wide = max(width_of(line, SMALL) for line in measures.mark) + 8
    if measures.shape not in DECISIONS:
        rect = Rect(spot.pin - wide // 2, bottom + 12, wide, tall)
        return [(_mark(rect, measures.mark), ((spot.pin, bottom), (spot.pin, rect.y)))]
    right = spot.left + measures.width
    y = bottom + 8
    if measures.shape is Shape.DECISION:
        y = spot.axis + corner_offset(measures.width, measures.height, measures.width // 2 - 10) + 4
    rect = Rect(right - wide + 1, y, wide, tall)
    return [(_mark(rect, measures.mark), ((right, spot.axis), (right, rect.y)))]


def _slot_marks(
    measures: Measured, spot: Spot, bottom: int
) -> list[tuple[Badge, tuple[Point, ...]]]:
    found: list[tuple[Badge, tuple[Point, ...]]] = []
    count = len(measures.slots)
    for number, slot in enumerate(measures.slots):
        if slot.mark:
            x = spot.pin + slot_x(measures.slots_width, number, count)
            wide = min(max(width_of(line, SMALL) for line in slot.mark) + 6, 2 * SMALL + 20)
            tall = len(slot.mark) * SMALL_LINE + 4
            rect = Rect(x - wide // 2, bottom + 12, wide, tall)
            found.append((_mark(rect, slot.mark), ((x, bottom), (x, rect.y))))
    return found


def _mark(rect: Rect, lines: tuple[str, ...]) -> Badge:
    middle = rect.x + rect.width // 2
    texts = tuple(
        TextLine(middle, rect.y + 14 + place * SMALL_LINE, line, SMALL, Tone.MARK)
        for place, line in enumerate(lines)
    )
    return Badge(BadgeKind.UNSTATED, rect, texts)


def _slots_height(measures: Measured) -> int:
    labelled = max((len(slot.label) for slot in measures.slots), default=0)
    return labelled * SMALL_LINE + 8 if labelled else 0


def _slot_labels(measures: Measured, rect: Rect) -> list[TextLine]:
    """The labels of a switch's ways, each in its cell at the lower side."""
    count = len(measures.slots)
    top = rect.bottom - _slots_height(measures) + 4
    return [
        TextLine(
            rect.x + measures.slots_width // 2 + slot_x(measures.slots_width, number, count),
            top + place * SMALL_LINE + 12,
            line,
            SMALL,
            Tone.LABEL,
        )
        for number, slot in enumerate(measures.slots)
        for place, line in enumerate(slot.label)
    ]


def _dividers(measures: Measured, rect: Rect) -> tuple[tuple[Point, Point], ...]:
    """The lines that part the cells of a switch from its text and from each other."""
    if measures.shape is not Shape.SWITCH:
        return ()
    top = rect.bottom - _slots_height(measures)
    count = len(measures.slots)
    right = rect.x + measures.slots_width
    upright = [rect.x + measures.slots_width * n // count for n in range(1, count)]
    return (((rect.x, top), (right, top)), *(((x, top), (x, rect.bottom)) for x in upright))
