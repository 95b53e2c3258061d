"""A drawing → what the handbook prints of it, with the heights at which a page may end."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from generator.chart.svg import to_print_svg
from generator.model.drawing import Box, Drawing, TextLine
from generator.model.print_drawing import PrintDrawing

_CLEAR = 4
"""How far a cut keeps from what it passes between."""


def for_print(drawing: Drawing) -> PrintDrawing:
    """A drawing → the same, black on white, and how it may be cut."""
    return PrintDrawing(
        svg=to_print_svg(drawing),
        width=drawing.width,
        height=drawing.height,
        smallest=min(line.size for line in _texts(drawing)),
        cuts=cuts_of(drawing),
    )


def cuts_of(drawing: Drawing) -> tuple[int, ...]:
    """A drawing → the middle of every band of height without box, badge, text or level line."""
    cuts: list[int] = []
    low = 0
    for above, below in sorted(_bands(drawing)):
        if low > 0 and above - low >= 2 * _CLEAR:
            cuts.append((low + above) // 2)
        low = max(low, below)
    return tuple(cuts)


def _bands(drawing: Drawing) -> Iterator[tuple[int, int]]:
    """The height that each thing takes which must not be cut: (from, to)."""
    for box in drawing.boxes:
        yield box.rect.y, box.rect.bottom
        yield from ((badge.rect.y, badge.rect.bottom) for badge in box.badges)
    yield from ((line.y - line.size, line.y + line.size // 3) for line in _texts(drawing))
    for line in drawing.lines:
        level = (y for (_, before), (_, y) in pairwise(line.points) if y == before)
        yield from ((y - _CLEAR, y + _CLEAR) for y in level)


def _texts(drawing: Drawing) -> Iterator[TextLine]:
    for box in drawing.boxes:
        yield from _texts_of(box)
    yield from (line.label for line in drawing.lines if line.label)


def _texts_of(box: Box) -> Iterator[TextLine]:
    yield from box.texts
    yield from box.notes
    for badge in box.badges:
        yield from badge.texts
