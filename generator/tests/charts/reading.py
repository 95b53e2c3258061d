"""The SVG of a chart → what it shows, read back from the markup alone. Lengths in px."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple
from xml.etree import ElementTree

from generator.chart.text import width_of

SVG = "{http://www.w3.org/2000/svg}"
SHAPES = {"c-process", "c-terminal", "c-decision", "c-vote", "c-wait"}
SIGNS = {"c-document", "c-number", "c-unstated", "c-shared", "c-risk-1", "c-risk-2", "c-risk-3"}
BODIES = {"c-line", "c-back", "c-lost"}

Point = tuple[float, float]


class Area(NamedTuple):
    """A rectangle by its four sides; a straight stretch of an edge is one without width."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Area, gap: float = 0) -> bool:
        """Whether two areas overlap or come nearer than *gap*."""
        return (
            self.left < other.right + gap
            and other.left < self.right + gap
            and self.top < other.bottom + gap
            and other.top < self.bottom + gap
        )

    def holds(self, other: Area) -> bool:
        """Whether *other* lies wholly inside."""
        across = self.left <= other.left and other.right <= self.right
        return across and self.top <= other.top and other.bottom <= self.bottom

    def corners(self) -> tuple[Point, ...]:
        """The four corners."""
        return (
            (self.left, self.top),
            (self.right, self.top),
            (self.right, self.bottom),
            (self.left, self.bottom),
        )


@dataclass(frozen=True)
class SeenText:
    """A text and the area that it covers."""

    words: str
    area: Area


@dataclass(frozen=True)
class SeenBox:
    """A step: its outline (a polygon's corners or a rectangle's), its signs and its texts."""

    number: int
    outline: tuple[Point, ...]
    pointed: bool
    signs: tuple[tuple[str, Area], ...]
    texts: tuple[SeenText, ...]

    @cached_property
    def area(self) -> Area:
        """The rectangle around the outline."""
        return around(self.outline)


@dataclass(frozen=True)
class SeenLine:
    """An edge: the steps it says it joins (target 0: not stated), its corners and stretches."""

    source: int
    target: int
    points: tuple[Point, ...]
    stretches: tuple[Area, ...]
    labels: tuple[SeenText, ...]
    tipped: bool


@dataclass(frozen=True)
class SeenCard:
    """A risk card: its area and texts."""

    area: Area
    texts: tuple[SeenText, ...]


@dataclass(frozen=True)
class SeenChart:
    """All that is drawn."""

    width: int
    height: int
    boxes: dict[int, SeenBox]
    lines: tuple[SeenLine, ...]
    cards: tuple[SeenCard, ...]
    leaders: tuple[tuple[Point, ...], ...]
    lanes: tuple[tuple[str, float, float], ...]


def read_chart(svg: str) -> SeenChart:
    """SVG as written for a page → what it shows."""
    root = ElementTree.fromstring(svg)  # noqa: S314  # We wrote this text ourselves.
    groups = root.findall(f"{SVG}g")
    boxes = [_box(link) for link in root.findall(f"{SVG}a")]
    return SeenChart(
        width=int(root.get("width", "0")),
        height=int(root.get("height", "0")),
        boxes={box.number: box for box in boxes},
        lines=tuple(_line(group) for group in groups if group.get("data-way")),
        cards=tuple(_card(group) for group in groups if _classes(group) & {"c-card"}),
        leaders=tuple(
            path_points(path.get("d", ""))
            for path in root.findall(f"{SVG}path")
            if path.get("class") == "c-leader"
        ),
        lanes=_lanes(groups),
    )


def _classes(element: ElementTree.Element) -> set[str]:
    return {child.get("class", "") for child in element}


def _box(link: ElementTree.Element) -> SeenBox:
    outline = next(child for child in link if child.get("class") in SHAPES)
    corners = tuple(shape_corners(outline))
    pointed = outline.tag == f"{SVG}polygon"
    signs = tuple(
        (str(child.get("class")), around(tuple(shape_corners(child))))
        for child in link
        if child.get("class") in SIGNS
    )
    number = next(t.text for t in link.iter() if t.get("class") == "c-number-text")
    return SeenBox(int(number or 0), corners, pointed, signs, _texts(link))


