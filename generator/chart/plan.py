"""Flow and view → everything known of a drawing: cells, paths, tracks, sizes and px."""

from __future__ import annotations

from dataclasses import dataclass

from generator.chart.brief import Brief, with_slots
from generator.chart.cards import MeasuredCard, measured_cards, stack_height
from generator.chart.net import Net, net_of
from generator.chart.place import Grid, grid_of, in_one_column
from generator.chart.route import Routed
from generator.chart.shapes import Measured, Room, Way, measured, slots_room
from generator.chart.sheet import Across, Down, Widths, across, down, rows_of
from generator.chart.tracks import Tracks
from generator.model.drawing import View
from generator.model.flow import Flow
from generator.model.graph import Graph, graph_of
from generator.model.risk_scale import RiskScale

NARROW = 364
"""The widest a drawing for phones may be."""
CARD_GAP = 14
"""Between the last gutter and the risk cards."""
CARDS_ABOVE_BORDER = 10
"""Between the cards in a box and its lower border."""

_READABLE, _WAY, _WIDEST_NEEDED = 104, 28, 170
"""Where lines leave the main column of a phone less, one column holds all steps."""
_WITH_CARDS = 612
"""A drawing with cards beside its steps: on A5 its smallest letters still have 6.5 pt."""
_CARD_WIDTH = 300
_INSET = 20
_BELOW_TEXT = 4
_LANE_WIDTHS = {1: 220, 2: 190, 3: 170, 4: 152, 5: 132, 6: 120}
_FULL_LANE = 112


@dataclass(slots=True)
class Plan:
    """Everything known of a drawing before its values are made."""

    flow: Flow
    briefs: list[Brief]
    view: View
    grid: Grid
    routed: tuple[Routed, ...]
    tracks: Tracks
    across: Across
    down: Down
    measures: tuple[Measured, ...]
    cards: dict[int, tuple[MeasuredCard, ...]]
    card_width: int
    scale: RiskScale


def planned(flow: Flow, briefs: list[Brief], view: View, scale: RiskScale) -> Plan:
    """Flow and the briefs of its steps → cells, paths, tracks and px."""
    beside = view is View.RISK and any(brief.risks for brief in briefs)
    net, plan = _netted(flow, view, beside=beside)
    grid, routed, tracks = net.grid, net.routed, net.tracks
    card_width = _CARD_WIDTH if beside else plan.columns[0] - 2 * _INSET
    cards = measured_cards(flow, card_width, scale) if view.shows_risks else {}
    heights = {number: stack_height(stack) for number, stack in cards.items()}
    measures = _measures(graph_of(flow), net, briefs, _rooms(view, grid, plan, heights))
    rows = rows_of(grid, measures, heights if beside else {})
    upright = down(grid, routed, tracks, rows)
    return Plan(
        flow, briefs, view, grid, routed, tracks, plan, upright, measures, cards, card_width, scale
    )


def _netted(flow: Flow, view: View, *, beside: bool) -> tuple[Net, Across]:
    """The net of a view and its level plan."""
    graph = graph_of(flow)
    if view.shows_risks:
        net = flow.once("risk net", _risk_net)
        return net, _across(net, _widths(net.grid, view, beside=beside))
    net = net_of(flow, view, grid_of(flow, graph, view))
    if view is View.LANES:
        return net, _across(net, _lane_widths(flow, net.grid))
    plan = _across(net, _widths(net.grid, view, beside=False))
    if plan.columns[0] < _needed(graph):
        net = net_of(flow, view, in_one_column(graph))
        plan = _across(net, _widths(net.grid, view, beside=False))
    return net, plan


def _needed(graph: Graph) -> int:
    """The narrowest main column in which all texts can be read, those of many ways included."""
    ways = max(len(graph.leaving(step)) for step in range(graph.size))
    return max(_READABLE, min(ways * _WAY, _WIDEST_NEEDED))


def _across(net: Net, widths: Widths) -> Across:
    return across(net.grid, net.routed, net.tracks, widths)


def _risk_net(flow: Flow) -> Net:
    """Both drawings of risks share it; it depends neither on posts nor on limits."""
    return net_of(flow, View.RISK, grid_of(flow, graph_of(flow), View.RISK))


def _lane_widths(flow: Flow, grid: Grid) -> Widths:
    """Lanes of one width; only one whose steps have many ways or long labels is wider."""
    columns = [_LANE_WIDTHS.get(grid.columns, _FULL_LANE)] * grid.columns
    for number in with_slots(flow):
        column, room = grid.cells[number].first, slots_room(flow.steps[number])
        columns[column] = max(columns[column], room // 2 * 2)
    return Widths(tuple(columns), 26)


def _widths(grid: Grid, view: View, *, beside: bool) -> Widths:
    if grid.columns == 2:
        return Widths((178, 116), 28, NARROW)
    if beside:
        return Widths((220,), 28, _WITH_CARDS - _CARD_WIDTH - CARD_GAP)
    return Widths((320 if view is View.RISK_NARROW else 232,), 28, NARROW)


def _rooms(view: View, grid: Grid, plan: Across, cards: dict[int, int]) -> list[Room]:
    """The room of each step; *cards* are the heights of their risk cards."""
    with_posts, inside = view is not View.LANES, view is View.RISK_NARROW
    rooms: list[Room] = []
    for number, cell in enumerate(grid.cells):
        within = cards[number] + _BELOW_TEXT if inside and number in cards else 0
        first, last = cell.first, cell.last
        width = span = plan.columns[first]
        if first != last:
            right = plan.middles[last] + plan.columns[last] // 2
            span = right - (plan.middles[first] - width // 2)
        rooms.append((width, span, with_posts, within))
    return rooms


def _measures(
    graph: Graph, net: Net, briefs: list[Brief], rooms: list[Room]
) -> tuple[Measured, ...]:
    found: list[Measured] = []
    lost, slots = graph.unstated, net.slots
    for number, room in enumerate(rooms):
        labels: tuple[Way, ...] = ()
        unstated: tuple[str, ...] = ()
        if number in slots:
            ways = graph.leaving(number)
            labels = tuple([(ways[way].label, ways[way].target is None) for way in slots[number]])
        elif number in lost:
            ways = graph.leaving(number)
            unstated = tuple([edge.label for edge in ways if edge.target is None])
        found.append(measured(briefs[number], room, unstated, labels))
    return tuple(found)
