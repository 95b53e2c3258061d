"""Adjustments → mergers that do not say into what."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.rule import Rule
from generator.check.subjects import items_of_any_standing
from generator.model.adjustment import AdjustmentKind
from generator.model.registry import Registry
from generator.problem import Problem, error

CODE = "merged-without-target"


def find(registry: Registry) -> Iterator[Problem]:
    """Every 整合 without 去向: people must learn where to go now."""
    for item in items_of_any_standing(registry):
        for row, event in enumerate(item.adjustments):
            if event.kind is AdjustmentKind.MERGED and not event.goes_to:
                sentence = f"事项“{item.name}”已整合，没有写并到哪个事项"
                yield error(CODE, sentence, item.place("调整", row), "补写“去向: [事项编号]”")


RULE = Rule(CODE, find)
