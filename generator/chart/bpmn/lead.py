"""Lines of the drawing → lines that end on the border of symbols. Lengths in px.

A line was drawn to a box; the symbol in it is smaller, or is the first or last of several.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.chart.bpmn.lines import LABEL, LABEL_LINE, lines_of
from generator.chart.bpmn.seats import FAN, FAN_STEP, Lead, Seat, pitch
from generator.chart.bpmn.stand import Stand, remark_width
from generator.chart.bpmn.stretch import bent
from generator.chart.bpmn.symbols import Remark, Stack, Symbol
from generator.chart.text import width_of
from generator.model.drawing import Point, Rect

_INSIDE = 6
"""How far inside its box a line turns to a symbol that is not on the axis."""
_BRACKET = 6
"""How far from the left side of a text its dotted line ends."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A stack where it stands: its box, column, pin and axis in the file, every part in place."""

    seat: Seat
    stand: Stand
    box: Rect
    width: int
    axis: int

    @property
    def pin(self) -> int:
        """The x on which ways come from above and go on below."""
        return self.box.x + self.width // 2

    @property
    def stack(self) -> Stack:
        """Its symbols."""
        return self.seat.stack

    def rect(self, symbol: Symbol) -> Rect:
        """Where a symbol of the stack stands."""
        part = next(part for part in self.stand.parts if part.symbol == symbol)
        return self.moved(part.rect)

    def moved(self, rect: Rect) -> Rect:
        """A rectangle around pin and axis → in the file."""
        return Rect(rect.x + self.pin, rect.y + self.axis, rect.width, rect.height)


def middle_y(rect: Rect) -> int:
    """The y of the middle."""
    return rect.y + rect.height // 2


def left_by(here: Placed, lead: Lead, points: list[Point]) -> list[Point]:
    """A line that leaves a stack, its points as in the file → from the border of its symbol."""
    symbol = here.rect(here.stack.exit)
    if lead.side in "EW":
        tip = (symbol.right if lead.side == "E" else symbol.x, here.axis)
        return [tip, *(points if points[1][0] == points[0][0] else points[1:])]
    x, below = points[0][0], here.seat.below
    if len(below) > 1:
        return [*_fan(here, symbol, below.index(lead), x), *points[1:]]
    turn = here.axis + here.stand.down
    bend = () if x == here.pin else ((here.pin, turn), (x, turn))
    return [(here.pin, symbol.bottom), *bend, *points[1:]]


def _fan(here: Placed, symbol: Rect, place: int, x: int) -> list[Point]:
    """One of the ways that part below a gateway: out of its lower half, down, aside to *x*.

    The outermost way turns first and the innermost last, so none crosses another. Where nothing
    enters at a side, the outermost leaves by the tip there.
    """
    last = len(here.seat.below) - 1
    if 2 * place == last and abs(x - here.pin) <= 2:
        return [(x, symbol.bottom - abs(x - here.pin))]
    left = 2 * place < last or (2 * place == last and x < here.pin)
    turn, half = min(place, last - place), (last + 2) // 2
    met = {one.side for one in here.seat.entering}
    if turn == 0 and ("W" if left else "E") not in met and last:
        tip = symbol.x if left else symbol.right
        return [(tip, middle_y(symbol)), (x, middle_y(symbol))]
    aside = max(2, 20 * (half - turn) // half) * (-1 if left else 1)
    start = (here.pin + aside, symbol.bottom - abs(aside))
    y = symbol.bottom + FAN + turn * FAN_STEP
    return [start, (start[0], y), (x, y)]


def entered_by(there: Placed, lead: Lead, points: list[Point]) -> list[Point]:
    """A line that enters a stack, its points as in the file → to the border of its symbol."""
    symbol = there.rect(there.stack.entry)
    if lead.side in "EW":
        edge = symbol.right if lead.side == "E" else symbol.x
        y = middle_y(symbol)
        if y == there.axis:
            return [*points[:-1], (edge, y)]
        turn = there.box.right - _INSIDE if lead.side == "E" else there.box.x + _INSIDE
        return [*points[:-1], (turn, there.axis), (turn, y), (edge, y)]
    x, pin = points[-1][0], there.pin
    task = not (there.stack.entry.is_gateway or there.stack.entry.is_event)
    if task and symbol.x < x < symbol.right:
        return [*points[:-1], (x, symbol.y)]
    turn = there.axis - there.stand.up
    bend = () if x == pin else ((x, turn), (pin, turn))
    return [*points[:-1], *bend, (pin, symbol.y)]


def way_label(here: Placed, lead: Lead, x: int) -> Rect | None:
    """The place of the word beside the beginning of a way that goes down at *x*."""
    if not lead.label:
        return None
    symbol, wide = here.rect(here.stack.exit), width_of(lead.label, LABEL) + 4
    if lead.side == "S":
        width = min(wide, pitch(here.seat) - 8)
        tall = lines_of(lead.label, LABEL, width) * LABEL_LINE
        at = x if len(here.seat.below) > 1 else here.pin
        return Rect(at + 4, here.axis + here.stand.fan_end + 2, width, tall)
    right = lead.side == "E"
    room = here.box.right - symbol.right if right else symbol.x - here.box.x
    width = min(wide, max(40, room - 4))
    tall = lines_of(lead.label, LABEL, width) * LABEL_LINE
    x = symbol.right + 2 if right else symbol.x - 2 - width
    return Rect(x, here.axis - tall - 2, width, tall)


def remark_place(here: Placed, lead: Lead, points: list[Point]) -> tuple[Rect, tuple[Point, ...]]:
    """The place of a text 未载明, and the dotted line to the upper end of its bracket."""
    out, remark = left_by(here, lead, points), lead.way
    if not isinstance(remark, Remark):
        raise TypeError(lead)
    width, top = remark_width(here.seat, here.width, remark), here.axis + here.stand.remark_top
    tall = here.stand.remark
    if lead.side == "S":
        x = points[0][0]
        return Rect(x - _BRACKET, top, width, tall), bent([*out[:-1], (x, top)])
    left = here.pin + here.width // 2 - width
    x = max(left + _BRACKET, out[0][0] + 2 * _BRACKET)
    return Rect(left, top, width, tall), (out[0], (x, here.axis), (x, top))
