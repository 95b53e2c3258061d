"""Powers in force → those without a flow."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.rule import Rule
from generator.check.subjects import once_confirmed, place_or_name, powers
from generator.model.registry import Registry
from generator.problem import Problem, error

CODE = "active-power-without-flow"


def find(registry: Registry) -> Iterator[Problem]:
    """Every power of a unit without 流程, unless each of its 子项 has its own."""
    for power in powers(registry):
        item = power.holding.item
        parts = item.sub_items
        if item.flows or (parts and all(part.flows for part in parts)):
            continue
        sentence = f"权力“{item.name}”没有运行流程"
        hint = "补写“流程: 流程的编号”，流程可以是本单位的，也可以是通用的"
        problem = error(CODE, sentence, place_or_name(item, "流程"), hint)
        yield once_confirmed(power.confirmed, problem)


RULE = Rule(CODE, find)
