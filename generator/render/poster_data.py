"""Posters and boards for the notice wall as finished words: what `poster.typ` may read.

Lengths are in mm of an A3 sheet unless they are px of a drawing; A2 is the same, enlarged.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass

from generator.render.booklet import Contact, PrintedStep

AREA = (272.0, 204.0)
"""Width and height that a chart has beside its steps."""

WHOLE_AREA = (396.0, 204.0)
"""What it has on a sheet of its own, where it is too long to be read beside its steps."""

GAP = 6.0
"""Between the columns of a chart."""


@dataclass(frozen=True, slots=True)
class PosterChart:
    """The columns of a chart: the names of their images, their size in px, and pt per px."""

    files: tuple[str, ...]
    width: int
    height: int
    scale: float
    alt: str
    alone: bool


@dataclass(frozen=True, slots=True)
class Poster:
    """One flow: *uses* names the items that follow it, *posts* are those who act, with phones.

    *qr* is "" where the district has no 网址.
    """

    title: str
    uses: str
    steps: tuple[PrintedStep, ...]
    chart: PosterChart
    source: str
    posts: tuple[Contact, ...] = ()
    qr: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """Rows of a board below a heading; "" where there is none."""

    name: str
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Board:
    """A list on the wall; *widths* are shares of the sheet, *columns* how many lie side by side."""

    title: str
    words: str
    heads: tuple[str, ...]
    widths: tuple[float, ...]
    groups: tuple[Group, ...]
    columns: int
    qr: str


@dataclass(frozen=True, slots=True)
class Wall:
    """All boards and posters of one body; *enlarged* is the factor to A3, *web* warns of examples.

    *phones* stand at the foot of every sheet, *source* is the body's file.
    """

    owner: str
    district: str
    title: str
    accent: str
    enlarged: float
    boards: tuple[Board, ...]
    posters: tuple[Poster, ...]
    phones: tuple[Contact, ...]
    foot: str
    stamp: str
    warning: str
    source: str


def to_json(wall: Wall) -> str:
    """A wall → the JSON text that its template reads."""
    return json.dumps(asdict(wall), ensure_ascii=False, indent=1)
