"""A drawing → what the handbook prints of it, with the heights at which a page may end."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from generator.chart.cuts import cuts_of, gaps_of
from generator.chart.fit import LETTERS
from generator.chart.page_ink import Heading, Sheet, page_svg
from generator.chart.paging import Rooms, Strip, paged
from generator.chart.pieces import Piece, pieces_of
from generator.chart.stops import PITCH
from generator.chart.svg import to_print_svg
from generator.model.drawing import Box, Drawing, TextLine
from generator.model.print_drawing import PrintDrawing, PrintPage

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
        torn=partial(torn, drawing),
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


def torn(drawing: Drawing, rooms: tuple[int, int, int], wide: int) -> tuple[PrintPage, ...]:
    """A drawing in pieces for pages, joined by signs; () where something fits none.

    *rooms* are the heights of every page, of the first and of the last, as in `Rooms`.
    """
    cuts = tuple(cut for cut in cuts_of(drawing) if cut.signs * PITCH <= wide)
    ends = paged(Strip(0, drawing.height, len(drawing.boxes), cuts), Rooms(*rooms))
    if ends is None:
        return ()
    pieces = pieces_of(drawing, 0, ends, wide)
    many = len(pieces)
    return tuple(
        _page(piece, wide, f"{drawing.title}（第{number}张，共{many}张）")
        for number, piece in enumerate(pieces, start=1)
    )


def _page(piece: Piece, wide: int, title: str) -> PrintPage:
    """A piece on an image of its own; the pages of a book are counted, those of a chart are 张."""
    signs = tuple(
        replace(sign, words=tuple(words.replace("页", "张") for words in sign.words))
        for sign in piece.signs
    )
    piece = replace(piece, signs=signs)
    tall = piece.above + piece.bottom - piece.top + piece.below
    sheet = Sheet(wide, tall, f'width="{wide}" height="{tall}"', 0, piece.drawing.height)
    heading = Heading((), "", LETTERS)
    svg = page_svg(piece, sheet, heading, (title, piece.drawing.description))
    return PrintPage(svg, wide, tall)
