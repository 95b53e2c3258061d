"""A map → places of its boxes and courses of its lines, by way of DOT; the only user of diagrams.

Columns are ours; Graphviz says in which order and at which height boxes stand, so that few lines
cross. It gets boxes of fixed size with ids of our making and no words: no font of a machine counts,
and no word of the data can become DOT. A line that passes a column gets a point of its own there,
so it runs between boxes by construction.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from diagrams import Cluster, Diagram, Edge, Node, setdiagram

from generator.chart.map_boxes import GAP, WIDTH, Measured, left_of, measured
from generator.model.drawing import Point, Rect
from generator.model.overview import OverviewMap

HEAD = 40
"""Room above the columns for their headings."""

FOOT = 14
_APART = 14
_INCH = 72


@dataclass(frozen=True, slots=True)
class Placed:
    """A map with a place for everything; lines run through *points* from side to side."""

    told: OverviewMap
    rects: tuple[Rect, ...]
    texts: tuple[Measured, ...]
    points: tuple[tuple[Point, ...], ...]
    width: int
    height: int


def source_of(told: OverviewMap) -> str:
    """A map → the DOT text that Graphviz lays out.

    The diagram is never entered as a context: leaving one writes files and starts a program.
    """
    looks = {"pad": "0", "splines": "none", "nodesep": _inches(_APART), "ranksep": _inches(GAP)}
    diagram = Diagram(graph_attr=looks)
    setdiagram(diagram)
    try:
        _fill(told)
    finally:
        setdiagram(None)
    return str(diagram.dot.source)


def _fill(told: OverviewMap) -> None:
    """Put a map's columns and lines into the diagram that is being made."""
    nodes: dict[str, Node] = {}
    for number, column in enumerate(_columns(told)):
        upright = Cluster("", graph_attr={"rank": "same"})
        upright.dot.name = f"column{number}"  # One named "cluster…" would have a frame.
        with upright:
            for name, width, height in column:
                size = {"width": _inches(width), "height": _inches(height)}
                nodes[name] = Node("", nodeid=name, **size)
    for one, other in pairwise(_firsts(told)):
        nodes[one] >> Edge(style="invis", weight="0") >> nodes[other]
    for names in _chains(told):
        for one, other in pairwise(names):
            nodes[one] >> nodes[other]


