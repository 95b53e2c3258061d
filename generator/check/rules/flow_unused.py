"""Flow files → those that no item follows."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.rule import Rule
from generator.check.subjects import flows
from generator.model.registry import Ref, Registry, flow_places
from generator.problem import Problem, warning

CODE = "flow-unused"


def find(registry: Registry) -> Iterator[Problem]:
    """Every flow that no item, no step of another flow and no 再造前 names.

    Nothing while a file could not be read: it may be the one that names the flow. Nothing either
    where an item names a flow that is not there, or none: it may mean this one.
    """
    if registry.unread:
        return
    used, sought = _used(registry), _sought(registry)
    for ref, flow in flows(registry):
        if ref not in used and ref.folder not in sought:
            sentence = f"没有事项用流程“{flow.name}”"
            hint = f"在事项里写“流程: {ref.id}”；作废的删去，被代替的由新流程写“再造前: {ref.id}”"
            yield warning(CODE, sentence, flow.place("名称"), hint)


def _used(registry: Registry) -> set[Ref]:
    """Every flow that something names."""
    rows = (*registry.powers.values(), registry.shared_powers)
    village_rows = (*registry.micro_powers.values(), registry.shared_micro_powers)
    used = {use.ref for row in rows for holding in row for use in holding.flows}
    used |= {use.ref for row in village_rows for holding in row for use in holding.flows}
    for ref, flow in flows(registry):
        for name in (flow.replaces, *(step.uses for step in flow.steps)):
            inner = registry.flow_named(ref.folder, name) if name else None
            if inner is not None:
                used.add(inner)
    return used


def _sought(registry: Registry) -> set[str]:
    """The folders in which an item seeks a flow and does not find it, or has none."""
    folders: set[str] = set()
    for held in (*registry.powers.values(), registry.shared_powers):
        for power in held:
            parts = (use for part in power.item.sub_items for use in part.flows)
            names = [use.flow for use in (*power.item.flows, *parts)]
            folders.update(_missed(registry, power.holder, names) if names else [power.holder])
    for row in (*registry.micro_powers.values(), registry.shared_micro_powers):
        for micro in row:
            names = [use.flow for use in micro.item.flows]
            folders.update(_missed(registry, micro.holder, names))
    return folders


def _missed(registry: Registry, holder: str, names: list[str]) -> Iterator[str]:
    """The folders in which flows of these names are sought in vain."""
    for name in names:
        if registry.flow_named(holder, name) is None:
            unit = registry.unit_in(holder)
            places = flow_places(holder, unit.adopts if unit else "", name)
            yield from (place.folder for place in places)


RULE = Rule(CODE, find)
