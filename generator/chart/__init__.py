"""Registry → drawings: each flow as boxes and lines, as SVG, as a step list, for other programs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.later import from_homes
from generator.model.drawing import View

VIEWS = tuple(view.value for view in View)
"""What `draw` knows: spine, lanes, risk."""

if TYPE_CHECKING:
    from generator.chart import bpmn, coordinates, dot, graph_file, print_pages, steps, svg
    from generator.chart.atlas import draw_all
    from generator.chart.charts import charts_of, forget
    from generator.chart.galleries import gallery
    from generator.chart.layout import draw
    from generator.chart.paper import gallery_of
else:
    __getattr__ = from_homes(
        __name__,
        {
            **{name: name for name in ("bpmn", "coordinates", "dot", "graph_file")},
            **{name: name for name in ("print_pages", "steps", "svg")},
            "draw_all": "atlas",
            "charts_of": "charts",
            "forget": "charts",
            "gallery": "galleries",
            "draw": "layout",
            "gallery_of": "paper",
        },
    )


__all__ = [
    "VIEWS",
    "bpmn",
    "charts_of",
    "coordinates",
    "dot",
    "draw",
    "draw_all",
    "forget",
    "gallery",
    "gallery_of",
    "graph_file",
    "print_pages",
    "steps",
    "svg",
]
