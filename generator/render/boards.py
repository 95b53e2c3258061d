"""A unit or a village → the boards of its lists: 权力清单, 责任清单, 村级小微权力清单."""

from __future__ import annotations

from generator.model.body import Unit, Village
from generator.model.guide import Limits
from generator.model.item import Duty, Item
from generator.model.micro_power import Chapter, MicroPower
from generator.model.registry import Holding, ItemKind
from generator.render import words
from generator.render.poster_data import Board, Group
from generator.render.site import Site

_COMING = "（将实施）"


def of_unit(site: Site, unit: Unit, qr: str) -> tuple[Board, ...]:
    """权力清单 by kind, and 责任清单, of what is in force."""
    held = in_force(site, site.registry.powers_of(unit))
    name = unit.name
    kinds = [kind.name for kind in site.registry.vocabulary.kinds]
    kinds += sorted({each.item.kind for each in held} - set(kinds))
    numbers = {each.ref: str(n) for n, each in enumerate(_by_kind(held, kinds), 1)}
    powers, duties = [], []
    for kind in kinds:
        of_kind = [each for each in held if each.item.kind == kind]
        if of_kind:
            label = f"{kind}　{len(of_kind)}项"
            rows = tuple((numbers[each.ref], *_power(site, each)) for each in of_kind)
            powers.append(Group(label, rows))
            told = tuple((numbers[each.ref], *_duties(each)) for each in of_kind)
            duties.append(Group(label, told))
    count = f"共{len(held)}项"
    heads = ("号", "事项", "编码", "依据", "岗位", "几天")
    widths = (8, 84, 46, 150, 44, 40)
    return (
        Board(f"{name}权力清单", count, heads, widths, tuple(powers), 1, qr),
        Board(
            f"{name}责任清单",
            f"{count}，号码和权力清单一样",
            ("号", "事项", "要做到的", "做不到，追究责任"),
            (8, 62, 196, 100),
            tuple(duties),
            1,
            qr,
        ),
    )


def of_village(site: Site, village: Village, qr: str) -> tuple[Board, ...]:
    """村级小微权力清单 by its three classes."""
    held = in_force(site, site.registry.micro_powers_of(village))
    groups: list[Group] = []
    number = 0
    for chapter in Chapter:
        rows: list[tuple[str, ...]] = []
        for each in held:
            if each.item.chapter is chapter:
                number += 1
                rows.append((str(number), *_micro_power(each)))
        if rows:
            groups.append(Group(f"{chapter.value}　{len(rows)}件", tuple(rows)))
    board = Board(
        f"{village.full_name or village.name}小微权力清单",
        f"共{number}件",
        ("号", "事项", "谁负责", "几天"),
        (9, 86, 50, 45),
        tuple(groups),
        2,
        qr,
    )
    return (board,)


def in_force(site: Site, held: tuple[Holding[ItemKind], ...]) -> tuple[Holding[ItemKind], ...]:
    """Holdings without those that have ended."""
    return tuple(each for each in held if site.registry.ending(each.item) is None)


def _by_kind(held: tuple[Holding[Item], ...], kinds: list[str]) -> list[Holding[Item]]:
    return sorted(held, key=lambda each: kinds.index(each.item.kind))


def _power(site: Site, holding: Holding[Item]) -> tuple[str, ...]:
    item = holding.item
    basis = "；".join(dict.fromkeys(each.text for each in item.basis))
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
    lines = (_duty(each, holding.item.post) for each in told.duties)
    return (
        holding.item.name,
        "\n".join(lines) or words.MISSING,
        "；".join(told.cases) or words.MISSING,
    )


def _duty(duty: Duty, post: str) -> str:
    stage = f"{duty.procedure}{duty.stage}"
    who = duty.post or post
    aside = "，".join(text for text in (who, words.limit(duty.limit)) if text)
    return f"{stage}：{duty.content}" + (f"（{aside}）" if aside else "")


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
