"""How many pages → which of them stand on which side of which sheet: paper, without any PDF."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum


class Flip(Enum):
    """The edge over which the printer turns a lying sheet to print its other side."""

    SHORT = "short"
    LONG = "long"


@dataclass(frozen=True, slots=True)
class Fold:
    """How sheets are folded: *section* is the sheets of a section, 0 for all in one.

    *creep* is the mm by which each sheet pushes those inside it outwards. *ticks* says that the
    fold is shown on the sheet.
    """

    section: int = 0
    creep: float = 0.1
    flip: Flip = Flip.SHORT
    ticks: bool = True


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a sheet: its pages from 1, None for a blank one.

    *depth* counts the sheets of the section that lie around it; *is_back* follows its front.
    """

    left: int | None
    right: int | None
    depth: int
    is_back: bool


def sides(pages: int, section: int = 0) -> tuple[Side, ...]:
    """The sides of every sheet, front and back, outermost sheet first, section by section.

    Blank pages fill the last sheet; they stand before the last page, which stays the back cover.
    """
    order = _filled(pages)
    size = 4 * section or len(order)
    sections = (order[start : start + size] for start in range(0, len(order), size))
    return tuple(side for each in sections for side in _sides_of(each))


def _filled(pages: int) -> list[int | None]:
    """Pages and blank ones, as a multiple of four."""
    order: list[int | None] = list(range(1, pages + 1))
    blank: list[int | None] = [None] * (-pages % 4)
    at = max(pages - 1, 1)
    return order[:at] + blank + order[at:]


def _sides_of(order: list[int | None]) -> Iterator[Side]:
    """A section: pages from both its ends meet in the middle."""
    last = len(order) - 1
    for depth in range(len(order) // 4):
        first = 2 * depth
        yield Side(order[last - first], order[first], depth, is_back=False)
        yield Side(order[first + 1], order[last - first - 1], depth, is_back=True)
