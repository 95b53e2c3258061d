"""Flow → its rail: the signs of its steps in one column, and every way as lines beside them.

A way to the next step leads straight down. All others to one step that come from above share one
track, and so do all that come from below (returns, dashed); tracks beside each other never share a
row, so no line lies on another and none crosses a sign.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from generator.chart.brief import SHAPES
from generator.model.drawing import Shape
from generator.model.flow import Flow, Step
from generator.model.graph import Graph, Transition, TransitionKind, graph_of
from generator.model.rail import TOP, Pin, Rail, RailRow, Stretch


@dataclass(slots=True)
class _Bus:
    """The ways to one step that share a track; *back* is that they come from it or from below."""

    target: int
    back: bool
    dashed: bool
    ways: list[Transition] = field(default_factory=list)
    track: int = 0

    @property
    def rows(self) -> range:
        """The rows beside which it runs."""
        ends = [self.target, *(way.source for way in self.ways)]
        return range(min(ends), max(ends) + 1)


def rail_of(flow: Flow) -> Rail:
    """A flow → its rail, one row per step."""
    graph = graph_of(flow)
    straight = {number: way for number in range(graph.size) if (way := _straight(graph, number))}
    buses = _buses(way for way in graph.transitions if way is not straight.get(way.source))
    tracks = _tracked(buses)
    rows = tuple(
        _row(step, _Place(number, graph, straight, buses)) for number, step in enumerate(flow.steps)
    )
    return Rail(tracks, rows)


def _straight(graph: Graph, step: int) -> Transition | None:
    """The way that leads straight into the next step."""
    return next((way for way in graph.leaving(step) if way.target == step + 1), None)


def _buses(ways: Iterable[Transition]) -> list[_Bus]:
    """Ways that do not lead straight on → one bus for each step, direction and kind of line."""
    found: dict[tuple[int, bool, bool], _Bus] = {}
    for way in ways:
        if way.target is None:
            continue
        dashed = way.kind is TransitionKind.RETURN
        key = (way.target, way.source >= way.target, dashed)
        found.setdefault(key, _Bus(*key)).ways.append(way)
    return list(found.values())


def _tracked(buses: list[_Bus]) -> int:
    """Give each bus a track, the short ones next to the signs → how many there are."""
    taken: list[set[int]] = []
    for bus in sorted(buses, key=lambda one: (len(one.rows), one.target)):
        rows = set(bus.rows)
        free = next((n for n, used in enumerate(taken) if not used & rows), len(taken))
        if free == len(taken):
            taken.append(set())
        taken[free] |= rows
        bus.track = free + 1
    return len(taken)


@dataclass(frozen=True, slots=True)
class _Place:
    """A step's number, and all that leads there, away and past."""

    number: int
    graph: Graph
    straight: dict[int, Transition]
    buses: list[_Bus]

    @property
    def arriving(self) -> list[_Bus]:
        """The buses that end here: from above, then from below."""
        here = (bus for bus in self.buses if bus.target == self.number)
        return sorted(here, key=lambda bus: (bus.back, bus.track))

    @property
    def leaving(self) -> list[tuple[_Bus, Transition]]:
        """The ways out to the left, so that they cross each other least: up before down."""
        here = ((bus, way) for bus in self.buses for way in bus.ways if way.source == self.number)
        return sorted(here, key=lambda one: one[0].track if one[0].back else 1000 - one[0].track)


def _row(step: Step, place: _Place) -> RailRow:
    """A step → its row."""
    down = place.straight.get(place.number)
    lost = [way for way in place.graph.leaving(place.number) if way.target is None]
    arriving, leaving = place.arriving, place.leaving
    pins = (
        *(Pin(bus.track, bus.dashed, arrow=True, joins=False, label="") for bus in arriving),
        *(_exit(bus, way) for bus, way in leaving),
        *(Pin(0, dashed=False, arrow=False, joins=False, label=way.label) for way in lost),
    )
    return RailRow(
        shape=Shape.SWITCH if step.branches else SHAPES.get(step.kind, Shape.DECISION),
        entered=place.number - 1 in place.straight,
        down=down is not None,
        label=down.label if down else "",
        pins=pins,
        stretches=tuple(_stretch(bus, place, pins) for bus in _beside(place)),
        bar_above=step.joins,
        bar_below=bool(step.parallel),
    )


def _beside(place: _Place) -> list[_Bus]:
    """The buses that run beside a row, from the signs outwards."""
    beside = (bus for bus in place.buses if place.number in bus.rows)
    return sorted(beside, key=lambda bus: bus.track)


def _exit(bus: _Bus, way: Transition) -> Pin:
    """The pin of a way out; it joins its bus unless it is the first on it."""
    sources = [each.source for each in bus.ways]
    first = max(sources) if bus.back else min(sources)
    starts = way.source == first and way is next(w for w in bus.ways if w.source == first)
    return Pin(bus.track, bus.dashed, arrow=False, joins=not starts, label=way.label)


def _stretch(bus: _Bus, place: _Place, pins: tuple[Pin, ...]) -> Stretch:
    """What a bus draws beside a row: from its first way out, past others, to its end."""
    levels = [level for level, pin in enumerate(pins) if pin.track == bus.track]
    number, rows = place.number, bus.rows
    top = levels[0] if number == rows[0] else TOP
    bottom = levels[-1] if number == rows[-1] else len(pins)
    return Stretch(bus.track, top, bottom, bus.dashed)
