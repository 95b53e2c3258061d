"""A drawing and the heights where its pages end → a piece for each page. All lengths in px.

A line that goes on overleaf ends at a sign (甲, 乙 …) and comes back from the same sign; what it
would do on the pages between is left out, as the sign says where it goes on.
"""

from __future__ import annotations

from bisect import bisect
from dataclasses import dataclass, replace
from itertools import pairwise

from generator.chart.cuts import Thread
from generator.chart.stops import Beyond, Run, Sign, placed_stops
from generator.model.drawing import Drawing, Line, Point


@dataclass(frozen=True, slots=True)
class Piece:
    """What one page shows of a drawing, where it stands in it, from *top* to *bottom*.

    *leaders* join cards to their steps; *above* and *below* are the heights that the signs need.
    """

    drawing: Drawing
    top: int
    bottom: int
    leaders: tuple[tuple[Point, ...], ...]
    signs: tuple[Sign, ...]
    above: int
    below: int


def pieces_of(drawing: Drawing, top: int, ends: tuple[int, ...], wide: int) -> tuple[Piece, ...]:
    """A drawing cut at *ends* → its pieces, the first beginning at *top*; signs use *wide* px."""
    beside = (wide - drawing.width) // 2
    borders = (top, *ends, drawing.height)
    lines = [(line, run) for line in drawing.lines for run in _line_runs(line, ends)]
    leaders = [
        run
        for card in drawing.cards
        if card.leader
        for run in _runs(Thread(card.step, -card.number, card.leader), ends)
    ]
    pages = placed_stops(
        [*(run for _, run in lines), *leaders], borders, (-beside, drawing.width + beside)
    )
    found: list[Piece] = []
    for page, (above, below) in enumerate(pairwise(borders)):
        stops = pages[page]
        shown = replace(
            drawing,
            boxes=tuple(box for box in drawing.boxes if above <= box.rect.y < below),
            cards=tuple(
                card._replace(leader=()) for card in drawing.cards if above <= card.rect.y < below
            ),
            lines=tuple(
                _shown(line, run, stops.reached(run)) for line, run in lines if run.page == page
            ),
        )
        joined = tuple(stops.reached(run) for run in leaders if run.page == page)
        found.append(Piece(shown, above, below, joined, stops.signs, stops.above, stops.below))
    return tuple(found)


def _shown(line: Line, run: Run, points: tuple[Point, ...]) -> Line:
    """The part of a line on one page; only its beginning keeps the label."""
    return line._replace(points=points, label=None if run.comes else line.label)


def _line_runs(line: Line, ends: tuple[int, ...]) -> tuple[Run, ...]:
    if line.target is None:
        page = bisect(ends, line.points[0][1])
        return (Run(Thread(line.source, 0, line.points), page, line.points),)
    return _runs(Thread(line.source, line.target, line.points), ends)


def _runs(thread: Thread, ends: tuple[int, ...]) -> tuple[Run, ...]:
    """A line → its parts on the pages where it begins and ends, or on all if that is one page."""
    parts = _parts(thread.points, ends)
    kept = parts
    if len(parts) > 1 and parts[0][0] != parts[-1][0]:
        kept = [parts[0], parts[-1]]
    runs: list[Run] = []
    for number, (page, points) in enumerate(kept):
        comes = _beyond(kept[number - 1][0], kept[number - 1][1][:-3:-1]) if number else None
        goes = _beyond(*kept[number + 1]) if number + 1 < len(kept) else None
        runs.append(Run(thread, page, tuple(points), comes, goes))
    return tuple(runs)


def _beyond(page: int, points: list[Point]) -> Beyond:
    """Where the first of *points* lies at the border of its page."""
    (x, y), (_, inner) = points[:2]
    return page, inner > y, x


def _parts(points: tuple[Point, ...], ends: tuple[int, ...]) -> list[tuple[int, list[Point]]]:
    """A polyline → its parts by page; each ends and begins at the cut itself."""
    page = bisect(ends, points[0][1])
    parts = [(page, [points[0]])]
    for (_, before), (x, y) in pairwise(points):
        while bisect(ends, y) != page:
            step = 1 if y > before else -1
            cut = ends[page if step > 0 else page - 1]
            parts[-1][1].append((x, cut))
            page += step
            parts.append((page, [(x, cut)]))
        parts[-1][1].append((x, y))
    return parts
