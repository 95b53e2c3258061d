"""Every unit → its home page and the pages of its four parts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.model.body import Unit
from generator.model.item import Item
from generator.model.registry import SHARED_TOWNSHIP, Holding
from generator.model.windows import hosts_of, served_by
from generator.output import Heading, Page
from generator.render import unit_view, urls, words
from generator.render.map_pages import BODY_MAP
from generator.render.site import Doors, Site
from generator.render.templates import fill
from generator.render.three_plus_x import ThreePlusX, three_plus_x
from generator.render.unit_view import PART_NAMES
from generator.render.unit_ways import ways
from generator.render.views import Entry, Fact, Figure, Foot, Group, Head, Link, PartPage, Table


@dataclass(frozen=True, slots=True)
class UnitPage:
    """What the template of a unit's home sees; *township* is “3+X”, None for other units."""

    head: Head
    figures: tuple[Figure, ...]
    township: ThreePlusX | None
    parts: tuple[Entry, ...]
    ways: tuple[Link, ...]
    kinds: tuple[Group, ...]
    contact: tuple[Fact, ...]
    windows: Table
    posts: Table
    reviews: tuple[Fact, ...]
    regulations: tuple[Entry, ...]
    omitted: tuple[Entry, ...]
    foot: Foot


def unit_pages(site: Site) -> Iterator[Page]:
    """Five pages for each unit."""
    for unit in site.registry.units:
        if site.has(urls.of_unit(unit.id)):
            yield _home(site, unit)
            yield from (_part(site, unit, part) for part in urls.PARTS)


def _inputs(site: Site, unit: Unit) -> frozenset[str]:
    held = site.registry.powers_of(unit)
    villages = site.registry.villages_of(unit)
    hosts = (host for each in held for host in hosts_of(site.registry, unit, each.item))
    own = (unit, *villages, *hosts, *served_by(site.registry, unit))
    return site.everywhere | site.files(*own) | site.files_of_holdings(held)


def _home(site: Site, unit: Unit) -> Page:
    address = urls.of_unit(unit.id)
    doors = Doors(site, address)
    held = site.registry.powers_of(unit)
    title = unit.full_name or unit.name
    view = UnitPage(
        head=Head(
            title,
            (*doors.crumbs((urls.POWERS, "找部门")), Link(unit.name)),
            words.listed(unit.aliases),
            (Link(unit.kind.value), *((Link("试点单位"),) if unit.is_pilot else ())),
            site.owner_stamps(unit),
            unit.summary,
        ),
        figures=unit_view.figures(doors, unit),
        township=three_plus_x(doors, unit) if unit.is_township else None,
        parts=_parts(doors, unit, ""),
        ways=_ways(doors, unit),
        kinds=_kinds(doors, held),
        contact=unit_view.contact(unit),
        windows=unit_view.windows_table(doors, unit),
        posts=unit_view.posts_table(unit.posts),
        reviews=unit_view.reviews(unit),
        regulations=tuple(unit_view.regulation_entry(each) for each in unit.regulations),
        omitted=tuple(_omitted(doors, each.item, each.reason) for each in unit.omits),
        foot=replace(site.foot(unit), data=urls.to(address, urls.of_unit_data(unit.id))),
    )
    description = words.shortened(
        f"{title}的权力清单、责任清单、流程图和风险防控图。{unit.summary}"
    )
    contents = (
        *((Heading("doors", view.township.title),) if view.township else ()),
        Heading("parts", "两单两图"),
        Heading("kinds", "按类别看"),
        Heading("contact", "地址和电话"),
    )
    return Page(
        address, title, description, urls.POWERS, fill("unit", view), _inputs(site, unit), contents
    )


def _parts(doors: Doors, unit: Unit, here: str) -> tuple[Entry, ...]:
    """The four parts of a unit; *here* is the one that the page is."""
    return tuple(
        Entry(doors.to(urls.of_part(unit.id, part), name), current=part == here)
        for part, name in PART_NAMES.items()
    )


def _ways(doors: Doors, unit: Unit) -> tuple[Link, ...]:
    """The other ways into a unit's powers: by post, by guide, and its map where there is one."""
    name = f"powers/{unit.id}"
    drawn = doors.map(name, urls.of_map(name), BODY_MAP)
    return tuple(link for link in (*ways(doors, unit), drawn) if link.href)


def _kinds(doors: Doors, held: tuple[Holding[Item], ...]) -> tuple[Group, ...]:
    """Every item by name under its kind, in the order of the vocabulary, with its promise."""
    groups = (
        Group(
            term.name,
            f"kind-{term.code}",
            tuple(_item_entry(doors, each) for each in held if each.item.kind == term.name),
        )
        for term in doors.site.registry.vocabulary.kinds
    )
    return tuple(group for group in groups if group.entries)


def _item_entry(doors: Doors, holding: Holding[Item]) -> Entry:
    limits = holding.item.limits
    promised = f"承诺{limits.promised.text}" if limits and limits.promised else ""
    return Entry(doors.item(holding), promised, doors.site.standing_stamps(holding))


def _omitted(doors: Doors, identity: str, reason: str) -> Entry:
    address = urls.of_item(SHARED_TOWNSHIP, identity)
    shared = [each for each in doors.site.registry.shared_powers if each.ref.id == identity]
    return Entry(doors.to(address, shared[0].item.name) if shared else Link(identity), reason)


def _part(site: Site, unit: Unit, part: str) -> Page:
    address = urls.of_part(unit.id, part)
    doors = Doors(site, address)
    table = _table(doors, unit, part)
    title = f"{unit.name}{PART_NAMES[part]}"
    trail = ((urls.POWERS, "找部门"), (urls.of_unit(unit.id), unit.name))
    view = PartPage(
        head=Head(
            title,
            (*doors.crumbs(*trail), Link(PART_NAMES[part])),
            stamps=site.owner_stamps(unit),
        ),
        parts=_parts(doors, unit, part),
        table=table,
        note=f"共{len(table.rows)}{table.count}。",
        foot=site.foot(unit),
    )
    description = f"{title}，共{len(table.rows)}{table.count}。"
    return Page(address, title, description, urls.POWERS, fill("part", view), _inputs(site, unit))


def _table(doors: Doors, unit: Unit, part: str) -> Table:
    held = doors.site.registry.powers_of(unit)
    match part:
        case "list":
            return unit_view.power_list(doors, held)
        case "duties":
            return unit_view.responsibility_list(doors, held)
        case "flows":
            return unit_view.flows_table(doors, held)
        case _:
            return unit_view.risks_table(doors, unit, held)
