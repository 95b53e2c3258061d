"""A district's 窗口 → where each one is, and what is handled there.

A window is written once, by the unit in whose rooms it stands; the items of any unit name it in
办理窗口. So a hall that several units share has one place, one phone and one list of matters.
"""

from __future__ import annotations

from functools import lru_cache

from generator.model.adjustment import Standing
from generator.model.body import Unit, Window
from generator.model.item import Item
from generator.model.registry import Holding, Registry

_Handled = dict[tuple[str, str], list[Holding[Item]]]
"""The unit that has a window and the window's name → the items handled there."""


def window_named(registry: Registry, unit: Unit | None, name: str) -> Window | None:
    """The window of this name: the unit's own, else the first that any unit has."""
    host = host_of(registry, unit, name)
    found = (each for each in host.windows if each.name == name) if host else ()
    return next(iter(found), None)


def windows_of(registry: Registry, unit: Unit) -> tuple[Window, ...]:
    """Where a unit serves people: its own windows, then those elsewhere that its items name."""
    own = {each.name for each in unit.windows}
    elsewhere = dict.fromkeys(name for name, _ in _used(registry, unit) if name not in own)
    found = (window_named(registry, unit, name) for name in elsewhere)
    return (*unit.windows, *(each for each in found if each))


def handled_at(registry: Registry, unit: Unit, name: str) -> tuple[str, ...]:
    """业务 of a window as written, else the names of the items in force that are handled there."""
    window, host = window_named(registry, unit, name), host_of(registry, unit, name)
    if window is None or host is None or window.business:
        return window.business if window else ()
    return tuple(dict.fromkeys(each.item.name for each in held_at(registry, host, name)))


def held_at(registry: Registry, host: Unit, name: str) -> tuple[Holding[Item], ...]:
    """The items in force, of any unit, that are handled at a window of *host*."""
    return tuple(_handled(registry).get((host.id, name), ()))


def hosts_of(registry: Registry, unit: Unit | None, item: Item) -> tuple[Unit, ...]:
    """The units in whose rooms an item of *unit* is handled."""
    found = (host_of(registry, unit, name) for name in (item.guide.windows if item.guide else ()))
    return tuple(each for each in found if each)


def served_by(registry: Registry, unit: Unit) -> tuple[Item, ...]:
    """The items, of any unit, that are handled at the windows of this one."""
    windows = (held_at(registry, unit, each.name) for each in unit.windows)
    return tuple(held.item for window in windows for held in window)


@lru_cache(maxsize=1)
def _handled(registry: Registry) -> _Handled:
    found: _Handled = {}
    for unit in registry.units:
        for name, held in _used(registry, unit):
            host = host_of(registry, unit, name)
            if host:
                found.setdefault((host.id, name), []).append(held)
    return found


def _used(registry: Registry, unit: Unit) -> tuple[tuple[str, Holding[Item]], ...]:
    """Each window that an item in force of a unit names, with the item."""
    held = registry.powers_of(unit)
    active = (each for each in held if registry.standing(each.item) is Standing.ACTIVE)
    return tuple(
        (name, each) for each in active if each.item.guide for name in each.item.guide.windows
    )


def host_of(registry: Registry, unit: Unit | None, name: str) -> Unit | None:
    """The unit in whose rooms the window stands, as *unit* means it."""
    if unit and any(each.name == name for each in unit.windows):
        return unit
    return _hosts(registry).get(name)


@lru_cache(maxsize=1)
def _hosts(registry: Registry) -> dict[str, Unit]:
    return {each.name: unit for unit in reversed(registry.units) for each in unit.windows}
