"""A drawing for paper → at which scale and in how many parts it is printed on pages of its own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from generator.model.print_drawing import PrintDrawing, PrintPage
from generator.render.booklet import Piece, PrintedChart, Tearing

COLUMN = 334.0
"""The width of the text of an A5 page, in pt."""

ROOM = 448.0
"""The height that a page leaves below the heading of a chart, in pt."""

LEAST = 6.5
"""The smallest letters of a chart, in pt; clear print asks for more, a chart is read like a map."""

LARGEST = 0.86
"""pt per px at most: the letters of a box are then as large as the text of the page."""

_STEPS = 24
_COARSE = 2
_SEVERAL = 2
_SHARES = ((0.62, 1.0), (1.0, 0.62), (0.45, 1.0), (1.0, 0.8))
"""How much of its first and of its last page a chart may have."""


@dataclass(frozen=True, slots=True)
class Torn:
    """A drawing in pieces at a scale."""

    scale: float
    pages: tuple[PrintPage, ...]


def printed_chart(drawing: PrintDrawing, name: str, file: str, alt: str) -> PrintedChart:
    """A drawing → the chart with the largest scale that needs no more pages than the smallest."""
    scales = list(_scales(drawing))
    fewest = len(parts(drawing, scales[-1]))
    scale = next(each for each in scales if len(parts(drawing, each)) == fewest)
    return PrintedChart(
        name=name,
        file=file,
        alt=alt,
        width=drawing.width,
        height=drawing.height,
        smallest=drawing.smallest,
        scale=scale,
        parts=parts(drawing, scale),
        cuts=drawing.cuts,
        tearings=_tearings(drawing, file),
    )


def parts(drawing: PrintDrawing, scale: float) -> tuple[tuple[int, int], ...]:
    """A drawing at a scale → parts of a page at most, cut between rows if possible."""
    most = int(ROOM / scale)
    ends = [0]
    while drawing.height - ends[-1] > most:
        reach = ends[-1] + most
        between = [cut for cut in drawing.cuts if ends[-1] < cut <= reach]
        ends.append(between[-1] if between else reach)
    return tuple(pairwise([*ends, drawing.height]))


def _scales(drawing: PrintDrawing) -> Iterator[float]:
    """Scales from the largest that fits the column down to the smallest that can be read."""
    largest = min(LARGEST, COLUMN / drawing.width)
    least = min(LEAST / drawing.smallest, largest)
    for step in range(_STEPS + 1):
        yield round(largest - (largest - least) * step / _STEPS, 4)


@lru_cache(maxsize=1024)
def torn(drawing: PrintDrawing) -> tuple[Torn, ...]:
    """A drawing that needs more than a page → the ways to tear it that need the fewest pages.

    The first way fills every page; in others the chart begins or ends on a page that it shares.
    """
    if drawing.torn is None or len(parts(drawing, min(_scales(drawing)))) < _SEVERAL:
        return ()
    whole = _largest(drawing, (1.0, 1.0), most=0)
    if whole is None:
        return ()
    most = len(whole.pages)
    shared = (_largest(drawing, shares, most) for shares in _SHARES)
    return (whole, *(way for way in shared if way))


def _largest(drawing: PrintDrawing, shares: tuple[float, float], most: int) -> Torn | None:
    """The way with the largest scale that needs no more pages than *most*, or than the smallest.

    *shares* are the parts of the first and the last page that are free for the chart.
    """
    ways = [_torn_at(drawing, shares, scale) for scale in list(_scales(drawing))[::_COARSE]]
    fewest = most or len(ways[-1].pages)
    return next((way for way in ways if 0 < len(way.pages) <= fewest), None)


def _torn_at(drawing: PrintDrawing, shares: tuple[float, float], scale: float) -> Torn:
    first, last = (int(ROOM * share / scale) for share in shares)
    tear = drawing.torn
    rooms = (int(ROOM / scale), first, last)
    return Torn(scale, tear(rooms, int(COLUMN / scale)) if tear else ())


def images(drawing: PrintDrawing, file: str) -> dict[str, str]:
    """The images of a chart by name: the pieces of every way to tear it, else the whole."""
    found = {
        piece_file(file, way, number): page.svg
        for way, each in enumerate(torn(drawing))
        for number, page in enumerate(each.pages)
    }
    return found or {file: drawing.svg}


def piece_file(file: str, way: int, number: int) -> str:
    """The name of the image of one piece of a chart."""
    return f"{file.removesuffix('.svg')}-{way}-{number}.svg"


def _tearings(drawing: PrintDrawing, file: str) -> tuple[Tearing, ...]:
    return tuple(
        Tearing(
            each.scale,
            tuple(
                Piece(piece_file(file, way, number), page.width, page.height)
                for number, page in enumerate(each.pages)
            ),
        )
        for way, each in enumerate(torn(drawing))
    )
