"""A map laid out → SVG for a page, cut where the addresses of its links belong.

The same few elements and classes as charts; every word of the data is escaped.
"""

from __future__ import annotations

from html import escape
from itertools import pairwise

from generator.chart.entries import BODY, SMALL
from generator.chart.ink import by_class
from generator.chart.map_boxes import WIDTH, Measured, left_of
from generator.chart.overview import Placed
from generator.model.drawing import Point, Rect, Tone
from generator.model.overview import Band, BoxKind, MapBox, MapLine, Sketch, Target

_PARTS = {
    BoxKind.NETWORK: ("terminal", 9),
    BoxKind.PLATFORM: ("vote", 3),
    BoxKind.BODY: ("process", 3),
    BoxKind.GROUP: ("wait", 3),
    BoxKind.ITEM: ("process", 3),
    BoxKind.POST: ("terminal", 9),
    BoxKind.FLOW: ("process", 3),
    BoxKind.MISSING: ("unstated", 3),
}
"""The part that colours a box, and how round its corners are."""

_RAIL = 5
_PAD = 10
Piece = str | Target


def sketched(placed: Placed, map_id: str) -> Sketch:
    """A map laid out → its drawing; every id in it begins with *map_id*."""
    pieces: list[Piece] = [_head(placed, map_id)]
    pieces += [_band(band, placed.height) for band in placed.told.bands]
    plain = "".join(
        _curve(points)
        for line, points in zip(placed.told.lines, placed.points, strict=True)
        if not line.arrow
    )
    if plain:
        pieces.append(f'<path{by_class("line")} d="{plain}"/>')
    for line, points in zip(placed.told.lines, placed.points, strict=True):
        if line.arrow:
            pieces += _arrowed(line, points)
    for box, rect, said in zip(placed.told.boxes, placed.rects, placed.texts, strict=True):
        pieces += _box(box, rect, said)
    pieces.append("</svg>")
    return _cut(pieces, placed.height)


def _cut(pieces: list[Piece], height: int) -> Sketch:
    """Texts and targets → the texts between targets, and the targets."""
    texts: list[list[str]] = [[]]
    targets: list[Target] = []
    for piece in pieces:
        if isinstance(piece, Target):
            targets.append(piece)
            texts.append([])
        else:
            texts[-1].append(piece)
    return Sketch(tuple("".join(text) for text in texts), tuple(targets), height)


def _head(placed: Placed, map_id: str) -> str:
    own = escape(map_id)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="chart chart-map"'
        f' viewBox="0 0 {placed.width} {placed.height}"'
        f' width="{placed.width}" height="{placed.height}"'
        f' role="group" aria-labelledby="{own}-title" aria-describedby="{own}-desc"'
        f' font-size="{BODY}" text-anchor="middle">'
        f'<title id="{own}-title">{escape(placed.told.title)}</title>'
        f'<desc id="{own}-desc">{escape(placed.told.description)}</desc>'
    )


def _band(band: Band, height: int) -> str:
    """The ground of a band's columns, and its heading."""
    left, right = left_of(band.first) - _PAD, left_of(band.last) + WIDTH + _PAD
    return (
        f'<rect{by_class("head")} x="{left}" y="0" width="{right - left}" height="{height}"'
        f' rx="6"/><text{by_class("strong")} x="{(left + right) // 2}" y="25">'
        f"{escape(band.title)}</text>"
    )


def _curve(points: tuple[Point, ...]) -> str:
    """The course of a line: level inside the columns it passes, bent between them."""
    found = f"M{points[0][0]} {points[0][1]}"
    for number, ((x, y), (to_x, to_y)) in enumerate(pairwise(points)):
        if number % 2 or y == to_y:
            found += f"H{to_x}"
        else:
            middle = (x + to_x) // 2
            found += f"C{middle} {y} {middle} {to_y} {to_x} {to_y}"
    return found


def _arrowed(line: MapLine, points: tuple[Point, ...]) -> list[Piece]:
    """A line with an arrow; one that leads somewhere is a link with a broad ground to hit."""
    course = _curve(points)
    (from_x, _), (x, y) = points[-2:]
    tip = f"M{x} {y}l{-8 if x > from_x else 8} -4v8z"
    drawn = f'<path{by_class("line")} d="{course}"/><path{by_class("tip")} d="{tip}"/>'
    if line.target is None:
        return [f"<g><title>{escape(line.words)}</title>{drawn}</g>"]
    ground = f'<path class="m-hit" d="{course}"/>'
    return [
        '<a class="m-line"',
        line.target,
        f"><title>{escape(line.words)}</title>{ground}{drawn}</a>",
    ]


def _box(box: MapBox, rect: Rect, said: Measured) -> list[Piece]:
    part, radius = _PARTS[box.kind]
    inside = (
        f'<rect{by_class(part)} x="{rect.x}" y="{rect.y}" width="{rect.width}"'
        f' height="{rect.height}" rx="{radius}"/>'
    )
    if box.kind is BoxKind.FLOW:
        sides = (rect.x + _RAIL, rect.right - _RAIL)
        rails = "".join(f"M{x} {rect.y}V{rect.bottom}" for x in sides)
        inside += f'<path{by_class("inner")} d="{rails}"/>'
    inside += _texts(rect, said)
    if box.target is None:
        return [f"<g>{inside}</g>"]
    return ["<a", box.target, f">{inside}</a>"]


def _texts(rect: Rect, said: Measured) -> str:
    """The lines of a box, one below the other."""
    found, y, middle = "", rect.y + said.above, rect.x + rect.width // 2
    for text, letters, tone, height, _ in said.entries:
        part = "muted" if tone is Tone.MUTED else "text"
        size = f' font-size="{letters}"' if letters == SMALL else ""
        found += (
            f'<text{by_class(part)} x="{middle}" y="{y + height - 6}"{size}>{escape(text)}</text>'
        )
        y += height
    return found
