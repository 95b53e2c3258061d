"""Registry → the drawings of every flow, and of every variant that an item makes of one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial

from generator.chart.charts import charts_of, laid_out
from generator.chart.exchange import exchange_files
from generator.memory import nothing_collected
from generator.model.chart_key import UsesFlows, chart_id, chart_key, flow_key
from generator.model.charts import Charts
from generator.model.drawing import View
from generator.model.flow import Flow
from generator.model.registry import Registry
from generator.model.risk_scale import scale_of

Tell = Callable[[int, int], None]


def gallery(registry: Registry, tell: Tell) -> dict[str, Charts]:
    """All drawings by `chart_key`, flow files first; *tell* hears how many are done."""
    flows = {flow_key(ref): flow for ref, flow in registry.flows.items()}
    for holding in _holdings(registry):
        for used in holding.flows:
            if used.adapted:
                flows[chart_key(used, holding)] = used.flow
    folders = {flow_key(ref): ref.folder for ref in registry.flows}
    scale = scale_of(registry.vocabulary.risk_levels)
    found: dict[str, Charts] = {}
    with nothing_collected():
        for key, flow in flows.items():
            found[key] = charts_of(flow, chart_id(key), scale)
            if key in folders:
                inside = partial(_flow_named, registry, folders[key])
                lanes = laid_out(flow, scale).drawing(View.LANES)
                files = exchange_files(flow, lanes, chart_id(key), inside)
                found[key] = replace(found[key], exchange=files)
            tell(len(found), len(flows))
    return found


def _flow_named(registry: Registry, folder: str, name: str) -> Flow | None:
    """What a step of a flow in *folder* names as the flow inside it."""
    found = registry.flow_named(folder, name)
    return registry.flows[found] if found else None


def _holdings(registry: Registry) -> Iterator[UsesFlows]:
    """Every holding of units, villages and shared lists."""
    yield from registry.shared_powers
    yield from registry.shared_micro_powers
    for powers in registry.powers.values():
        yield from powers
    for micro_powers in registry.micro_powers.values():
        yield from micro_powers