def _line(group: ElementTree.Element) -> SeenLine:
    source, target = str(group.get("data-way")).split("-")
    paths = [path for path in group.findall(f"{SVG}path") if path.get("class") in BODIES]
    points = path_points(paths[0].get("d", ""))
    stretches = tuple(around(ends) for ends in pairwise(points))
    tipped = len(group.findall(f"{SVG}path")) > 1
    return SeenLine(int(source), int(target or 0), points, stretches, _texts(group), tipped)


def _card(group: ElementTree.Element) -> SeenCard:
    sheet = next(child for child in group if child.get("class") == "c-card")
    return SeenCard(around(tuple(shape_corners(sheet))), _texts(group))


def _lanes(groups: list[ElementTree.Element]) -> tuple[tuple[str, float, float], ...]:
    """Each post's name and the left and right side of its column."""
    head = next((group for group in groups if "c-head" in _classes(group)), None)
    if head is None:
        return ()
    grid = next(child for child in head if child.get("class") == "c-grid").get("d", "")
    right = float(next(child for child in head if child.get("class") == "c-head").get("width", "0"))
    edges = [0.0, *(float(x) for x in re.findall(r"M(\d+) 0V", grid) if x != "0"), right]
    texts = _texts(head)
    return tuple(
        ("".join(t.words for t in texts if low <= _middle(t.area) <= high), low, high)
        for low, high in pairwise(edges)
    )


def _middle(area: Area) -> float:
    return (area.left + area.right) / 2


def _texts(element: ElementTree.Element) -> tuple[SeenText, ...]:
    return tuple(text_seen(text) for text in element.findall(f"{SVG}text"))


def text_seen(text: ElementTree.Element, at: Point = (0, 0)) -> SeenText:
    """A text, moved by *at* → its words and the area that they cover."""
    words = text.text or ""
    size = int(text.get("font-size", "14"))
    x, y, wide = float(text.get("x", "0")), float(text.get("y", "0")), width_of(words, size)
    x, y = x + at[0], y + at[1]
    left = x if text.get("text-anchor") == "start" else x - wide / 2
    return SeenText(words, Area(left, y - size * 0.86, left + wide, y + size * 0.12))


def shape_corners(shape: ElementTree.Element) -> Iterator[Point]:
    """The corners of a rect, polygon or path (curves by their end points)."""
    if shape.tag == f"{SVG}polygon":
        for pair in shape.get("points", "").split():
            left, top = pair.split(",")
            yield float(left), float(top)
    elif shape.tag == f"{SVG}rect":
        x, y = float(shape.get("x", "0")), float(shape.get("y", "0"))
        wide, tall = float(shape.get("width", "0")), float(shape.get("height", "0"))
        yield from Area(x, y, x + wide, y + tall).corners()
    else:
        yield from path_points(shape.get("d", ""))


def path_points(path: str) -> tuple[Point, ...]:
    """Path data of the few commands we write → the points that it visits."""
    found: list[Point] = []
    x = y = 0.0
    for command, rest in re.findall(r"([MLHVhvqtlAz])([^MLHVhvqtlAz]*)", path):
        numbers = [float(n) for n in re.findall(r"-?[\d.]+", rest)]
        if command in "ML":
            x, y = numbers
        elif command == "H":
            x = numbers[0]
        elif command == "V":
            y = numbers[0]
        elif command == "h":
            x += numbers[0]
        elif command == "v":
            y += numbers[0]
        elif command == "A":
            found.append((x + numbers[0], (y + numbers[-1]) / 2))
            x, y = numbers[-2], numbers[-1]
        elif command in "qtl":
            x, y = x + numbers[-2], y + numbers[-1]
        found.append((x, y))
    return tuple(found)


def around(points: tuple[Point, ...]) -> Area:
    """The smallest area that holds all points."""
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return Area(min(xs), min(ys), max(xs), max(ys))
