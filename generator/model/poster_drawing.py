"""A flow as a poster shows it: its chart in columns, and its steps in words."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.charts import StepLine
from generator.model.print_drawing import ChartColumns


@dataclass(frozen=True, slots=True)
class PosterDrawing:
    """*alone* says that the chart takes a sheet of its own, and the steps the next one."""

    columns: ChartColumns
    steps: tuple[StepLine, ...]
    alone: bool = False


@dataclass(frozen=True, slots=True)
class BookDrawing:
    """A flow as the booklet of a unit shows it: the chart on a page, and pages of its risk chart.

    *turned* says that the pages of risks lie on their side.
    """

    poster: PosterDrawing
    risks: tuple[str, ...] = ()
    turned: bool = False
