"""Every village → its page; every township → the page of its villages; and the list of them all."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.model.body import Village
from generator.model.micro_power import Chapter, MicroPower
from generator.model.registry import Holding
from generator.output import Heading, Page
from generator.render import urls, words
from generator.render.flow_pages import ListPage
from generator.render.handbook_link import HandbookView, handbook_entry, handbook_view
from generator.render.handoffs import Handoffs
from generator.render.item_card import phone_fact
from generator.render.map_pages import BODY_MAP
from generator.render.site import Doors, Site
from generator.render.templates import fill
from generator.render.unit_view import posts_table
from generator.render.views import Cell, Entry, Fact, Foot, Group, Head, Line, Link, Table, known
from generator.render.village_view import MicroPowerReader, PowerCard

CHAPTER_ANCHORS = {
    Chapter.SERVICES: "services_",
    Chapter.DAILY_WORK: "daily_",
    Chapter.MAJOR_DECISIONS: "major_",
}
"""The chapters of a village list in the order villagers ask, with anchors no item can have."""

UNPLACED = "unplaced"
_UNPLACED_NAME = "所属乡镇：报道未载明"


@dataclass(frozen=True, slots=True)
class ChapterView:
    """A chapter of a village's list."""

    title: str
    anchor: str
    cards: tuple[PowerCard, ...]


@dataclass(frozen=True, slots=True)
class VillagePage:
    """What the template of a village sees."""

    head: Head
    identity: str
    name: str
    contact: tuple[Fact, ...]
    posts: Table
    map: Link
    handbook: HandbookView
    chapters: tuple[ChapterView, ...]
    omitted: tuple[Entry, ...]
    foot: Foot


def village_pages(site: Site) -> Iterator[Page]:
    """我的村, a page for each township's villages, and a page for each village."""
    handoffs = Handoffs(site)
    yield _villages_page(site)
    for township in dict.fromkeys(
        village.id.partition("/")[0] for village in site.registry.villages
    ):
        if site.has(urls.of_township_villages(township)):
            yield _township_page(site, township)
    for village in site.registry.villages:
        if site.has(urls.of_village(village.id)):
            yield _village_page(site, village, handoffs)


def township_name(site: Site, township: str) -> str:
    """The folder of a township's villages → its name."""
    return _UNPLACED_NAME if township == UNPLACED else site.holder_name(f"powers/{township}")


def _village_page(site: Site, village: Village, handoffs: Handoffs) -> Page:
    address = urls.of_village(village.id)
    doors = Doors(site, address)
    held = site.registry.micro_powers_of(village)
    township = village.id.partition("/")[0]
    trail = (
        (urls.VILLAGES, "我的村"),
        (urls.of_township_villages(township), township_name(site, township)),
    )
    title = village.full_name or village.name
    view = VillagePage(
        head=Head(
            title,
            (*doors.crumbs(*trail), Link(village.name)),
            words.listed(village.aliases),
            stamps=site.owner_stamps(village),
            lead=village.summary,
        ),
        identity=village.id,
        name=village.name,
        contact=_contact(village),
        posts=_posts(village),
        map=doors.map(f"villages/{village.id}", urls.of_map(f"villages/{village.id}"), BODY_MAP),
        handbook=handbook_view(site, address, village),
        chapters=_chapters(MicroPowerReader(doors, handoffs, village), held),
        omitted=_omitted(site, village, doors),
        foot=replace(site.foot(village), data=urls.to(address, urls.of_village_data(village.id))),
    )
    inputs = site.everywhere | site.files(village) | site.files_of_holdings(held)
    contents = (
        Heading("phones_", "电话和岗位"),
        *(Heading(chapter.anchor, chapter.title) for chapter in view.chapters),
    )
    description = words.shortened(
        f"{title}的{len(held)}项小微权力：群众怎么办、材料、时限、电话和监督。"
    )
    return Page(address, title, description, urls.VILLAGES, fill("village", view), inputs, contents)


def _contact(village: Village) -> tuple[Fact, ...]:
    centre = village.centre
    return (
        _where(centre.address if centre else ""),
        known("办公时间", centre.hours if centre else ""),
        phone_fact("电话", centre.phone if centre else ""),
        phone_fact("监督电话", village.oversight_phone),
    )


