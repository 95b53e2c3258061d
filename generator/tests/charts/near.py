"""Many areas → the few pairs of them that can meet, without asking every pair. Lengths in px."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Generic, TypeVar

from generator.tests.charts.reading import Area

Name = TypeVar("Name")

_STRIP = 96


class Strips(Generic[Name]):
    """Named areas, found by the level strips of the drawing that they lie in."""

    def __init__(self, named: Iterable[tuple[Name, Area]]) -> None:
        self._strips: dict[int, list[tuple[Name, Area]]] = {}
        for name, area in named:
            for strip in _strips(area):
                self._strips.setdefault(strip, []).append((name, area))

    def meeting(self, area: Area, gap: float = 0) -> dict[Name, None]:
        """The names of those that *area* meets or comes nearer to than *gap*, each once."""
        wide = Area(area.left, area.top - gap, area.right, area.bottom + gap)
        return {
            name: None
            for strip in _strips(wide)
            for name, other in self._strips.get(strip, ())
            if area.meets(other, gap)
        }


def pairs(areas: Sequence[Area], gap: float = 0) -> Iterator[tuple[int, int]]:
    """The places of each two areas that meet or come nearer than *gap*, the first place first."""
    downwards = sorted(range(len(areas)), key=lambda place: areas[place].top)
    for at, one in enumerate(downwards, 1):
        area = areas[one]
        end = area.bottom + gap
        for other in downwards[at:]:
            if areas[other].top >= end:
                break
            if area.meets(areas[other], gap):
                yield (one, other) if one < other else (other, one)


def _strips(area: Area) -> range:
    return range(int(area.top // _STRIP), int(area.bottom // _STRIP) + 1)
