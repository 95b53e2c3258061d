"""The SVG of a printed page → what it shows, in px of the page and in pt on paper."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from xml.etree import ElementTree

from generator.tests.charts.reading import (
    SVG,
    Area,
    Point,
    SeenText,
    around,
    path_points,
    shape_corners,
    text_seen,
)

PT_PER_MM = 72 / 25.4


@dataclass(frozen=True)
class SeenSign:
    """An off-page connector: its name and words, and whether a line leaves the page here."""

    name: str
    words: tuple[str, ...]
    area: Area
    texts: tuple[SeenText, ...]
    leaves: bool

    @property
    def pages(self) -> tuple[int, ...]:
        """The pages named in “接第2页”, “接1、2页”."""
        return tuple(map(int, re.findall(r"\d+", self.words[0])))


@dataclass(frozen=True)
class SeenRun:
    """A line or a part of one: the steps that it says it joins (0: not stated)."""

    source: int
    target: int
    points: tuple[Point, ...]

    @property
    def stretches(self) -> tuple[Area, ...]:
        """Its straight parts."""
        return tuple(around(ends) for ends in pairwise(self.points))


@dataclass(frozen=True)
class SeenPage:
    """All that a page shows; *points* is pt per px, *letters* the smallest letters in pt.

    *told* are the words of boxes, lines and cards.
    """

    area: Area
    points: float
    letters: float
    boxes: dict[int, Area]
    cards: dict[int, Area]
    runs: tuple[SeenRun, ...]
    leaders: tuple[tuple[Point, ...], ...]
    signs: tuple[SeenSign, ...]
    texts: tuple[SeenText, ...]
    told: tuple[str, ...]
    things: tuple[Area, ...]

    @property
    def words(self) -> tuple[str, ...]:
        """Every text on the page."""
        return tuple(text.words for text in self.texts)


def read_page(svg: str) -> SeenPage:
    """SVG as written for paper → what it shows."""
    root = ElementTree.fromstring(svg)  # noqa: S314  # We wrote this text ourselves.
    _, _, wide, tall = map(float, root.get("viewBox", "").split())
    points = float(root.get("width", "0mm").removesuffix("mm")) * PT_PER_MM / wide
    texts = [(text_seen(text, at), _size(text)) for text, at in _within(root, "text")]
    moved = [(group, _shift(group)) for group in root.findall(f"{SVG}g")]
    groups = [(inner, at) for outer, at in moved for inner in outer.findall(f"{SVG}g")]
    paths = [(path, at) for outer, at in moved for path in outer.findall(f"{SVG}path")]
    shapes = ("rect", "polygon", "path")
    things = [thing for shape in shapes for thing in _within(root, shape)]
    return SeenPage(
        area=Area(0, 0, wide, tall),
        points=points,
        letters=min(size for _, size in texts) * points,
        boxes=dict(_boxes(groups)),
        cards=dict(_cards(groups)),
        runs=tuple(_runs(groups)),
        leaders=tuple(
            _moved(path_points(path.get("d", "")), at)
            for path, at in paths
            if path.get("stroke-dasharray") == "3 2"
        ),
        signs=tuple(_signs(groups)),
        texts=tuple(text for text, _ in texts),
        told=tuple(
            text.text or ""
            for group, _ in groups
            if not group.get("data-sign")
            for text in group.findall(f"{SVG}text")
        ),
        things=tuple(around(_moved(tuple(shape_corners(one)), at)) for one, at in things),
    )


def _shift(group: ElementTree.Element) -> Point:
    found = re.fullmatch(r"translate\((-?\d+) (-?\d+)\)", group.get("transform", ""))
    return (float(found[1]), float(found[2])) if found else (0, 0)


def _within(
    root: ElementTree.Element, tag: str, at: Point = (0, 0)
) -> Iterator[tuple[ElementTree.Element, Point]]:
    """Every element of a kind, and how far it is moved."""
    for child in root:
        x, y = _shift(child)
        if child.tag == SVG + tag:
            yield child, at
        yield from _within(child, tag, (at[0] + x, at[1] + y))


def _size(text: ElementTree.Element) -> int:
    return int(text.get("font-size", "14"))


def _moved(points: tuple[Point, ...], at: Point) -> tuple[Point, ...]:
    return tuple((x + at[0], y + at[1]) for x, y in points)


def _area(element: ElementTree.Element, at: Point) -> Area:
    return around(_moved(tuple(shape_corners(element)), at))


Groups = list[tuple[ElementTree.Element, Point]]


def _boxes(groups: Groups) -> Iterator[tuple[int, Area]]:
    for group, at in groups:
        title = group.find(f"{SVG}title")
        found = re.match(r"第(\d+)步", title.text or "") if title is not None else None
        if found:
            outline = next(child for child in group if child.tag != f"{SVG}title")
            yield int(found[1]), _area(outline, at)


def _cards(groups: Groups) -> Iterator[tuple[int, Area]]:
    for group, at in groups:
        words = [text.text or "" for text in group.findall(f"{SVG}text")]
        found = re.search(r"风险 · 风险点(\d+)$", words[0]) if words else None
        if found and group.find(f"{SVG}title") is None:
            yield int(found[1]), _area(group[0], at)


def _runs(groups: Groups) -> Iterator[SeenRun]:
    for group, at in groups:
        if way := group.get("data-way"):
            source, target = way.split("-")
            points = _moved(path_points(group[0].get("d", "")), at)
            yield SeenRun(int(source), int(target or 0), points)


def _signs(groups: Groups) -> Iterator[SeenSign]:
    for group, at in groups:
        if way := group.get("data-sign"):
            texts = tuple(text_seen(text, at) for text in group.findall(f"{SVG}text"))
            name, *words = (text.words for text in texts)
            yield SeenSign(name, tuple(words), _area(group[0], at), texts, way == "out")
