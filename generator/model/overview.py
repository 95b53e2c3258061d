"""An overview map: boxes in columns and lines between them, and its drawing with holes for links.

A map is what is told; pages say the same as a list. Its drawing is SVG cut where the address of a
link belongs, because only pages know addresses.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cached_property

NETWORK = "network"
HANDOFFS = "handoffs"
"""The names of the maps of the whole district; a body's map is named by its folder."""


def row_anchor(number: int) -> str:
    """The place of a hand-off, counted from 1, in the list beside its map."""
    return f"handoff-{number}"


class BoxKind(Enum):
    """What a box stands for."""

    NETWORK = "network"
    PLATFORM = "platform"
    BODY = "body"
    GROUP = "group"
    ITEM = "item"
    POST = "post"
    FLOW = "flow"
    MISSING = "missing"


class Goal(Enum):
    """What kind of page, or which place on the map's own page, a box or a line leads to."""

    HOME = "home"
    UNITS = "units"
    UNIT = "unit"
    TOWNSHIP_VILLAGES = "township-villages"
    VILLAGE = "village"
    ITEM = "item"
    FLOW = "flow"
    ROW = "row"


@dataclass(frozen=True, slots=True)
class Target:
    """Where a link leads: *folder* "" is that of the body the map is about."""

    goal: Goal
    folder: str = ""
    id: str = ""


@dataclass(frozen=True, slots=True)
class MapBox:
    """A box: its column from 0, its name, and what is said below it in small letters."""

    name: str
    column: int
    kind: BoxKind
    notes: tuple[str, ...] = ()
    target: Target | None = None


@dataclass(frozen=True, slots=True)
class MapLine:
    """A line between two boxes of different columns, by their places among the boxes.

    *words* name both ends of a line that has an arrow; *target* is where it leads.
    """

    source: int
    end: int
    arrow: bool = False
    words: str = ""
    target: Target | None = None


@dataclass(frozen=True, slots=True)
class Band:
    """A heading over the columns from *first* to *last*."""

    title: str
    first: int
    last: int


@dataclass(frozen=True)
class OverviewMap:
    """A whole map; boxes of a column stand together."""

    title: str
    description: str
    bands: tuple[Band, ...]
    boxes: tuple[MapBox, ...]
    lines: tuple[MapLine, ...]

    def of_kind(self, kind: BoxKind) -> Iterator[tuple[int, MapBox]]:
        """The boxes of a kind with their places."""
        return ((place, box) for place, box in enumerate(self.boxes) if box.kind is kind)

    def in_band(self, band: Band) -> Iterator[tuple[int, MapBox]]:
        """The boxes under a heading, with their places."""
        columns = range(band.first, band.last + 1)
        return ((place, box) for place, box in enumerate(self.boxes) if box.column in columns)

    @cached_property
    def ends(self) -> Mapping[int, tuple[MapLine, ...]]:
        """The place of a box → the lines that begin there."""
        found: dict[int, tuple[MapLine, ...]] = {}
        for line in self.lines:
            found[line.source] = (*found.get(line.source, ()), line)
        return found


@dataclass(frozen=True, slots=True)
class Sketch:
    """A map drawn: SVG cut at each link, where the links lead, in order, and its height in px."""

    texts: tuple[str, ...]
    targets: tuple[Target, ...]
    height: int

    def linked(self, href: Callable[[Target], str]) -> str:
        """The whole SVG; *href* gives an attribute for a target, or "" for no link."""
        found = [self.texts[0]]
        for target, text in zip(self.targets, self.texts[1:], strict=True):
            found += (href(target), text)
        return "".join(found)


@dataclass(frozen=True, slots=True)
class Overview:
    """A map and its drawing; without one *why* says in a sentence why only the list is there."""

    told: OverviewMap
    sketch: Sketch | None = None
    why: str = ""
