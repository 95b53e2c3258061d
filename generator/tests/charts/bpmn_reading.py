"""A BPMN file → what it shows and where, and every fault of it that a reader would stumble over."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations, pairwise
from xml.etree import ElementTree

from generator.tests.charts.reading import Area, Point

MODEL = "{http://www.omg.org/spec/BPMN/20100524/MODEL}"
DIAGRAM = "{http://www.omg.org/spec/BPMN/20100524/DI}"
BOUNDS = "{http://www.omg.org/spec/DD/20100524/DC}Bounds"
WAYPOINT = "{http://www.omg.org/spec/DD/20100524/DI}waypoint"
_FRAMES = ("pool", "lane_")


@dataclass(frozen=True)
class SeenFile:
    """Shapes, labels and lines by the id of their element; *kinds* says which element that is."""

    kinds: dict[str, str]
    shapes: dict[str, Area]
    labels: dict[str, Area]
    lines: dict[str, tuple[Point, ...]]
    ends: dict[str, tuple[str, str]]

    def frames(self) -> dict[str, Area]:
        """The pool and its lanes."""
        return {name: area for name, area in self.shapes.items() if name.startswith(_FRAMES)}

    def symbols(self) -> dict[str, Area]:
        """Everything else that has a place."""
        return {name: area for name, area in self.shapes.items() if not name.startswith(_FRAMES)}


def seen(file: bytes) -> SeenFile:
    """A file → what is in it."""
    root = ElementTree.fromstring(file)  # noqa: S314  # We wrote this file ourselves.
    meant = [each for each in root.iter() if each.get("id") and each.tag.startswith(MODEL)]
    shapes: dict[str, Area] = {}
    labels: dict[str, Area] = {}
    lines: dict[str, tuple[Point, ...]] = {}
    for drawn in root.iter():
        name = drawn.get("bpmnElement", "")
        bounds, label = drawn.find(BOUNDS), drawn.find(f"{DIAGRAM}BPMNLabel/{BOUNDS}")
        if bounds is not None and name:
            shapes[name] = _area(bounds)
        if label is not None:
            labels[name] = _area(label)
        points = tuple(
            (float(p.get("x", "")), float(p.get("y", ""))) for p in drawn.findall(WAYPOINT)
        )
        if points:
            lines[name] = points
    return SeenFile(
        {each.get("id", ""): each.tag.removeprefix(MODEL) for each in meant},
        shapes,
        labels,
        lines,
        {
            each.get("id", ""): (each.get("sourceRef", ""), each.get("targetRef", ""))
            for each in meant
            if each.get("sourceRef")
        },
    )


def _area(bounds: ElementTree.Element) -> Area:
    x, y, width, height = (float(bounds.get(n, "")) for n in ("x", "y", "width", "height"))
    return Area(x, y, x + width, y + height)


def faults(file: SeenFile) -> list[str]:
    """Every fault of geometry; [] where there is none."""
    return [
        *_on_each_other(file),
        *_through_symbols(file),
        *_loose_ends(file),
        *_lines_on_lines(file),
        *_labels_hidden(file),
        *_outside(file),
    ]


def _on_each_other(file: SeenFile) -> Iterator[str]:
    for (one, a), (other, b) in combinations(file.symbols().items(), 2):
        if a.meets(b):
            yield f"{one} lies on {other}"


def _through_symbols(file: SeenFile) -> Iterator[str]:
    for name, points in file.lines.items():
        for symbol, area in file.symbols().items():
            inside = Area(area.left + 1, area.top + 1, area.right - 1, area.bottom - 1)
            if symbol in file.ends[name] and "ateway" in file.kinds[symbol]:
                inside = Area(area.left + 25, area.top + 1, area.right - 24, area.bottom - 1)
            if any(_stretch(*pair).meets(inside) for pair in pairwise(points)):
                yield f"{name} runs through {symbol}"


def _loose_ends(file: SeenFile) -> Iterator[str]:
    for name, points in file.lines.items():
        for symbol, point in zip(file.ends[name], (points[0], points[-1]), strict=True):
            if not _on_border(file.kinds[symbol], file.shapes[symbol], point):
                yield f"{name} does not end on {symbol}"


def _on_border(kind: str, area: Area, point: Point) -> bool:
    across = abs(point[0] - (area.left + area.right) / 2)
    up = abs(point[1] - (area.top + area.bottom) / 2)
    wide, tall = (area.right - area.left) / 2, (area.bottom - area.top) / 2
    if kind.endswith("Gateway"):
        return abs(across + up - wide) <= 1
    if kind.endswith("Event"):
        return abs(math.hypot(across, up) - wide) <= 1
    return (across == wide and up <= tall) or (up == tall and across <= wide)


def _lines_on_lines(file: SeenFile) -> Iterator[str]:
    for (one, a), (other, b) in combinations(file.lines.items(), 2):
        if file.ends[one][1] == file.ends[other][1]:
            continue
        for first in pairwise(a):
            if any(_along(first, second) for second in pairwise(b)):
                yield f"{one} runs along {other}"
                break


def _along(one: tuple[Point, Point], other: tuple[Point, Point]) -> bool:
    """Whether two stretches lie on each other for more than a point."""
    for level, far in ((0, 1), (1, 0)):
        if len({one[0][level], one[1][level], other[0][level], other[1][level]}) == 1:
            low = max(min(p[far] for p in one), min(p[far] for p in other))
            return low < min(max(p[far] for p in one), max(p[far] for p in other))
    return False


def _labels_hidden(file: SeenFile) -> Iterator[str]:
    for name, label in file.labels.items():
        for other, area in (*file.symbols().items(), *file.labels.items()):
            if other != name and label.meets(area):
                yield f"the label of {name} lies on {other}"
        for line, points in file.lines.items():
            if any(_stretch(*pair).meets(label) for pair in pairwise(points)):
                yield f"{line} runs through the label of {name}"


def _outside(file: SeenFile) -> Iterator[str]:
    pool = file.shapes["pool"]
    for name, area in file.symbols().items():
        if not pool.holds(area):
            yield f"{name} leaves the pool"
    for name, points in file.lines.items():
        if not all(pool.holds(Area(x, y, x, y)) for x, y in points):
            yield f"{name} leaves the pool"


def _stretch(one: Point, other: Point) -> Area:
    (x, y), (right, bottom) = sorted((one, other))
    return Area(x, min(y, bottom), right, max(y, bottom))
