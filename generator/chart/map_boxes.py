"""A box of a map → its lines of text and its height; where columns stand. All lengths in px."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from generator.chart.entries import Entry, body, small, tall
from generator.model.overview import MapBox

WIDTH = 140
"""Every box is as wide, so that columns are; a phone shows two of them."""

GAP = 48
"""Room for lines between two columns."""

MARGIN = 14
_SIDES = 18
_ABOVE, _BELOW = 8, 10
_PORT = 9
"""As far apart as arrows must be to be told from each other."""

_LEAST = 44
"""A box is a thing to tap."""


@dataclass(frozen=True, slots=True)
class Measured:
    """What a box says, broken into lines, the room above them, and how tall that makes it."""

    entries: tuple[Entry, ...]
    above: int
    height: int


@lru_cache(maxsize=4096)
def measured(box: MapBox, lines: int) -> Measured:
    """A box → its texts and its height: even, so that its axis lies on a whole px.

    So many *lines* may end at one side that they need more room than the texts.
    """
    inner = WIDTH - _SIDES
    notes = (entry for note in box.notes for entry in small(note, inner))
    entries = (*body(box.name, inner), *notes)
    height = max(_LEAST, tall(entries) + _ABOVE + _BELOW, (lines + 1) * _PORT)
    height += height % 2
    return Measured(entries, (height - tall(entries)) // 2, height)


def left_of(column: int) -> int:
    """The x of the left side of a column."""
    return MARGIN + column * (WIDTH + GAP)
