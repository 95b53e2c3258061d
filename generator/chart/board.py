"""Edges one by one → which stretches of the grid's lines are used, and whether one more fits.

Lines V and R have no width: two edges may share a stretch only when both go to the same step.
Lines G and H get as many tracks as they need later; here only what would force two edges onto
each other is refused: contradicting orders of tracks in the middle zone.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from typing import NamedTuple

from generator.chart.paths import UPRIGHT, Leg, LineKey, Path, coordinate
from generator.chart.place import Grid

_MARK = -1
"""Owns the cells of marks, which not even their own step's edges may cross."""
_WITH_MIDDLES = 3
"""A path of fewer legs has none that joins two others."""


Stretch = tuple[int, int, int, int]
"""A leg in use as what may be crossed: its place across, its ends along, the step it leads to."""


class Use(NamedTuple):
    """A leg in use, and what its edge may share lines with: the same target, the same kind."""

    edge: int
    target: int
    backward: bool
    leg: Leg


_use: Callable[[tuple[int, int, bool, Leg]], Use] = partial(tuple.__new__, Use)
"""All fields → a use, in two thirds of the time of `Use(…)`: a hundred are made for a chart."""


class Middle(NamedTuple):
    """A leg in the middle zone of a line: where edges join it from before and from after."""

    edge: int
    target: int
    before: frozenset[int]
    after: frozenset[int]


class Edge(NamedTuple):
    """What the board must know of an edge: its number, its two steps, whether it is a return."""

    number: int
    source: int
    target: int
    backward: bool


edge_of: Callable[[tuple[int, int, int, bool]], Edge] = partial(tuple.__new__, Edge)
"""All fields → an edge."""


def may_share(one: Use, other: Use) -> bool:
    """Whether two edges may lie on each other here: they meet on the way to one step."""
    if one.target != other.target:
        return False
    first, second = one.leg, other.leg
    if first.high == second.low or second.high == first.low:
        return True
    same_way = (first.start < first.end) == (second.start < second.end)
    return same_way and (one.backward == other.backward or first.line[0] == "V")


@dataclass(slots=True)
class Board:
    """What is used so far; lives only while one chart is routed.

    *upright* and *level* are in order, so that a leg looks only at those it may cross.
    """

    grid: Grid
    owner: dict[tuple[int, int], int] = field(default_factory=dict)
    uses: dict[LineKey, list[Use]] = field(default_factory=dict)
    middles: dict[LineKey, list[Middle]] = field(default_factory=dict)
    upright: list[Stretch] = field(default_factory=list)
    level: list[Stretch] = field(default_factory=list)
    blocked: dict[int, list[int]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Enter the boxes."""
        for number, cell in enumerate(self.grid.cells):
            for column in cell.marks:
                self.owner[cell.row, column] = _MARK
            for column in range(cell.first, cell.last + 1):
                self.owner[cell.row, column] = number
            for gutter in range(cell.first + 1, cell.last + 1):
                self.blocked.setdefault(gutter, []).append(8 * cell.row + 4)

    def fits(self, edge: Edge, path: Path) -> bool:
        """Whether *path* avoids every box and every stretch it may not share."""
        legs = path.legs
        last = len(legs) - 1
        for number, leg in enumerate(legs):
            line = leg.line
            kind = line[0]
            if kind == "H":
                continue
            source = None if number else edge.source
            target = edge.target if number == last else None
            if not self._clear_of_boxes(leg, (None, source, target)):
                return False
            if kind != "G" and line in self.uses and not self._clear_of_lines(edge, leg):
                return False
        return all(self._orderly(*middle) for middle in middles_of(edge, path))

    def use(self, edge: Edge, path: Path) -> None:
        """Take the stretches of *path*."""
        for leg in path.legs:
            use = _use((edge.number, edge.target, edge.backward, leg))
            self.uses.setdefault(leg.line, []).append(use)
            crossed = self.upright if leg.line[0] in UPRIGHT else self.level
            insort(crossed, (coordinate(leg.line), leg.low, leg.high, edge.target))
        for line, middle in middles_of(edge, path):
            self.middles.setdefault(line, []).append(middle)

    def free(self, edge: Edge, path: Path) -> None:
        """Give the stretches of *path* back."""
        for leg in path.legs:
            use = Use(edge.number, edge.target, edge.backward, leg)
            self.uses[leg.line].remove(use)
            crossed = self.upright if leg.line[0] in UPRIGHT else self.level
            crossed.remove((coordinate(leg.line), leg.low, leg.high, edge.target))
        for line, middle in middles_of(edge, path):
            self.middles[line].remove(middle)

    def crossings(self, edge: Edge, path: Path) -> int:
        """How many edges to other steps *path* would cross."""
        target, level, upright = edge.target, self.level, self.upright
        count = 0
        for line, _, _, low, high in path.legs:
            across = level if line[0] in UPRIGHT else upright
            first = bisect_left(across, (low + 1,))
            if first == len(across) or across[first][0] >= high:
                continue
            here = coordinate(line)
            for _, begin, end, leads in across[first : bisect_left(across, (high,), first)]:
                if begin < here < end and leads != target:
                    count += 1
        return count

    def _clear_of_boxes(self, leg: Leg, own: tuple[int | None, ...]) -> bool:
        """Whether a leg, which is in no channel, meets no box but its own."""
        (kind, number, _), _, _, low, high = leg
        if kind == "G":
            rows = self.blocked.get(number)
            return not rows or not any(low <= row <= high for row in rows)
        owner = self.owner.get
        if kind == "V":
            column = number // 100
            for row in range((low + 3) // 8, (high - 4) // 8 + 1):
                if owner((row, column)) not in own:
                    return False
            return True
        for at in range((low + 49) // 100, (high - 50) // 100 + 1):
            if owner((number, at)) not in own:
                return False
        return True

    def _clear_of_lines(self, edge: Edge, leg: Leg) -> bool:
        """Whether a leg in a row or column lies on none that it may not share."""
        line, _, _, begin, end = leg
        period = 8 if line[0] == "V" else 100
        for use in self.uses[line]:
            _, _, _, low, high = use.leg
            if begin > high or low > end:
                continue
            low, high = max(begin, low), min(end, high)
            if (low < high or low % period) and not may_share(
                _use((edge.number, edge.target, edge.backward, leg)), use
            ):
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
    if len(path.legs) < _WITH_MIDDLES:
        return []
    found: list[tuple[LineKey, Middle]] = []
    for number, leg in enumerate(path.legs):
        kind, _, zone = leg.line
        if kind not in "GH" or zone:
            continue
        joining = "V" if kind == "H" else "R"
        here = coordinate(leg.line)
        before: set[int] = set()
        after: set[int] = set()
        for beside in path.legs[max(0, number - 1) : number + 2]:
            if beside.line[0] == joining:
                (before if beside.low < here else after).add(beside.line[1])
        found.append(
            (leg.line, Middle(edge.number, edge.target, frozenset(before), frozenset(after)))
        )
    return found
