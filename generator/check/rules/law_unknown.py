"""Bases → laws that laws.yml does not list."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from generator.check.rule import Rule
from generator.check.subjects import subjects
from generator.model.registry import Ref, Registry
from generator.problem import Problem, warning

CODE = "law-unknown"


def find(registry: Registry) -> Iterator[Problem]:
    """Every title cited as 依据 that the law list knows under no name; each title once a file.

    Nothing while a row of the law list could not be read: it may be the one.
    """
    if not registry.laws or Ref("powers", "laws") in registry.unread:
        return
    for subject in subjects(registry):
        item = subject.holding.item
        named = [(row, law.title) for row, basis in enumerate(item.basis) for law in basis.cited]
        for row, title in named:
            if registry.law_named(title) is None:
                near = _nearest(registry, title)
                sentence = f"依据库里没有“{title}”"
                hint = (
                    f"是不是《{near}》？" if near else "核对名称；确有此法的，加进 powers/laws.yml"
                )
                yield warning(CODE, sentence, item.place("依据", row), hint)


def _nearest(registry: Registry, title: str) -> str:
    found = get_close_matches(title, [law.name for law in registry.laws], n=1, cutoff=0.75)
    return found[0] if found else ""


RULE = Rule(CODE, find)
