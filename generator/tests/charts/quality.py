"""What was read from an SVG → every fault that a reader would stumble over, in words."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from generator.model.flow import Flow
from generator.tests.charts.near import Strips, pairs
from generator.tests.charts.reading import (
    Area,
    Point,
    SeenBox,
    SeenCard,
    SeenChart,
    SeenLine,
    SeenText,
    around,
)

NARROW = 364
_NEAR = 3.0


def faults(chart: SeenChart) -> list[str]:
    """Every fault of geometry that any drawing may have; [] when it is clean."""
    return [
        *_lines_through_boxes(chart),
        *_lines_on_lines(chart),
        *_boxes_on_boxes(chart),
        *_texts_astray(chart),
        *_texts_on_lines(chart),
        *_labels_on_boxes(chart),
        *_loose_ends(chart),
    ]


def broken_lanes(chart: SeenChart, flow: Flow) -> list[str]:
    """Steps that do not stand in the columns of their posts."""
    sides = {"".join(name.split()): (low, high) for name, low, high in chart.lanes}
    found: list[str] = []
    for number, step in enumerate(flow.steps, 1):
        area = chart.boxes[number].area
        marks = [sign for kind, sign in chart.boxes[number].signs if kind == "c-shared"]
        for post in step.posts:
            low, high = sides["".join(post.split())]
            if not any(low < (a.left + a.right) / 2 < high for a in marks) and not (
                area.left < (low + high) / 2 < area.right
            ):
                found.append(f"step {number} is not in the lane {post}")
        lows, highs = zip(*(sides["".join(post.split())] for post in step.posts), strict=True)
        if area.left < min(lows) or area.right > max(highs):
            found.append(f"step {number} leaves its lanes")
    return found


def crossings(chart: SeenChart) -> int:
    """How often edges to different steps cross."""
    return sum(
        _cross(a, b)
        for one, other in combinations(chart.lines, 2)
        if one.target != other.target
        for a in one.stretches
        for b in other.stretches
    )


def _lines_through_boxes(chart: SeenChart) -> Iterator[str]:
    boxes = Strips((f"box {n}", _shrunk(box.area, 1)) for n, box in chart.boxes.items())
    cards = Strips(("a card", _shrunk(card.area, 1)) for card in chart.cards)
    for line in chart.lines:
        for stretch in line.stretches:
            for met in (*boxes.meeting(stretch), *cards.meeting(stretch)):
                yield f"edge {line.source}→{line.target} runs through {met}"
    for leader in chart.leaders:
        for met in boxes.meeting(around(leader)):
            yield f"a leader runs through {met}"


def _lines_on_lines(chart: SeenChart) -> Iterator[str]:
    stretches = [(n, each) for n, line in enumerate(chart.lines) for each in line.stretches]
    near = {
        (stretches[a][0], stretches[b][0]): None
        for a, b in pairs([stretch for _, stretch in stretches], _NEAR)
    }
    for one, other in ((chart.lines[a], chart.lines[b]) for a, b in near if a != b):
        name = f"{one.source}→{one.target} and {other.source}→{other.target}"
        if one.target != other.target or not one.target:
            if any(_touch(a, b) for a in one.stretches for b in other.stretches):
                yield f"edges {name} lie on each other"
            elif _corner_on(one, other) or _corner_on(other, one):
                yield f"edges {name} touch at a corner"


def _boxes_on_boxes(chart: SeenChart) -> Iterator[str]:
    areas = [(f"box {n}", box.area) for n, box in chart.boxes.items()]
    areas += [("card", card.area) for card in chart.cards if not _in_a_box(card, chart)]
    areas += [
        (f"{kind} of {n}", area)
        for n, box in chart.boxes.items()
        for kind, area in box.signs
        if kind in ("c-unstated", "c-shared")
    ]
    for a, b in pairs([area for _, area in areas], 2):
        (name, one), (name2, other) = areas[a], areas[b]
        own_mark = name2.endswith(f" of {name[4:]}") and name.startswith("box")
        if not own_mark or (_shrunk(one, 1).meets(other) and not name2.startswith("c-unstated")):
            yield f"{name} overlaps {name2}"


def _in_a_box(card: SeenCard, chart: SeenChart) -> bool:
    """Whether a card lies wholly in one box, clear of its border and of its texts."""
    homes = [
        box
        for box in chart.boxes.values()
        if all(_inside(corner, box.outline) for corner in _shrunk(card.area, -1).corners())
    ]
    return len(homes) == 1 and not any(text.area.meets(card.area) for text in homes[0].texts)


def _texts_astray(chart: SeenChart) -> Iterator[str]:
    page = Area(0, 0, chart.width, chart.height)
    every: list[SeenText] = []
    for number, box in chart.boxes.items():
        every.extend(box.texts)
        yield from (
            f"text {text.words!r} sticks out of box {number}"
            for text in box.texts
            if not _at_home(text, box)
        )
    for card in chart.cards:
        every.extend(card.texts)
        yield from (
            f"text {text.words!r} sticks out of its card"
            for text in card.texts
            if not card.area.holds(text.area)
        )
    every.extend(text for line in chart.lines for text in line.labels)
    yield from (f"text {t.words!r} leaves the page" for t in every if not page.holds(t.area))
    for a, b in pairs([text.area for text in every]):
        yield f"texts {every[a].words!r} and {every[b].words!r} overlap"


def _at_home(text: SeenText, box: SeenBox) -> bool:
    """Whether a text lies in its box, in a sign of it, or in a free corner beside a diamond."""
    if any(area.holds(text.area) for _, area in box.signs):
        return True
    if all(_inside(corner, box.outline) for corner in text.area.corners()):
        return True
    free = not any(_inside(corner, box.outline) for corner in text.area.corners())
    wide = box.area.left <= text.area.left and text.area.right <= box.area.right
    return box.pointed and len(box.outline) == 4 and free and wide


def _texts_on_lines(chart: SeenChart) -> Iterator[str]:
    things = [(t.words, t.area) for line in chart.lines for t in line.labels]
    for box in chart.boxes.values():
        things += [(t.words, t.area) for t in box.texts]
        things += [
            (kind, area) for kind, area in box.signs if kind not in ("c-unstated", "c-shared")
        ]
        things += [
            (kind, _shrunk(area, 1))
            for kind, area in box.signs
            if kind in ("c-unstated", "c-shared")
        ]
    for card in chart.cards:
        things += [(t.words, t.area) for t in card.texts]
    strokes = [(f"{n.source}→{n.target}", s) for n in chart.lines for s in n.stretches]
    strokes += [("leader", around(leader)) for leader in chart.leaders]
    known = Strips(strokes)
    for words, area in things:
        yield from (f"{words!r} lies on {name}" for name in known.meeting(area))


def _labels_on_boxes(chart: SeenChart) -> Iterator[str]:
    """Words of an edge on a step; beside a diamond they may use its free corners."""
    boxes = Strips((box.number, box.area) for box in chart.boxes.values())
    for text in (text for line in chart.lines for text in line.labels):
        for box in (chart.boxes[number] for number in boxes.meeting(text.area)):
            if not box.pointed or any(_inside(one, box.outline) for one in text.area.corners()):
                yield f"label {text.words!r} lies on box {box.number}"


def _loose_ends(chart: SeenChart) -> Iterator[str]:
    for line in chart.lines:
        name = f"edge {line.source}→{line.target}"
        if not _on_border(line.points[0], chart.boxes[line.source]):
            yield f"{name} does not begin at its box"
        if line.target and not _on_border(line.points[-1], chart.boxes[line.target]):
            yield f"{name} does not end at its box"
        if line.target and not line.tipped:
            yield f"{name} has no arrow"
        if any(s.left != s.right and s.top != s.bottom for s in line.stretches):
            yield f"{name} is not square"


def _on_border(point: Point, box: SeenBox) -> bool:
    """Whether an edge ends at a diamond's tip, or on a side of any other box away from corners."""
    if box.pointed and len(box.outline) == 4:
        return point in box.outline
    area = box.area
    x, y = point
    level = area.left + 6 <= x <= area.right - 6 and y in (area.top, area.bottom)
    upright = area.top + 6 <= y <= area.bottom - 6 and x in (area.left, area.right)
    return level or upright


