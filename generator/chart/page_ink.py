"""A piece of a drawing → the SVG of one page, in black and grey. All lengths in px.

Rows are drawn where they stand in the whole drawing, in a group moved to their place on the page.
"""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

from generator.chart.entries import SMALL
from generator.chart.ink import PRINT, PRINT_FONT, resolved
from generator.chart.pieces import Piece
from generator.chart.stops import SIGN, WORDS, Sign
from generator.chart.svg import BODY, print_path, print_rows, print_text
from generator.chart.text import width_of
from generator.model.drawing import Anchor, LaneHead, Point, TextLine, Tone

_STYLE = resolved(PRINT)
_HALF = 12


@dataclass(frozen=True, slots=True)
class Heading:
    """What stands above a chart: its title, which page this is, and the letters' size."""

    title: tuple[str, ...]
    mark: str
    size: int

    @property
    def height(self) -> int:
        """With the line below it."""
        return len(self.title) * _line_of(self.size) + self.size if self.title else 0


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page: its size, the same in words of SVG, its margin, and where the chart's rows end."""

    width: int
    height: int
    size: str
    margin: int
    rows_end: int


def page_svg(piece: Piece, sheet: Sheet, heading: Heading, names: tuple[str, str]) -> str:
    """A piece on a page → its SVG; *names* are title and description for those who cannot see."""
    title, description = names
    left = (sheet.width - piece.drawing.width) // 2
    heads = piece.drawing.lane_heads if piece.top < sheet.rows_end else ()
    tall = heads[0].rect.height if heads else 0
    top = sheet.margin + heading.height
    down = top + tall + piece.above - piece.top
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {sheet.width} {sheet.height}"'
        f' {sheet.size} font-family="{escape(PRINT_FONT)}" font-size="{BODY}"'
        f' text-anchor="middle">'
        f"<title>{escape(title)}</title><desc>{escape(description)}</desc>"
        f'<rect width="{sheet.width}" height="{sheet.height}" fill="{PRINT["paper"]}"/>'
        f"{_heading(heading, sheet)}"
        f'<g transform="translate({left} {top})">{_heads(heads)}</g>'
        f'<g transform="translate({left} {down})">'
        f"{_columns(piece, heads, sheet.rows_end)}{print_rows(piece.drawing)}"
        f"{''.join(print_path('leader', points) for points in piece.leaders)}"
        f"{''.join(map(_sign, piece.signs))}</g></svg>\n"
    )


def _heading(heading: Heading, sheet: Sheet) -> str:
    """The title and the mark of the page above a line."""
    if not heading.title:
        return ""
    left, right, size = sheet.margin, sheet.width - sheet.margin, heading.size
    base = sheet.margin + size
    texts = [
        TextLine(left, base + n * _line_of(size), words, size, Tone.STRONG, Anchor.START)
        for n, words in enumerate(heading.title)
    ]
    x = right - width_of(heading.mark, size * 5 // 6)
    texts.append(TextLine(x, base, heading.mark, size * 5 // 6, Tone.MAIN, Anchor.START))
    y = sheet.margin + len(heading.title) * _line_of(size)
    drawn = "".join(map(print_text, texts))
    return f"<g>{drawn}{print_path('inner', ((left, y), (right, y)))}</g>"


def _line_of(size: int) -> int:
    return size * 7 // 5


def _heads(heads: tuple[LaneHead, ...]) -> str:
    """The heads of the posts, on every page that shows steps."""
    if not heads:
        return ""
    tall, right = heads[0].rect.height, heads[-1].rect.right
    inner = "".join(f"M{head.rect.x} 0V{tall}" for head in heads[1:])
    texts = "".join(print_text(line) for head in heads for line in head.texts)
    return (
        f'<rect{_STYLE("head")} width="{right}" height="{tall}"/>'
        f'<path{_STYLE("inner")} d="M0 0H{right}V{tall}H0z{inner}"/>{texts}'
    )


def _columns(piece: Piece, heads: tuple[LaneHead, ...], rows_end: int) -> str:
    """The lines between the columns of the posts, beside rows only: signs stay clear of them."""
    if not heads:
        return ""
    low, right = min(piece.bottom, rows_end), heads[-1].rect.right
    sides = [0, *(head.rect.x for head in heads[1:]), right]
    lines = "".join(f"M{x} {piece.top}V{low}" for x in sides)
    if piece.bottom >= rows_end:
        lines += f"M0 {low}H{right}"
    return f'<path{_STYLE("grid")} d="{lines}"/>'


def _sign(sign: Sign) -> str:
    """An off-page connector: a sign with a point, its name, and words on the side of the edge."""
    top, bottom = sign.y, sign.y + SIGN
    shoulder, tip = (bottom - 8, bottom) if not sign.up else (top + 8, top)
    flat = top if not sign.up else bottom
    corners: tuple[Point, ...] = (
        (sign.x - _HALF, flat),
        (sign.x + _HALF, flat),
        (sign.x + _HALF, shoulder),
        (sign.x, tip),
        (sign.x - _HALF, shoulder),
    )
    points = " ".join(f"{x},{y}" for x, y in corners)
    base = flat + (14 if not sign.up else -4)
    first = top - 4 - WORDS * (len(sign.words) - 1) if sign.words_above else bottom + WORDS - 1
    texts = [TextLine(sign.x, base, sign.name, SMALL + 1, Tone.STRONG)]
    texts += [
        TextLine(sign.x, first + n * WORDS, words, SMALL, Tone.MAIN if n == 0 else Tone.MUTED)
        for n, words in enumerate(sign.words)
    ]
    leads = "out" if sign.leaves else "in"
    drawn = "".join(map(print_text, texts))
    return f'<g data-sign="{leads}"><polygon{_STYLE("terminal")} points="{points}"/>{drawn}</g>'
