"""A drawing made for paper, with what is needed to fit it on pages. All lengths in px."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PrintDrawing:
    """A chart as SVG in resolved colours: its size, its smallest letters, and where it may be cut.

    *cuts* are heights between its rows, from top to bottom, that pass through no box and no text.
    """

    svg: str
    width: int
    height: int
    smallest: int
    cuts: tuple[int, ...] = ()
