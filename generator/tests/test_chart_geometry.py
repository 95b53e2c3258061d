"""Flows → drawings in which nothing lies on anything else, counted in the SVG that was written."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from generator.chart import VIEWS, draw
from generator.chart.svg import to_svg
from generator.load import read_flow
from generator.model.drawing import Drawing, View
from generator.model.flow import Flow
from generator.model.graph import graph_of
from generator.tests.charts.corpus import numbered_flow
from generator.tests.charts.quality import NARROW, broken_lanes, crossings, faults
from generator.tests.charts.reading import SeenChart, read_chart
from generator.tests.charts.realistic import realistic_flows
from generator.tests.conftest import in_ci, refuse
from generator.tests.strategies import flows

WHOLE = in_ci()
"""In CI the whole corpus is drawn, which takes a minute or two; elsewhere a part of it."""
FLOWS = int(os.environ.get("CHART_FLOWS", "2000" if WHOLE else "300"))
"""How many flows of the random corpus are drawn."""
OFFICE_FLOWS = int(os.environ.get("CHART_OFFICE_FLOWS", "500" if WHOLE else "104"))
"""How many flows as offices write them are drawn."""
PARTS = range(4)
"""The corpus in parts that different processes may draw."""
MOST_CROSSINGS = 0.7


def seen(flow: Flow, view: str) -> SeenChart:
    """A flow → what its SVG shows."""
    return read_chart(to_svg(draw(flow, view), "c"))


def all_faults(flow: Flow, view: str) -> list[str]:
    """Everything wrong with one drawing of a flow."""
    chart = seen(flow, view)
    found = faults(chart)
    if view == View.LANES:
        found += broken_lanes(chart, flow)
    if view in (View.SPINE, View.RISK_NARROW) and chart.width > NARROW:
        found.append(f"{chart.width} px wide")
    return [f"{view}: {fault}" for fault in found]


def faults_of_flow(flow: Flow) -> list[str]:
    """Everything wrong with the drawings of a flow in every view."""
    return [fault for view in VIEWS for fault in all_faults(flow, view)]


@pytest.fixture(scope="module")
def real_flows(repository: Path) -> dict[str, Flow]:
    """Every flow file of the sample that can be read."""
    paths = sorted(
        [*repository.glob("powers/*/flows/*.yml"), *repository.glob("villages/*/flows/*.yml")]
    )
    read = {path.stem: read_flow(path)[0] for path in paths}
    return {name: flow for name, flow in read.items() if flow is not None}


@pytest.mark.parametrize("part", PARTS)
def test_random_flows_are_drawn_without_fault(part: int) -> None:
    refuse(
        f"flow {seed}, {fault}"
        for seed in range(part, FLOWS, len(PARTS))
        for fault in faults_of_flow(numbered_flow(seed))
    )


@given(flows())
@settings(max_examples=30, suppress_health_check=list(HealthCheck))
def test_any_well_formed_flow_is_drawn_without_fault(flow: Flow) -> None:
    assert faults_of_flow(flow) == []


def test_the_sample_is_drawn_without_fault(real_flows: dict[str, Flow]) -> None:
    refuse(
        f"{name}, {fault}" for name, flow in real_flows.items() for fault in faults_of_flow(flow)
    )


def test_edges_of_real_processes_seldom_cross(real_flows: dict[str, Flow]) -> None:
    flows_drawn = [*real_flows.values(), *realistic_flows(OFFICE_FLOWS)]
    counted = [crossings(seen(flow, View.LANES)) for flow in flows_drawn]

    assert sum(counted) <= MOST_CROSSINGS * len(counted)


def test_processes_of_offices_are_drawn_without_fault() -> None:
    refuse(
        f"flow {number}, {fault}"
        for number, flow in enumerate(realistic_flows(OFFICE_FLOWS))
        for fault in faults_of_flow(flow)
    )


def test_processes_of_offices_are_well_formed_and_differ() -> None:
    drawn = realistic_flows(500)

    assert [flow.name for flow in drawn if graph_of(flow).unknown] == []
    assert [flow.name for flow in drawn if graph_of(flow).starts != (0,)] == []
    assert len({flow.model_dump_json() for flow in drawn}) > 490


@pytest.mark.parametrize("view", VIEWS)
def test_a_drawing_has_every_step_and_every_way(view: str) -> None:
    flow = numbered_flow(7)
    chart = seen(flow, view)

    assert list(chart.boxes) == list(range(1, len(flow.steps) + 1))
    assert len(chart.cards) == (len(flow.risk_points()) if View(view).shows_risks else 0)


def _moved_box(drawing: Drawing) -> Drawing:
    """A drawing whose second box slides onto the first."""
    first, second, *rest = drawing.boxes
    return replace(drawing, boxes=(first, second._replace(rect=first.rect), *rest))


def _doubled_line(drawing: Drawing) -> Drawing:
    """A drawing in which an edge to another step lies on an edge."""
    one = drawing.lines[0]
    return replace(drawing, lines=(*drawing.lines, one._replace(target=len(drawing.boxes))))


def _straying_text(drawing: Drawing) -> Drawing:
    """A drawing in which a text hangs over the border of its box."""
    box, *rest = drawing.boxes
    text = box.texts[0]._replace(x=box.rect.right)
    return replace(drawing, boxes=(box._replace(texts=(text,)), *rest))


def _loose_end(drawing: Drawing) -> Drawing:
    """A drawing in which an edge stops short of its box."""
    line, *rest = drawing.lines
    (x, y) = line.points[-1]
    return replace(drawing, lines=(line._replace(points=(*line.points[:-1], (x, y - 5))), *rest))


@pytest.mark.parametrize("spoil", [_moved_box, _doubled_line, _straying_text, _loose_end])
def test_the_counters_see_a_spoilt_drawing(
    spoil: Callable[[Drawing], Drawing],
) -> None:
    sound = draw(numbered_flow(3), View.LANES)

    assert faults(read_chart(to_svg(sound, "c"))) == []
    assert faults(read_chart(to_svg(spoil(sound), "c"))) != []
