"""A flow and an area of a poster → its chart in columns beside each other, as large as may be.

Lengths on paper are in pt, lengths in a drawing in px; a scale is pt per px.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.chart.cuts import cuts_of
from generator.chart.fit import LETTERS, legible
from generator.chart.layout import draw
from generator.chart.page_ink import Heading, Sheet, page_svg
from generator.chart.paging import Rooms, Strip, paged, pages_needed
from generator.chart.pieces import Piece, pieces_of
from generator.chart.steps import step_lines
from generator.chart.stops import PITCH
from generator.model.drawing import Drawing, View
from generator.model.flow import Flow
from generator.model.poster_drawing import PosterDrawing
from generator.model.print_drawing import LEAST_LETTERS, ChartColumns

_MOST = 6
"""Columns of one poster."""

_LARGEST = 1.5
"""The letters of a step are then 21 pt: they are read from two steps away."""

_READABLE = 9.0
"""A chart whose smallest letters would be smaller than this many pt has a sheet of its own."""

_SHRINK = 0.97
_EDGE = 2
Area = tuple[float, float, float]
"""Width and height of an area, and the gap between its columns."""

_NO_HEADING = Heading((), "", 0)


@dataclass(frozen=True, slots=True)
class _Way:
    """A drawing in so many columns at a scale: *wide* and *room* are the sides of a column."""

    strip: Strip
    scale: float
    wide: int
    room: int


def in_columns(flow: Flow, width: float, height: float, gap: float) -> ChartColumns | None:
    """The chart of a flow in the number of columns that gives the largest letters.

    *width* and *height* are those of the area, *gap* lies between columns. None where not even the
    smallest letters that can be read let it fit.
    """
    whole = draw(flow, View.SPINE)
    drawing = replace(whole, boxes=tuple(map(legible, whole.boxes)))
    best: _Way | None = None
    for count in range(1, _MOST + 1):
        column = (width - gap * (count - 1)) / count
        way = next(_ways(drawing, column, height, count), None)
        if way and (best is None or way.scale > best.scale):
            best = way
    return _inked(drawing, best) if best else None


def _ways(drawing: Drawing, column: float, height: float, count: int) -> Iterator[_Way]:
    """How a drawing fits into *count* columns, from the largest scale on."""
    scale = min(_LARGEST, column / (drawing.width + 2 * _EDGE))
    things = len(drawing.boxes)
    while scale * LETTERS >= LEAST_LETTERS:
        wide, room = int(column / scale), int(height / scale) - 2 * _EDGE
        cuts = tuple(cut for cut in cuts_of(drawing) if cut.signs * PITCH <= wide)
        strip = Strip(0, drawing.height, things, cuts)
        if 0 < pages_needed(strip, room) <= count:
            yield _Way(strip, scale, wide, room)
        scale *= _SHRINK


def _inked(drawing: Drawing, way: _Way) -> ChartColumns:
    ends = paged(way.strip, Rooms.alike(way.room))
    if ends is None:
        raise AssertionError(way)
    pieces = tuple(map(_of_a_column, pieces_of(drawing, 0, ends, way.wide)))
    height = max(map(_height_of, pieces)) + 2 * _EDGE
    svgs = tuple(
        page_svg(
            piece,
            Sheet(way.wide, height, "", _EDGE, drawing.height),
            _NO_HEADING,
            (f"{drawing.title}（第{number}栏）", drawing.description),
        )
        for number, piece in enumerate(pieces, 1)
    )
    return ChartColumns(svgs, way.wide, height, round(way.scale, 4), LETTERS * way.scale)


def _of_a_column(piece: Piece) -> Piece:
    """A piece whose signs lead to columns (栏), not to pages."""
    signs = (
        replace(sign, words=tuple(words.replace("页", "栏") for words in sign.words))
        for sign in piece.signs
    )
    return replace(piece, signs=tuple(signs))


def _height_of(piece: Piece) -> int:
    return piece.above + piece.bottom - piece.top + piece.below


def for_poster(flow: Flow, beside: Area, whole: Area) -> PosterDrawing | None:
    """A flow → its poster: the chart *beside* the steps if it can be read there, else on a *whole*.

    None where a step alone is too large for a sheet.
    """
    steps = step_lines(flow)
    shared = in_columns(flow, *beside)
    if shared is not None and shared.letters >= _READABLE:
        return PosterDrawing(shared, steps)
    own = in_columns(flow, *whole)
    return PosterDrawing(own, steps, alone=True) if own else None
