"""Flow files → those that no item follows."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.rule import Rule
from generator.check.subjects import flows
from generator.model.registry import Ref, Registry
from generator.problem import Problem, warning

CODE = "flow-unused"


def find(registry: Registry) -> Iterator[Problem]:
    """Every flow that no item, no step of another flow and no 再造前 names.

    Nothing while a file could not be read: it may be the one that names the flow.
    """
    if registry.unread:
        return
    used = _used(registry)
    for ref, flow in flows(registry):
        if ref not in used:
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


RULE = Rule(CODE, find)
