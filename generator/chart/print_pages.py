"""A flow → its print drawing: pages of SVG for a sheet of paper, or for the column of a booklet."""

from __future__ import annotations

from html import escape

from generator.chart.fit import LETTERS, Fit, Paper, fits, reason
from generator.chart.page_ink import Heading, Sheet, page_svg
from generator.chart.paging import Rooms, paged
from generator.chart.pieces import pieces_of
from generator.model.flow import Flow
from generator.model.print_drawing import Layout, PaperSize, PrintPage, PrintPages
from generator.model.risk_scale import USUAL, RiskScale

_SIDES = {PaperSize.A5: (148, 210, 10), PaperSize.A4: (210, 297, 14)}
"""The sides of a sheet and its margin, in mm; an office printer leaves 5 mm at the edge empty."""

_MM = 72 / 25.4
_TITLE = 12


def print_pages(
    flow: Flow, size: PaperSize, layout: Layout = Layout.BEST, scale: RiskScale = USUAL
) -> PrintPages | None:
    """A flow on sheets of paper; None where a step or card alone is too large for any page."""
    wide, tall, margin = (side * _MM for side in _SIDES[size])
    paper = Paper(wide - 2 * margin, tall - 2 * margin, headed=True)
    found = fits(flow, paper, layout, scale)
    if not found:
        return None
    best = found[0]
    pages = _pages(best, _SIDES[size])
    return PrintPages(
        size=size,
        layout=best.layout,
        turned=best.turned,
        scale=best.scale,
        letters=best.letters,
        pages=pages,
        reason=reason(found),
    )


def _pages(fit: Fit, sides: tuple[int, int, int]) -> tuple[PrintPage, ...]:
    """Every page on its sheet, in the size of the paper."""
    wide, tall, margin = (sides[1], sides[0], sides[2]) if fit.turned else sides
    sheet = Sheet(
        width=int(wide * _MM / fit.scale),
        height=int(tall * _MM / fit.scale),
        size=f'width="{wide}mm" height="{tall}mm"',
        margin=round(margin * _MM / fit.scale),
        rows_end=fit.rows_end,
    )
    ends = paged(fit.strip, Rooms.alike(fit.room))
    if ends is None:
        raise AssertionError(fit)
    pieces = pieces_of(fit.drawing, fit.strip.top, ends, fit.wide)
    found: list[PrintPage] = []
    for number, piece in enumerate(pieces, start=1):
        mark = f"第{number}页，共{len(pieces)}页"
        heading = Heading(fit.title, mark, max(LETTERS, int(_TITLE / fit.scale)))
        names = (f"{fit.drawing.title}（{mark}）", fit.drawing.description)
        found.append(PrintPage(page_svg(piece, sheet, heading, names), sheet.width, sheet.height))
    return tuple(found)


def one_below_the_other(printed: PrintPages, title: str) -> str:
    """All pages → one SVG in which they lie one below the other, each in the size of its paper."""
    wide, tall = _sides_of(printed)
    many = len(printed.pages)
    inner = "".join(
        page.svg.replace("<svg ", f'<svg y="{number * tall}mm" ', 1).strip()
        for number, page in enumerate(printed.pages)
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{wide}mm" height="{tall * many}mm">'
        f"<title>{escape(title)}（共{many}页）</title>{inner}</svg>\n"
    )


def _sides_of(printed: PrintPages) -> tuple[int, int]:
    """The sides of the paper as it lies, in mm."""
    wide, tall, _ = _SIDES[printed.size]
    return (tall, wide) if printed.turned else (wide, tall)
