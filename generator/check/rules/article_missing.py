"""Bases → articles that the law has not, by the law texts at hand."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.bases import faulty
from generator.check.rule import Rule
from generator.model.finding import Fault
from generator.model.registry import Registry
from generator.problem import Problem, warning

CODE = "article-missing"


def find(registry: Registry) -> Iterator[Problem]:
    """Every 条, 款 or 项 cited that the newest text of the law does not have."""
    for finding, place in faulty(registry, Fault.ARTICLE_MISSING):
        sentence = f"《{finding.law}》{finding.detail}"
        hint = "核对条号；法律改过的，改引现行文本里的那一条"
        yield warning(CODE, sentence, place, hint)


RULE = Rule(CODE, find)
