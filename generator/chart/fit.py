"""A flow and a sheet of paper → the layout whose letters and pages suit it best, and why.

Lengths on paper are in pt, lengths in a drawing in px; a scale is pt per px.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.chart.cards_below import with_cards_below
from generator.chart.cuts import cuts_of
from generator.chart.layout import draw
from generator.chart.paging import Strip, pages_needed
from generator.chart.stops import PITCH
from generator.chart.text import wrap
from generator.model.drawing import Badge, BadgeKind, Box, Drawing, Rect, View
from generator.model.flow import Flow
from generator.model.print_drawing import LEAST_LETTERS, Layout
from generator.model.risk_scale import RiskScale

LETTERS = 12
"""The smallest letters of a drawing for paper, in px."""

_LARGEST = 0.86
"""The letters of a step are then as large as the text of a booklet, 12 pt."""

_COMFORTABLE = 8.0
"""Letters are smaller only where paper is narrow, or where everything then stands on one page."""

_STEPS = 12
_TITLE, _TITLE_LINE, _MARK = 12, 17, 90
_SMALL_COSTS, _TURNING_COSTS = 0.5, 0.4
_COSTS = {Layout.LANES: 0.0, Layout.SPINE: 0.4, Layout.RISK: 1.2}
"""In pages: lanes show best who acts; risks have the flow beside them where that saves paper."""

_NAMES = {Layout.SPINE: "竖版", Layout.LANES: "泳道图", Layout.RISK: "风险图"}


@dataclass(frozen=True, slots=True)
class Paper:
    """What may be used of a page: its sides within the margins, in pt; *headed* with a title."""

    width: float
    height: float
    headed: bool


@dataclass(frozen=True, slots=True)
class Fit:
    """A layout on a paper: the drawing, where its rows begin and end, its scale and its pages.

    *wide* and *room* are what a page has for signs and rows, in px.
    """

    layout: Layout
    turned: bool
    drawing: Drawing
    rows_end: int
    strip: Strip
    scale: float
    pages: int
    wide: int
    room: int
    title: tuple[str, ...]

    @property
    def letters(self) -> float:
        """The height of the smallest letters, in pt."""
        return LETTERS * self.scale

    @property
    def cost(self) -> float:
        """What speaks against it, in pages."""
        found = self.pages + _SMALL_COSTS * max(0.0, _COMFORTABLE - self.letters)
        return found + _COSTS[self.layout] + _TURNING_COSTS * self.turned

    @property
    def words(self) -> str:
        """How it is, in a few words."""
        way = "，横放" if self.turned else ""
        return f"{_NAMES[self.layout]}{way}{self.pages}页，最小的字{self.letters:.1f}磅"


def fits(flow: Flow, paper: Paper, layout: Layout, scale: RiskScale) -> tuple[Fit, ...]:
    """A flow on paper in every way that can be read, the best first."""
    found: list[Fit] = []
    for view in _views(flow, layout):
        drawing, rows_end = _drawn(flow, view, scale)
        ways = (
            _fit(drawing, rows_end, paper),
            _fit(drawing, rows_end, _turned(paper), turned=True),
        )
        found.extend(fit for fit in ways if fit is not None)
    return tuple(sorted(found, key=lambda fit: fit.cost))


def reason(found: tuple[Fit, ...]) -> str:
    """Why the first is taken: what it is, and what the best of another layout would have been."""
    best = found[0]
    other = next((fit for fit in found if fit.layout is not best.layout), None)
    return f"{best.words}" + (f"；{other.words}" if other else "")


def _views(flow: Flow, layout: Layout) -> tuple[View, ...]:
    """What a layout may be drawn as; risks only where there are some."""
    risks = (View.RISK, View.RISK_NARROW)
    if layout is Layout.BEST:
        return View.LANES, View.SPINE, *(risks if flow.risk_points() else ())
    return risks if layout is Layout.RISK else (View(layout.value),)


def _layout_of(view: View) -> Layout:
    return Layout.RISK if view.shows_risks else Layout(view.value)


def _turned(paper: Paper) -> Paper:
    return replace(paper, width=paper.height, height=paper.width)


def _drawn(flow: Flow, view: View, scale: RiskScale) -> tuple[Drawing, int]:
    """The drawing of a view with all risk cards, and where its rows end."""
    drawing = draw(flow, view, scale)
    drawing = replace(drawing, boxes=tuple(map(legible, drawing.boxes)))
    rows_end = drawing.height
    if not view.shows_risks:
        drawing = with_cards_below(drawing, flow, scale)
    return drawing, rows_end


def legible(box: Box) -> Box:
    """A box whose number is as large as its other small letters."""
    badges = tuple(
        _larger(badge) if badge.kind is BadgeKind.NUMBER else badge for badge in box.badges
    )
    return box._replace(badges=badges)


def _larger(badge: Badge) -> Badge:
    rect = badge.rect
    return badge._replace(
        rect=Rect(rect.x - 2, rect.y, rect.width + 4, rect.height),
        texts=tuple(line._replace(size=LETTERS) for line in badge.texts),
    )


def _fit(drawing: Drawing, rows_end: int, paper: Paper, *, turned: bool = False) -> Fit | None:
    """A drawing at the scale that suits a paper; None where its letters would be too small."""
    largest = min(_LARGEST, paper.width / drawing.width)
    least = LEAST_LETTERS / LETTERS
    if largest < least:
        return None
    title = wrap(drawing.title, _TITLE, int(paper.width) - _MARK) if paper.headed else ()
    heads = drawing.lane_heads[0].rect.height if drawing.lane_heads else 0
    wide = int(paper.width / largest)
    cuts = tuple(cut for cut in cuts_of(drawing) if cut.signs * PITCH <= wide)
    things = len(drawing.boxes) + len(drawing.cards)
    strip = Strip(heads, drawing.height, things, cuts)
    tall = paper.height - (len(title) * _TITLE_LINE + _TITLE if title else 0)

    def needed(scale: float) -> int:
        return pages_needed(strip, _room(tall, scale, heads))

    fewest = needed(least)
    if fewest == 0:
        return None
    comfortable = min(largest, max(least, _COMFORTABLE / LETTERS))
    pages = needed(comfortable) if fewest > 1 else 1
    pages = pages or fewest
    offered = (*_scales(largest, comfortable), *_scales(comfortable, least))
    scale = next(each for each in offered if 0 < needed(each) <= pages)
    room = _room(tall, scale, heads)
    layout = _layout_of(drawing.view)
    return Fit(layout, turned, drawing, rows_end, strip, scale, pages, wide, room, title)


def _room(tall: float, scale: float, heads: int) -> int:
    return int(tall / scale) - heads - 2


def _scales(largest: float, least: float) -> Iterator[float]:
    for step in range(_STEPS + 1):
        yield largest - (largest - least) * step / _STEPS
