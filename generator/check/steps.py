"""A flow as an item uses it → its steps, those of the flows inside it among them."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.flow import Flow, Step
from generator.model.registry import Ref, Registry

_DEEPEST = 4
"""Flows inside flows that are followed; deeper nesting is a mistake."""


def steps_within(registry: Registry, ref: Ref, flow: Flow, depth: int = 0) -> Iterator[Step]:
    """Every step of *flow*, written in *ref*, and of the flows that its steps stand for."""
    for step in flow.steps:
        yield step
        inner = registry.flow_named(ref.folder, step.uses) if step.uses else None
        if inner is not None and depth < _DEEPEST:
            yield from steps_within(registry, inner, registry.flows[inner], depth + 1)


def words_of(step: Step) -> str:
    """All that a step says in words: its text, note, conditions and the papers it gives out."""
    return " ".join((step.text, step.note, step.criterion, *step.documents, *step.served_documents))
