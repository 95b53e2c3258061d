"""Boxes, badges and levels → their outlines in SVG (shapes of GB/T 1526)."""

from __future__ import annotations

from generator.chart.digits import PX
from generator.chart.ink import StyleOf
from generator.chart.shapes import BAR, slant
from generator.model.drawing import Badge, BadgeKind, Box, Point, Rect, RiskCard, Shape

_BADGES = {
    BadgeKind.NUMBER: ("number", 4),
    BadgeKind.UNSTATED: ("unstated", 2),
    BadgeKind.SHARED: ("shared", 3),
}
_INSET = 4
_RAIL = 6


def box_shape(box: Box, style: StyleOf) -> str:
    """The outline of a step with its inner lines and bars."""
    rect = box.rect
    found = _OUTLINES[box.shape](rect, style)
    if box.dividers:
        lines = "".join(f"M{a[0]} {a[1]}L{b[0]} {b[1]}" for a, b in box.dividers)
        found += f'<path{style("divider")} d="{lines}"/>'
    if box.bar_above:
        found += square(Rect(rect.x, rect.y, rect.width, BAR), style("bar"), 0)
    if box.bar_below:
        found += square(Rect(rect.x, rect.bottom - BAR, rect.width, BAR), style("bar"), 0)
    return found


def badge_shape(badge: Badge, style: StyleOf) -> str:
    """The outline of a badge; the three levels of risk differ in shape as well as in colour."""
    kind, rect, _, level = badge
    if known := _BADGES.get(kind):
        part, radius = known
        return square(rect, style(part), radius)
    if kind is BadgeKind.DOCUMENT:
        return _document(rect, style("document"))
    part = style(f"risk-{level}")
    if level > 2:
        return _polygon(_pointed(rect), part)
    return square(rect, part, 0 if level > 1 else rect.height // 2)


def level_sign(card: RiskCard, style: StyleOf) -> str:
    """The sign in a card's head: ▲ high, ◆ middle, ● low."""
    x, y = card.head.x + 16, card.head.y + card.head.height // 2
    part = style("inverse")
    if card.level > 2:
        return _polygon(((x, y - 7), (x + 8, y + 6), (x - 8, y + 6)), part)
    if card.level > 1:
        return _polygon(((x, y - 7), (x + 7, y), (x, y + 7), (x - 7, y)), part)
    return square(Rect(x - 6, y - 6, 12, 12), part, 6)


def square(rect: Rect, part: str, radius: int) -> str:
    """A box whose corners have a *radius*, 0 for sharp ones."""
    x, y, width, height = rect
    end = f'" rx="{PX[radius]}"/>' if radius else '"/>'
    return f'<rect{part} x="{PX[x]}" y="{PX[y]}" width="{PX[width]}" height="{PX[height]}{end}'


def _polygon(points: tuple[Point, ...], part: str) -> str:
    corners = " ".join([f"{PX[x]},{PX[y]}" for x, y in points])
    return f'<polygon{part} points="{corners}"/>'


def _diamond(rect: Rect) -> tuple[Point, ...]:
    x, y = rect.x + rect.width // 2, rect.y + rect.height // 2
    return ((x, rect.y), (rect.right, y), (x, rect.bottom), (rect.x, y))


def _hexagon(rect: Rect) -> tuple[Point, ...]:
    """A diamond drawn out wide, for long questions."""
    y = rect.y + rect.height // 2
    left, right = rect.x + slant(rect.width), rect.right - slant(rect.width)
    return (
        (left, rect.y),
        (right, rect.y),
        (rect.right, y),
        (right, rect.bottom),
        (left, rect.bottom),
        (rect.x, y),
    )


def _cut(rect: Rect) -> tuple[Point, ...]:
    """A box with its upper corners cut off, for a decision with more than two ways."""
    cut = slant(rect.width)
    return (
        (rect.x + cut, rect.y),
        (rect.right - cut, rect.y),
        (rect.right, rect.y + cut),
        (rect.right, rect.bottom),
        (rect.x, rect.bottom),
        (rect.x, rect.y + cut),
    )


def _pointed(rect: Rect) -> tuple[Point, ...]:
    y = rect.y + rect.height // 2
    return (
        (rect.x + 5, rect.y),
        (rect.right - 5, rect.y),
        (rect.right, y),
        (rect.right - 5, rect.bottom),
        (rect.x + 5, rect.bottom),
        (rect.x, y),
    )


def _delay(rect: Rect, part: str) -> str:
    """A box whose right side is round: time passes."""
    half = rect.height // 2
    reach = min(half, 18)
    return (
        f'<path{part} d="M{rect.x} {rect.y}H{rect.right - reach}'
        f"A{reach} {half} 0 0 1 {rect.right - reach} {rect.bottom}H{rect.x}z"
        '"/>'
    )


def _document(rect: Rect, part: str) -> str:
    """A sheet with a wavy lower edge."""
    wide, tall = rect.width, rect.height - 3
    return (
        f'<path{part} d="M{rect.x} {rect.y}h{wide}v{tall}'
        f"q-{wide / 4:g} -3 -{wide / 2:g} 0t-{wide / 2:g} 0z"
        '"/>'
    )


def _process(rect: Rect, style: StyleOf) -> str:
    return square(rect, style("process"), 3)


def _terminal(rect: Rect, style: StyleOf) -> str:
    return square(rect, style("terminal"), min(20, rect.height // 2))


def _decision(rect: Rect, style: StyleOf) -> str:
    return _polygon(_diamond(rect), style("decision"))


def _wide_decision(rect: Rect, style: StyleOf) -> str:
    return _polygon(_hexagon(rect), style("decision"))


def _vote(rect: Rect, style: StyleOf) -> str:
    x, y, width, height = rect
    inner = Rect(x + _INSET + 1, y + _INSET, width - 2 * _INSET - 2, height - 8)
    return _polygon(_hexagon(rect), style("vote")) + _polygon(_hexagon(inner), style("vote-inner"))


def _switch(rect: Rect, style: StyleOf) -> str:
    return _polygon(_cut(rect), style("decision"))


def _wait(rect: Rect, style: StyleOf) -> str:
    return _delay(rect, style("wait"))


def _subflow(rect: Rect, style: StyleOf) -> str:
    left, right = rect.x + _RAIL, rect.right - _RAIL
    rails = f"M{left} {rect.y}V{rect.bottom}M{right} {rect.y}V{rect.bottom}"
    return square(rect, style("process"), 2) + f'<path{style("inner")} d="{rails}"/>'


_OUTLINES = {
    Shape.PROCESS: _process,
    Shape.TERMINAL: _terminal,
    Shape.DECISION: _decision,
    Shape.WIDE_DECISION: _wide_decision,
    Shape.VOTE: _vote,
    Shape.SWITCH: _switch,
    Shape.WAIT: _wait,
    Shape.SUBFLOW: _subflow,
}
