"""Items in force → those that rest on nothing."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.rule import Rule
from generator.check.subjects import once_confirmed, subjects
from generator.model.registry import Registry
from generator.problem import Problem, error

CODE = "basis-missing"


def find(registry: Registry) -> Iterator[Problem]:
    """Every power and micro-power without 依据."""
    for subject in subjects(registry):
        item = subject.holding.item
        if not item.basis:
            sentence = f"事项“{item.name}”没有写依据"
            hint = "补写“依据: [《法律全称》第几条]”；找不到依据的权力不能行使"
            problem = error(CODE, sentence, item.place("依据"), hint)
            yield once_confirmed(subject.confirmed, problem)


RULE = Rule(CODE, find)
