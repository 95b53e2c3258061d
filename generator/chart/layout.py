"""Flow and view → a drawing: cells, paths, tracks, px, then every box and line in its place."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from generator.chart.boxes import boxed, slots_height
from generator.chart.brief import briefs_of
from generator.chart.cards import placed_cards, stack_height
from generator.chart.entries import SMALL
from generator.chart.paths import UPRIGHT
from generator.chart.place import Cell
from generator.chart.plan import CARD_GAP, CARDS_ABOVE_BORDER, Plan, planned
from generator.chart.route import Routed
from generator.chart.shapes import BAR
from generator.chart.sheet import CARD_ABOVE_AXIS
from generator.chart.signs import marks
from generator.chart.text import width_of, wrap
from generator.model.drawing import (
    Anchor,
    Badge,
    BadgeKind,
    Box,
    Drawing,
    LaneHead,
    Line,
    Point,
    Rect,
    RiskCard,
    TextLine,
    Tone,
    View,
    line_of,
    text_line,
)
from generator.model.flow import Flow
from generator.model.graph import TransitionKind
from generator.model.risk_scale import USUAL, RiskMark, RiskScale

_HEAD_LINE = 18
_LABEL, _START = Tone.LABEL, Anchor.START


def draw(flow: Flow, view: str, scale: RiskScale = USUAL) -> Drawing:
    """One flow → its drawing in *view*, one of `View`; *scale* says how levels of risk look."""
    return drawings_of(flow, (View(view),), scale)[0]


def drawings_of(flow: Flow, views: Iterable[View], scale: RiskScale) -> tuple[Drawing, ...]:
    """One flow → its drawings in *views*; what is said of their steps is made once for all."""
    briefs = briefs_of(flow)
    return tuple([_drawn(planned(flow, briefs, view, scale)) for view in views])


def _drawn(plan: Plan) -> Drawing:
    flow, view = plan.flow, plan.view
    heads = _lane_heads(plan) if view is View.LANES else ()
    top = heads[0].rect.height if heads else 0
    if top:
        plan.down = plan.down.lower(top)
    boxes, stubs = _boxes(plan)
    lines = [_line(plan, boxes, one) for one in plan.routed]
    cards = _cards(plan, boxes)
    beside = plan.cards and view is View.RISK
    width = plan.across.width + (plan.card_width + CARD_GAP if beside else 0)
    return Drawing(
        view=view,
        title=title_of(flow, view),
        description=_description(plan),
        width=width,
        height=plan.down.height,
        boxes=boxes,
        lines=(*lines, *stubs),
        lane_heads=heads,
        cards=cards,
    )


def title_of(flow: Flow, view: View) -> str:
    """The name of a drawing."""
    return f"{flow.name}：{'风险防控图' if view.shows_risks else '权力运行流程图'}"


def _boxes(plan: Plan) -> tuple[tuple[Box, ...], tuple[Line, ...]]:
    """Every box, and the short lines to its marks 未载明."""
    boxes: list[Box] = []
    stubs: list[Line] = []
    cells, measures, axes = plan.grid.cells, plan.measures, plan.down.axes
    middles, columns = plan.across.middles, plan.across.columns
    with_risks = plan.view.shows_risks
    ordinal = 0
    for number, brief in enumerate(plan.briefs):
        cell, size = cells[number], measures[number]
        pin = middles[cell.first]
        spot = (pin - columns[cell.first] // 2, axes[cell.row], pin)
        risks: tuple[tuple[int, RiskMark], ...] = ()
        if with_risks and brief.risks:
            signs = [plan.scale.mark(level) for level in brief.risks]
            risks = tuple(enumerate(signs, start=ordinal + 1))
            ordinal += len(risks)
        shared = _shared(plan, cell, number + 1) if cell.marks else ()
        boxes.append(boxed(size, spot, brief, (risks, shared)))
        for _, points in marks(size, spot) if size.mark or size.slots else ():
            stubs.append(Line(number + 1, None, TransitionKind.UNSTATED, points))
    return tuple(boxes), tuple(stubs)


def _shared(plan: Plan, cell: Cell, number: int) -> tuple[Badge, ...]:
    """The marks of a step in the columns of its further posts."""
    found: list[Badge] = []
    for column in cell.marks:
        x, y = plan.across.middles[column], plan.down.axes[cell.row]
        text = TextLine(x, y + 4, f"同办第{number}步", SMALL, Tone.MUTED)
        wide = width_of(text.text, SMALL) + 14
        found.append(Badge(BadgeKind.SHARED, Rect(x - wide // 2, y - 12, wide, 24), (text,)))
    return tuple(found)


def _line(plan: Plan, boxes: tuple[Box, ...], one: Routed) -> Line:
    """A routed edge → its polyline and label."""
    _, (source, _, label, kind, _), target, _ = one
    points = _points(plan, boxes, one)
    beside = label and not plan.measures[source].slots
    text = _label(plan, one, points[0]) if beside else None
    return line_of((source + 1, target + 1, kind, points, text))


def _points(plan: Plan, boxes: tuple[Box, ...], one: Routed) -> tuple[Point, ...]:
    number, edge, target, (leaves, enters, legs) = one
    tracks, upright, level = plan.tracks.places, plan.across.upright, plan.down.level
    places: list[int] = []
    for line, _, _, _, _, _ in legs:
        kind = line[0]
        track = tracks[number, line] if kind in "GH" else 0
        places.append(upright(line, track) if kind in UPRIGHT else level(line, track))
    begin = _pin(boxes[edge.source].rect, leaves, places[0])
    end = _pin(boxes[target].rect, enters, places[-1])
    if len(places) == 1:
        return begin, end
    points = [begin]
    turned = legs[0][0][0] in UPRIGHT
    for here, there in pairwise(places):
        points.append((here, there) if turned else (there, here))
        turned = not turned
    points.append(end)
    return tuple(points)


def _pin(box: Rect, side: str, place: int) -> Point:
    """Where a box is met on its *side*; *place* is the x of the upright line or y of the level."""
    if side == "S":
        return place, box.y + box.height
    if side == "N":
        return place, box.y
    x, y, width, height = box
    return (x + width if side == "E" else x), y + height // 2


def _label(plan: Plan, one: Routed, start: Point) -> TextLine:
    """The word beside the beginning of an edge."""
    _, (source, _, text, _, _), _, (leaves, _, _) = one
    x, y = start
    if leaves == "S":
        axis = plan.down.axes[plan.grid.cells[source].row]
        below = axis + plan.measures[source].down + 14
        return text_line((x + 6, below, text, SMALL, _LABEL, _START))
    x = x + 4 if leaves == "E" else x - 4 - width_of(text, SMALL)
    return text_line((x, y - 5, text, SMALL, _LABEL, _START))


def _lane_heads(plan: Plan) -> tuple[LaneHead, ...]:
    """A head per column, as high as the longest name needs."""
    posts = plan.grid.posts
    columns, gutters = plan.across.columns, plan.across.gutters
    edges = [0]
    for column in range(1, len(posts)):
        right = plan.across.middles[column] - columns[column] // 2
        edges.append((gutters[column] + right) // 2)
    edges.append(plan.across.width)
    names = [wrap(post, 14, edges[n + 1] - edges[n] - 8) for n, post in enumerate(posts)]
    tall = max(len(name) for name in names) * _HEAD_LINE + 14
    heads: list[LaneHead] = []
    for column, name in enumerate(names):
        rect = Rect(edges[column], 0, edges[column + 1] - edges[column], tall)
        top = (tall - len(name) * _HEAD_LINE) // 2
        texts = tuple(
            TextLine(rect.x + rect.width // 2, top + 14 + n * _HEAD_LINE, line, 14, Tone.STRONG)
            for n, line in enumerate(name)
        )
        heads.append(LaneHead(posts[column], rect, texts))
    return tuple(heads)


def _cards(plan: Plan, boxes: tuple[Box, ...]) -> tuple[RiskCard, ...]:
    """The risk cards, beside their steps or in their boxes below the texts."""
    if plan.view is View.RISK_NARROW:
        return tuple(
            card for step in sorted(plan.cards) for card in _inner_cards(plan, boxes, step)
        )
    found: list[RiskCard] = []
    x = plan.across.width + CARD_GAP - 4
    for step in sorted(plan.cards):
        box = boxes[step]
        axis = box.rect.y + box.rect.height // 2
        at = Rect(x, axis - CARD_ABOVE_AXIS, plan.card_width, 0)
        found.extend(placed_cards(plan.cards[step], (box.rect.right, axis), at))
    return tuple(found)


def _inner_cards(plan: Plan, boxes: tuple[Box, ...], step: int) -> tuple[RiskCard, ...]:
    """The cards in the box of a step."""
    rect, cards, size = boxes[step].rect, plan.cards[step], plan.measures[step]
    below = slots_height(size) + BAR * boxes[step].bar_below + CARDS_ABOVE_BORDER
    top = rect.bottom - below - stack_height(cards)
    x = rect.x + (rect.width - plan.card_width) // 2
    return placed_cards(cards, None, Rect(x, top, plan.card_width, 0))


def _description(plan: Plan) -> str:
    """What a drawing shows, in a sentence for those who cannot see it."""
    asks = sum([brief.decides for brief in plan.briefs])
    words = [f"共{len(plan.briefs)}步"]
    if plan.view is View.LANES:
        words.append(f"{plan.grid.columns}个岗位")
    if asks:
        words.append(f"{asks}处判断或表决")
    if plan.view.shows_risks:
        words.append(f"{sum([len(brief.risks) for brief in plan.briefs])}个风险点")
    return "，".join(words) + "。文字版见步骤清单。"
