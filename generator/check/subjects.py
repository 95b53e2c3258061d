"""A registry → the things rules look at, each once however many bodies adopt it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Generic

from generator.model.adjustment import Standing
from generator.model.flow import Flow
from generator.model.guide import Limits
from generator.model.item import Item
from generator.model.micro_power import MicroPower
from generator.model.origin import Key
from generator.model.record import Sourced, Where
from generator.model.registry import Holding, ItemKind, Ref, Registry
from generator.model.risk import RiskPoint
from generator.problem import Problem, Severity, Span


@dataclass(frozen=True, slots=True)
class Subject(Generic[ItemKind]):
    """An item in force, and whether a body that holds it has its list confirmed (领导组确认).

    The list of a village counts as confirmed when that of its township is.
    """

    holding: Holding[ItemKind]
    confirmed: bool


@lru_cache(maxsize=1)
def powers(registry: Registry) -> tuple[Subject[Item], ...]:
    """Powers of units that are in force or coming, each item once, confirmed if any holder is."""
    confirmed: dict[int, bool] = {}
    holdings: dict[int, Holding[Item]] = {}
    for unit in registry.units:
        for holding in registry.powers_of(unit):
            if registry.standing(holding.item) is not Standing.ENDED:
                key = id(holding.item)
                holdings.setdefault(key, holding)
                confirmed[key] = confirmed.get(key, False) or unit.is_confirmed
    return tuple(Subject(holding, confirmed[key]) for key, holding in holdings.items())


@lru_cache(maxsize=1)
def village_powers(registry: Registry) -> tuple[Subject[MicroPower], ...]:
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
    return tuple(Subject(holding, confirmed[key]) for key, holding in holdings.items())


def powers_of_kind(registry: Registry, code: str) -> Iterator[Subject[Item]]:
    """Powers in force whose 类别 has this 代号 in the vocabulary (`licensing`)."""
    for power in powers(registry):
        if kind_of(registry, power.holding.item) == code:
            yield power


def kind_of(registry: Registry, item: Item) -> str:
    """The 代号 of an item's 类别, "" for a word that the vocabulary does not have."""
    kind = registry.vocabulary.kind(item.kind)
    return kind.code if kind else ""


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


def unit_flows(registry: Registry) -> Iterator[tuple[Ref, Flow]]:
    """Every flow file of units, townships and their shared lists, none of villages."""
    for ref, flow in registry.flows.items():
        if ref.folder.startswith("powers/"):
            yield ref, flow


@lru_cache(maxsize=1)
def risk_points(registry: Registry) -> tuple[tuple[RiskPoint, Where], ...]:
    """Every risk point of a flow or of a post (岗位风险), with its place.

    A measure cited from 措施库 is given in full.
    """
    found: list[tuple[RiskPoint, Where]] = []
    for _, flow in flows(registry):
        for number, step in enumerate(flow.steps):
            for row, risk in enumerate(step.risks):
                found.append((_in_full(flow, risk), flow.at("步骤", number, "风险", row)))
    for unit in registry.units:
        for row, risk in enumerate(unit.post_risks):
            found.append((risk, unit.at("岗位风险", row)))
    return tuple(found)


def _in_full(flow: Flow, risk: RiskPoint) -> RiskPoint:
    measures = tuple(flow.measure_text(measure) for measure in risk.measures)
    return risk if measures == risk.measures else risk.model_copy(update={"measures": measures})


def limits_of(item: Item | MicroPower) -> Iterator[tuple[tuple[Key, ...], Limits]]:
    """The limits of an item and of its 子项, with their paths."""
    if item.limits is not None:
        yield ("时限",), item.limits
    if isinstance(item, Item):
        for row, part in enumerate(item.sub_items):
            if part.limits is not None:
                yield ("子项", row, "时限"), part.limits


def records(registry: Registry) -> Iterator[Sourced]:
    """Everything that is written in a file of its own, or as a row of one."""
    yield registry.district
    yield from registry.units
    yield from registry.villages
    yield from items_of_any_standing(registry)
    yield from registry.flows.values()
    yield from (*registry.laws, *registry.topics, *registry.synonyms)
    yield from registry.duty_sets.values()


def place_or_name(record: Sourced, field: str) -> Span:
    """Where a field stands, or the name of what it is missing from."""
    fields = record.written.values
    is_written = isinstance(fields, dict) and field in fields
    return record.place(field if is_written else "名称")


def once_confirmed(confirmed: bool, problem: Problem) -> Problem:
    """An error → 提醒 while the list grows, the error itself once it is confirmed (E*)."""
    return problem if confirmed else replace(problem, severity=Severity.WARNING)
