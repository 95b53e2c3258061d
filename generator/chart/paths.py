"""Two cells of the grid → the ways an edge could take between them.

A path runs along lines of the grid, by turns upright and level. Positions are abstract: a row or
column is divided so that what must lie apart has different numbers, whatever the px may be.

- V x: upright through the boxes of a column, x = 100 · column + 50 (other x: pins of a switch)
- G g: upright in the gutter left of column g; its zone says from which side edges come into it
- R r: level through the middle of row r
- H h: level in the channel above row h; its zone says whether edges come from above or below

Rows: row r is 8r + 4, the zones of channel h are 8h − 2 (from above), 8h, 8h + 2 (to below).
Columns: the zones of gutter g are 100g − 5 (from the left), 100g, 100g + 5 (from the right).
A box is met a little off these middles, so that what ends at one side is apart from the other.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import NamedTuple

from generator.chart.place import Cell

LineKey = tuple[str, int, int]
"""Kind (V G R H), number, zone (−1, 0, 1; always 0 for V and R)."""

UPRIGHT = "VG"


class Leg(NamedTuple):
    """A stretch of one line, walked from *start* to *end*."""

    line: LineKey
    start: int
    end: int
    low: int
    high: int


_leg: Callable[[tuple[LineKey, int, int, int, int]], Leg] = partial(tuple.__new__, Leg)


class Path(NamedTuple):
    """Legs from the pin of the source (S, E, W) to the pin of the target (N, E, W)."""

    leaves: str
    enters: str
    legs: tuple[Leg, ...]


_path: Callable[[tuple[str, str, tuple[Leg, ...]]], Path] = partial(tuple.__new__, Path)


Way = tuple[str, str, tuple[LineKey, ...]]
"""The pins at the ends of a path, S E W and N E W, and its lines, by turns upright and level."""

_UPPER, _LOWER = 3, 5
"""Where a box is met from above and from below, within its row."""


class Trip(NamedTuple):
    """An edge to route: two cells, the x of the lower pin, and the last gutter it may use."""

    source: Cell
    target: Cell
    pin: int
    last_gutter: int

    @property
    def below(self) -> bool:
        """Whether the target stands in a lower row."""
        return self.target.row > self.source.row

    @property
    def shortest(self) -> int:
        """A length that no path is below."""
        source, target = self.source, self.target
        upright = 8 * abs(target.row - source.row) - 2
        to_right = 100 * target.first + 40 - max(self.pin, 100 * source.last + 60)
        to_left = min(self.pin, 100 * source.first + 40) - (100 * target.last + 60)
        return upright + max(0, max(to_right, to_left) * 8 // 100 - 2)


trip_of: Callable[[tuple[Cell, Cell, int, int]], Trip] = partial(tuple.__new__, Trip)
"""All fields → a trip."""


def centre(cell: Cell) -> int:
    """The x of a cell's upper and lower pins."""
    return 100 * cell.first + 50


class _Coordinates(dict[LineKey, int]):
    """Lines → their places on the axis across them, each worked out when it is first met."""

    def __missing__(self, line: LineKey) -> int:
        kind, number, zone = line
        if kind == "V":
            found = number
        elif kind == "R":
            found = 8 * number + 4
        else:
            found = 8 * number + 2 * zone if kind == "H" else 100 * number + 5 * zone
        self[line] = found
        return found


coordinate = _Coordinates().__getitem__
"""The place of a line on the axis across it."""


def straight_down(trip: Trip) -> Path | None:
    """The path straight down to the target, where it stands under the pin."""
    source, target, pin, _ = trip
    if target.row <= source.row or pin != centre(target):
        return None
    begin, end = 8 * source.row + _LOWER, 8 * target.row + _UPPER
    return _path(("S", "N", (_leg((("V", pin, 0), begin, end, begin, end)),)))


def short_ways(trip: Trip, sides: Iterable[str]) -> list[Way]:
    """The ways that leave through *sides* (S, E, W) and run along no gutter."""
    found: list[Way] = []
    for side in sides:
        if side != "S":
            found += _aside(trip, side)
        elif trip.below:
            found += _down(trip)
    return found


def _down(trip: Trip) -> list[Way]:
    target, under = trip.target, trip.source.row + 1
    start = ("V", trip.pin, 0)
    goal = ("V", centre(target), 0)
    found: list[Way] = []
    if start == goal:
        found.append(("S", "N", (start,)))
    else:
        found.append(("S", "N", (start, ("H", under, 0), goal)))
        if target.row != under:
            found.append(("S", "N", (start, ("H", target.row, 0), goal)))
    beside = (start, ("R", target.row, 0))
    return found + [("S", side, beside) for side in _sides_facing(trip.pin, target)]


