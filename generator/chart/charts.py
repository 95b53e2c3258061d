"""One flow → everything a page or a booklet shows of it."""

from __future__ import annotations

from generator.chart.for_print import for_print
from generator.chart.layout import draw
from generator.chart.steps import step_lines
from generator.chart.svg import to_standalone_svg, to_svg
from generator.model.charts import Charts
from generator.model.drawing import View
from generator.model.flow import Flow


def charts_of(flow: Flow, chart_id: str) -> Charts:
    """One flow → its drawings, all with ids that begin with *chart_id*, and its step list."""
    views = (View.SPINE, View.LANES, *((View.RISK,) if flow.risk_points() else ()))
    drawings = {view: draw(flow, view) for view in views}
    inked = {view: to_svg(drawing, chart_id) for view, drawing in drawings.items()}
    return Charts(
        spine_svg=inked[View.SPINE],
        lanes_svg=inked[View.LANES],
        risk_svg=inked.get(View.RISK, ""),
        steps=step_lines(flow),
        standalone=tuple((view.value, to_standalone_svg(drawings[view])) for view in views),
        printed=for_print(drawings[View.SPINE]),
    )
