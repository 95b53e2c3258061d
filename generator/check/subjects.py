"""A registry → the things rules look at, each once however many bodies adopt it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Generic

from generator.model.adjustment import Standing
from generator.model.flow import Flow
from generator.model.item import Item
from generator.model.micro_power import MicroPower
from generator.model.registry import Holding, ItemKind, Ref, Registry
from generator.problem import Problem, Severity


@dataclass(frozen=True, slots=True)
class Subject(Generic[ItemKind]):
    """An item in force, and whether a body that holds it has its list confirmed (领导组确认).

    The list of a village counts as confirmed when that of its township is.
    """

    holding: Holding[ItemKind]
    confirmed: bool


def powers(registry: Registry) -> Iterator[Subject[Item]]:
    """Powers of units that are in force or coming, each item once, confirmed if any holder is."""
    confirmed: dict[int, bool] = {}
    holdings: dict[int, Holding[Item]] = {}
    for unit in registry.units:
        for holding in registry.powers_of(unit):
            if registry.standing(holding.item) is not Standing.ENDED:
                key = id(holding.item)
                holdings.setdefault(key, holding)
                confirmed[key] = confirmed.get(key, False) or unit.is_confirmed
    for key, holding in holdings.items():
        yield Subject(holding, confirmed[key])


def village_powers(registry: Registry) -> Iterator[Subject[MicroPower]]:
    """Micro-powers of villages that are in force, each item once."""
    townships = {unit.id: unit.is_confirmed for unit in registry.units}
    confirmed: dict[int, bool] = {}
    holdings: dict[int, Holding[MicroPower]] = {}
    for village in registry.villages:
        for holding in registry.micro_powers_of(village):
            if registry.standing(holding.item) is not Standing.ENDED:
                key = id(holding.item)
                holdings.setdefault(key, holding)
                sure = townships.get(village.township, False)
                confirmed[key] = confirmed.get(key, False) or sure
    for key, holding in holdings.items():
        yield Subject(holding, confirmed[key])


def subjects(registry: Registry) -> Iterator[Subject[Item] | Subject[MicroPower]]:
    """Powers of units, then micro-powers of villages."""
    yield from powers(registry)
    yield from village_powers(registry)


def items_of_any_standing(registry: Registry) -> Iterator[Item | MicroPower]:
    """Every item of every list, ended ones too, each once."""
    seen: set[int] = set()
    for item in _every_item(registry):
        if id(item) not in seen:
            seen.add(id(item))
            yield item


def _every_item(registry: Registry) -> Iterator[Item | MicroPower]:
    for powers_held in registry.powers.values():
        yield from (holding.item for holding in powers_held)
    for micro_powers_held in registry.micro_powers.values():
        yield from (holding.item for holding in micro_powers_held)


def flows(registry: Registry) -> Iterator[tuple[Ref, Flow]]:
    """Every flow file."""
    yield from registry.flows.items()


def once_confirmed(confirmed: bool, problem: Problem) -> Problem:
    """An error → 提醒 while the list grows, the error itself once it is confirmed (E*)."""
    return problem if confirmed else replace(problem, severity=Severity.WARNING)
