"""Registry → drawings: each flow as boxes and lines, as SVG, as a step list and as JSON."""

from generator.chart import exchange, steps, svg
from generator.chart.charts import charts_of
from generator.chart.gallery import gallery
from generator.chart.layout import draw
from generator.model.drawing import View

VIEWS = tuple(view.value for view in View)
"""What `draw` knows: spine, lanes, risk."""

__all__ = ["VIEWS", "charts_of", "draw", "exchange", "gallery", "steps", "svg"]