def _corner_on(one: SeenLine, other: SeenLine) -> bool:
    """Whether a bend of *one* lies on *other*."""
    return any(
        stretch.meets(Area(x, y, x, y), 1)
        for x, y in one.points[1:-1]
        for stretch in other.stretches
    )


def _touch(a: Area, b: Area) -> bool:
    """Whether two parallel stretches lie on each other or come too near."""
    if (a.left == a.right) != (b.left == b.right):
        return False
    if a.left == a.right:
        return abs(a.left - b.left) < _NEAR and a.top <= b.bottom and b.top <= a.bottom
    return abs(a.top - b.top) < _NEAR and a.left <= b.right and b.left <= a.right


def _cross(a: Area, b: Area) -> bool:
    if (a.left == a.right) == (b.left == b.right):
        return False
    up, level = (a, b) if a.left == a.right else (b, a)
    return level.left < up.left < level.right and up.top < level.top < up.bottom


def _shrunk(area: Area, by: float) -> Area:
    return Area(area.left + by, area.top + by, area.right - by, area.bottom - by)


def _inside(point: Point, outline: tuple[Point, ...]) -> bool:
    """Whether a point lies in a convex outline, its border included."""
    x, y = point
    left = right = False
    ax, ay = outline[-1]
    for bx, by in outline:
        turn = (bx - ax) * (y - ay) - (by - ay) * (x - ax)
        left, right = left or turn > 1e-6, right or turn < -1e-6
        if left and right:
            return False
        ax, ay = bx, by
    return True
