"""Flows as offices write them → how long drawing takes, and the faults of the drawings."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from generator.bench.chart_rivals import Rival, rivals
from generator.chart import VIEWS, charts_of, draw, forget, svg
from generator.load import read_flow
from generator.memory import nothing_collected
from generator.model.drawing import View
from generator.model.flow import Flow
from generator.tests.charts.corpus import numbered_flow
from generator.tests.charts.quality import broken_lanes, crossings, faults
from generator.tests.charts.reading import read_chart
from generator.tests.charts.realistic import realistic_flows

_ROUNDS = 3
_OFFICE, _RANDOM, _MANY, _OTHERS = 500, 2000, 2600, 60


@dataclass(frozen=True, slots=True)
class Seen:
    """What the counters found in the written SVG of flows, in all views."""

    name: str
    flows: int
    drawings: int
    faults: int
    crossings: float


@dataclass(frozen=True, slots=True)
class ChartCosts:
    """CPU ms per chart by view, all together with the step list, and seconds for many."""

    views: dict[str, float]
    together: float
    unchanged: float
    many: int
    seconds: float
    rivals: tuple[Rival, ...]
    seen: tuple[Seen, ...]


def chart_costs(root: Path) -> ChartCosts:
    """The flows of a district and those of offices → costs, rivals and counts, in one run."""
    sample = _sample(root)
    office = realistic_flows(_OFFICE)
    drawn = [*sample, *office]
    views = {view: _milliseconds(drawn, partial(_svg, view)) for view in VIEWS}
    seconds = _seconds(realistic_flows(_MANY), _all)
    return ChartCosts(
        views=views,
        together=_milliseconds(drawn, _all),
        unchanged=_unchanged(drawn),
        many=_MANY,
        seconds=seconds,
        rivals=rivals(drawn[:_OTHERS]),
        seen=(
            _seen("flows of offices and of the sample", drawn),
            _seen("random flows", [numbered_flow(n) for n in range(_RANDOM)]),
        ),
    )


def _sample(root: Path) -> list[Flow]:
    paths = sorted(root.glob("*/*/flows/*.yml"))
    return [flow for path in paths if (flow := read_flow(path)[0]) is not None]


def _svg(view: str, flow: Flow) -> None:
    svg.to_standalone_svg(draw(flow, view))


def _all(flow: Flow) -> None:
    charts_of(flow, "c")


def _milliseconds(flows: Sequence[Flow], work: Callable[[Flow], None]) -> float:
    return min(_seconds(flows, work) for _ in range(_ROUNDS)) * 1000 / len(flows)


def _unchanged(flows: Sequence[Flow]) -> float:
    """Drawing flows that were drawn before → ms each."""
    again = [flow.model_copy(deep=True) for flow in flows]
    return _timed(again, _all) * 1000 / len(flows)


def _seconds(flows: Sequence[Flow], work: Callable[[Flow], None]) -> float:
    """Drawing each flow once, as if never seen before → processor seconds.

    Nothing drawn or measured earlier helps, except what flows before it have in common with a flow
    in the same round, as in a build: an equal text is broken into lines once.
    """
    cold = [flow.model_copy(deep=True) for flow in flows]
    forget()
    return _timed(cold, work)


def _timed(flows: Sequence[Flow], work: Callable[[Flow], None]) -> float:
    """CPU seconds, garbage collection left out as in a build."""
    with nothing_collected():
        started = time.process_time()
        for flow in flows:
            work(flow)
        return time.process_time() - started


def _seen(name: str, flows: Sequence[Flow]) -> Seen:
    wrong = crossed = 0
    for flow in flows:
        charts = {view: read_chart(svg.to_svg(draw(flow, view), "c")) for view in VIEWS}
        lanes = charts[View.LANES]
        wrong += sum(len(faults(chart)) for chart in charts.values())
        wrong += len(broken_lanes(lanes, flow))
        crossed += crossings(lanes)
    return Seen(name, len(flows), len(flows) * len(VIEWS), wrong, crossed / len(flows))
