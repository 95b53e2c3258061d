"""Bases → laws that are no longer in force."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.rule import Rule
from generator.check.subjects import subjects
from generator.model.registry import Registry
from generator.problem import Problem, warning

CODE = "law-repealed"


def find(registry: Registry) -> Iterator[Problem]:
    """Every basis whose law is listed as 废止."""
    for subject in subjects(registry):
        item = subject.holding.item
        named = [(row, law.title) for row, basis in enumerate(item.basis) for law in basis.cited]
        for row, title in named:
            law = registry.law_named(title)
            if law is not None and law.validity == "废止":
                sentence = f"依据《{law.name}》已经废止"
                hint = f"改引{law.repealed_by}的对应条文" if law.repealed_by else "改引现行的法律"
                yield warning(CODE, sentence, item.place("依据", row), hint)


RULE = Rule(CODE, find)
