"""Cuts of a drawing and the height of a page → where the pages end."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.chart.cuts import Cut
from generator.chart.stops import SIGN, STUB, TRACK, WORDS

_SIGN_COST, _TURNING_COST, _UNEVEN_COST = 1.0, 8.0, 6.0


@dataclass(frozen=True, slots=True)
class Rooms:
    """The height that pages have for rows and signs: the first, the last, and every other."""

    every: int
    first: int
    last: int

    @classmethod
    def alike(cls, height: int) -> Rooms:
        """Pages that are all as high."""
        return cls(height, height, height)


@dataclass(frozen=True, slots=True)
class Strip:
    """What is cut: from *top* to *bottom*, at *cuts* in between; it has so many *things*."""

    top: int
    bottom: int
    things: int
    cuts: tuple[Cut, ...]

    def ends(self) -> tuple[Cut, ...]:
        """The cuts, with the beginning and the end."""
        return (Cut(self.top, 0, 0, 0), *self.cuts, Cut(self.bottom, self.things, 0, 0))


def band(signs: int) -> int:
    """The most height that so many signs need on either side of a cut."""
    return STUB + TRACK * (signs - 1) + SIGN + 2 * WORDS + 4 if signs else 0


def pages_needed(strip: Strip, room: int) -> int:
    """A strip and the height of a page → how many pages it takes; 0 where something fits none."""
    ends = strip.ends()
    at = pages = 0
    while at < len(ends) - 1:
        reach = max((n for n in range(at + 1, len(ends)) if _fits(ends, at, n, room)), default=at)
        if reach == at:
            return 0
        at, pages = reach, pages + 1
    return pages


def paged(strip: Strip, rooms: Rooms) -> tuple[int, ...] | None:
    """A strip → the heights at which its pages end but the last; None where something fits none.

    The fewest pages, then few signs and pages that are about as full.
    """
    ends = strip.ends()
    last = len(ends) - 1
    even = _even(strip, rooms)
    best: list[tuple[int, float, int]] = [(0, 0.0, -1)]
    for number in range(1, last + 1):
        ways = _ways(ends, number, rooms, best)
        best.append(
            min(
                ((pages, cost + _cost(ends, n, number, even), n) for pages, cost, n in ways),
                default=_NO,
            )
        )
    if best[last] == _NO:
        return None
    found: list[int] = []
    at = best[last][2]
    while at > 0:
        found.append(ends[at].y)
        at = best[at][2]
    return tuple(reversed(found))


_NO = (1 << 30, 0.0, -1)


def _ways(
    ends: tuple[Cut, ...], number: int, rooms: Rooms, best: list[tuple[int, float, int]]
) -> Iterator[tuple[int, float, int]]:
    """The pages that may end at cut *number*, by the cut at which each begins."""
    for before in range(number - 1, -1, -1):
        if ends[number].y - ends[before].y > max(rooms.every, rooms.first, rooms.last):
            break
        room = rooms.first if before == 0 else rooms.every
        if number == len(ends) - 1:
            room = min(room, rooms.last)
        if best[before] != _NO and _fits(ends, before, number, room):
            pages, cost, _ = best[before]
            yield pages + 1, cost, before


def _fits(ends: tuple[Cut, ...], first: int, last: int, room: int) -> bool:
    """Whether a page may go from one cut to another: something is on it, and all of that fits."""
    one, other = ends[first], ends[last]
    return one.above < other.above and band(one.signs) + other.y - one.y + band(other.signs) <= room


def _even(strip: Strip, rooms: Rooms) -> float:
    """The height of each page if all were as full."""
    tall = strip.bottom - strip.top
    return tall / max(1, -(-tall // rooms.every))


def _cost(ends: tuple[Cut, ...], first: int, last: int, even: float) -> float:
    one, other = ends[first], ends[last]
    uneven = (other.y - one.y - even) / even
    return _SIGN_COST * other.signs + _TURNING_COST * other.turning + _UNEVEN_COST * uneven * uneven
