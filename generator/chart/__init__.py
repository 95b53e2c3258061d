"""Registry → drawings: each flow as boxes and lines, as SVG, as a step list and as JSON."""

from __future__ import annotations

from dataclasses import dataclass

from generator.chart.layout import draw
from generator.chart.steps import StepLine, step_lines
from generator.chart.svg import to_svg
from generator.model.drawing import View
from generator.model.flow import Flow


@dataclass(frozen=True, slots=True)
class Charts:
    """What a page shows of one flow; *risk_svg* is "" where the flow has no risk points.

    The steps of all drawings link to `#<chart id>-s1` and on: the lines of the step list.
    """

    spine_svg: str
    lanes_svg: str
    risk_svg: str
    steps: tuple[StepLine, ...]


def charts_of(flow: Flow, chart_id: str) -> Charts:
    """One flow → its drawings for a page, all with ids that begin with *chart_id*."""
    return Charts(
        spine_svg=to_svg(draw(flow, View.SPINE), chart_id),
        lanes_svg=to_svg(draw(flow, View.LANES), chart_id),
        risk_svg=to_svg(draw(flow, View.RISK), chart_id) if flow.risk_points() else "",
        steps=step_lines(flow),
    )


__all__ = ["Charts", "charts_of", "draw"]
