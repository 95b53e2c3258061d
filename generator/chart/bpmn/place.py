"""A flow and its drawing in lanes → every shape, line and label of the BPMN file. Lengths in px.

The drawing is stretched, not laid out anew: columns and rows grow until the symbols fit, then each
line is led to the border of its symbol, which is smaller than the box it was drawn to.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise

from generator.chart.bpmn.lead import (
    Placed,
    entered_by,
    left_by,
    middle_y,
    remark_place,
    way_label,
)
from generator.chart.bpmn.lines import NAME
from generator.chart.bpmn.seats import (
    REMARK_PADDING,
    Seat,
    columns_of,
    lane_of,
    seats_of,
    wanted_width,
)
from generator.chart.bpmn.stand import Room, Stand, stand
from generator.chart.bpmn.stretch import Columns, Rows, bent
from generator.chart.bpmn.symbols import Remark, Stack, Way, stacks_of, unstated_of, ways_of
from generator.chart.text import width_of
from generator.model.drawing import BadgeKind, Drawing, Line, Point, Rect
from generator.model.flow import Flow
from generator.model.graph import Graph, graph_of

LEFT, TOP, BAND = 160, 80, 30
"""Where the pool begins, and how high the bands with its name and those of its lanes are."""
_HEADROOM = 16
_WIDEST_BY_NAME = 420


@dataclass(frozen=True, slots=True)
class Lane:
    """A lane: its post, its place, the stacks that begin in it."""

    post: str
    rect: Rect
    stacks: tuple[Stack, ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """A way with its points and the place of its label."""

    way: Way
    points: tuple[Point, ...]
    label: Rect | None = None


@dataclass(frozen=True, slots=True)
class Note:
    """A text beside the symbols with its place and the dotted line that leads to it."""

    remark: Remark
    rect: Rect
    points: tuple[Point, ...] = ()


@dataclass(frozen=True, slots=True)
class Sheet:
    """Everything in the file and where it is."""

    pool: Rect
    lanes: tuple[Lane, ...]
    placed: tuple[Placed, ...]
    ways: tuple[Shown, ...]
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class _Maps:
    """From the drawing to the file."""

    drawing: Drawing
    columns: Mapping[int, tuple[int, int]]
    x: Columns
    y: Rows

    def point(self, point: Point) -> Point:
        """A point of the drawing → of the file."""
        return self.x(point[0]), self.y(point[1])


def sheet_of(flow: Flow, drawing: Drawing) -> Sheet:
    """A flow and its drawing in lanes → the sheet."""
    graph = graph_of(flow)
    stacks = stacks_of(flow, graph)
    ways = ways_of(graph, stacks)
    leads: tuple[tuple[Way | Remark, Line], ...]
    leads = (*_stated(drawing, ways), *_unstated(drawing, graph, stacks))
    seats = seats_of(drawing, stacks, leads)
    maps, stands = _stretched(flow, drawing, seats)
    placed = tuple(_placed(maps, seat, made) for seat, made in zip(seats, stands, strict=True))
    inner = tuple(_inner(placed, way) for way in ways if way.edge is None)
    shown: list[Shown] = []
    notes: list[Note] = []
    for here in placed:
        for lead in here.seat.leaving:
            points = [maps.point(point) for point in lead.line.points]
            if isinstance(lead.way, Remark):
                notes.append(Note(lead.way, *remark_place(here, lead, points)))
                continue
            there = placed[(lead.line.target or 0) - 1]
            end = next(one for one in there.seat.entering if one.line is lead.line)
            bends = bent(entered_by(there, end, left_by(here, lead, points)))
            shown.append(Shown(lead.way, bends, way_label(here, lead, points[0][0])))
    lanes = _lanes(maps, placed, shown)
    return Sheet(_pool(lanes), lanes, placed, (*inner, *shown), (*notes, *_shared(maps)))


def _stated(drawing: Drawing, ways: tuple[Way, ...]) -> Iterator[tuple[Way, Line]]:
    """Each way from step to step with its line: the drawing has them in the order of the graph."""
    lines = (line for line in drawing.lines if line.target is not None)
    yield from zip((way for way in ways if way.edge), lines, strict=True)


def _unstated(
    drawing: Drawing, graph: Graph, stacks: tuple[Stack, ...]
) -> Iterator[tuple[Remark, Line]]:
    """Each text 未载明 with the short line that leads to its mark."""
    for stack in stacks:
        lines = [x for x in drawing.lines if x.target is None and x.source == stack.number]
        if lines:
            yield from zip(unstated_of(graph, stack, len(lines)), lines, strict=True)


def _stretched(
    flow: Flow, drawing: Drawing, seats: tuple[Seat, ...]
) -> tuple[_Maps, tuple[Stand, ...]]:
    """How far columns and rows are stretched, and for which stands."""
    columns, heads = columns_of(drawing, seats), drawing.lane_heads
    wanted = {place: right - left for place, (left, right) in columns.items()}
    for seat in seats:
        place = lane_of(drawing, seat.box.rect)
        wanted[place] = max(wanted[place], wanted_width(seat, columns[place]))
    for place, head in enumerate(heads):
        wanted[place] = max(wanted[place], min(_WIDEST_BY_NAME, _in_two_lines(head.post)))
    missing = _in_two_lines(flow.name) - sum(wanted.values())
    wanted[len(heads) - 1] += max(0, min(missing, 2 * _WIDEST_BY_NAME))
    x = Columns(tuple(columns.values()), tuple(wanted.values()), LEFT)
    maps = _Maps(drawing, columns, x, Rows((), (), ()))
    stands = tuple(stand(seat, _room(maps, seat)) for seat in seats)
    extra: dict[int, tuple[int, int]] = {}
    for seat, made in zip(seats, stands, strict=True):
        rect = seat.box.rect
        above, below = extra.get(seat.axis, (0, 0))
        extra[seat.axis] = (
            max(above, made.up - (seat.axis - rect.y)),
            max(below, made.down - (seat.floor - seat.axis)),
        )
    y = Rows.of(extra, TOP + 2 * BAND + _HEADROOM - heads[0].rect.bottom)
    return replace(maps, y=y), stands


def _in_two_lines(name: str) -> int:
    """How wide a band must be to hold a name in two lines."""
    return width_of(name, NAME) * 5 // 9 + 2 * NAME


def _room(maps: _Maps, seat: Seat) -> Room:
    """How wide the columns of a box are in the file."""
    rect = seat.box.rect
    left, right = maps.columns[lane_of(maps.drawing, rect)]
    span = maps.x(rect.right) - maps.x(rect.x)
    return Room(span if rect.right <= right else maps.x(right) - maps.x(left), span)


def _placed(maps: _Maps, seat: Seat, made: Stand) -> Placed:
    rect, room = seat.box.rect, _room(maps, seat)
    (x, y), (right, bottom) = maps.point((rect.x, rect.y)), maps.point((rect.right, rect.bottom))
    box = Rect(x, y, right - x, bottom - y)
    return Placed(seat, made, box, room.width, maps.y(seat.axis))


def _inner(placed: tuple[Placed, ...], way: Way) -> Shown:
    """A way between two symbols of a stack: straight down, or aside from a start to a gateway."""
    here = next(one for one in placed if any(way.source == s.id for s in one.stack.all()))
    rects = {symbol.id: here.rect(symbol) for symbol in here.stack.all()}
    above, below = rects[way.source], rects[way.target]
    if here.stack.start is None or way.source != here.stack.start.id:
        return Shown(way, ((here.pin, above.bottom), (here.pin, below.y)))
    x = above.x + above.width // 2
    if here.stack.entry.is_gateway:
        y = middle_y(below)
        return Shown(way, ((x, above.bottom), (x, y), (below.x, y)))
    return Shown(way, ((x, above.bottom), (x, below.y)))


def _lanes(maps: _Maps, placed: tuple[Placed, ...], ways: list[Shown]) -> tuple[Lane, ...]:
    """The lanes below the band with the name of the pool, each as long as the drawing."""
    bottom = maps.y(maps.drawing.height) + 10
    stacks: dict[int, list[Stack]] = {}
    for one in placed:
        stacks.setdefault(lane_of(maps.drawing, one.seat.box.rect), []).append(one.stack)
    heads = maps.drawing.lane_heads
    between = [_border(maps, place, ways) for place in range(1, len(heads))]
    edges = (maps.x(heads[0].rect.x), *between, maps.x(heads[-1].rect.right))
    found: list[Lane] = []
    for place, (left, right) in enumerate(pairwise(edges)):
        rect = Rect(left, TOP + BAND, right - left, bottom - TOP - BAND)
        found.append(Lane(heads[place].post, rect, tuple(stacks.get(place, ()))))
    return tuple(found)


def _border(maps: _Maps, place: int, ways: list[Shown]) -> int:
    """The x of the border before a lane: clear of boxes and far from upright lines."""
    low, high = maps.x(maps.columns[place - 1][1]), maps.x(maps.columns[place][0])
    upright = {
        one[0]
        for way in ways
        for one, other in pairwise(way.points)
        if one[0] == other[0] and low <= one[0] <= high
    }
    taken = (low, high, *upright)
    wanted = maps.x(maps.drawing.lane_heads[place].rect.x)
    return max(
        range(low, high + 1), key=lambda x: (min(abs(x - t) for t in taken), -abs(x - wanted))
    )


def _pool(lanes: tuple[Lane, ...]) -> Rect:
    first, last = lanes[0].rect, lanes[-1].rect
    return Rect(first.x, TOP, last.right - first.x, first.height + BAND)


def _shared(maps: _Maps) -> Iterator[Note]:
    """The marks of steps in the lanes of their further posts, as texts."""
    for box in maps.drawing.boxes:
        badges = [badge for badge in box.badges if badge.kind is BadgeKind.SHARED]
        for place, badge in enumerate(badges, start=1):
            text = "".join(line.text for line in badge.texts)
            x, y = maps.point((badge.texts[0].x, badge.rect.y + badge.rect.height // 2))
            width = width_of(text, NAME) + 2 * REMARK_PADDING + 4
            remark = Remark(f"shared_{box.number}_{place}", text)
            yield Note(remark, Rect(x - width // 2, y - 15, width, 30))
