"""One flow → everything a page or a booklet shows of it."""

from __future__ import annotations

from dataclasses import dataclass

from generator.chart.for_print import for_print
from generator.chart.layout import draw
from generator.chart.steps import step_lines
from generator.chart.svg import to_standalone_svg, to_svg
from generator.model.charts import Charts, StepLine
from generator.model.drawing import Drawing, View
from generator.model.flow import Flow
from generator.model.print_drawing import PrintDrawing
from generator.model.risk_scale import USUAL, RiskScale


@dataclass(frozen=True, slots=True)
class Laid:
    """A flow laid out in each view, with all that needs no ids: it serves every page that asks."""

    drawings: tuple[Drawing, ...]
    standalone: tuple[tuple[str, str], ...]
    printed: PrintDrawing
    steps: tuple[StepLine, ...]

    def drawing(self, view: View) -> Drawing:
        """The drawing in a view that every flow has."""
        return next(drawing for drawing in self.drawings if drawing.view is view)


def laid_out(flow: Flow, scale: RiskScale = USUAL) -> Laid:
    """A flow → its drawings in each view (the risk view where it has risk points)."""
    risks = (View.RISK, View.RISK_NARROW) if flow.risk_points() else ()
    views = (View.SPINE, View.LANES, *risks)
    drawings = tuple(draw(flow, view, scale) for view in views)
    return Laid(
        drawings=drawings,
        standalone=tuple(
            (drawing.view.value, to_standalone_svg(drawing))
            for drawing in drawings
            if drawing.view is not View.RISK_NARROW
        ),
        printed=for_print(drawings[0]),
        steps=step_lines(flow),
    )


def inked(laid: Laid, chart_id: str) -> Charts:
    """A flow laid out → its drawings for a page, all with ids that begin with *chart_id*."""
    inks = {drawing.view: to_svg(drawing, chart_id) for drawing in laid.drawings}
    return Charts(
        spine_svg=inks[View.SPINE],
        lanes_svg=inks[View.LANES],
        risk_svg=inks.get(View.RISK, ""),
        risk_narrow_svg=inks.get(View.RISK_NARROW, ""),
        steps=laid.steps,
        standalone=laid.standalone,
        printed=laid.printed,
    )


def charts_of(flow: Flow, chart_id: str) -> Charts:
    """One flow → its drawings and its step list."""
    return inked(laid_out(flow), chart_id)
