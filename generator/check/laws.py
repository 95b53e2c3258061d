"""Citations → the laws they name, and what “日” means in them."""

from __future__ import annotations

from dataclasses import replace

from generator.model.guide import StatutoryLimit
from generator.model.law import Citation, Law
from generator.model.limit import DayKind, TimeLimit
from generator.model.registry import Registry

LAW = ("法律",)
REGULATION = ("法律", "行政法规", "地方性法规")
DECISION = (*REGULATION, "国务院决定")
RULE = ("部门规章", "地方政府规章")


def law_of(registry: Registry, basis: str) -> Law | None:
    """A basis as written → its law, None where the law list does not have it."""
    return registry.law_named(Citation.model_validate(basis).title)


def in_its_days(registry: Registry, limit: TimeLimit, statutory: StatutoryLimit) -> TimeLimit:
    """A limit in 日 → the same in what the law of *statutory* counts 日 in, as far as it says."""
    if limit.kind is not DayKind.STATED_BY_LAW or limit.amount is None:
        return limit
    for basis in statutory.basis:
        law = law_of(registry, basis)
        kind = law.day_kind(limit.amount) if law else None
        if kind is not None:
            return replace(limit, kind=kind)
    return limit
