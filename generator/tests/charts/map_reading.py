"""The SVG of an overview map, read back: its boxes, the texts in them, and the courses of lines."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import combinations
from xml.etree import ElementTree

from generator.chart.text import width_of
from generator.model.drawing import Rect

SVG = "{http://www.w3.org/2000/svg}"
BOX = re.compile(r"c-(?:terminal|vote|process|wait|unstated)")
_STEPS = 40
_NUMBERS = re.compile(r"-?\d+")
Place = tuple[float, float]


@dataclass(frozen=True)
class Label:
    """A text with the rectangle that it takes at most."""

    words: str
    rect: Rect


@dataclass(frozen=True)
class DrawnMap:
    """What can be seen of a map; each course is a line as many short steps."""

    width: int
    height: int
    boxes: tuple[Rect, ...]
    labels: tuple[Label, ...]
    courses: tuple[tuple[Place, ...], ...]
    tips: tuple[Place, ...]


def read_map(svg: str) -> DrawnMap:
    """The SVG of a map → what is to be seen in it."""
    root = ElementTree.fromstring(svg)  # noqa: S314  # We wrote this text ourselves.
    rects = [each for each in root.iter(f"{SVG}rect") if BOX.fullmatch(each.get("class", ""))]
    paths = [(each.get("class", ""), each.get("d", "")) for each in root.iter(f"{SVG}path")]
    lines = [d for name, d in paths if name == "c-line"]
    tips = [_NUMBERS.findall(d) for name, d in paths if name == "c-tip"]
    return DrawnMap(
        width=int(root.get("width", "0")),
        height=int(root.get("height", "0")),
        boxes=tuple(Rect(*(int(each.get(k, "0")) for k in _SIDES)) for each in rects),
        labels=tuple(_label(each) for each in root.iter(f"{SVG}text")),
        courses=tuple(_course(d) for line in lines for d in re.findall(r"M[^M]+", line)),
        tips=tuple((float(x), float(y)) for x, y, *_ in tips),
    )


_SIDES = ("x", "y", "width", "height")


def _label(element: ElementTree.Element) -> Label:
    words, size = element.text or "", int(element.get("font-size", "14"))
    wide = width_of(words, size)
    x, y = int(element.get("x", "0")) - wide // 2, int(element.get("y", "0")) - size
    return Label(words, Rect(x, y, wide, size + 2))


def _course(d: str) -> tuple[Place, ...]:
    """One line of a path, its bends cut into short steps."""
    found: list[Place] = []
    for sign, told in re.findall(r"([MHC])([^MHC]*)", d):
        numbers = [float(each) for each in _NUMBERS.findall(told)]
        if sign == "M":
            found.append((numbers[0], numbers[1]))
        elif sign == "H":
            found += _level(found[-1], numbers[0])
        else:
            found += _bend(found[-1], numbers)
    return tuple(found)


def _level(start: Place, x: float) -> list[Place]:
    return [(start[0] + (x - start[0]) * n / _STEPS, start[1]) for n in range(1, _STEPS + 1)]


def _bend(start: Place, numbers: list[float]) -> list[Place]:
    """A cubic curve."""
    corners = [start, *zip(numbers[::2], numbers[1::2], strict=True)]
    found: list[Place] = []
    for step in range(1, _STEPS + 1):
        t = step / _STEPS
        parts = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
        x = sum(part * corner[0] for part, corner in zip(parts, corners, strict=True))
        y = sum(part * corner[1] for part, corner in zip(parts, corners, strict=True))
        found.append((x, y))
    return found


def faults_of(drawn: DrawnMap) -> list[str]:
    """What is wrong with a map that is to be read."""
    faults = [f"{a} touches {b}" for a, b in combinations(drawn.boxes, 2) if _touch(a, b, 4)]
    faults += [f"{box} leaves the drawing" for box in drawn.boxes if not _inside(box, drawn)]
    for label in drawn.labels:
        holders = [box for box in drawn.boxes if _touch(box, label.rect, 0)]
        heading = label.rect.bottom < min(box.y for box in drawn.boxes)
        if not heading and [each for each in holders if not _holds(each, label.rect)]:
            faults.append(f"{label} leaves its box")
        if not heading and len(holders) != 1:
            faults.append(f"{label} is in {len(holders)} boxes")
    for course in drawn.courses:
        ends = course[0], course[-1]
        faults += [f"{end} ends on no side" for end in ends if not _on_side(end, drawn.boxes)]
        through = (at for box in drawn.boxes for at in _through(box, course))
        faults += [f"a line runs through a box at {at}" for at in through]
    reached = {course[-1] for course in drawn.courses}
    faults += [f"the arrow {tip} belongs to no line" for tip in drawn.tips if tip not in reached]
    return faults


def _touch(one: Rect, other: Rect, apart: int) -> bool:
    level = one.x < other.right + apart and other.x < one.right + apart
    return level and one.y < other.bottom + apart and other.y < one.bottom + apart


def _holds(one: Rect, other: Rect) -> bool:
    level = one.x <= other.x and other.right <= one.right
    return level and one.y <= other.y and other.bottom <= one.bottom


def _inside(box: Rect, drawn: DrawnMap) -> bool:
    return _holds(Rect(0, 0, drawn.width, drawn.height), box)


def _on_side(end: Place, boxes: tuple[Rect, ...]) -> bool:
    return any(end[0] in (box.x, box.right) and box.y < end[1] < box.bottom for box in boxes)


def _through(box: Rect, course: tuple[Place, ...]) -> list[Place]:
    return [(x, y) for x, y in course if box.x < x < box.right and box.y <= y <= box.bottom][:1]
