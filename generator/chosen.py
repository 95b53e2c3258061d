"""What somebody typed → the villages that are meant, or a refusal with the nearest."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from generator.model.body import Village
    from generator.model.registry import Registry

_NEAR = 0.4
_SHOWN = 3


def chosen_of(registry: Registry, named: tuple[str, ...]) -> tuple[Village, ...]:
    """The villages of these ids or names, in the order of the district; all for none."""
    if not registry.villages:
        raise click.UsageError("villages/ 里还没有村，先用 mingbai new village 新建一个")
    wanted = {_village(registry, name).id for name in named}
    return tuple(each for each in registry.villages if not named or each.id in wanted)


def _village(registry: Registry, name: str) -> Village:
    """The one village that a person means by an id or a name."""
    found = [each for each in registry.villages if name in _names_of(each)]
    if len(found) == 1:
        return found[0]
    if found:
        raise click.UsageError(f"叫“{name}”的村不止一个，写编号：{_listed(found)}")
    near = _near(registry, name)
    hint = f"最像的是 {_listed(near)}" if near else "编号就是 villages/ 里的“镇/村”，不写 .yml"
    raise click.UsageError(f"没有“{name}”这个村，{hint}")


def _near(registry: Registry, name: str) -> list[Village]:
    """The villages whose ids or names are most like a word."""
    owners = {each: village for village in registry.villages for each in _names_of(village)}
    alike = get_close_matches(name, owners, len(owners), _NEAR)
    return list({owners[each].id: owners[each] for each in alike}.values())[:_SHOWN]


def _names_of(village: Village) -> set[str]:
    """What a village is called: its id, the part of the village itself, and its names."""
    own = village.id.rpartition("/")[2]
    return {village.id, own, village.name, village.full_name or village.name}


def _listed(villages: list[Village]) -> str:
    return "、".join(f"{each.full_name or each.name}（{each.id}）" for each in villages)