def _where(address: str) -> Fact:
    lines = (Line(address, note="村便民服务中心"),) if address else ()
    return Fact("办事地点", lines, missing=not lines)


def _posts(village: Village) -> Table:
    """As for a unit, but that a meeting or a committee has no phone is nothing that is missing."""
    table = posts_table(village.posts)
    rows = zip(table.rows, village.posts, strict=True)
    return replace(
        table,
        rows=tuple(
            row if post.phone else replace(row, cells=(*row.cells[:-1], Cell("")))
            for row, post in rows
        ),
    )


def _chapters(
    reader: MicroPowerReader, held: tuple[Holding[MicroPower], ...]
) -> tuple[ChapterView, ...]:
    chapters = []
    for chapter, anchor in CHAPTER_ANCHORS.items():
        cards = tuple(reader.card(each) for each in held if each.item.chapter is chapter)
        if cards:
            chapters.append(ChapterView(chapter.value, anchor, cards))
    return tuple(chapters)


def _omitted(site: Site, village: Village, doors: Doors) -> tuple[Entry, ...]:
    """不采用: what the shared list has and this village does not, and why."""
    shared = {each.ref.id: each for each in site.registry.shared_micro_powers}
    return tuple(
        Entry(
            doors.item(shared[each.item]) if each.item in shared else Link(each.item), each.reason
        )
        for each in village.omits
    )


def _entry(doors: Doors, village: Village) -> Entry:
    count = len(doors.site.registry.micro_powers_of(village))
    link = doors.to(urls.of_village(village.id), village.name)
    stamps = doors.site.owner_stamps(village)
    return Entry(link, f"{count}项", stamps, more=handbook_entry(doors.site, doors.source, village))


def _villages_page(site: Site) -> Page:
    doors = Doors(site, urls.VILLAGES)
    townships = dict.fromkeys(village.id.partition("/")[0] for village in site.registry.villages)
    groups = tuple(
        Group(
            township_name(site, township),
            f"t-{township}",
            tuple(
                _entry(doors, village)
                for village in site.registry.villages
                if village.id.startswith(f"{township}/")
            ),
        )
        for township in townships
    )
    note = site.registry.district.village_list_note
    more = (
        Entry(doors.to(urls.SHARED_ITEMS, "村级小微权力通用清单"), "各村都有的事项"),
        Entry(doors.to(urls.VILLAGE_FLOWS, "村级通用流程"), "步骤和流程图"),
    )
    view = ListPage(
        Head(
            "我的村",
            (*doors.crumbs(), Link("我的村")),
            lead=f"选一次，以后打开就是您的村。选择只记在这台手机或电脑上。{note}",
        ),
        (*groups, Group("各村通用", "more", more)),
        site.foot(),
    )
    inputs = site.everywhere | site.files(*site.registry.villages)
    return Page(
        urls.VILLAGES,
        "我的村",
        _held_here(site),
        urls.VILLAGES,
        fill("villages", view),
        inputs,
        tuple(Heading(group.anchor, group.title) for group in view.groups),
    )


def _held_here(site: Site) -> str:
    """What one finds of the villages."""
    printed = "和手册" if site.booklets else ""
    name, many = site.registry.district.name, len(site.registry.villages)
    return f"{name}{many}个村的小微权力清单、流程图{printed}。"


def _township_page(site: Site, township: str) -> Page:
    address = urls.of_township_villages(township)
    doors = Doors(site, address)
    name = township_name(site, township)
    villages = [v for v in site.registry.villages if v.id.startswith(f"{township}/")]
    unit = site.units.get(f"powers/{township}")
    more = (Entry(doors.to(urls.of_unit(unit.id), f"{unit.name}的权力清单")),) if unit else ()
    listing = Group("各村", "villages", tuple(_entry(doors, village) for village in villages))
    groups = (listing, Group("本镇", "township", more)) if more else (listing,)
    view = ListPage(
        Head(
            name,
            (*doors.crumbs((urls.VILLAGES, "我的村")), Link(name)),
            lead=f"{len(villages)}个村",
        ),
        groups,
        site.foot(unit) if unit else site.foot(),
    )
    inputs = site.everywhere | site.files(unit, *villages)
    description = f"{name}各村的小微权力清单。"
    return Page(address, name, description, urls.VILLAGES, fill("villages", view), inputs)
