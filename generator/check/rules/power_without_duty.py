"""Powers in force → those without a duty."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.rule import Rule
from generator.check.subjects import once_confirmed, place_or_name, powers
from generator.model.registry import Registry
from generator.problem import Problem, error

CODE = "power-without-duty"


def find(registry: Registry) -> Iterator[Problem]:
    """Every power of a unit whose 责任, shared set included, has no duty.

    Silent where 套用 names a set that is not there: that is the cause, and is told.
    """
    for power in powers(registry):
        item = power.holding.item
        wanted = item.responsibility.shared_set if item.responsibility else ""
        if power.holding.accountability.duties or (wanted and wanted not in registry.duty_sets):
            continue
        sentence = f"权力“{item.name}”没有对应的责任事项"
        hint = "补写“责任:”，可以“套用”通用责任，也可以在“事项”里写明环节和内容"
        problem = error(CODE, sentence, place_or_name(item, "责任"), hint)
        yield once_confirmed(power.confirmed, problem)


RULE = Rule(CODE, find)
