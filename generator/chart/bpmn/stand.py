"""A seat and its width → where each symbol of its stack stands from the axis. Lengths in px."""

from __future__ import annotations

from dataclasses import dataclass

from generator.chart.bpmn.lines import LABEL, LABEL_LINE, NAME, NAME_LINE, lines_of
from generator.chart.bpmn.seats import FAN, FAN_STEP, MARGIN, REMARK_PADDING, Seat, pitch
from generator.chart.bpmn.symbols import Remark, Symbol
from generator.chart.text import width_of
from generator.model.drawing import Rect

_GATEWAY, _EVENT, _GAP = 50, 36, 24
_LEAST_TASK, _WIDEST_TASK, _WIDEST_LABEL, _ICON = 60, 220, 140, 26


@dataclass(frozen=True, slots=True)
class Part:
    """A symbol around the pin (x 0) and axis (y 0) of its seat, and its label beside it."""

    symbol: Symbol
    rect: Rect
    label: Rect | None = None


@dataclass(frozen=True, slots=True)
class Stand:
    """The parts of a stack, how far they reach from the axis, and where ways part below them.

    *fans* says how many bends lie one below the other; *labels* how high the labels of ways that
    leave downwards are; *remark* the height of the texts 未载明 below.
    """

    parts: tuple[Part, ...]
    up: int
    foot: int
    fans: int
    labels: int
    remark: int

    @property
    def fan_end(self) -> int:
        """The y below which the ways that leave downwards run straight."""
        return self.foot + (FAN + self.fans * FAN_STEP if self.fans else 0)

    @property
    def remark_top(self) -> int:
        """The y of the texts 未载明."""
        return self.fan_end + self.labels + 14

    @property
    def down(self) -> int:
        """How far all of it reaches below the axis."""
        lowest = self.remark_top + self.remark if self.remark else self.fan_end + self.labels
        return max(lowest, *(p.label.bottom for p in self.parts if p.label), 0) + 4


@dataclass(frozen=True, slots=True)
class Room:
    """How wide the first column of a seat is, and all its columns together."""

    width: int
    span: int


def stand(seat: Seat, room: Room) -> Stand:
    """A seat in columns so wide → its parts."""
    symbols = seat.stack.symbols
    margin = 2 * MARGIN if len(symbols) > 1 else 0
    wide = room.span - margin
    if room.span == room.width:
        wide = min(wide, _WIDEST_TASK)
    sizes = [_size(symbol, wide - wide % 2) for symbol in symbols]
    tops = _tops(symbols, sizes, label_room(room.width))
    on_axis = symbols.index(seat.stack.exit if seat.sideways else seat.stack.entry)
    shift = tops[on_axis] + sizes[on_axis][1] // 2
    parts = tuple(
        _part(symbol, Rect(_left(w, wide, room), top - shift, w, h), room.width)
        for symbol, (w, h), top in zip(symbols, sizes, tops, strict=True)
    )
    first, foot = parts[0], parts[-1].rect.bottom
    up = -min(first.rect.y, first.label.y if first.label else 0)
    if seat.stack.start:
        circle = Rect(first.rect.x + 2, first.rect.y - 20 - _EVENT, _EVENT, _EVENT)
        if first.symbol.is_gateway:
            circle = Rect(-_EVENT - 40, first.rect.y - 20 - _EVENT, _EVENT, _EVENT)
        parts = (Part(seat.stack.start, circle), *parts)
        up = -circle.y
    return Stand(parts, up + 4, foot, _fans(seat), _way_labels(seat), _remark(seat, room.width))


def _left(width: int, wide: int, room: Room) -> int:
    """The left side of a symbol from its pin: a task of several posts reaches over their lanes."""
    if width < wide - 1 or room.span == room.width:
        return -(width // 2)
    return (room.span - width) // 2 - room.width // 2


def _size(symbol: Symbol, wide: int) -> tuple[int, int]:
    if symbol.is_gateway:
        return _GATEWAY, _GATEWAY
    if symbol.is_event:
        return _EVENT, _EVENT
    lines = lines_of(symbol.name, NAME, wide - 14)
    full = lines > 1 or width_of(symbol.name, NAME) > wide - 2 * _ICON
    aside = 2 * _ICON if full or symbol.tag == "callActivity" else 2 * NAME_LINE
    tall = max(_LEAST_TASK, lines * NAME_LINE + aside)
    return wide, tall + tall % 2


def _tops(symbols: tuple[Symbol, ...], sizes: list[tuple[int, int]], half: int) -> list[int]:
    """The upper sides of symbols one above the other; a label needs room above its symbol."""
    found: list[int] = []
    y = 0
    for place, (symbol, (_, height)) in enumerate(zip(symbols, sizes, strict=True)):
        labelled = symbol.name and symbol.is_gateway and place
        label = lines_of(symbol.name, LABEL, half) * LABEL_LINE + 6 if labelled else 0
        y += max(_GAP, label) if place else 0
        found.append(y)
        y += height
    return found


def _part(symbol: Symbol, rect: Rect, width: int) -> Part:
    """A symbol with the place of its label: above a start, below an end, beside a gateway's tip."""
    if not symbol.name or not (symbol.is_event or symbol.is_gateway):
        return Part(symbol, rect)
    half = label_room(width)
    room = min(half if symbol.is_gateway else width - 8, width_of(symbol.name, LABEL) + 6)
    tall = lines_of(symbol.name, LABEL, room) * LABEL_LINE
    if symbol.is_gateway:
        return Part(symbol, rect, Rect(6, rect.y - tall - 2, room, tall))
    y = rect.bottom + 4 if symbol.tag == "endEvent" else rect.y - tall - 4
    return Part(symbol, rect, Rect(-(room // 2), y, room, tall))


def label_room(width: int) -> int:
    """How wide the label of a gateway may be, right of its upper tip in a column of *width*."""
    return min(width // 2 - 10, _WIDEST_LABEL)


def _fans(seat: Seat) -> int:
    """How many bends of ways that part below lie one below the other."""
    return (len(seat.below) + 1) // 2 if len(seat.below) > 1 else 0


def _way_labels(seat: Seat) -> int:
    """The height of the labels beside ways that leave downwards."""
    labels = [one.label for one in seat.below if one.label]
    room = pitch(seat) - 8
    return max((lines_of(label, LABEL, room) * LABEL_LINE + 4 for label in labels), default=0)


def _remark(seat: Seat, width: int) -> int:
    """The height of the texts 未载明."""
    found = (
        lines_of(r.text, NAME, remark_width(seat, width, r) - 2 * REMARK_PADDING)
        for r in seat.remarks
    )
    return max((max(30, n * NAME_LINE + 2 * REMARK_PADDING) for n in found), default=0)


def remark_width(seat: Seat, width: int, remark: Remark) -> int:
    """The width of a text 未载明: between the ways that part, or right of the one that leads on."""
    needed = width_of(remark.text, NAME) + 2 * REMARK_PADDING + 8
    if len(seat.below) > 1:
        return min(needed, pitch(seat) - 6)
    return min(needed, width // 2 - 10)
