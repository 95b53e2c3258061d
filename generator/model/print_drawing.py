"""A drawing made for paper: on pages of its own, or in columns of one sheet.

Lengths are in px unless a name or a docstring says pt.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

LEAST_LETTERS = 6.5
"""No letter on paper is smaller, in pt."""


class PaperSize(StrEnum):
    """A sheet that offices print on."""

    A4 = "a4"
    A5 = "a5"


class Layout(StrEnum):
    """How a flow is set on paper: what fits best, or one way only."""

    BEST = "auto"
    SPINE = "spine"
    LANES = "lanes"
    RISK = "risk"


@dataclass(frozen=True, slots=True)
class PrintPage:
    """One page as SVG in resolved colours; printed at its own size, every letter can be read."""

    svg: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class PrintPages:
    """A flow on pages: *scale* is pt per px, *letters* the height in pt of the smallest letters.

    *layout* says how it is set, *turned* that the paper lies on its side, *reason* why, in Chinese.
    """

    size: PaperSize
    layout: Layout
    turned: bool
    scale: float
    letters: float
    pages: tuple[PrintPage, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class ChartColumns:
    """A flow in columns beside each other on one sheet: SVG by column, each as large as the others.

    *scale* is pt per px, *letters* the height in pt of the smallest letters.
    """

    svgs: tuple[str, ...]
    width: int
    height: int
    scale: float
    letters: float
