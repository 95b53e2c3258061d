"""Edges one by one → which stretches of the grid's lines are used, and whether one more fits.

Lines V and R have no width: two edges may share a stretch only when both go to the same step.
Lines G and H get as many tracks as they need later; here only what would force two edges onto
each other is refused: contradicting orders of tracks in the middle zone.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from typing import NamedTuple

from generator.chart.paths import UPRIGHT, Leg, LineKey, Path
from generator.chart.place import Grid

Edge = tuple[int, int, int, bool]
"""What the board must know of an edge: its number, its two steps, whether it is a return."""

Use = tuple[Edge, Leg]
"""A leg in use, and its edge."""


class Middle(NamedTuple):
    """A leg in the middle zone of a line: where edges join it from before and from after."""

    edge: int
    target: int
    before: frozenset[int]
    after: frozenset[int]


def may_share(one: Use, other: Use) -> bool:
    """Whether two edges may lie on each other here: they meet on the way to one step."""
    (_, _, target, backward), (line, _, start, end, low, high) = one
    (_, _, other_target, also_backward), (_, _, other_start, other_end, begin, stop) = other
    if target != other_target:
        return False
    if high == begin or stop == low:
        return True
    same_way = (start < end) == (other_start < other_end)
    return same_way and (backward == also_backward or line[0] == "V")


@dataclass(slots=True)
class Stretches:
    """Legs in use that run one way, as what may be crossed, in the order of their *places* across.

    Each is known by its low and high end and by the step it leads to.
    """

    places: list[int] = field(default_factory=list)
    found: list[tuple[int, int, int]] = field(default_factory=list)

    def put(self, place: int, stretch: tuple[int, int, int]) -> None:
        """One more is in use."""
        number = bisect_left(self.places, place)
        self.places.insert(number, place)
        self.found.insert(number, stretch)

    def take_out(self, place: int, stretch: tuple[int, int, int]) -> None:
        """One is no longer in use."""
        number = self.found.index(stretch, bisect_left(self.places, place))
        del self.places[number], self.found[number]


class _Boxes:
    """Which rows of each column and each gutter have a box, and which columns of each row: bits."""

    __slots__ = ("columns", "gutters", "rows")

    def __init__(self, grid: Grid) -> None:
        self.columns = [0] * grid.columns
        self.gutters = [0] * (grid.columns + 1)
        self.rows = [0] * grid.rows
        for cell in grid.cells:
            bit, first, last = 1 << cell.row, cell.first, cell.last
            self.rows[cell.row] |= cell.columns
            for column in (*range(first, last + 1), *cell.marks):
                self.columns[column] |= bit
            for gutter in range(first + 1, last + 1):
                self.gutters[gutter] |= bit

    def met(self, line: LineKey, low: int, high: int) -> int:
        """The boxes that a leg would run through, as bits; a leg ends before the boxes it joins."""
        kind, number, _ = line
        if kind == "R":
            first, behind = (low + 49) // 100, (high + 50) // 100
            return self.rows[number] & ((1 << behind) - (1 << first))
        first, behind = (low + 3) // 8, (high + 4) // 8
        here = self.columns[number // 100] if kind == "V" else self.gutters[number]
        return here & ((1 << behind) - (1 << first))


class Board:
    """What is used so far; lives only while one chart is routed."""

    __slots__ = ("boxes", "grid", "level", "middles", "upright", "uses")

    def __init__(self, grid: Grid) -> None:
        self.grid = grid
        self.boxes = _Boxes(grid)
        self.uses: dict[LineKey, list[Use]] = {}
        self.middles: dict[LineKey, list[Middle]] = {}
        self.upright = Stretches()
        self.level = Stretches()

    def fits(self, edge: Edge, path: Path) -> bool:
        """Whether *path* avoids every box and every stretch it may not share."""
        met, uses, middles = self.boxes.met, self.uses, self.middles
        beside_others = False
        for leg in path[2]:
            line, _, _, _, low, high = leg
            kind = line[0]
            if kind != "H" and met(line, low, high):
                return False
            if kind in "GH":
                beside_others = beside_others or line in middles
            elif line in uses and not self._clear_of_lines(edge, leg):
                return False
        if not beside_others:
            return True
        return all(self._orderly(*middle) for middle in middles_of(edge, path))

    def use(self, edge: Edge, path: Path) -> None:
        """Take the stretches of *path*."""
        _, _, target, _ = edge
        uses = self.uses
        for leg in path[2]:
            line, place, _, _, low, high = leg
            if line in uses:
                uses[line].append((edge, leg))
            else:
                uses[line] = [(edge, leg)]
            stretches = self.upright if line[0] in UPRIGHT else self.level
            stretches.put(place, (low, high, target))
        for line, middle in middles_of(edge, path):
            self.middles.setdefault(line, []).append(middle)

    def free(self, edge: Edge, path: Path) -> None:
        """Give the stretches of *path* back."""
        _, _, target, _ = edge
        for leg in path[2]:
            line, place, _, _, low, high = leg
            self.uses[line].remove((edge, leg))
            stretches = self.upright if line[0] in UPRIGHT else self.level
            stretches.take_out(place, (low, high, target))
        for line, middle in middles_of(edge, path):
            self.middles[line].remove(middle)

    def crossings(self, edge: Edge, path: Path) -> int:
        """How many edges to other steps *path* would cross."""
        _, _, target, _ = edge
        level, upright = self.level, self.upright
        count = 0
        for line, here, _, _, low, high in path[2]:
            across = level if line[0] in UPRIGHT else upright
            places = across.places
            first = bisect_right(places, low)
            if first == len(places) or places[first] >= high:
                continue
            behind = bisect_left(places, high, first)
            for begin, end, leads in across.found[first:behind]:
                if begin < here < end and leads != target:
                    count += 1
        return count

    def _clear_of_lines(self, edge: Edge, leg: Leg) -> bool:
        """Whether a leg in a row or column lies on none that it may not share."""
        line, _, _, _, begin, end = leg
        period = 8 if line[0] == "V" else 100
        for use in self.uses[line]:
            _, (_, _, _, _, low, high) = use
            if begin > high or low > end:
                continue
            low, high = max(begin, low), min(end, high)
            if (low < high or low % period) and not may_share((edge, leg), use):
                return False
        return True

    def _orderly(self, line: LineKey, new: Middle) -> bool:
        """Whether the middle zone of *line* can still be put in order with *new*."""
        others = self.middles.get(line, ())
        earlier = {m.edge for m in others if stands_before(m, new)}
        waiting = [m for m in others if stands_before(new, m)]
        seen: set[int] = set()
        while waiting:
            here = waiting.pop()
            if here.edge in earlier:
                return False
            if here.edge not in seen:
                seen.add(here.edge)
                waiting.extend(m for m in others if stands_before(here, m))
        return True


def stands_before(one: Middle, other: Middle) -> bool:
    """Whether *one* needs a track before *other*: they would meet on the same pin line."""
    return one.target != other.target and bool(one.before & other.after)


def middles_of(edge: Edge, path: Path) -> list[tuple[LineKey, Middle]]:
    """The legs of *path* in middle zones, with the lines that join them from either side."""
    _, _, legs = path
    found: list[tuple[LineKey, Middle]] = []
    for number, (line, here, _, _, _, _) in enumerate(legs):
        kind, _, zone = line
        if zone or kind not in "GH":
            continue
        joining = "V" if kind == "H" else "R"
        before: set[int] = set()
        after: set[int] = set()
        for (joined, place, _), _, _, _, low, _ in legs[number - 1 : number + 2]:
            if joined == joining:
                (before if low < here else after).add(place)
        found.append((line, Middle(edge[0], edge[2], frozenset(before), frozenset(after))))
    return found
