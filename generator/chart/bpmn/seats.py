"""A drawing → how each box of it is used: which lines leave and enter where. Lengths in px.

A seat also knows what its stack of symbols needs: a width for its column, and room above and below
the axis on which lines meet the box at its sides.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from generator.chart.bpmn.lines import NAME
from generator.chart.bpmn.symbols import Remark, Stack, Way
from generator.chart.text import width_of
from generator.model.drawing import BadgeKind, Box, Drawing, Line, Point, Rect

REMARK_PADDING = 7
FAN, FAN_STEP = 12, 10
"""Below a gateway: how far down its ways part, and by how much each further one."""
MARGIN = 14
_PLAIN, _WITH_LABEL, _LEAST_PITCH, _MOST_PITCH = 156, 204, 58, 126


@dataclass(frozen=True, slots=True)
class Lead:
    """A line of the drawing that leaves or enters a seat: by which side and where on it."""

    way: Way | Remark
    line: Line
    side: str
    at: Point

    @property
    def label(self) -> str:
        """The word that stands beside its beginning."""
        return self.way.label if isinstance(self.way, Way) else ""


@dataclass(frozen=True, slots=True)
class Seat:
    """A step's box and stack, and the lines that leave and enter it."""

    box: Box
    stack: Stack
    leaving: tuple[Lead, ...]
    entering: tuple[Lead, ...]

    @property
    def axis(self) -> int:
        """The y on which lines meet the box at its sides."""
        return self.box.rect.y + self.box.rect.height // 2

    @property
    def below(self) -> tuple[Lead, ...]:
        """The lines that leave downwards, from left to right."""
        return tuple(sorted((one for one in self.leaving if one.side == "S"), key=_x))

    @property
    def sideways(self) -> bool:
        """Whether a line leaves at a side."""
        return any(one.side in "EW" for one in self.leaving)

    @property
    def floor(self) -> int:
        """The lowest y of the box and its marks."""
        marks = (b.rect.bottom for b in self.box.badges if b.kind is BadgeKind.UNSTATED)
        return max(self.box.rect.bottom, *marks) if self.remarks else self.box.rect.bottom

    @property
    def remarks(self) -> tuple[Remark, ...]:
        """Its ways whose target is not stated."""
        return tuple(one.way for one in self.leaving if isinstance(one.way, Remark))


def _x(lead: Lead) -> int:
    return lead.at[0]


def seats_of(
    drawing: Drawing, stacks: tuple[Stack, ...], leads: tuple[tuple[Way | Remark, Line], ...]
) -> tuple[Seat, ...]:
    """Boxes, stacks and which line stands for which way → the seats."""
    leaving: dict[int, list[Lead]] = {}
    entering: dict[int, list[Lead]] = {}
    rects = {box.number: box.rect for box in drawing.boxes}
    for way, line in leads:
        first, last = line.points[0], line.points[-1]
        leaving.setdefault(line.source, []).append(
            Lead(way, line, _side(rects[line.source], first), first)
        )
        if line.target is not None:
            entering.setdefault(line.target, []).append(
                Lead(way, line, _side(rects[line.target], last), last)
            )
    return tuple(
        Seat(box, stack, tuple(leaving.get(n, ())), tuple(entering.get(n, ())))
        for n, (box, stack) in enumerate(zip(drawing.boxes, stacks, strict=True), start=1)
    )


def _side(rect: Rect, point: Point) -> str:
    """The side of a box on which a point lies."""
    x, y = point
    if y >= rect.bottom:
        return "S"
    if y <= rect.y:
        return "N"
    return "W" if x <= rect.x else "E"


def pitch(seat: Seat) -> int:
    """How far apart the ways of a stack part, so that their labels have room beside them."""
    labels = [one.label for one in seat.below]
    texts = [*labels, *(remark.text for remark in seat.remarks)]
    widest = max((width_of(text, NAME) for text in texts), default=0)
    aside = 2 * REMARK_PADDING + 16 if seat.remarks else 14
    return max(_LEAST_PITCH, min(_MOST_PITCH, widest + aside))


def wanted_width(seat: Seat, column: tuple[int, int]) -> int:
    """The width that the column of a seat needs."""
    left, right = column
    least = _WITH_LABEL if seat.stack.exit.is_gateway or seat.remarks else _PLAIN
    xs = [one.at[0] for one in seat.below]
    if len(xs) < 2:
        return least
    gaps = [after - before for before, after in pairwise(xs)]
    narrowest = max(1, min((*gaps, right - xs[-1])))
    return max(least, (right - left) * pitch(seat) // narrowest + 1)


def columns_of(drawing: Drawing, seats: tuple[Seat, ...]) -> Mapping[int, tuple[int, int]]:
    """For each lane the sides of its boxes."""
    return dict(_columns(drawing, seats))


def _columns(drawing: Drawing, seats: tuple[Seat, ...]) -> Iterator[tuple[int, tuple[int, int]]]:
    for place, head in enumerate(drawing.lane_heads):
        inside = [seat.box.rect for seat in seats if lane_of(drawing, seat.box.rect) == place]
        alone = [rect for rect in inside if rect.right <= head.rect.right]
        if alone:
            yield place, (min(r.x for r in alone), max(r.right for r in alone))
        else:
            yield place, (head.rect.x + 13, head.rect.right - 13)


def lane_of(drawing: Drawing, rect: Rect) -> int:
    """The lane in which a box begins."""
    heads = drawing.lane_heads
    return next(n for n in range(len(heads) - 1, -1, -1) if heads[n].rect.x <= rect.x)
