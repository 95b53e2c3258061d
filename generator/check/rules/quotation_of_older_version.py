"""Bases → quotations of a version that is no longer in force."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.bases import faulty
from generator.check.rule import Rule
from generator.model.finding import Fault
from generator.model.registry import Registry
from generator.problem import Problem, warning

CODE = "quotation-of-older-version"


def find(registry: Registry) -> Iterator[Problem]:
    """Every 摘录 that stands in an older version only."""
    for finding, place in faulty(registry, Fault.OLDER_VERSION):
        sentence = f"《{finding.law}》的{finding.detail}"
        hint = "按现行文本重新摘录，看看这项权力还在不在"
        yield warning(CODE, sentence, place, hint)


RULE = Rule(CODE, find)