def _aside(trip: Trip, side: str) -> list[Way]:
    source, target = trip.source, trip.target
    to_right = side == "E"
    ahead = target.first > source.last if to_right else target.last < source.first
    if not ahead:
        return []
    out = ("R", source.row, 0)
    if target.row == source.row:
        return [(side, "W" if to_right else "E", (out,))]
    return [(side, "N", (out, ("V", centre(target), 0)))] if trip.below else []


def ways_by_gutters(trip: Trip, sides: Iterable[str]) -> list[Way]:
    """The ways that leave through *sides* (S, E, W) and run along a gutter."""
    gutters = _gutters(trip)
    found: list[Way] = []
    for side in sides:
        found += _down_and_by(trip, gutters) if side == "S" else _aside_and_by(trip, side, gutters)
    return found


def _down_and_by(trip: Trip, gutters: tuple[int, ...]) -> list[Way]:
    target = trip.target
    out = (("V", trip.pin, 0), ("H", trip.source.row + 1, -1))
    down = (("H", target.row, 1), ("V", centre(target), 0))
    found: list[Way] = []
    for gutter in gutters:
        found.append(("S", "N", (*out, ("G", gutter, 0), *down)))
        for side in _side_at(gutter, target):
            zone = -1 if side == "E" else 1
            found.append(("S", side, (*out, ("G", gutter, zone), ("R", target.row, 0))))
    return found


def _aside_and_by(trip: Trip, side: str, gutters: tuple[int, ...]) -> list[Way]:
    source, target = trip.source, trip.target
    out = ("R", source.row, 0)
    down = (("H", target.row, 1), ("V", centre(target), 0))
    to_right = side == "E"
    from_zone = -1 if to_right else 1
    found: list[Way] = []
    for gutter in gutters:
        if (gutter > source.last) != to_right:
            continue
        found.append((side, "N", (out, ("G", gutter, from_zone), *down)))
        if target.row != source.row:
            for enters in _side_at(gutter, target):
                zone = from_zone if enters == side else 0
                found.append((side, enters, (out, ("G", gutter, zone), ("R", target.row, 0))))
    return found


def ways_round_about(trip: Trip, side: str) -> list[Way]:
    """Ways from a side by way of an outermost gutter: one of them always fits."""
    source, target = trip.source, trip.target
    beside = ("G", source.last + 1, -1) if side == "E" else ("G", source.first, 1)
    near = (("R", source.row, 0), beside, ("H", source.row + 1, -1))
    far = (("H", target.row, 1), ("V", centre(target), 0))
    outermost = sorted({0, trip.last_gutter} - {beside[1]})
    return [(side, "N", (*near, ("G", outer, 0), *far)) for outer in outermost]


def _gutters(trip: Trip) -> tuple[int, ...]:
    """The gutters an edge may use: those near its ends, and the outermost."""
    low = min(trip.source.first, trip.target.first)
    high = max(trip.source.last, trip.target.last) + 1
    near = range(low, min(high, trip.last_gutter) + 1)
    outer = (0, trip.last_gutter) if trip.last_gutter else (0,)
    return (*near, *(gutter for gutter in outer if gutter not in near))


def _side_at(gutter: int, cell: Cell) -> tuple[str, ...]:
    """The side of *cell* that looks at *gutter*; none for a gutter under its box."""
    if gutter <= cell.first:
        return ("W",)
    return ("E",) if gutter > cell.last else ()


def _sides_facing(x: int, cell: Cell) -> tuple[str, ...]:
    """The side of *cell* that looks at the column position *x*."""
    if x < 100 * cell.first:
        return ("W",)
    return ("E",) if x > 100 * cell.last + 100 else ()


def path_along(trip: Trip, way: Way) -> tuple[Path, int]:
    """Lines by turns upright and level → the path along them; its length in eighths of a row."""
    leaves, enters, lines = way
    turns = [_end(trip.source, leaves), *map(coordinate, lines), _end(trip.target, enters)]
    legs: list[Leg] = []
    length = 0
    for line, begin, end in zip(lines, turns, turns[2:], strict=False):
        low, high = (begin, end) if begin < end else (end, begin)
        length += high - low if line[0] in UPRIGHT else (high - low) * 8 // 100
        legs.append(_leg((line, begin, end, low, high)))
    return _path((leaves, enters, tuple(legs))), length


def _end(cell: Cell, side: str) -> int:
    """Where a path meets *cell*, along its first or last line."""
    if side in "SN":
        return 8 * cell.row + (_LOWER if side == "S" else _UPPER)
    return 100 * cell.last + 60 if side == "E" else 100 * cell.first + 40