def placed(told: OverviewMap, plain: str) -> Placed | None:
    """A map and Graphviz's plain text → the map laid out; None where the text lacks something."""
    heights = dict(_read(plain))
    texts = _measures(told)
    names = [name for column in _columns(told) for name, _, _ in column]
    if not all(name in heights for name in names):
        return None
    top = min(heights[_box(n)] - one.height // 2 for n, one in enumerate(texts))
    top = min([top, *(heights[name] for name in names)])
    axes = {name: heights[name] - top + HEAD for name in names}
    rects = tuple(
        Rect(left_of(box.column), axes[_box(n)] - one.height // 2, WIDTH, one.height)
        for n, (box, one) in enumerate(zip(told.boxes, texts, strict=True))
    )
    last = max(box.column for box in told.boxes)
    return Placed(
        told=told,
        rects=rects,
        texts=texts,
        points=tuple(_courses(told, rects, axes)),
        width=left_of(last) + WIDTH + left_of(0),
        height=max([*(rect.bottom for rect in rects), *axes.values()]) + FOOT,
    )


def _inches(px: int) -> str:
    return f"{px / _INCH:.4f}"


def _box(place: int) -> str:
    return f"b{place}"


def _passing(place: int, column: int) -> str:
    """The point where a line passes a column."""
    return f"p{place}c{column}"


def _columns(told: OverviewMap) -> list[list[tuple[str, int, int]]]:
    """For each column its boxes and the points of lines that pass it: id, width and height."""
    last = max(box.column for box in told.boxes)
    found: list[list[tuple[str, int, int]]] = [[] for _ in range(last + 1)]
    for place, (box, said) in enumerate(zip(told.boxes, _measures(told), strict=True)):
        found[box.column].append((_box(place), WIDTH, said.height))
    for place, line in enumerate(told.lines):
        for column in _between(told, line.source, line.end):
            found[column].append((_passing(place, column), WIDTH, 2))
    return found


def _measures(told: OverviewMap) -> tuple[Measured, ...]:
    """Each box with room for its texts and for the lines that end at its sides."""
    sides: Counter[tuple[int, int]] = Counter()
    for place, line in enumerate(told.lines):
        way = _way(told, place)
        sides.update(((line.source, way), (line.end, -way)))
    return tuple(
        measured(box, max(sides[place, 1], sides[place, -1]))
        for place, box in enumerate(told.boxes)
    )


def _firsts(told: OverviewMap) -> list[str]:
    """One id of each column, to keep columns in their order."""
    return [names[0][0] for names in _columns(told) if names]


def _between(told: OverviewMap, one: int, other: int) -> range:
    """The columns that lie between those of two boxes."""
    low, high = sorted((told.boxes[one].column, told.boxes[other].column))
    return range(low + 1, high)


def _chains(told: OverviewMap) -> Iterator[list[str]]:
    """For each line the ids it runs through, from left to right."""
    for place, line in enumerate(told.lines):
        ends = sorted((line.source, line.end), key=lambda end: told.boxes[end].column)
        passed = [_passing(place, column) for column in _between(told, *ends)]
        yield [_box(ends[0]), *passed, _box(ends[1])]


def _read(plain: str) -> Iterator[tuple[str, int]]:
    """Graphviz's plain text → each id and its distance from the top of the map, in whole px."""
    for line in plain.splitlines():
        words = line.split(" ")
        if words[0] == "node":
            yield words[1], -round(float(words[3]) * _INCH)


def _courses(
    told: OverviewMap, rects: tuple[Rect, ...], axes: dict[str, int]
) -> Iterator[tuple[Point, ...]]:
    """For each line its points; where several meet at a side of a box they lie apart."""
    passed = [_passed(told, place, axes) for place in range(len(told.lines))]
    ports = _ports(told, rects, passed)
    for place, line in enumerate(told.lines):
        way = _way(told, place)
        start, end = rects[line.source], rects[line.end]
        points = [(start.right if way > 0 else start.x, ports[place, line.source])]
        points += [point for pair in passed[place] for point in pair][::way]
        yield (*points, (end.x if way > 0 else end.right, ports[place, line.end]))


def _way(told: OverviewMap, place: int) -> int:
    """1 where a line runs to the right, -1 where it runs to the left."""
    line = told.lines[place]
    return 1 if told.boxes[line.end].column > told.boxes[line.source].column else -1


def _passed(told: OverviewMap, place: int, axes: dict[str, int]) -> list[tuple[Point, Point]]:
    """Where a line enters and leaves each column that it passes, from left to right."""
    line = told.lines[place]
    columns = _between(told, line.source, line.end)
    heights = [(column, axes[_passing(place, column)]) for column in columns]
    return [((left_of(c), y), (left_of(c) + WIDTH, y)) for c, y in heights]


def _ports(
    told: OverviewMap, rects: tuple[Rect, ...], passed: list[list[tuple[Point, Point]]]
) -> dict[tuple[int, int], int]:
    """Line and box → the height at which they meet: spread over the side in the order of lines."""
    sides: dict[tuple[int, int], list[tuple[int, int]]] = {}
    for place, line in enumerate(told.lines):
        way = _way(told, place)
        for box, other, side in ((line.source, line.end, way), (line.end, line.source, -way)):
            rect = rects[other]
            towards = rect.y + rect.height // 2
            if passed[place]:
                towards = passed[place][0 if side > 0 else -1][0][1]
            sides.setdefault((box, side), []).append((towards, place))
    found: dict[tuple[int, int], int] = {}
    for (box, _), lines in sides.items():
        rect = rects[box]
        for number, (_, place) in enumerate(sorted(lines), 1):
            found[place, box] = rect.y + rect.height * number // (len(lines) + 1)
    return found
