"""A measured step and its place → the small signs on its box: number, documents, risks, 未载明."""

from __future__ import annotations

from generator.chart.digits import PX
from generator.chart.entries import (
    DOCUMENT_HEIGHT,
    SMALL,
    SMALL_LINE,
    Entry,
    entry_width,
    tall,
)
from generator.chart.shapes import (
    NUMBER_HEIGHT,
    NUMBER_WIDTH,
    RISK_HEIGHT,
    Measured,
    corner_offset,
)
from generator.chart.text import width_of
from generator.model.drawing import (
    Anchor,
    Badge,
    BadgeKind,
    Point,
    Rect,
    Shape,
    TextLine,
    Tone,
    badge_of,
    rect_of,
    text_line,
)
from generator.model.risk_scale import RiskMark

DECISIONS = (Shape.DECISION, Shape.WIDE_DECISION, Shape.VOTE)
_NUMBER_FROM_LEFT = {
    Shape.TERMINAL: 12,
    Shape.WIDE_DECISION: 16,
    Shape.VOTE: 16,
    Shape.SWITCH: 16,
}
_TIGHT = 82
"""In wider boxes no number comes too near to the middle, where edges end."""
_DIAMOND, _NUMBER, _NUMBERED = Shape.DECISION, Tone.NUMBER, BadgeKind.NUMBER
_MIDDLE, _INVERSE = Anchor.MIDDLE, Tone.INVERSE
_DOCUMENT, _RISK = BadgeKind.DOCUMENT, BadgeKind.RISK
"""What every box asks for is looked up once: members of an enumeration are slow to come by."""


Spot = tuple[int, int, int]
"""Where a box goes: the x of its left side, the y of its axis, the x of its lower pin."""


def number_sign(measures: Measured, rect: Rect, number: int) -> Badge:
    """The step's number: on the upper left border, beside a diamond in its free corner."""
    left, top, width, _ = rect
    if measures.shape is _DIAMOND:
        x, y = left, above_bottom(measures, rect) - max(NUMBER_HEIGHT, tall(measures.above))
    else:
        from_left = _NUMBER_FROM_LEFT.get(measures.shape, 6)
        x = left + (from_left if width > _TIGHT else min(from_left, width // 2 - NUMBER_WIDTH - 7))
        y = top - NUMBER_HEIGHT // 2
    text = text_line((x + NUMBER_WIDTH // 2, y + 12, PX[number], 11, _NUMBER, _MIDDLE))
    return badge_of((_NUMBERED, rect_of((x, y, NUMBER_WIDTH, NUMBER_HEIGHT)), (text,), 0))


def above_bottom(measures: Measured, rect: Rect) -> int:
    """The y where the corner above the left side of a diamond ends."""
    above = measures.above
    reach = NUMBER_WIDTH + (3 + max([entry_width(entry) for entry in above]) if above else 0)
    axis = rect.y + rect.height // 2
    return axis - corner_offset(rect.width, rect.height, reach)


def document_sign(entry: Entry, at: tuple[int, int, int]) -> Badge:
    """A document sign at an x and a y, with its width; its height is always the same."""
    words, size, tone, _, _ = entry
    x, y, width = at
    text = text_line((x + width // 2, y + 12, words, size, tone, _MIDDLE))
    return badge_of((_DOCUMENT, rect_of((x, y, width, DOCUMENT_HEIGHT)), (text,), 0))


def risk_signs(
    measures: Measured, rect: Rect, risks: tuple[tuple[int, RiskMark], ...]
) -> list[Badge]:
    """One sign on the upper right: the highest level of a step's risks, and their numbers.

    It stays clear of the edges that come into the middle of the upper side.
    """
    _, mark = max(risks, key=lambda risk: risk[1].rank)
    text = f"{mark.letter}{risks[0][0]}"
    if len(risks) > 1:
        whole = f"{text}-{risks[-1][0]}"
        text = whole if width_of(whole, SMALL) + 28 <= rect.width // 2 else f"{text}起"
    width = width_of(text, SMALL) + 12
    x, y = rect.right - width - 6, rect.y - RISK_HEIGHT // 2
    if measures.shape is _DIAMOND:
        axis = rect.y + rect.height // 2
        x = rect.right - width
        y = axis - corner_offset(rect.width, rect.height, width) - RISK_HEIGHT - 1
    line = text_line((x + width // 2, y + 13, text, SMALL, _INVERSE, _MIDDLE))
    return [badge_of((_RISK, rect_of((x, y, width, RISK_HEIGHT)), (line,), mark.rank))]


def marks(measures: Measured, spot: Spot) -> list[tuple[Badge, tuple[Point, ...]]]:
    """The marks 未载明 of a box, each with the points of the short line that leads to it."""
    left, axis, pin = spot
    bottom = axis + measures.height // 2
    if measures.slots:
        return _slot_marks(measures, spot, bottom)
    if not measures.mark:
        return []
    tall = len(measures.mark) * SMALL_LINE + 4
    wide = max(width_of(line, SMALL) for line in measures.mark) + 8
    if measures.shape not in DECISIONS:
        rect = Rect(pin - wide // 2, bottom + 12, wide, tall)
        return [(_mark(rect, measures.mark), ((pin, bottom), (pin, rect.y)))]
    right = left + measures.width
    y = bottom + 8
    if measures.shape is _DIAMOND:
        y = axis + corner_offset(measures.width, measures.height, measures.width // 2 - 10) + 4
    rect = Rect(right - wide + 1, y, wide, tall)
    return [(_mark(rect, measures.mark), ((right, axis), (right, rect.y)))]


def _slot_marks(
    measures: Measured, spot: Spot, bottom: int
) -> list[tuple[Badge, tuple[Point, ...]]]:
    found: list[tuple[Badge, tuple[Point, ...]]] = []
    from_left, _, pin = spot
    count = len(measures.slots)
    alone = sum(bool(slot.mark) for slot in measures.slots) == 1
    most = 2 * SMALL + 20 if alone else measures.slots_width // count - 3
    for number, slot in enumerate(measures.slots):
        if slot.mark:
            x = pin + slot_x(measures.slots_width, number, count)
            wide = min(max(width_of(line, SMALL) for line in slot.mark) + 6, most)
            tall = len(slot.mark) * SMALL_LINE + 4
            right = from_left + measures.slots_width + 2 - wide
            left = max(from_left - 2, min(x - wide // 2, right))
            rect = Rect(left, bottom + 12, wide, tall)
            found.append((_mark(rect, slot.mark), ((x, bottom), (x, rect.y))))
    return found


def _mark(rect: Rect, lines: tuple[str, ...]) -> Badge:
    middle = rect.x + rect.width // 2
    texts = tuple(
        TextLine(middle, rect.y + 14 + place * SMALL_LINE, line, SMALL, Tone.MARK)
        for place, line in enumerate(lines)
    )
    return Badge(BadgeKind.UNSTATED, rect, texts)


def slot_x(width: int, number: int, count: int) -> int:
    """The x of a slot's pin from the middle of its column."""
    return slot_offset(number, count) * width // 80


def slot_offset(number: int, count: int) -> int:
    """The same in hundredths of a column."""
    return 80 * (2 * number + 1) // (2 * count) - 40
