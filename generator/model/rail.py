"""A flow drawn as a line beside its step list: signs one below the other, ways at their left.

It is known row by row, without heights: a printer sets each step as high as its words are and draws
the lines of that row. So the lines go on from row to row and from page to page.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.drawing import Shape

TOP = -1
"""The upper border of a row, as an end of a stretch; its lower border is the number of its pins."""


@dataclass(frozen=True, slots=True)
class Pin:
    """A level line from the left side of a sign to a track; pins count from the top.

    *track* counts from 1, which lies nearest to the signs; on 0 a way ends that is 未载明.
    *arrow*: the way ends here; *joins*: it runs into a line that comes from elsewhere; *label* says
    when it is taken.
    """

    track: int
    dashed: bool
    arrow: bool
    joins: bool
    label: str


@dataclass(frozen=True, slots=True)
class Stretch:
    """An upright line on a track within a row, between two pins or borders of the row."""

    track: int
    top: int
    bottom: int
    dashed: bool


@dataclass(frozen=True, slots=True)
class RailRow:
    """A step: its sign, the pins of its left side and the lines beside it.

    *down*: a way leads straight into the next step; *label* says when it is taken. *entered*: one
    comes straight from the step before. *bar_above* and *bar_below* are the bars of 等齐 and 并行.
    """

    shape: Shape
    entered: bool
    down: bool
    label: str
    pins: tuple[Pin, ...]
    stretches: tuple[Stretch, ...]
    bar_above: bool
    bar_below: bool


@dataclass(frozen=True, slots=True)
class Rail:
    """A whole flow; *tracks* is how many lines lie beside each other at most."""

    tracks: int
    rows: tuple[RailRow, ...]
