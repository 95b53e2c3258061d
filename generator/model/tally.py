"""Holdings → how many powers, flows, risk points and measures they are.

Powers are counted by 主项 and only while they are in force. A flow, and the risk points on it,
count once however many items use it; a measure counts once per flow file.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.model.adjustment import Standing
from generator.model.flow import Flow
from generator.model.item import Item
from generator.model.micro_power import MicroPower
from generator.model.registry import Holding, Ref, Registry
from generator.model.risk import RiskPoint


@dataclass(frozen=True, slots=True)
class Tally:
    """The counts of some holdings; *sub_items* and *ended* are counted apart from *powers*."""

    powers: int
    sub_items: int
    ended: int
    duties: int
    flows: int
    risks: int
    measures: int


def tally(
    registry: Registry,
    holdings: Iterable[Holding[Item] | Holding[MicroPower]],
    post_risks: Iterable[RiskPoint] = (),
) -> Tally:
    """Some holdings, and risks that no flow carries → their counts on the day of the edition."""
    held = tuple(holdings)
    active = [each for each in held if registry.standing(each.item) is Standing.ACTIVE]
    flows = flows_of(active, registry)
    own_risks = tuple(post_risks)
    return Tally(
        powers=len(active),
        sub_items=sum(len(e.item.sub_items) for e in active if isinstance(e.item, Item)),
        ended=sum(1 for each in held if registry.ending(each.item)),
        duties=sum(1 for each in active if each.accountability.duties),
        flows=len(flows),
        risks=sum(len(flow.risk_points()) for flow in flows.values()) + len(own_risks),
        measures=sum(_measures(flow) for flow in flows.values())
        + len({measure for risk in own_risks for measure in risk.measures}),
    )


def flows_of(
    holdings: Iterable[Holding[Item] | Holding[MicroPower]], registry: Registry
) -> dict[Ref, Flow]:
    """The flow files that holdings use, each once, in the order of first use."""
    refs = dict.fromkeys(used.ref for each in holdings for used in each.flows)
    return {ref: registry.flows[ref] for ref in refs if ref in registry.flows}


def _measures(flow: Flow) -> int:
    cited = (measure for _, risk in flow.risk_points() for measure in risk.measures)
    return len({flow.measure_text(measure) for measure in cited})


def in_numbers(registry: Registry) -> str:
    """How much a district holds, in words."""
    bodies = f"{len(registry.units)} 个单位，{len(registry.villages)} 个村"
    powers = sum(len(held) for held in registry.powers.values())
    return f"{bodies}，{powers} 项权力，{len(registry.shared_micro_powers)} 项村级通用事项"
