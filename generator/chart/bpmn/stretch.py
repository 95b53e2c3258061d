"""A drawing's x and y → those of the BPMN file: stretched where its symbols need more room.

Both maps only ever grow with their argument and keep what lies level level, so what does not touch
in the drawing does not touch in the file. All lengths in px.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass

from generator.model.drawing import Point


@dataclass(frozen=True, slots=True)
class Columns:
    """x → x: each column between its sides *(left, right)* gets as wide as it needs."""

    sides: tuple[tuple[int, int], ...]
    widths: tuple[int, ...]
    origin: int = 0

    def __call__(self, x: int) -> int:
        """The new place of *x*."""
        shift = self.origin
        for (left, right), width in zip(self.sides, self.widths, strict=True):
            if x <= left:
                break
            grown = width - (right - left)
            if x < right:
                return x + shift + (x - left) * grown // (right - left)
            shift += grown
        return x + shift


@dataclass(frozen=True, slots=True)
class Rows:
    """y → y: above and below each axis so much is put in."""

    axes: tuple[int, ...]
    above: tuple[int, ...]
    below: tuple[int, ...]
    origin: int = 0

    @classmethod
    def of(cls, extra: Mapping[int, tuple[int, int]], origin: int) -> Rows:
        """Axis → what it needs above and below, each row by its greediest box."""
        axes = tuple(sorted(extra))
        above = tuple(extra[axis][0] for axis in axes)
        return cls(axes, above, tuple(extra[axis][1] for axis in axes), origin)

    def __call__(self, y: int) -> int:
        """The new place of *y*."""
        passed = bisect_left(self.axes, y)
        shift = self.origin + sum(self.above[:passed]) + sum(self.below[:passed])
        if passed < len(self.axes) and self.axes[passed] == y:
            shift += self.above[passed]
        return y + shift


def bent(points: list[Point]) -> tuple[Point, ...]:
    """Points without those that repeat or lie on the straight way between their neighbours."""
    kept: list[Point] = []
    for point in points:
        if kept and kept[-1] == point:
            continue
        if len(kept) > 1 and _straight(kept[-2], kept[-1], point):
            kept.pop()
        kept.append(point)
    return tuple(kept)


def _straight(one: Point, two: Point, three: Point) -> bool:
    for axis in (0, 1):
        if one[axis] == two[axis] == three[axis]:
            low, high = sorted((one[1 - axis], three[1 - axis]))
            return low <= two[1 - axis] <= high
    return False
