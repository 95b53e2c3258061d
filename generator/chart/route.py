"""Grid and graph → a path for every edge, none of which lies on another or crosses a box.

Every edge has at least one path that always fits: out of its own pin into the channel below or the
gutter beside, along the outermost gutter, and from above into its target. Shorter ones are
preferred.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from generator.chart.board import Board, Edge
from generator.chart.paths import UPRIGHT, Path, Trip, centre, paths_from_below, paths_from_side
from generator.chart.place import Grid
from generator.model.graph import Graph, Transition

_BEND, _CROSSING, _OUT_OF_THE_WAY, _TAKEN_LINE = 30, 40, 50, 6


@dataclass(frozen=True, slots=True)
class Pins:
    """What the shape of a step allows: the sides edges may leave by, and how wide its slots lie.

    *slots*: the x of the lower pin of each way in hundredths of a column from its centre; empty
    where the ways leave by *sides*. *entries*: the sides that edges may enter by, besides N.
    """

    sides: tuple[str, ...]
    entries: tuple[str, ...]
    slots: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Routed:
    """A transition, its number in the graph, its path and the slot it leaves by."""

    number: int
    transition: Transition
    target: int
    path: Path


@dataclass(slots=True)
class _Desk:
    """The board, and which sides of which step are spoken for; lives while one chart is routed."""

    graph: Graph
    pins: tuple[Pins, ...]
    board: Board
    left: dict[int, set[str]] = field(default_factory=dict)
    entered: dict[int, set[str]] = field(default_factory=dict)
    waiting: dict[int, int] = field(default_factory=dict)


def routes_of(graph: Graph, grid: Grid, pins: tuple[Pins, ...]) -> tuple[Routed, ...]:
    """The paths of all edges whose target is stated, in the order of the graph."""
    desk = _Desk(graph, pins, Board(grid))
    stated = [(n, edge) for n, edge in enumerate(graph.transitions) if edge.target is not None]
    for _, one in stated:
        desk.waiting[one.source] = desk.waiting.get(one.source, 0) + 1
    found: list[Routed] = []
    for number, transition in sorted(stated, key=lambda one: _turn(grid, *one)):
        target = -1 if transition.target is None else transition.target
        edge = Edge(number, transition.source, target)
        path = _cheapest(desk, edge)
        desk.board.use(edge, path)
        desk.left.setdefault(edge.source, set()).add(path.leaves)
        desk.entered.setdefault(target, set()).add(path.enters)
        desk.waiting[edge.source] -= 1
        found.append(Routed(number, transition, target, path))
    return tuple(sorted(found, key=lambda one: one.number))


def _turn(grid: Grid, number: int, edge: Transition) -> tuple[bool, int, int]:
    """Which edge is routed first: forward before back, short before long."""
    source, target = grid.cells[edge.source], grid.cells[edge.target or 0]
    far = abs(source.row - target.row) + 2 * abs(source.first - target.first)
    return (edge.target or 0) <= edge.source, far, number


def _cheapest(desk: _Desk, edge: Edge) -> Path:
    """The best path that fits."""
    offers = sorted(
        (
            (_base_cost(desk, edge, path), place, path)
            for place, path in enumerate(_all(desk, edge))
        ),
        key=lambda offer: offer[:2],
    )
    best: tuple[int, Path] | None = None
    for base, _, path in offers:
        if best is not None and base >= best[0]:
            break
        if not desk.board.fits(edge, path):
            continue
        cost = base + _CROSSING * sum(desk.board.crossings(edge, leg) for leg in path.legs)
        if best is None or cost < best[0]:
            best = (cost, path)
    if best is None:
        raise AssertionError(f"no way for edge {edge}")
    return best[1]


def _all(desk: _Desk, edge: Edge) -> Iterator[Path]:
    """Every path whose pins are free."""
    cells = desk.board.grid.cells
    source, target = cells[edge.source], cells[edge.target]
    pins = desk.pins[edge.source]
    entries = {"N", *_open_entries(desk, edge)}
    last = desk.board.grid.last_gutter
    if pins.slots:
        pin = centre(source) + pins.slots[_slot(desk.graph, edge)]
        trip = Trip(source, target, pin, last)
        yield from (path for path in paths_from_below(trip) if path.enters in entries)
        return
    trip = Trip(source, target, centre(source), last)
    spoken_for = desk.left.get(edge.source, set()) | desk.entered.get(edge.source, set())
    for side in pins.sides:
        if side in spoken_for:
            continue
        paths = paths_from_below(trip) if side == "S" else paths_from_side(trip, side)
        yield from (path for path in paths if path.enters in entries)


def _slot(graph: Graph, edge: Edge) -> int:
    """Which of the ways of its step an edge is."""
    return [n for n, one in enumerate(graph.transitions) if one.source == edge.source].index(
        edge.number
    )


def _open_entries(desk: _Desk, edge: Edge) -> set[str]:
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


def _base_cost(desk: _Desk, edge: Edge, path: Path) -> int:
    """Bends, length and habits: ways leave where readers expect them, edges arrive from above."""
    cost = _BEND * (len(path.legs) - 1)
    for leg in path.legs:
        span = leg.high - leg.low
        cost += span if leg.line[0] in UPRIGHT else span * 8 // 100
        if leg.line[0] in "GH":
            cost += _TAKEN_LINE * len(desk.board.uses.get(leg.line, ()))
    if not desk.pins[edge.source].slots:
        cost += _unusual(desk.graph, edge, path)
    if path.enters != "N":
        cost += 15
    return cost


def _unusual(graph: Graph, edge: Edge, path: Path) -> int:
    """What it costs to surprise: the first of several ways leaves below, the second beside."""
    if len(graph.leaving(edge.source)) < 2:
        return 6 if path.leaves != "S" and not edge.backward else 0
    first = _slot(graph, edge) == 0
    return _OUT_OF_THE_WAY if first != (path.leaves == "S") else 0
