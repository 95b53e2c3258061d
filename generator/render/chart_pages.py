"""A drawing for paper → at which scale and in how many parts it is printed on pages of its own."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from generator.model.print_drawing import PrintDrawing
from generator.render.booklet import PrintedChart

COLUMN = 334.0
"""The width of the text of an A5 page, in pt."""

ROOM = 448.0
"""The height that a page leaves below the heading of a chart, in pt."""

LEAST = 6.5
"""The smallest letters of a chart, in pt; clear print asks for more, a chart is read like a map."""

LARGEST = 0.86
"""pt per px at most: the letters of a box are then as large as the text of the page."""

_STEPS = 24


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
