"""Items in force → their bases that do not agree with the law texts, by what is wrong."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.subjects import subjects
from generator.model.checked_bases import findings_of
from generator.model.finding import Fault, Finding
from generator.model.registry import Registry
from generator.problem import Span


def faulty(registry: Registry, fault: Fault) -> Iterator[tuple[Finding, Span]]:
    """Every finding of a kind, with the place of its basis; equal ones of one basis once."""
    for subject in subjects(registry):
        item = subject.holding.item
        for row, basis in enumerate(item.basis):
            found = {f.detail: f for f in findings_of(registry, basis) if f.fault is fault}
            for finding in found.values():
                yield finding, item.place("依据", row)
