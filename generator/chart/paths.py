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

from collections.abc import Iterable

from generator.chart.place import Cell

LineKey = tuple[str, int, int]
"""Kind (V G R H), number, zone (−1, 0, 1; always 0 for V and R)."""

UPRIGHT = "VG"


Leg = tuple[LineKey, int, int, int, int, int]
"""A stretch of one line: the line, its place across, start and end as walked, the low and the high
one of them. Like all values that routing makes by the hundred it is a tuple without names: one
with names takes seven times as long to make."""

Path = tuple[str, str, tuple[Leg, ...]]
"""The pins at its ends, S E W of the source and N E W of the target, and the legs between them."""

Way = tuple[str, str, tuple[LineKey, ...]]
"""The pins at the ends of a path, as above, and its lines, by turns upright and level."""

_UPPER, _LOWER = 3, 5
"""Where a box is met from above and from below, within its row."""


Trip = tuple[Cell, Cell, int, int]
"""An edge to route: two cells, the x of the lower pin, and the last gutter it may use."""


def shortest(trip: Trip) -> int:
    """A length that no path is below."""
    source, target, pin, _ = trip
    upright = 8 * abs(target.row - source.row) - 2
    if target.first > source.last:
        level = 100 * target.first + 40 - max(pin, 100 * source.last + 60)
    elif target.last < source.first:
        level = min(pin, 100 * source.first + 40) - (100 * target.last + 60)
    else:
        return upright
    return upright + max(0, level * 8 // 100 - 2)


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
    return "S", "N", ((("V", pin, 0), pin, begin, end, begin, end),)


def short_ways(trip: Trip, sides: Iterable[str]) -> list[Way]:
    """The ways that leave through *sides* (S, E, W) and run along no gutter."""
    found: list[Way] = []
    for side in sides:
        found += _down(trip) if side == "S" else _aside(trip, side)
    return found


def _down(trip: Trip) -> list[Way]:
    source, target, pin, _ = trip
    row, under = target.row, source.row + 1
    if row < under:
        return []
    start, goal = ("V", pin, 0), ("V", 100 * target.first + 50, 0)
    found: list[Way] = []
    if start == goal:
        found.append(("S", "N", (start,)))
    else:
        found.append(("S", "N", (start, ("H", under, 0), goal)))
        if row != under:
            found.append(("S", "N", (start, ("H", row, 0), goal)))
    if pin < 100 * target.first:
        found.append(("S", "W", (start, ("R", row, 0))))
    elif pin > 100 * target.last + 100:
        found.append(("S", "E", (start, ("R", row, 0))))
    return found


def _aside(trip: Trip, side: str) -> list[Way]:
    source, target, _, _ = trip
    to_right = side == "E"
    ahead = target.first > source.last if to_right else target.last < source.first
    if not ahead or target.row < source.row:
        return []
    out = ("R", source.row, 0)
    if target.row == source.row:
        return [(side, "W" if to_right else "E", (out,))]
    return [(side, "N", (out, ("V", 100 * target.first + 50, 0)))]


def ways_by_gutters(trip: Trip, sides: Iterable[str]) -> list[Way]:
    """The ways that leave through *sides* (S, E, W) and run along a gutter."""
    gutters = _gutters(trip)
    found: list[Way] = []
    for side in sides:
        found += _down_and_by(trip, gutters) if side == "S" else _aside_and_by(trip, side, gutters)
    return found


def _down_and_by(trip: Trip, gutters: list[int]) -> list[Way]:
    source, target, pin, _ = trip
    row = target.row
    out = (("V", pin, 0), ("H", source.row + 1, -1))
    down = (("H", row, 1), ("V", centre(target), 0))
    found: list[Way] = []
    for gutter in gutters:
        found.append(("S", "N", (*out, ("G", gutter, 0), *down)))
        if side := _side_at(gutter, target):
            zone = -1 if side == "E" else 1
            found.append(("S", side, (*out, ("G", gutter, zone), ("R", row, 0))))
    return found


def _aside_and_by(trip: Trip, side: str, gutters: list[int]) -> list[Way]:
    source, target, _, _ = trip
    here, last, row = source.row, source.last, target.row
    out = ("R", here, 0)
    down = (("H", row, 1), ("V", centre(target), 0))
    to_right = side == "E"
    from_zone = -1 if to_right else 1
    found: list[Way] = []
    for gutter in gutters:
        if (gutter > last) != to_right:
            continue
        found.append((side, "N", (out, ("G", gutter, from_zone), *down)))
        if row != here and (enters := _side_at(gutter, target)):
            zone = from_zone if enters == side else 0
            found.append((side, enters, (out, ("G", gutter, zone), ("R", row, 0))))
    return found


def ways_round_about(trip: Trip, side: str) -> list[Way]:
    """Ways from a side by way of an outermost gutter: one of them always fits."""
    source, target, _, last_gutter = trip
    beside = ("G", source.last + 1, -1) if side == "E" else ("G", source.first, 1)
    near = (("R", source.row, 0), beside, ("H", source.row + 1, -1))
    far = (("H", target.row, 1), ("V", centre(target), 0))
    outermost = sorted({0, last_gutter} - {beside[1]})
    return [(side, "N", (*near, ("G", outer, 0), *far)) for outer in outermost]


def _gutters(trip: Trip) -> list[int]:
    """The gutters an edge may use: those near its ends, and the outermost."""
    source, target, _, outermost = trip
    low = min(source.first, target.first)
    high = min(max(source.last, target.last) + 1, outermost)
    gutters = [*range(low, high + 1)]
    if low > 0:
        gutters.append(0)
    if high < outermost:
        gutters.append(outermost)
    return gutters


def _side_at(gutter: int, cell: Cell) -> str:
    """The side of *cell* that looks at *gutter*; "" for a gutter under its box."""
    return "W" if gutter <= cell.first else "E" if gutter > cell.last else ""


def path_along(trip: Trip, way: Way) -> tuple[Path, int]:
    """Lines by turns upright and level → the path along them; its length in eighths of a row."""
    leaves, enters, lines = way
    source, target, _, _ = trip
    places = [*map(coordinate, lines), _end(target, enters)]
    begin, at = _end(source, leaves), places[0]
    legs: list[Leg] = []
    length = 0
    for number, line in enumerate(lines, 1):
        end = places[number]
        low, high = (begin, end) if begin < end else (end, begin)
        length += high - low if line[0] in UPRIGHT else (high - low) * 8 // 100
        legs.append((line, at, begin, end, low, high))
        begin, at = at, end
    return (leaves, enters, (*legs,)), length


def _end(cell: Cell, side: str) -> int:
    """Where a path meets *cell*, along its first or last line."""
    if side == "N":
        return 8 * cell.row + _UPPER
    if side == "S":
        return 8 * cell.row + _LOWER
    return 100 * cell.last + 60 if side == "E" else 100 * cell.first + 40
