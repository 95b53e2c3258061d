"""A unit or a village → the boards of its lists: 权力清单, 责任清单, 村级小微权力清单."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from generator.model.body import Unit, Village
from generator.model.guide import Limits
from generator.model.item import Duty, Item
from generator.model.micro_power import Chapter, MicroPower
from generator.model.registry import Holding, ItemKind
from generator.render import words
from generator.render.poster_data import Board, Group
from generator.render.site import Site

Held = tuple[Holding[ItemKind], ...]
Groups = tuple[tuple[str, Held[ItemKind]], ...]
"""Holdings below the name of what they have in common."""

_COMING = "（将实施）"


def of_unit(site: Site, unit: Unit, qr: str) -> tuple[Board, ...]:
    """权力清单 by kind, and 责任清单, of what is in force."""
    held = in_force(site, site.registry.powers_of(unit))
    groups = by_kind(site, held)
    many = f"共{len(held)}项"
    return (
        Board(
            f"{unit.name}权力清单",
            many,
            ("号", "事项", "编码", "依据", "岗位", "几天"),
            (8, 84, 46, 150, 44, 40),
            numbered(groups, "项", partial(_power, site)),
            1,
            qr,
        ),
        Board(
            f"{unit.name}责任清单",
            f"{many}，号码和权力清单一样",
            ("号", "事项", "要做到的", "做不到，追究责任"),
            (8, 62, 196, 100),
            numbered(groups, "项", _duties),
            1,
            qr,
        ),
    )


def of_village(site: Site, village: Village, qr: str) -> tuple[Board, ...]:
    """村级小微权力清单 by its three classes."""
    held = in_force(site, site.registry.micro_powers_of(village))
    board = Board(
        f"{village.full_name or village.name}小微权力清单",
        f"共{len(held)}件",
        ("号", "事项", "谁负责", "几天"),
        (9, 86, 50, 45),
        numbered(by_chapter(held), "件", _micro_power),
        2,
        qr,
    )
    return (board,)


def by_kind(site: Site, held: Held[Item]) -> tuple[tuple[str, Held[Item]], ...]:
    """Powers by their kinds, in the order of the vocabulary."""
    kinds = [kind.name for kind in site.registry.vocabulary.kinds]
    kinds += sorted({each.item.kind for each in held} - set(kinds))
    found = ((kind, tuple(h for h in held if h.item.kind == kind)) for kind in kinds)
    return tuple((kind, rows) for kind, rows in found if rows)


def by_chapter(held: Held[MicroPower]) -> tuple[tuple[str, Held[MicroPower]], ...]:
    """Village powers by their three classes."""
    found = ((part.value, tuple(h for h in held if h.item.chapter is part)) for part in Chapter)
    return tuple((name, rows) for name, rows in found if rows)


def numbered(
    groups: Groups[ItemKind], unit: str, row: Callable[[Holding[ItemKind]], tuple[str, ...]]
) -> tuple[Group, ...]:
    """Holdings in groups → their rows, numbered through the whole list; *unit* counts them."""
    found: list[Group] = []
    number = 0
    for name, held in groups:
        cells: list[tuple[str, ...]] = [row(holding) for holding in held]
        rows = _numbered(cells, number + 1)
        found.append(Group(f"{name}　{len(rows)}{unit}", rows))
        number += len(rows)
    return tuple(found)


def _numbered(cells: list[tuple[str, ...]], first: int) -> tuple[tuple[str, ...], ...]:
    return tuple((str(n), *each) for n, each in enumerate(cells, first))


def in_force(site: Site, held: Held[ItemKind]) -> Held[ItemKind]:
    """Holdings without those that have ended."""
    return tuple(each for each in held if site.registry.ending(each.item) is None)


def _power(site: Site, holding: Holding[Item]) -> tuple[str, ...]:
    item = holding.item
    basis = words.cited(each.text for each in item.basis)
    coming = "" if not site.standing_stamps(holding) else _COMING
    return (
        f"{item.name}{coming}",
        item.code or words.MISSING,
        basis or words.MISSING,
        item.post or words.MISSING,
        days(item.limits),
    )


def _duties(holding: Holding[Item]) -> tuple[str, ...]:
    told = holding.accountability
    lines = (duty(each, holding.item.post) for each in told.duties)
    return (
        holding.item.name,
        "\n".join(lines) or words.MISSING,
        "；".join(told.cases) or words.MISSING,
    )


def duty(told: Duty, post: str) -> str:
    """A duty in one line; one that names no post is the item's own *post*'s."""
    stage = f"{told.procedure}{told.stage}"
    who = told.post or post
    aside = "，".join(text for text in (who, words.limit(told.limit)) if text)
    return f"{stage}：{told.content}" + (f"（{aside}）" if aside else "")


def _micro_power(holding: Holding[MicroPower]) -> tuple[str, ...]:
    item = holding.item
    way = f"（{item.way.value}）" if item.way else ""
    limit = days(item.limits)
    return (
        f"{item.name}{way}",
        item.post or words.MISSING,
        "—" if _is_open(limit, item) else limit,
    )


def _is_open(limit: str, item: MicroPower) -> bool:
    """Whether nobody would expect a number of days: only services are waited for."""
    return limit == words.MISSING and item.chapter is not Chapter.SERVICES


def days(limits: Limits | None) -> str:
    """承诺, else 法定, in a few words."""
    if limits and limits.promised:
        return limits.promised.text
    if limits and limits.statutory:
        return f"法定{limits.statutory.limit.text}"
    return words.MISSING
