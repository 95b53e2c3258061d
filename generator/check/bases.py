"""A registry → the bases in it that do not agree with the law texts, by what is wrong."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.subjects import subjects
from generator.model.checked_bases import bases_in, findings_of
from generator.model.finding import Fault, Finding
from generator.model.record import Sourced
from generator.model.registry import Registry
from generator.problem import Span


def faulty(registry: Registry, fault: Fault) -> Iterator[tuple[Finding, Span]]:
    """Every finding of a kind, with the place of its basis; equal ones of one basis once."""
    for record in _citing(registry):
        for placed in bases_in(record):
            found = findings_of(registry, placed.basis)
            each_once = {each.detail: each for each in found if each.fault is fault}
            for finding in each_once.values():
                yield finding, record.place(*placed.path)


def _citing(registry: Registry) -> Iterator[Sourced]:
    """Items in force, flows and shared duties; nothing where no law text is at hand."""
    if registry.law_texts.laws:
        yield from (subject.holding.item for subject in subjects(registry))
        yield from registry.flows.values()
        yield from registry.duty_sets.values()
