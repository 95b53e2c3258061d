"""The signs that only paper has → one small drawing: a chart that goes on overleaf.

It is cut and inked like the charts of a handbook; the two pages lie one below the other.
"""

from __future__ import annotations

from generator.chart.ink import PRINT
from generator.chart.layout import draw
from generator.chart.page_ink import Heading, Sheet, page_svg
from generator.chart.pieces import Piece, pieces_of
from generator.model.drawing import View
from generator.model.flow import Flow

_STEPS = ({"开始": "提出申请", "岗位": "申请人"}, {"步骤": "受理", "岗位": "窗口"})
_MARGIN, _GAP, _LETTERS = 10, 14, 12


def overleaf() -> str:
    """Two pages with the signs by which a line leaves one and comes back on the other, as SVG."""
    drawing = draw(Flow.model_validate({"名称": "图例", "步骤": list(_STEPS)}), View.SPINE)
    first, second = drawing.boxes
    cut = (first.rect.bottom + second.rect.y) // 2
    wide = drawing.width + 2 * _MARGIN
    down, pages = 0, ""
    for number, piece in enumerate(pieces_of(drawing, 0, (cut,), drawing.width), start=1):
        heading = Heading((f"第{number}页",), "", _LETTERS)
        tall = _height(piece, heading)
        sheet = Sheet(wide, tall, f'width="{wide}" height="{tall}"', _MARGIN, drawing.height)
        page = page_svg(piece, sheet, heading, (f"图例：第{number}页", "意思写在旁边。"))
        border = f'<rect width="{wide}" height="{tall}" fill="none" stroke="{PRINT["line"]}"/>'
        pages += page.strip().replace("<svg ", f'<svg y="{down}" ', 1)
        pages = pages.removesuffix("</svg>") + f"{border}</svg>"
        down += tall + _GAP
    tall = down - _GAP
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide} {tall}"'
        f' width="{wide}" height="{tall}" role="img"><title>图例</title>{pages}</svg>'
    )


def _height(piece: Piece, heading: Heading) -> int:
    signs = piece.above + piece.below
    return 2 * _MARGIN + heading.height + signs + piece.bottom - piece.top
