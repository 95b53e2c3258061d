"""A measured step and its place → the box with every text where it stands."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from generator.chart.entries import SMALL, SMALL_LINE, Entry
from generator.chart.shapes import BAR, NUMBER_WIDTH, Measured, corner_offset
from generator.chart.signs import (
    Spot,
    above_bottom,
    document_sign,
    marks,
    number_sign,
    risk_signs,
)
from generator.chart.text import width_of
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


class Said(NamedTuple):
    """What a box says besides its texts: number, name, its risks as (number, mark)."""

    number: int
    name: str
    risks: tuple[tuple[int, RiskMark], ...] = ()
    joins: bool = False
    splits: bool = False
    key: str = ""
    shared: tuple[Badge, ...] = ()


_SaidFields = tuple[int, str, tuple[tuple[int, RiskMark], ...], bool, bool, str, tuple[Badge, ...]]
said_of: Callable[[_SaidFields], Said] = partial(tuple.__new__, Said)
"""All fields → what a box says."""


def boxed(measures: Measured, spot: Spot, said: Said) -> Box:
    """Measures, place and words → the box."""
    number, name, risks, joins, splits, key, shared = said
    shape, height = measures.shape, measures.height
    rect = rect_of((spot.left, spot.axis - height // 2, measures.width, height))
    used = measures.tall + measures.inside
    labels: list[TextLine] = []
    if measures.slots:
        labels = _slot_labels(measures, rect)
        used += slots_height(measures)
    top = rect.y + (height - used + BAR * (joins - splits)) // 2
    texts, papers = _stack(measures.lines, rect.x + rect.width // 2, top)
    notes: list[TextLine] = []
    badges = [number_sign(measures, rect, number), *papers]
    if shape is _DIAMOND:
        notes, more = _corners(measures, rect, spot.axis)
        badges += more
    if risks:
        badges += risk_signs(measures, rect, risks)
    if measures.mark or measures.slots:
        badges += [badge for badge, _ in marks(measures, spot)]
    dividers = _dividers(measures, rect) if shape is _SWITCH else ()
    said_inside, said_beside, signs = (*texts, *labels), (*notes,), (*badges, *shared)
    bars = (joins, splits)
    return box_of(
        (number, shape, rect, name, said_inside, said_beside, signs, dividers, *bars, key)
    )


def _stack(entries: tuple[Entry, ...], middle: int, top: int) -> tuple[list[TextLine], list[Badge]]:
    """Entries one below the other, centred."""
    texts: list[TextLine] = []
    papers: list[Badge] = []
    for entry in entries:
        text, size, tone, height, document = entry
        if document:
            width = width_of(text, size) + 12
            papers.append(document_sign(entry, Rect(middle - width // 2, top + 3, width, 0)))
        else:
            base = top + height - (height - size) // 2 - 2
            texts.append(text_line((middle, base, text, size, tone, _MIDDLE)))
        top += height
    return texts, papers


def _corners(measures: Measured, rect: Rect, axis: int) -> tuple[list[TextLine], list[Badge]]:
    """The notes beside a diamond: its post above on the left, limit and documents below."""
    notes: list[TextLine] = []
    papers: list[Badge] = []
    top = above_bottom(measures, rect) - sum(entry.height for entry in measures.above)
    for entry in measures.above:
        x = rect.x + NUMBER_WIDTH + 3
        notes.append(TextLine(x, top + 12, entry.text, entry.size, entry.tone, _START))
        top += entry.height
    widths = [width_of(entry.text, entry.size) + 12 * entry.document for entry in measures.below]
    top = axis + corner_offset(rect.width, rect.height, max(widths, default=0))
    for entry, width in zip(measures.below, widths, strict=True):
        if entry.document:
            papers.append(document_sign(entry, Rect(rect.x, top + 2, width, 0)))
        else:
            base = top + 12
            notes.append(TextLine(rect.x, base, entry.text, entry.size, entry.tone, _START))
        top += entry.height
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
