"""One flow → everything a page or a booklet shows of it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache, partial

from generator.chart.entries import forget_lines
from generator.chart.layout import drawings_of
from generator.chart.questions import forget_questions
from generator.chart.rail import rail_of
from generator.chart.steps import step_lines
from generator.chart.svg import forget_words, to_standalone_svg, to_svg
from generator.chart.text import forget_texts
from generator.model.charts import Charts, StepLine
from generator.model.drawing import Drawing, View
from generator.model.flow import Flow
from generator.model.risk_scale import USUAL, RiskScale

_KEPT = 4096
"""Flows that are remembered while the program runs: a preview draws only what was changed."""


@dataclass(frozen=True, slots=True)
class Laid:
    """A flow laid out in each view, with all that needs no ids: it serves every page that asks."""

    drawings: tuple[Drawing, ...]
    steps: tuple[StepLine, ...]

    def drawing(self, view: View) -> Drawing:
        """The drawing in a view that every flow has."""
        return next(drawing for drawing in self.drawings if drawing.view is view)


class _Asked:
    """A flow to draw, known again by all that it says; *chart_id* is "" where none is needed."""

    __slots__ = ("_hash", "chart_id", "flow", "scale")

    def __init__(self, flow: Flow, scale: RiskScale, known: int = 0, chart_id: str = "") -> None:
        self.flow = flow
        self.scale = scale
        self.chart_id = chart_id
        self._hash = known or hash((flow.name, *[(step.text, step.posts) for step in flow.steps]))

    def without_id(self) -> _Asked:
        """The same flow for whoever asks."""
        return _Asked(self.flow, self.scale, self._hash)

    def __hash__(self) -> int:
        return self._hash

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, _Asked):
            return NotImplemented
        if self.chart_id != other.chart_id or self.scale != other.scale:
            return False
        same = self.flow.says_the_same(other.flow)
        return same and _order_of_ways(self.flow) == _order_of_ways(other.flow)


def _order_of_ways(flow: Flow) -> list[tuple[str, ...]]:
    """What equal mappings may differ in."""
    return [(*step.branches,) for step in flow.steps if step.branches]


def laid_out(flow: Flow, scale: RiskScale = USUAL) -> Laid:
    """A flow → its drawings in each view (the risk views where it has risk points)."""
    return _laid_out(_Asked(flow, scale))


def charts_of(flow: Flow, chart_id: str, scale: RiskScale = USUAL) -> Charts:
    """One flow → its drawings for a page, with links that begin with *chart_id*, and its steps.

    What was drawn before of equal content is given again.
    """
    return _inked(_Asked(flow, scale, chart_id=chart_id))


@lru_cache(maxsize=_KEPT)
def _laid_out(asked: _Asked) -> Laid:
    risks = (View.RISK, View.RISK_NARROW) if asked.flow.risk_points() else ()
    views = (View.SPINE, View.LANES, *risks)
    return Laid(drawings_of(asked.flow, views, asked.scale), step_lines(asked.flow))


@lru_cache(maxsize=_KEPT)
def _inked(asked: _Asked) -> Charts:
    laid = _laid_out(asked.without_id())
    inks = {drawing.view: to_svg(drawing, asked.chart_id) for drawing in laid.drawings}
    files = tuple(each for each in laid.drawings if each.view is not View.RISK_NARROW)
    return Charts(
        spine_svg=inks[View.SPINE],
        lanes_svg=inks[View.LANES],
        risk_svg=inks.get(View.RISK, ""),
        risk_narrow_svg=inks.get(View.RISK_NARROW, ""),
        steps=laid.steps,
        views=tuple(drawing.view.value for drawing in files),
        standalone=partial(_standalone, files),
        rail=lru_cache(maxsize=1)(partial(rail_of, asked.flow)),
    )


def forget() -> None:
    """Draw everything anew from here on, as a new process would."""
    _laid_out.cache_clear()
    _inked.cache_clear()
    forget_words()
    forget_texts()
    forget_questions()
    forget_lines()


def _standalone(drawings: tuple[Drawing, ...]) -> tuple[tuple[str, str], ...]:
    return tuple((drawing.view.value, to_standalone_svg(drawing)) for drawing in drawings)
