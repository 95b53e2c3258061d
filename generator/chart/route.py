"""Grid and graph → a path for every edge, none of which lies on another or crosses a box.

Every edge has at least one path that always fits: out of its own pin into the channel below or the
gutter beside, along the outermost gutter, and from above into its target. Shorter ones are
preferred.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from generator.chart.board import Board, Edge, Use
from generator.chart.desk import Desk, Pins
from generator.chart.paths import (
    SIDES,
    UPRIGHT,
    LineKey,
    Path,
    Trip,
    Way,
    centre,
    path_along,
    short_ways,
    straight_down,
    ways_by_gutters,
    ways_round_about,
)
from generator.chart.place import Grid
from generator.model.graph import Graph, Transition

_BEND, _CROSSING, _OUT_OF_THE_WAY, _TAKEN_LINE = 30, 80, 50, 6
_ROUNDS = 2
_BESIDE, _BESIDE_A_QUESTION = 15, 45
"""What it costs to enter a step at its side, which a question needs for its own ways."""
_BY_GUTTER = 2 * _BEND + _BESIDE
"""The least that a way along a gutter costs: two bends to a side, or three."""

_Place = tuple[int, int, int]
"""Which of equal ways is taken: by the side it leaves by, its round, its number there."""
_MORE_THAN_ANY: tuple[int, int, _Place] = (1_000_000, 0, (0, 0, 0))


@dataclass(frozen=True, slots=True)
class Routed:
    """A transition, its number in the graph, its path and the slot it leaves by."""

    number: int
    transition: Transition
    target: int
    path: Path


def routes_of(graph: Graph, grid: Grid, pins: tuple[Pins, ...]) -> tuple[Routed, ...]:
    """The paths of all edges whose target is stated, in the order of the graph."""
    desk = Desk(pins, Board(grid))
    for number, one in enumerate(graph.transitions):
        desk.order[number] = desk.ways.get(one.source, 0)
        desk.ways[one.source] = desk.order[number] + 1
    stated = [(n, edge) for n, edge in enumerate(graph.transitions) if edge.target is not None]
    for _, one in stated:
        desk.waiting[one.source] = desk.waiting.get(one.source, 0) + 1
    edges = {n: Edge(n, one.source, _stated(one)) for n, one in stated}
    for number, _ in sorted(stated, key=lambda one: _turn(grid, *one)):
        desk.take(edges[number], _cheapest(desk, edges[number]))
        desk.waiting[edges[number].source] -= 1
    if grid.columns > 1:
        _untangle(desk, edges)
    return tuple(Routed(n, one, edges[n].target, desk.paths[n]) for n, one in stated)


def _stated(one: Transition) -> int:
    return -1 if one.target is None else one.target


def _untangle(desk: Desk, edges: dict[int, Edge]) -> None:
    """Route edges that cross others once more, now that all are known."""
    for _ in range(_ROUNDS):
        tangled = [number for number in edges if desk.tangled(edges[number])]
        moved = [number for number in reversed(tangled) if _moved(desk, edges[number])]
        if not moved:
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


def _turn(grid: Grid, number: int, edge: Transition) -> tuple[bool, int, int]:
    """Which edge is routed first: forward before back, short before long."""
    source, target = grid.cells[edge.source], grid.cells[edge.target or 0]
    far = abs(source.row - target.row) + 2 * abs(source.first - target.first)
    return (edge.target or 0) <= edge.source, far, number


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
    return Trip(source, grid.cells[edge.target], pin, grid.last_gutter)


def _at_once(desk: Desk, edge: Edge, straight: Path) -> bool:
    """Whether the straight path is so good that no other need be looked at."""
    if _unusual(desk, edge, straight.leaves) or "S" in _spoken_for(desk, edge.source):
        return False
    leg = straight.legs[0]
    return desk.board.fits(edge, straight) and not desk.board.crossings(edge, leg)


def _best(desk: Desk, edge: Edge, trip: Trip, rounds: Iterator[list[Way]]) -> Path | None:
    """The path along the cheapest way that fits; of equal ones that of the first side.

    Ways are looked at in the order of the least they can cost; the path along one is made only
    while that, with the shortest length, is no more than what the best one costs. So is a second
    round of ways, all of which run along gutters.
    """
    found: Path | None = None
    paid = _MORE_THAN_ANY
    prices, shortest = _prices(desk, edge), trip.shortest
    for dearer, ways in enumerate(rounds):
        for least, place, way in _priced(desk, prices, dearer, ways):
            if least + shortest > paid[0]:
                break
            path = path_along(trip, way)
            base = least + _length(path)
            if (base, base, place) >= paid or not desk.board.fits(edge, path):
                continue
            cost = base + _CROSSING * sum(desk.board.crossings(edge, leg) for leg in path.legs)
            if (cost, base, place) < paid:
                paid, found = (cost, base, place), path
        if _BY_GUTTER + shortest > paid[0]:
            break
    return found


def _priced(
    desk: Desk, prices: _Prices, dearer: int, ways: list[Way]
) -> list[tuple[int, _Place, Way]]:
    """Ways with the least each can cost, the cheapest first."""
    uses = desk.board.uses
    return sorted(
        [
            (_least(prices, uses, way), (SIDES.index(way[0]), dearer, number), way)
            for number, way in enumerate(ways)
        ]
    )


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
    pins = desk.pins[step]
    gone = desk.left.get(step, set())
    entered = desk.entered.get(step, set())
    free = [side for side in pins.sides if side not in gone and side not in entered]
    waiting = 0 if pins.slots else desk.waiting.get(step, 0)
    if step == edge.source:
        return set()
    return {
        side
        for side in pins.entries
        if side not in gone and len([one for one in free if one != side]) >= waiting
    }


class _Prices(NamedTuple):
    """What it costs an edge to leave its step by each side, and to enter the other at a side."""

    leaving: dict[str, int]
    beside: int


def _prices(desk: Desk, edge: Edge) -> _Prices:
    asks = desk.ways.get(edge.target, 0) > 1
    leaving = {side: _unusual(desk, edge, side) for side in ("S", "E", "W")}
    return _Prices(leaving, _BESIDE_A_QUESTION if asks else _BESIDE)


def _least(prices: _Prices, uses: dict[LineKey, list[Use]], way: Way) -> int:
    """What a way costs besides its length: bends, taken lines, and what readers do not expect."""
    leaves, enters, lines = way
    cost = _BEND * (len(lines) - 1) + prices.leaving[leaves]
    for line in lines:
        if line[0] in "GH" and (taken := uses.get(line)):
            cost += _TAKEN_LINE * len(taken)
    return cost if enters == "N" else cost + prices.beside


def _length(path: Path) -> int:
    """How long a path is, a column as long as a row."""
    found = 0
    for line, _, _, low, high in path.legs:
        found += high - low if line[0] in UPRIGHT else (high - low) * 8 // 100
    return found


def _unusual(desk: Desk, edge: Edge, leaves: str) -> int:
    """What it costs to surprise: the first of several ways leaves below, the second beside."""
    if desk.pins[edge.source].slots:
        return 0
    if desk.ways[edge.source] < 2:
        return 6 if leaves != "S" and not edge.backward else 0
    first = desk.order[edge.number] == 0
    return _OUT_OF_THE_WAY if first != (leaves == "S") else 0
