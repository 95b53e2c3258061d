"""Grid and graph → a path for every edge, none of which lies on another or crosses a box.

Every edge has at least one path that always fits: out of its own pin into the channel below or the
gutter beside, along the outermost gutter, and from above into its target. Shorter ones are
preferred.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import NamedTuple

from generator.chart.board import Board, Edge, edge_of
from generator.chart.desk import Desk, Pins
from generator.chart.paths import (
    Path,
    Trip,
    Way,
    centre,
    path_along,
    short_ways,
    straight_down,
    trip_of,
    ways_by_gutters,
    ways_round_about,
)
from generator.chart.place import Grid
from generator.chart.prices import (
    BY_GUTTER,
    CROSSING,
    Place,
    priced,
    prices_of,
    unusual,
)
from generator.model.graph import Graph, Transition

_ROUNDS = 2

_MORE_THAN_ANY: tuple[int, int, Place] = (1_000_000, 0, (0, 0, 0))


class Routed(NamedTuple):
    """A transition, its number in the graph, its path and the slot it leaves by."""

    number: int
    transition: Transition
    target: int
    path: Path


_routed: Callable[[tuple[int, Transition, int, Path]], Routed] = partial(tuple.__new__, Routed)


def routes_of(graph: Graph, grid: Grid, pins: tuple[Pins, ...]) -> tuple[tuple[Routed, ...], Board]:
    """The paths of all edges whose target is stated, in the order of the graph.

    With them comes the board, which knows the lines that they use.
    """
    desk = Desk(pins, Board(grid))
    edges: dict[int, Edge] = {}
    for number, (source, target, *_) in enumerate(graph.transitions):
        desk.order[number] = place = desk.ways.get(source, 0)
        desk.ways[source] = place + 1
        if target is not None:
            desk.waiting[source] = desk.waiting.get(source, 0) + 1
            edges[number] = edge_of((number, source, target, target <= source))
    for edge in sorted(edges.values(), key=partial(_turn, grid)):
        desk.take(edge, _cheapest(desk, edge))
        desk.waiting[edge.source] -= 1
    if grid.columns > 1:
        _untangle(desk, edges)
    ways, paths = graph.transitions, desk.paths
    return tuple([_routed((n, ways[n], edges[n].target, paths[n])) for n in edges]), desk.board


def _untangle(desk: Desk, edges: dict[int, Edge]) -> None:
    """Route edges that cross others once more, now that all are known.

    One that was looked at when as many had moved as now would find the same path again.
    """
    moves = 0
    seen: dict[int, int] = {}
    for _ in range(_ROUNDS):
        before = moves
        for edge in reversed([edge for edge in edges.values() if desk.tangled(edge)]):
            if seen.get(edge.number) != moves:
                moves += _moved(desk, edge)
                seen[edge.number] = moves
        if moves == before:
            return


def _moved(desk: Desk, edge: Edge) -> bool:
    """Whether an edge found a better path, which it then takes."""
    before = desk.paths[edge.number]
    desk.give_back(edge)
    trip = _trip(desk, edge)
    found = _best(desk, edge, trip, _offers(desk, edge, trip))
    path = found or before
    desk.take(edge, path)
    return path != before


def _turn(grid: Grid, edge: Edge) -> tuple[bool, int, int]:
    """Which edge is routed first: forward before back, short before long."""
    source, target = grid.cells[edge.source], grid.cells[edge.target]
    far = abs(source.row - target.row) + 2 * abs(source.first - target.first)
    return edge.backward, far, edge.number


def _cheapest(desk: Desk, edge: Edge) -> Path:
    """The best path that fits."""
    trip = _trip(desk, edge)
    straight = straight_down(trip)
    if straight is not None and _at_once(desk, edge, straight):
        return straight
    best = _best(desk, edge, trip, _offers(desk, edge, trip)) or _best(
        desk, edge, trip, _round_about(desk, edge, trip)
    )
    if best is None:
        raise AssertionError(edge)
    return best


def _trip(desk: Desk, edge: Edge) -> Trip:
    grid, slots = desk.board.grid, desk.pins[edge.source].slots
    source = grid.cells[edge.source]
    pin = centre(source) + (slots[desk.order[edge.number]] if slots else 0)
    return trip_of((source, grid.cells[edge.target], pin, grid.last_gutter))


def _at_once(desk: Desk, edge: Edge, straight: Path) -> bool:
    """Whether the straight path is so good that no other need be looked at."""
    step = edge.source
    if "S" in desk.left.get(step, ()) or "S" in desk.entered.get(step, ()):
        return False
    if unusual(desk, edge)["S"] or not desk.board.fits(edge, straight):
        return False
    return not desk.board.crossings(edge, straight)


def _best(desk: Desk, edge: Edge, trip: Trip, rounds: Iterator[list[Way]]) -> Path | None:
    """The path along the cheapest way that fits; of equal ones that of the first side.

    Ways are looked at in the order of the least they can cost; the path along one is made only
    while that, with the shortest length, is no more than what the best one costs. So is a second
    round of ways, all of which run along gutters.
    """
    found: Path | None = None
    paid = _MORE_THAN_ANY
    prices, shortest = prices_of(desk, edge), trip.shortest
    for dearer, ways in enumerate(rounds):
        for least, place, way in priced(prices, dearer, ways):
            if least + shortest > paid[0]:
                break
            path, length = path_along(trip, way)
            base = least + length
            if (base, base, place) >= paid or not desk.board.fits(edge, path):
                continue
            cost = base + CROSSING * desk.board.crossings(edge, path)
            if (cost, base, place) < paid:
                paid, found = (cost, base, place), path
        if BY_GUTTER + shortest > paid[0]:
            break
    return found


def _offers(desk: Desk, edge: Edge, trip: Trip) -> Iterator[list[Way]]:
    """Every short way whose pins are free: first those by no gutter, then those by one."""
    pins = desk.pins[edge.source]
    entries = {"N", *_open_entries(desk, edge)}
    spoken_for = set() if pins.slots else _spoken_for(desk, edge.source)
    sides = [side for side in (("S",) if pins.slots else pins.sides) if side not in spoken_for]
    for ways in (short_ways, ways_by_gutters):
        yield [way for way in ways(trip, sides) if way[1] in entries]


def _round_about(desk: Desk, edge: Edge, trip: Trip) -> Iterator[list[Way]]:
    spoken_for = _spoken_for(desk, edge.source)
    for side in desk.pins[edge.source].sides:
        if side != "S" and side not in spoken_for:
            yield ways_round_about(trip, side)


def _spoken_for(desk: Desk, step: int) -> set[str]:
    """The sides of a step that edges already leave or enter by."""
    return desk.left.get(step, set()) | desk.entered.get(step, set())


def _open_entries(desk: Desk, edge: Edge) -> set[str]:
    """The sides of the target that an edge may enter by, leaving it enough ways out."""
    step = edge.target
    if step == edge.source:
        return set()
    pins = desk.pins[step]
    gone = desk.left.get(step, ())
    entered = desk.entered.get(step, ())
    free = [side for side in pins.sides if side not in gone and side not in entered]
    enough = len(free) - (0 if pins.slots else desk.waiting.get(step, 0))
    return {side for side in pins.entries if side not in gone and enough >= (side in free)}
