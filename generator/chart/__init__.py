"""Registry → drawings: each flow as boxes and lines, as SVG, as a step list and as JSON."""

from generator.chart.charts import charts_of
from generator.chart.gallery import gallery
from generator.chart.layout import draw

__all__ = ["charts_of", "draw", "gallery"]
