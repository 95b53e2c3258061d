"""Items in force → doubts that nobody has settled."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.rule import Rule
from generator.check.subjects import subjects
from generator.model.registry import Registry
from generator.problem import Problem, warning

CODE = "doubt-open"


def find(registry: Registry) -> Iterator[Problem]:
    """Every 存疑."""
    for subject in subjects(registry):
        item = subject.holding.item
        if item.doubt.strip():
            sentence = f"“{item.name}”还有疑问：{item.doubt.strip()}"
            hint = "问清楚以后改正文，再删去“存疑”"
            yield warning(CODE, sentence, item.place("存疑"), hint)


RULE = Rule(CODE, find)
