"""Registry → drawings: each flow as boxes and lines, as SVG, as a step list, for other programs."""

from generator.chart import bpmn, coordinates, dot, graph_file, print_pages, steps, svg
from generator.chart.atlas import draw_all
from generator.chart.charts import charts_of, forget
from generator.chart.gallery import gallery, gallery_of
from generator.chart.layout import draw
from generator.model.drawing import View

VIEWS = tuple(view.value for view in View)
"""What `draw` knows: spine, lanes, risk."""

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
