"""The ends of lines at the border of a page → signs that lie apart, and how lines reach them.

Lines end at a cut wherever they happen to cross it, often 8 px apart. Their signs are spread along
the border in the same order, and each line turns off to its own: those that move right in the order
from the right, those that move left in the order from the left, so that none crosses another.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from generator.chart.cuts import Thread
from generator.chart.entries import SMALL
from generator.chart.text import width_of
from generator.model.drawing import Point

STUB, TRACK, SIGN, WORDS = 16, 7, 24, 15
"""A line beyond a cut, between its level stretches, the height of a sign and of a line of words."""

NAMES = "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥"
PITCH = 60
"""The most width that a sign needs with its words."""

_APART = 6
_BEFORE_LEVEL = 6

Beyond = tuple[int, bool, int]
"""Where a line is overleaf: the page, whether at its top, and the x."""


@dataclass(frozen=True, slots=True)
class Run:
    """The part of a line on one page.

    *comes*: where it was before; *goes*: where it goes on. None where it
    begins or ends at a box of this page.
    """

    thread: Thread
    page: int
    points: tuple[Point, ...]
    comes: Beyond | None = None
    goes: Beyond | None = None


@dataclass(frozen=True, slots=True)
class Sign:
    """An off-page connector: its middle and its top, its name, and words below or above it.

    *up* says that it points upwards, *leaves* that lines leave the page here.
    """

    name: str
    x: int
    y: int
    up: bool
    leaves: bool
    words: tuple[str, ...]
    words_above: bool


Key = tuple[int, Beyond]
"""What has one name: the goal, and where lines to it come back."""


@dataclass(frozen=True, slots=True)
class _Stop:
    """Where lines leave a page or come back, at its top or bottom."""

    page: int
    at_top: bool
    x: int
    leaves: bool
    key: Key


@dataclass(frozen=True, slots=True)
class Stops:
    """The signs of one page, the heights they need, and the way from each end of a line to its."""

    signs: tuple[Sign, ...]
    above: int
    below: int
    ways: dict[_Stop, tuple[Point, ...]]

    def reached(self, run: Run) -> tuple[Point, ...]:
        """A part of a line → the same, from its sign and up to its sign."""
        points = run.points
        for stop in _stops_of(run):
            way = self.ways[stop]
            points = (*points[:-1], *way) if stop.leaves else (*reversed(way), *points[1:])
        return points


def _stops_of(run: Run) -> list[_Stop]:
    """Where a part of a line comes from overleaf and where it goes on overleaf."""
    found: list[_Stop] = []
    goal = run.thread.goal
    if run.comes:
        (x, y), (_, inner) = run.points[:2]
        back = (run.page, inner > y, x)
        found.append(_Stop(*back, leaves=False, key=(goal, back)))
    if run.goes:
        (_, inner), (x, y) = run.points[-2:]
        found.append(_Stop(run.page, inner > y, x, leaves=True, key=(goal, run.goes)))
    return found


def placed_stops(
    runs: Sequence[Run], borders: tuple[int, ...], span: tuple[int, int]
) -> tuple[Stops, ...]:
    """All parts of lines → the stops of every page, by the borders between pages.

    Signs keep within *span*, from the left to the right side of what may be printed.
    """
    met: dict[_Stop, list[Run]] = {}
    for run in runs:
        for stop in _stops_of(run):
            met.setdefault(stop, []).append(run)
    ordered = sorted(met, key=lambda stop: (stop.page, not stop.at_top, stop.x, stop.key))
    names: dict[Key, str] = {}
    for stop in ordered:
        names.setdefault(stop.key, _name(len(names)))
    found: list[Stops] = []
    for page, (top, bottom) in enumerate(pairwise(borders)):
        signs: list[Sign] = []
        ways: dict[_Stop, tuple[Point, ...]] = {}
        above = below = 0
        for at_top, border in ((True, top), (False, bottom)):
            side = [stop for stop in ordered if stop.page == page and stop.at_top is at_top]
            row = _Row(at_top, border, *_spread([stop.x for stop in side], span))
            if side and at_top:
                above = row.height
            elif side:
                below = row.height
            for place, stop in enumerate(side):
                ways[stop] = row.way(place, stop.x)
                signs.append(row.sign(place, stop, names[stop.key], met[stop]))
        found.append(Stops(tuple(signs), above, below, ways))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Row:
    """The signs along one border: the middle of each, and the track on which its line moves."""

    at_top: bool
    border: int
    middles: tuple[int, ...]
    tracks: tuple[int, ...]

    @property
    def _reach(self) -> int:
        """From the border to the signs."""
        return STUB + TRACK * max(self.tracks, default=0)

    @property
    def height(self) -> int:
        """From the border to the end of the words."""
        return self._reach + SIGN + 2 * WORDS + 4

    def _away(self, far: int) -> int:
        return self.border - far if self.at_top else self.border + far

    def way(self, place: int, x: int) -> tuple[Point, ...]:
        """From the border, met at *x*, to a sign."""
        middle, end = self.middles[place], self._away(self._reach)
        if middle == x:
            return ((x, end),)
        level = self._away(_BEFORE_LEVEL + TRACK * self.tracks[place])
        return (x, level), (middle, level), (middle, end)

    def sign(self, place: int, stop: _Stop, name: str, runs: list[Run]) -> Sign:
        """The sign of a stop at which *runs* end."""
        y = self._away(self._reach) - (SIGN if self.at_top else 0)
        up = stop.leaves is self.at_top
        words = _words(stop, runs)
        return Sign(name, self.middles[place], y, up, stop.leaves, words, self.at_top)


def _spread(wanted: list[int], span: tuple[int, int]) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """The x of lines from left to right → the middles of their signs, and a track for each."""
    low, high = span[0] + PITCH // 2, span[1] - PITCH // 2
    onward: list[int] = []
    for x in wanted:
        onward.append(max(x, onward[-1] + PITCH if onward else low))
    backward: list[int] = []
    for x in reversed(wanted):
        backward.append(min(x, backward[-1] - PITCH if backward else high))
    backward.reverse()
    onward = [min(x, high - PITCH * (len(wanted) - 1 - n)) for n, x in enumerate(onward)]
    backward = [max(x, low + PITCH * n) for n, x in enumerate(backward)]
    middles = [(one + other) // 2 for one, other in zip(onward, backward, strict=True)]
    return tuple(middles), _tracks(wanted, middles)


def _tracks(wanted: list[int], middles: list[int]) -> tuple[int, ...]:
    """Each line turns off beyond those whose upright stretch it passes."""
    tracks = [0] * len(wanted)
    places = range(len(wanted))
    for place in reversed(places):
        passed = [n for n in places if place < n and wanted[n] <= middles[place] + _APART]
        tracks[place] = max((tracks[n] + 1 for n in passed), default=0)
    for place in places:
        passed = [n for n in places if n < place and wanted[n] >= middles[place] - _APART]
        tracks[place] = max([tracks[place], *(tracks[n] + 1 for n in passed)])
    return tuple(tracks)


def _name(number: int) -> str:
    return NAMES[number] if number < len(NAMES) else str(number + 1)


def _words(stop: _Stop, runs: list[Run]) -> tuple[str, ...]:
    """What stands at a sign: the page overleaf, and the step there."""
    goal, (page, _, _) = stop.key
    if stop.leaves:
        return f"接第{page + 1}页", f"第{goal}步" if goal > 0 else f"风险点{-goal}"
    pages = sorted({run.comes[0] + 1 for run in runs if run.comes})
    return _listed(pages, "接", "页"), _listed(
        sorted({run.thread.source for run in runs}), "", "步"
    )


def _listed(numbers: list[int], before: str, after: str) -> str:
    """Numbers in words that are no wider than a sign may be."""
    if len(numbers) == 1:
        return f"{before}第{numbers[0]}{after}"
    words = f"{before}{'、'.join(map(str, numbers))}{after}"
    return words if width_of(words, SMALL) <= PITCH - _APART else f"{before}{numbers[0]}{after}等"
