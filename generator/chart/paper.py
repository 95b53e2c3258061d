"""Registry → what booklets show of flows: their steps and their rails, no drawing for a screen."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache, partial

from generator.chart.rail import rail_of
from generator.chart.steps import step_lines
from generator.model.chart_key import UsesFlows, chart_key, flow_key
from generator.model.charts import Charts
from generator.model.flow import Flow
from generator.model.registry import Ref, Registry

Tell = Callable[[int, int], None]


def gallery_of(
    registry: Registry, held: Iterable[UsesFlows], also: Iterable[Ref], tell: Tell
) -> dict[str, Charts]:
    """The flows that some holdings use, and others, by `chart_key`; *tell* hears how many."""
    flows = {flow_key(ref): registry.flows[ref] for ref in also}
    flows |= {chart_key(used, each): used.flow for each in held for used in each.flows}
    found: dict[str, Charts] = {}
    for key, flow in flows.items():
        found[key] = _without_drawings(flow)
        tell(len(found), len(flows))
    return found


def _without_drawings(flow: Flow) -> Charts:
    rail = lru_cache(maxsize=1)(partial(rail_of, flow))
    return Charts("", "", "", "", step_lines(flow), (), tuple, rail)
