"""Bases → quotations that are not the words of the law."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.bases import faulty
from generator.check.rule import Rule
from generator.model.finding import Fault
from generator.model.registry import Registry
from generator.problem import Problem, warning

CODE = "quotation-differs"


def find(registry: Registry) -> Iterator[Problem]:
    """Every 摘录 that stands in no version of the articles cited."""
    for finding, place in faulty(registry, Fault.QUOTATION_DIFFERS):
        sentence = f"《{finding.law}》的摘录：{finding.detail}"
        hint = "按现行文本重新摘录，条号不对的改条号"
        yield warning(CODE, sentence, place, hint)


RULE = Rule(CODE, find)
