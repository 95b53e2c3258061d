"""A drawing → what the handbook prints of it, with the heights at which a page may end."""

from __future__ import annotations

from collections.abc import Iterator

from generator.chart.cuts import gaps_of
from generator.chart.svg import to_print_svg
from generator.model.drawing import Box, Drawing, TextLine
from generator.model.print_drawing import PrintDrawing

_CLEAR = 5
"""The least height between what a cut passes: lines must be seen to go on."""


def for_print(drawing: Drawing) -> PrintDrawing:
    """A drawing → the same, black on white, and how it may be cut."""
    return PrintDrawing(
        svg=to_print_svg(drawing),
        width=drawing.width,
        height=drawing.height,
        smallest=min(line.size for line in _texts(drawing)),
        cuts=tuple(gaps_of(drawing, _CLEAR)),
    )


def _texts(drawing: Drawing) -> Iterator[TextLine]:
    for box in drawing.boxes:
        yield from _texts_of(box)
    yield from (line.label for line in drawing.lines if line.label)


def _texts_of(box: Box) -> Iterator[TextLine]:
    yield from box.texts
    yield from box.notes
    for badge in box.badges:
        yield from badge.texts
