"""A drawing → SVG: for a page (classes, links), as a file of its own, and for print.

Only g, title, desc, path, rect, polygon, text and a are written; no script, no `style`, and every
word of the data is escaped.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from html import escape

from generator.chart.digits import PX
from generator.chart.ink import FONTS, LIGHT, PRINT, StyleOf, by_class, resolved
from generator.chart.outline import badge_shape, box_shape, level_sign, square
from generator.model.chart_key import step_anchor
from generator.model.drawing import (
    Anchor,
    Box,
    Drawing,
    LaneHead,
    Line,
    Point,
    RiskCard,
    TextLine,
    Tone,
)
from generator.model.graph import TransitionKind

BODY = 14
_STRAIGHT = 2
"""The points of a line without a bend."""
_KEPT = 16384
"""Texts that are remembered."""


class _Sizes(dict[int, str]):
    """Sizes of letters → what ends y and says them, nothing for the usual one."""

    def __missing__(self, size: int) -> str:
        self[size] = found = f'" font-size="{size}"'
        return found


class _Ended(dict[str, str]):
    """Texts → what ends the attributes of one, says it and ends it; a flow says it in each view."""

    def __missing__(self, text: str) -> str:
        if len(self) > _KEPT:
            self.clear()
        said = escape(text) if _has_signs(text) else text
        self[text] = found = f">{said}</text>"
        return found


_PARTS = {tone: "text" if tone is Tone.MAIN else tone.value for tone in Tone}
_has_signs = re.compile("[&<>\"']").search
_SIZES = _Sizes({BODY: '"'})
_ENDED = _Ended()
_ANCHORS = {Anchor.MIDDLE: "", Anchor.START: ' text-anchor="start"'}
_LINES = {
    TransitionKind.FORWARD: ("line", "tip"),
    TransitionKind.RETURN: ("back", "back-tip"),
    TransitionKind.UNSTATED: ("lost", ""),
}


def forget_words() -> None:
    """Escape every text anew from here on."""
    _ENDED.clear()


@dataclass(frozen=True, slots=True)
class _Pen:
    """How parts and tones are coloured, and the chart whose step list steps link to ("" = none)."""

    style: StyleOf
    tones: dict[Tone, str]
    chart: str


def _pen(style: StyleOf, chart: str = "") -> _Pen:
    """A pen; its *tones* are all that a text in one begins with, up to its x."""
    tones = {tone: f'<text{style(part)} x="' for tone, part in _PARTS.items()}
    return _Pen(style, tones, chart)


_PRINTED = _pen(resolved(PRINT))
_LIT = _pen(resolved(LIGHT))
_CLASSED = _pen(by_class)


def to_svg(drawing: Drawing, chart_id: str) -> str:
    """A drawing → SVG for a page; its steps link to `#{chart_id}-s{key}` of the step list.

    It has no ids: a page holds a drawing for phones and one for wide screens and shows one of them,
    and what leads to a step leads to its line in the list.
    """
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="chart chart-{drawing.view.value}"'
        f' viewBox="0 0 {drawing.width} {drawing.height}"'
        f' width="{drawing.width}" height="{drawing.height}"'
        f' role="group" font-size="{BODY}" text-anchor="middle">'
        f"<title>{escape(drawing.title)}</title><desc>{escape(drawing.description)}</desc>"
    )
    pen = _Pen(by_class, _CLASSED.tones, escape(chart_id))
    return head + _inside(drawing, pen) + "</svg>"


def to_standalone_svg(drawing: Drawing) -> str:
    """A drawing → an SVG file that needs nothing else."""
    paper, fonts = LIGHT["paper"], escape(FONTS)
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {drawing.width} {drawing.height}"'
        f' width="{drawing.width}" height="{drawing.height}" font-family="{fonts}"'
        f' font-size="{BODY}" text-anchor="middle">'
        f"<title>{escape(drawing.title)}</title><desc>{escape(drawing.description)}</desc>"
        f'<rect width="{drawing.width}" height="{drawing.height}" fill="{paper}"/>'
    )
    return head + _inside(drawing, _LIT) + "</svg>\n"


def print_rows(drawing: Drawing) -> str:
    """The boxes, lines and cards of a drawing in the colours of print, without heads of lanes."""
    return _inside(replace(drawing, lane_heads=()), _PRINTED)


def print_text(line: TextLine) -> str:
    """A text in the colours of print."""
    return _texts((line,), _PRINTED)


def print_path(part: str, points: tuple[Point, ...]) -> str:
    """A line with right angles, such as a leader, in the colours of print."""
    return f'<path{_PRINTED.style(part)} d="{_polyline(points)}"/>'


def _inside(drawing: Drawing, pen: _Pen) -> str:
    parts = [
        _lanes(drawing, pen),
        *[_line(line, pen) for line in drawing.lines],
        *[_leader(card, pen) for card in drawing.cards if card.leader],
        *[_box(box, pen) for box in drawing.boxes],
        *[_card(card, pen) for card in drawing.cards],
    ]
    return "".join(parts)


def _lanes(drawing: Drawing, pen: _Pen) -> str:
    """The heads of the posts and the lines between their columns."""
    heads: tuple[LaneHead, ...] = drawing.lane_heads
    if not heads:
        return ""
    tall, right, low = heads[0].rect.height, drawing.width, drawing.height
    inner = "".join(f"M{head.rect.x} 0V{low}" for head in heads[1:])
    frame = f"M0 {tall}H{right}M0 0H{right}V{low}H0z"
    texts = _texts([line for head in heads for line in head.texts], pen)
    return (
        f'<g><rect{pen.style("head")} width="{right}" height="{tall}"/>'
        f'<path{pen.style("grid")} d="{inner}{frame}"/>{texts}</g>'
    )


def _line(line: Line, pen: _Pen) -> str:
    """An edge: its polyline, its arrow and its label."""
    source, target, kind, points, label = line
    style = pen.style
    body, tip = _LINES[kind]
    leads = PX[target] if target else ""
    found = f'<g data-way="{PX[source]}-{leads}"><path{style(body)} d="{_polyline(points)}"/>'
    if tip:
        found += f'<path{style(tip)} d="{_arrow(points)}"/>'
    return f"{found}{_texts((label,), pen)}</g>" if label else found + "</g>"


def _polyline(points: tuple[Point, ...]) -> str:
    before_x, before_y = points[0]
    if len(points) == _STRAIGHT:
        x, y = points[1]
        if x == before_x and y != before_y:
            return f"M{PX[x]} {PX[before_y]}V{PX[y]}"
    found = f"M{PX[before_x]} {PX[before_y]}"
    for x, y in points:
        if y != before_y:
            found += f"V{PX[y]}"
            before_y = y
        if x != before_x:
            found += f"H{PX[x]}"
            before_x = x
    return found


def _arrow(points: tuple[Point, ...]) -> str:
    """A triangle whose tip is the last point."""
    from_x, from_y = points[-2]
    x, y = points[-1]
    if from_x == x:
        return f"M{PX[x]} {PX[y]}l-4 {'-8' if y > from_y else '8'}h8z"
    return f"M{PX[x]} {PX[y]}l{'-8' if x > from_x else '8'} -4v8z"


def _box(box: Box, pen: _Pen) -> str:
    """A step: shape, badges and texts, as one link to its line in the step list.

    The link is named by what can be seen in it, so that a reader can say it aloud to click it.
    """
    style = pen.style
    inside = box_shape(box, style)
    for badge in box.badges:
        inside += badge_shape(badge, style) + _texts(badge.texts, pen)
    inside += _texts(box.texts + box.notes if box.notes else box.texts, pen)
    if not pen.chart:
        return f"<g><title>{escape(box.name)}</title>{inside}</g>"
    return f'<a href="#{step_anchor(pen.chart, box.key)}">{inside}</a>'


def _leader(card: RiskCard, pen: _Pen) -> str:
    return f'<path{pen.style("leader")} d="{_polyline(card.leader)}"/>'


def _card(card: RiskCard, pen: _Pen) -> str:
    """A risk card: paper, coloured head with the sign of its level, texts."""
    style = pen.style
    sheet = square(card.rect, style("card"), 0)
    top = square(card.head, style(f"risk-{card.level}"), 0)
    return f"<g>{sheet}{top}{level_sign(card, style)}{_texts(card.texts, pen)}</g>"


def _texts(lines: Iterable[TextLine], pen: _Pen) -> str:
    """Lines of text, which are most of a chart: what they have in common is looked up."""
    tones = pen.tones
    found = ""
    for x, y, text, size, tone, at in lines:
        found += f'{tones[tone]}{PX[x]}" y="{PX[y]}{_SIZES[size]}{_ANCHORS[at]}{_ENDED[text]}'
    return found
