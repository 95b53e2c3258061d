"""Sheets → the registry: items joined with flows, duties, bodies and shared lists."""

from __future__ import annotations

from collections.abc import Mapping

from generator.load.flow_use import FlowBook
from generator.load.handoff import handoffs_between
from generator.load.holdings import hold
from generator.load.keeper import Keeper, Lists
from generator.load.sheets import Sheets
from generator.model.body import Unit, Village
from generator.model.district import District, Vocabulary
from generator.model.item import Item
from generator.model.micro_power import MicroPower
from generator.model.registry import Holding, ItemKind, Registry
from generator.problem import Problem


def resolve(sheets: Sheets) -> tuple[Registry, list[Problem]]:
    """Sheets → the registry and what is wrong with adoption; unknown references are left out.

    A missing district or vocabulary is replaced by an empty one, so that what else is wrong can
    still be found; the caller must not use such a registry.
    """
    district = sheets.district or District.model_validate({"名称": "", "发布日期": "2000-01-01"})
    keeper = Keeper(sheets, FlowBook(sheets), district)
    power_lists = keeper.lists("powers", Item, sheets.items)
    village_lists = keeper.lists("villages", MicroPower, sheets.micro_powers)
    powers, problems = _held(keeper, power_lists, sheets.units)
    micro_powers, wrong = _held(keeper, village_lists, sheets.villages)
    shared, shared_micro = _shared(power_lists), _shared(village_lists)
    handoffs = handoffs_between(powers, shared)
    shared_micro = handoffs.lead(shared_micro)
    micro_powers = {folder: handoffs.lead(held) for folder, held in micro_powers.items()}
    shared = handoffs.lead(shared)
    powers = {folder: handoffs.lead(held) for folder, held in powers.items()}
    registry = Registry(
        district=district,
        vocabulary=sheets.vocabulary or _no_words(),
        units=_in_order(sheets.units, district.unit_order),
        villages=tuple(village for _, village in sorted(sheets.villages.items())),
        laws=tuple(sheets.laws),
        topics=tuple(sheets.topics),
        synonyms=tuple(sheets.synonyms),
        holidays=tuple(sheets.holidays),
        claims=tuple(sheets.claims),
        duty_sets=dict(sorted(sheets.duty_sets.items())),
        flows=dict(sorted(sheets.flows.items())),
        powers={folder: handoffs.receive(held) for folder, held in powers.items()},
        micro_powers=micro_powers,
        shared_powers=handoffs.receive(shared),
        shared_micro_powers=shared_micro,
    )
    return registry, problems + wrong


def _in_order(units: Mapping[str, Unit], order: tuple[str, ...]) -> tuple[Unit, ...]:
    """Units by folder → units as the district lists them, then the others by their folders."""
    listed = [f"powers/{name}" for name in order]
    folders = dict.fromkeys([*listed, *sorted(units)])
    return tuple(units[folder] for folder in folders if folder in units)


def _held(
    keeper: Keeper, lists: Lists[ItemKind], bodies: Mapping[str, Unit | Village]
) -> tuple[dict[str, tuple[Holding[ItemKind], ...]], list[Problem]]:
    """Bodies by folder → their holdings by folder, and what is wrong with their adoption."""
    held: dict[str, tuple[Holding[ItemKind], ...]] = {}
    problems: list[Problem] = []
    for folder, body in sorted(bodies.items()):
        held[folder], wrong = hold(keeper, lists, folder, body)
        problems += wrong
    return held, problems


def _shared(lists: Lists[ItemKind]) -> tuple[Holding[ItemKind], ...]:
    """The holdings of all shared lists of a tree."""
    return tuple(held for _, row in sorted(lists.shared.items()) for held in row.values())


def _no_words() -> Vocabulary:
    """A vocabulary that lists nothing, so that no word is called wrong."""
    return Vocabulary.model_validate({"权力类别": [], "风险等级": []})
