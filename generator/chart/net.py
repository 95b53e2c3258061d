"""Flow and grid → the net of a drawing: cells, paths and tracks, before anything has a size."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from generator.chart.brief import with_slots
from generator.chart.desk import Pins
from generator.chart.place import Grid
from generator.chart.route import Routed, routes_of
from generator.chart.signs import slot_offset
from generator.chart.tracks import Tracks, crossings, tracks_of
from generator.model.drawing import View
from generator.model.flow import Flow, StepKind
from generator.model.graph import graph_of

_QUESTIONS = (StepKind.DECISION, StepKind.VOTE)

Slots = dict[int, tuple[int, ...]]
"""The ways of each step that has slots, from the left slot to the right, by their number."""


@dataclass(slots=True)
class Net:
    """Cells, paths and tracks, and the order of the slots."""

    grid: Grid
    slots: Slots
    routed: tuple[Routed, ...]
    tracks: Tracks


def net_of(flow: Flow, view: View, grid: Grid) -> Net:
    """The net whose edges cross least: between posts, slots are tried in two orders."""
    net = _net(flow, view, grid, _by_column(flow, grid))
    if net.slots and view is View.LANES and (crossed := crossings(net.routed, net.tracks)):
        slots = _by_side(flow, grid)
        other = net if slots == net.slots else _net(flow, view, grid, slots)
        if crossings(other.routed, other.tracks) < crossed:
            return other
    return net


def _net(flow: Flow, view: View, grid: Grid, slots: Slots) -> Net:
    """Edges use both sides of a step, but the left one where cards or a mark lie on the right.

    The mark 未载明 of a question lies there.
    """
    graph = graph_of(flow)
    left_only = Pins(("S", "W"), ("W",))
    usual = left_only if view.shows_risks else Pins(("S", "E", "W"), ("E", "W"))
    marked = {n for n in graph.unstated if flow.steps[n].kind in _QUESTIONS}
    pins: list[Pins] = []
    for number in range(graph.size):
        pin = left_only if number in marked else usual
        if offsets := _offsets(slots[number]) if number in slots else ():
            pin = Pins((), pin.entries, offsets)
        pins.append(pin)
    routed, board = routes_of(graph, grid, tuple(pins))
    return Net(grid, slots, routed, tracks_of(board))


def _offsets(ways: tuple[int, ...]) -> tuple[int, ...]:
    """Ways from the left slot to the right → the x of each, in the order of their numbers."""
    found = {way: slot_offset(place, len(ways)) for place, way in enumerate(ways)}
    return tuple(found[way] for way in range(len(ways)))


def _by_column(flow: Flow, grid: Grid) -> Slots:
    """A way lies the farther out, the farther the column it leads to; else by their rows."""
    return _ordered(flow, grid, lambda aside, row: (aside, row))


def _by_side(flow: Flow, grid: Grid) -> Slots:
    """Ways to the left, down and to the right; of those to one side the shortest outside."""
    return _ordered(flow, grid, lambda aside, row: (_sign(aside), row if aside < 0 else -row))


def _sign(number: int) -> int:
    return (number > 0) - (number < 0)


def _ordered(flow: Flow, grid: Grid, key: Callable[[int, int], tuple[int, int]]) -> Slots:
    """*key*: how many columns to the right a way leads, and to which row → its place."""
    found: Slots = {}
    for number in with_slots(flow):
        here, ways = grid.cells[number], graph_of(flow).leaving(number)
        there = [here if way.target is None else grid.cells[way.target] for way in ways]
        places = [key(cell.first - here.first, cell.row) for cell in there]
        found[number] = tuple(sorted(range(len(ways)), key=places.__getitem__))
    return found
