"""A measured step and its place → the box with every text where it stands."""

from __future__ import annotations

from generator.chart.brief import Brief
from generator.chart.entries import SMALL, SMALL_LINE, Entry, entry_width, tall, widest
from generator.chart.shapes import BAR, NUMBER_WIDTH, Measured, corner_offset
from generator.chart.signs import (
    Spot,
    above_bottom,
    document_sign,
    marks,
    number_sign,
    risk_signs,
)
from generator.model.drawing import (
    Anchor,
    Badge,
    Box,
    Point,
    Rect,
    Shape,
    TextLine,
    Tone,
    box_of,
    rect_of,
    text_line,
)
from generator.model.risk_scale import RiskMark

_DIAMOND, _SWITCH, _START = Shape.DECISION, Shape.SWITCH, Anchor.START
_MIDDLE = Anchor.MIDDLE


Signs = tuple[tuple[tuple[int, RiskMark], ...], tuple[Badge, ...]]
"""The risks of a step as (number, mark), and its marks in the columns of further posts."""


def boxed(measures: Measured, spot: Spot, brief: Brief, signs: Signs) -> Box:
    """Measures, place and words → the box."""
    risks, shared = signs
    left, axis, _ = spot
    joins, splits = brief.joins, brief.splits
    shape, width, height = measures.shape, measures.width, measures.height
    y = axis - height // 2
    rect = rect_of((left, y, width, height))
    used = measures.tall + measures.inside
    if measures.slots:
        used += slots_height(measures)
    top = y + (height - used + BAR * (joins - splits)) // 2
    texts, papers = _stack(measures.lines, left + width // 2, top)
    if measures.slots:
        texts += _slot_labels(measures, rect)
    notes: list[TextLine] = []
    badges = [number_sign(measures, rect, brief.number)]
    badges += papers
    if shape is _DIAMOND:
        notes, more = _corners(measures, rect, axis)
        badges += more
    if risks:
        badges += risk_signs(measures, rect, risks)
    if measures.mark or measures.slots:
        badges += [badge for badge, _ in marks(measures, spot)]
    badges += shared
    dividers = _dividers(measures, rect) if shape is _SWITCH else ()
    number, name, key = brief.number, brief.name, brief.key
    inside, beside, every = tuple(texts), tuple(notes), tuple(badges)
    return box_of((number, shape, rect, name, inside, beside, every, dividers, joins, splits, key))


def _stack(entries: tuple[Entry, ...], middle: int, top: int) -> tuple[list[TextLine], list[Badge]]:
    """Entries one below the other, centred."""
    texts: list[TextLine] = []
    papers: list[Badge] = []
    for entry in entries:
        text, size, tone, height, document = entry
        if document:
            width = entry_width(entry)
            papers.append(document_sign(entry, (middle - width // 2, top + 3, width)))
        else:
            base = top + height - (height - size) // 2 - 2
            texts.append(text_line((middle, base, text, size, tone, _MIDDLE)))
        top += height
    return texts, papers


def _corners(measures: Measured, rect: Rect, axis: int) -> tuple[list[TextLine], list[Badge]]:
    """The notes beside a diamond: its post above on the left, limit and documents below."""
    left, _, wide, high = rect
    notes: list[TextLine] = []
    papers: list[Badge] = []
    top = above_bottom(measures, rect) - tall(measures.above)
    for text, size, tone, height, _ in measures.above:
        x = left + NUMBER_WIDTH + 3
        notes.append(text_line((x, top + 12, text, size, tone, _START)))
        top += height
    top = axis + corner_offset(wide, high, widest(measures.below))
    for entry in measures.below:
        text, size, tone, height, document = entry
        if document:
            papers.append(document_sign(entry, (left, top + 2, entry_width(entry))))
        else:
            notes.append(text_line((left, top + 12, text, size, tone, _START)))
        top += height
    return notes, papers


def slots_height(measures: Measured) -> int:
    """The height of the cells with the labels of a switch's ways."""
    if not measures.slots:
        return 0
    labelled = max(len(slot.label) for slot in measures.slots)
    return labelled * SMALL_LINE + 8 if labelled else 0


def _slot_labels(measures: Measured, rect: Rect) -> list[TextLine]:
    """The labels of a switch's ways, each in its cell at the lower side."""
    count = len(measures.slots)
    top = rect.bottom - slots_height(measures) + 4
    return [
        TextLine(
            rect.x + measures.slots_width * (2 * number + 1) // (2 * count),
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
    top = rect.bottom - slots_height(measures)
    count = len(measures.slots)
    right = rect.x + measures.slots_width
    upright = [rect.x + measures.slots_width * n // count for n in range(1, count)]
    return (((rect.x, top), (right, top)), *(((x, top), (x, rect.bottom)) for x in upright))
