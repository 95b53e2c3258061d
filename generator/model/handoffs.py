"""Registry → every hand-off (交由): from which item to which, by whom, and where it is written."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum

from generator.model.item import Item
from generator.model.micro_power import MicroPower
from generator.model.registry import (
    SHARED_POWERS,
    SHARED_TOWNSHIP,
    SHARED_VILLAGE,
    Holding,
    Ref,
    Registry,
)

AnyHolding = Holding[Item] | Holding[MicroPower]

SHARED_NAMES = {
    SHARED_POWERS: "全区通用",
    SHARED_TOWNSHIP: "乡镇通用清单",
    SHARED_VILLAGE: "村级通用清单",
}
"""The lists that bodies share, as pages name them."""


class Level(Enum):
    """The three levels (三级), from the village up."""

    VILLAGE = "村"
    TOWNSHIP = "镇"
    DISTRICT = "区"


LEVEL_WORDS = {Level.VILLAGE: "村级", Level.TOWNSHIP: "镇级", Level.DISTRICT: "区级"}
_COUNTED = {Level.VILLAGE: "村", Level.TOWNSHIP: "乡镇", Level.DISTRICT: "单位"}


@dataclass(frozen=True, slots=True)
class Written:
    """Where a hand-off is written: in the item, or in a step of a flow it uses (from 1)."""

    flow: Ref | None = None
    name: str = ""
    step: int = 0


@dataclass(frozen=True, slots=True)
class Handoff:
    """An item handed on to another; one that many bodies adopt stands once.

    *bodies* are the folders that hand it on, each with the folder that takes it over.
    """

    source: AnyHolding
    end: Holding[Item]
    bodies: tuple[tuple[str, str], ...] = ()
    written: tuple[Written, ...] = ()

    def joined(self, bodies: tuple[str, str], written: Written) -> Handoff:
        """The same, also between these bodies and written here."""
        return replace(
            self,
            bodies=tuple(dict.fromkeys((*self.bodies, bodies))),
            written=tuple(dict.fromkeys((*self.written, written))),
        )


def level_of(registry: Registry, folder: str) -> Level:
    """The level of the unit, village or shared list of a folder."""
    if folder.startswith("villages/"):
        return Level.VILLAGE
    unit = registry.unit_in(folder)
    is_township = unit is not None and (unit.is_township or bool(unit.adopts))
    return Level.TOWNSHIP if folder == SHARED_TOWNSHIP or is_township else Level.DISTRICT


def holder_name(registry: Registry, folder: str) -> str:
    """The name of the unit or village of a folder, or of the shared list in it."""
    unit = registry.unit_in(folder)
    if unit is not None:
        return unit.name
    village = (each.name for each in registry.villages if f"villages/{each.id}" == folder)
    return SHARED_NAMES.get(folder) or next(village, folder)


def handoffs(registry: Registry) -> tuple[Handoff, ...]:
    """Every hand-off of items in force, in the order of the bodies; none from an item to itself."""
    held = {Ref(each.holder, each.ref.id): each for each in registry.all_powers()}
    held |= {each.ref: each for each in registry.shared_powers}
    found: dict[tuple[Ref, Ref], Handoff] = {}
    for source in _in_force(registry):
        for name, written in _written(source):
            ref = registry.item_named(source.holder, name)
            end = held.get(ref) if ref else None
            if end is not None and end.ref != source.ref:
                pair = (source.ref, end.ref)
                known = found.get(pair, Handoff(source, end))
                found[pair] = known.joined((source.holder, end.holder), written)
    return tuple(_shown(registry, tuple(found.values())))


def owners(registry: Registry, handed: tuple[Handoff, ...]) -> dict[Ref, tuple[str, ...]]:
    """The ends of hand-offs → whose each is: a body, or a shared list and how many take part."""
    bodies: dict[Ref, set[str]] = {}
    for each in handed:
        for source, end in each.bodies:
            bodies.setdefault(Ref(each.source.holder, each.source.ref.id), set()).add(source)
            bodies.setdefault(Ref(each.end.holder, each.end.ref.id), set()).add(end)
    return {name: _owner(registry, name.folder, folders) for name, folders in bodies.items()}


def _owner(registry: Registry, folder: str, bodies: set[str]) -> tuple[str, ...]:
    name = holder_name(registry, folder)
    count = len(bodies - {folder})
    if folder not in SHARED_NAMES or not count:
        return (name,)
    return (name, f"{count}个{_COUNTED[level_of(registry, folder)]}")


def _shown(registry: Registry, handed: tuple[Handoff, ...]) -> Iterator[Handoff]:
    """Hand-offs → the same; an end that more than one list has is that of the shared list."""
    bodies: dict[Ref, set[str]] = {}
    for each in handed:
        bodies.setdefault(each.source.ref, set()).update(source for source, _ in each.bodies)
        bodies.setdefault(each.end.ref, set()).update(end for _, end in each.bodies)
    powers = {each.ref: each for each in registry.shared_powers}
    lists: dict[Ref, AnyHolding] = {each.ref: each for each in registry.shared_micro_powers}
    lists |= powers
    for each in handed:
        source, end = each.source, each.end
        if len(bodies[source.ref]) > 1:
            source = lists.get(source.ref, source)
        if len(bodies[end.ref]) > 1:
            end = powers.get(end.ref, end)
        yield replace(each, source=source, end=end)


def _in_force(registry: Registry) -> Iterator[AnyHolding]:
    """The holdings of villages, then of units, without those that were cancelled or the like."""
    held: list[AnyHolding] = []
    for village in registry.villages:
        held += registry.micro_powers_of(village)
    return (each for each in (*held, *registry.all_powers()) if not registry.ending(each.item))


def _written(holding: AnyHolding) -> Iterator[tuple[str, Written]]:
    """交由 of an item and of the steps of its flows, with the place each is written in."""
    if holding.item.handoff:
        yield holding.item.handoff, Written()
    for used in holding.flows:
        for number, step in enumerate(used.flow.steps, 1):
            if step.handoff:
                yield step.handoff, Written(used.ref, used.flow.name, number)
