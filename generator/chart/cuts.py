"""A drawing → the heights at which a page may end, and what passes there. All lengths in px.

A cut touches no box, badge, text, card, arrow or level line: only upright lines cross it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from generator.model.drawing import Box, Drawing, Line, Point, TextLine

ARROW = 8
_NARROWEST = 3


@dataclass(frozen=True, slots=True)
class Thread:
    """A line that a cut may tear: from a step (*source*) to *goal*.

    *goal* is the number of a step, or of a risk card below zero.
    """

    source: int
    goal: int
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Cut:
    """A height at which a page may end: how many signs it asks for, how many lines turn back.

    A line that crosses a cut twice leaves its page only to come back. *above* counts the boxes and
    cards above.
    """

    y: int
    above: int
    signs: int
    turning: int


def threads_of(drawing: Drawing) -> tuple[Thread, ...]:
    """A drawing → every line that leads somewhere, and those that join cards to their steps."""
    edges = (
        Thread(line.source, line.target, line.points)
        for line in drawing.lines
        if line.target is not None
    )
    leaders = (
        Thread(card.step, -card.number, card.leader) for card in drawing.cards if card.leader
    )
    return (*edges, *leaders)


def cuts_of(drawing: Drawing) -> tuple[Cut, ...]:
    """A drawing → its possible cuts from top to bottom."""
    threads = threads_of(drawing)
    things = [box.rect.y for box in drawing.boxes] + [card.rect.y for card in drawing.cards]
    return tuple(_cut(y, sum(top < y for top in things), threads) for y in _gaps(drawing))


def _gaps(drawing: Drawing) -> Iterator[int]:
    """The middle of every band in which nothing must stay whole."""
    bands = sorted(_bands(drawing))
    low = bands[0][1] if bands else 0
    for above, below in bands:
        if above - low >= _NARROWEST:
            yield (low + above) // 2
        low = max(low, below)


def _cut(y: int, above: int, threads: tuple[Thread, ...]) -> Cut:
    met = Counter(
        (x, thread.goal, number)
        for number, thread in enumerate(threads)
        for (x, before), (_, after) in pairwise(thread.points)
        if min(before, after) < y < max(before, after)
    )
    crossed = Counter(number for _, _, number in met)
    signs = len({(x, goal) for x, goal, _ in met})
    return Cut(y, above, signs, sum(1 for times in crossed.values() if times > 1))


def _bands(drawing: Drawing) -> Iterator[tuple[int, int]]:
    """The height that each thing takes which must stay whole: (from, to)."""
    yield from (extent_of(box) for box in drawing.boxes)
    yield from ((card.rect.y, card.rect.bottom) for card in drawing.cards)
    for card in drawing.cards:
        yield from _level(card.leader)
    for line in drawing.lines:
        yield from _bands_of(line)


def _bands_of(line: Line) -> Iterator[tuple[int, int]]:
    """Level stretches, the arrow, the label with the beginning of its line, a way to nowhere."""
    heights = [y for _, y in line.points]
    if line.target is None:
        yield min(heights), max(heights)
        return
    yield from _level(line.points)
    (before_x, before_y), (x, y) = line.points[-2:]
    if before_x == x:
        back = y - ARROW if y > before_y else y + ARROW
        yield min(y, back), max(y, back)
    if line.label:
        top, bottom = _reach(line.label)
        yield min(top, heights[0]), max(bottom, heights[0])


def _level(points: tuple[Point, ...]) -> Iterator[tuple[int, int]]:
    return ((y - 1, y + 1) for (_, before), (_, y) in pairwise(points) if y == before)


def extent_of(box: Box) -> tuple[int, int]:
    """A box with its badges and notes → the height that it takes: (from, to)."""
    parts = [(box.rect.y, box.rect.bottom)]
    parts += [(badge.rect.y, badge.rect.bottom) for badge in box.badges]
    parts += [_reach(line) for line in (*box.texts, *box.notes)]
    return min(top for top, _ in parts), max(bottom for _, bottom in parts)


def _reach(line: TextLine) -> tuple[int, int]:
    return line.y - line.size, line.y + line.size // 3
