"""Grid and graph → a path for every edge, none of which lies on another or crosses a box.

Every edge has at least one path that always fits: out of its own pin into the channel below or the
gutter beside, along the outermost gutter, and from above into its target. Shorter ones are
preferred.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.chart.board import Board, Edge
from generator.chart.desk import Desk, Pins
from generator.chart.paths import (
    Path,
    Trip,
    Way,
    centre,
    path_along,
    short_ways,
    shortest,
    straight_down,
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
_ENTRIES = 3
"""The sides that a step may be entered by at most: N E W."""

_MORE_THAN_ANY: tuple[int, int, Place] = (1_000_000, 0, (0, 0, 0))


Routed = tuple[int, Transition, int, Path]
"""A transition with its number in the graph before it, and its target and its path behind it."""


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
            edges[number] = (number, source, target, target <= source)
    crossed = False
    for _, _, number in sorted([_turn(grid, edge) for edge in edges.values()]):
        edge = edges[number]
        path, crosses = _cheapest(desk, edge)
        desk.take(edge, path)
        desk.waiting[edge[1]] -= 1
        crossed = crossed or crosses
    if crossed and grid.columns > 1:
        _untangle(desk, edges)
    ways, paths = graph.transitions, desk.paths
    routed = [(n, ways[n], target, paths[n]) for n, _, target, _ in edges.values()]
    return tuple(routed), desk.board


def _untangle(desk: Desk, edges: dict[int, Edge]) -> None:
    """Route edges that cross others once more, now that all are known.

    One that was looked at when as many had moved as now would find the same path again.
    """
    moves = 0
    seen: dict[int, int] = {}
    for _ in range(_ROUNDS):
        before = moves
        for edge in reversed([edge for edge in edges.values() if desk.tangled(edge)]):
            if seen.get(edge[0]) != moves:
                moves += _moved(desk, edge)
                seen[edge[0]] = moves
        if moves == before:
            return


def _moved(desk: Desk, edge: Edge) -> bool:
    """Whether an edge found a better path, which it then takes."""
    before = desk.paths[edge[0]]
    desk.give_back(edge)
    trip = _trip(desk, edge)
    found = _best(desk, edge, trip, _offers(desk, edge, trip))
    path = found[0] if found else before
    desk.take(edge, path)
    return path != before


def _turn(grid: Grid, edge: Edge) -> tuple[bool, int, int]:
    """Which edge is routed first: forward before back, short before long."""
    number, source, target, backward = edge
    here, there = grid.cells[source], grid.cells[target]
    far = abs(here.row - there.row) + 2 * abs(here.first - there.first)
    return backward, far, number


def _cheapest(desk: Desk, edge: Edge) -> tuple[Path, bool]:
    """The best path that fits, and whether it crosses edges that have theirs."""
    trip = _trip(desk, edge)
    straight = straight_down(trip)
    if straight is not None and _at_once(desk, edge, straight):
        return straight, False
    best = _best(desk, edge, trip, _offers(desk, edge, trip)) or _best(
        desk, edge, trip, _round_about(desk, edge, trip)
    )
    if best is None:
        raise AssertionError(edge)
    return best


def _trip(desk: Desk, edge: Edge) -> Trip:
    number, source, target, _ = edge
    grid, slots = desk.board.grid, desk.pins[source].slots
    here = grid.cells[source]
    pin = centre(here) + (slots[desk.order[number]] if slots else 0)
    return here, grid.cells[target], pin, grid.last_gutter


def _at_once(desk: Desk, edge: Edge, straight: Path) -> bool:
    """Whether the straight path is so good that no other need be looked at."""
    step = edge[1]
    if "S" in desk.left.get(step, "") or "S" in desk.entered.get(step, ""):
        return False
    if unusual(desk, edge)["S"] or not desk.board.fits(edge, straight):
        return False
    return not desk.board.crossings(edge, straight)


def _best(
    desk: Desk, edge: Edge, trip: Trip, rounds: Iterator[list[Way]]
) -> tuple[Path, bool] | None:
    """The path along the cheapest way that fits, and whether it crosses others.

    Of equal ones it is that of the first side. Ways are looked at in the order of the least they
    can cost; the path along one is made only while that, with the shortest length, is no more than
    what the best one costs. So is a second round of ways, all of which run along gutters.
    """
    found: tuple[Path, bool] | None = None
    paid = _MORE_THAN_ANY
    prices, fewest = prices_of(desk, edge), shortest(trip)
    for dearer, ways in enumerate(rounds):
        for least, place, way in priced(prices, dearer, ways):
            if least + fewest > paid[0]:
                break
            path, length = path_along(trip, way)
            base = least + length
            if (base, base, place) >= paid or not desk.board.fits(edge, path):
                continue
            crossed = desk.board.crossings(edge, path)
            cost = base + CROSSING * crossed
            if (cost, base, place) < paid:
                paid, found = (cost, base, place), (path, crossed > 0)
        if BY_GUTTER + fewest > paid[0]:
            break
    return found


def _offers(desk: Desk, edge: Edge, trip: Trip) -> Iterator[list[Way]]:
    """Every short way whose pins are free: first those by no gutter, then those by one."""
    source = edge[1]
    pins = desk.pins[source]
    entries = _open_entries(desk, edge)
    sides = ("S",) if pins.slots else _free_sides(desk, source)
    for ways in (short_ways, ways_by_gutters):
        found = ways(trip, sides)
        every = len(entries) == _ENTRIES
        yield found if every else [way for way in found if way[1] in entries]


def _round_about(desk: Desk, edge: Edge, trip: Trip) -> Iterator[list[Way]]:
    for side in _free_sides(desk, edge[1]):
        if side != "S":
            yield ways_round_about(trip, side)


def _free_sides(desk: Desk, step: int) -> tuple[str, ...]:
    """The sides of a step that no edge leaves or enters by yet."""
    sides = desk.pins[step].sides
    spoken_for = desk.left.get(step, "") + desk.entered.get(step, "")
    if not spoken_for:
        return sides
    return tuple([side for side in sides if side not in spoken_for])


def _open_entries(desk: Desk, edge: Edge) -> list[str]:
    """The sides of the target that an edge may enter by, leaving it enough ways out."""
    _, source, step, _ = edge
    if step == source:
        return ["N"]
    pins = desk.pins[step]
    left = desk.left.get(step, "")
    free = _free_sides(desk, step)
    enough = len(free) - (0 if pins.slots else desk.waiting.get(step, 0))
    sides = [side for side in pins.entries if side not in left and enough >= (side in free)]
    return ["N", *sides]
