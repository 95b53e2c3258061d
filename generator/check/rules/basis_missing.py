"""Items in force → those that rest on nothing."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.rule import Rule
from generator.check.subjects import once_confirmed, place_or_name, subjects
from generator.model.item import Item
from generator.model.registry import Registry
from generator.problem import Problem, error

CODE = "basis-missing"


def find(registry: Registry) -> Iterator[Problem]:
    """Every power and micro-power without 依据, unless each of its 子项 has its own."""
    for subject in subjects(registry):
        item = subject.holding.item
        parts = item.sub_items if isinstance(item, Item) else ()
        if not item.basis and not (parts and all(part.basis for part in parts)):
            sentence = f"事项“{item.name}”没有写依据"
            hint = "补写“依据: [《法律全称》第几条]”；找不到依据的权力不能行使"
            problem = error(CODE, sentence, place_or_name(item, "依据"), hint)
            yield once_confirmed(subject.confirmed, problem)


RULE = Rule(CODE, find)
