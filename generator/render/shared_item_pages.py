"""Every shared village power → its page: what it is, which villages have it, which differ."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.model.micro_power import MicroPower
from generator.model.registry import Holding
from generator.output import Heading, Page
from generator.render import urls, words
from generator.render.differences import label_of
from generator.render.flow_pages import ListPage
from generator.render.flow_view import FlowBlock, FlowReader
from generator.render.handoffs import Handoffs
from generator.render.site import Doors, Site
from generator.render.templates import fill
from generator.render.views import Entry, Foot, Group, Head, Link
from generator.render.village_pages import CHAPTER_ANCHORS
from generator.render.village_view import MicroPowerReader, PowerCard


@dataclass(frozen=True, slots=True)
class SharedItemPage:
    """What the template of a shared village power sees."""

    head: Head
    card: PowerCard
    flows: tuple[FlowBlock, ...]
    villages: tuple[Entry, ...]
    without: tuple[Entry, ...]
    foot: Foot


def shared_item_pages(site: Site) -> Iterator[Page]:
    """The list of shared village powers and a page for each."""
    if not site.has(urls.SHARED_ITEMS):
        return
    handoffs = Handoffs(site)
    yield _list(site)
    for holding in site.registry.shared_micro_powers:
        yield _page(site, holding, handoffs)


def _list(site: Site) -> Page:
    doors = Doors(site, urls.SHARED_ITEMS)
    shared = site.registry.shared_micro_powers
    groups = tuple(
        Group(
            chapter.value,
            anchor.strip("_"),
            tuple(_entry(doors, each) for each in shared if each.item.chapter is chapter),
        )
        for chapter, anchor in CHAPTER_ANCHORS.items()
    )
    title, note = "村级小微权力通用清单", site.registry.district.village_list_note
    head = Head(
        title,
        (*doors.crumbs((urls.VILLAGES, "我的村")), Link(title)),
        lead=f"共{len(shared)}项，各村采用，本村不同的写在本村页面上。{note}",
    )
    contents = tuple(Heading(group.anchor, group.title) for group in groups)
    return Page(
        urls.SHARED_ITEMS,
        title,
        head.lead,
        urls.VILLAGES,
        fill("listing", ListPage(head, groups, site.foot())),
        site.everywhere | site.files_of_holdings(shared),
        contents,
    )


def _entry(doors: Doors, holding: Holding[MicroPower]) -> Entry:
    item = holding.item
    way = item.way.value if item.way else ""
    note = words.listed((way, *item.aliases))
    return Entry(doors.item(holding), note, doors.site.standing_stamps(holding))


def _page(site: Site, shared: Holding[MicroPower], handoffs: Handoffs) -> Page:
    item = shared.item
    address = urls.of_shared_micro_power(shared.ref.id)
    doors = Doors(site, address)
    reader = FlowReader(doors, handoffs)
    blocks = reader.blocks(shared, shared.flows)
    trail = ((urls.VILLAGES, "我的村"), (urls.SHARED_ITEMS, "村级通用清单"))
    having, without = _villages(doors, shared)
    view = SharedItemPage(
        head=Head(
            item.name,
            (*doors.crumbs(*trail), Link(item.name)),
            words.listed(item.aliases),
            (Link(item.chapter.value), *((Link(item.way.value),) if item.way else ())),
            site.stamps(shared),
        ),
        card=replace(MicroPowerReader(doors, handoffs).card(shared), charts=()),
        flows=blocks,
        villages=having,
        without=without,
        foot=replace(
            site.foot(item),
            data=urls.to(address, urls.of_shared_micro_power_data(shared.ref.id)),
        ),
    )
    contents = (
        Heading("card", "群众怎么办"),
        *((Heading("steps", "步骤和流程图"),) if blocks else ()),
        Heading("villages", "哪些村有"),
    )
    return Page(
        address,
        f"{item.name} - 村级小微权力",
        words.shortened(f"{item.name}：{item.what_to_do or item.chapter.value}"),
        urls.VILLAGES,
        fill("shared-item", view),
        site.everywhere | site.files_of_holdings((shared,)) | site.files(*site.registry.villages),
        contents,
    )


def _villages(
    doors: Doors, shared: Holding[MicroPower]
) -> tuple[tuple[Entry, ...], tuple[Entry, ...]]:
    """The villages that have a shared power, and those that say why they have it not."""
    having, without = [], []
    registry = doors.site.registry
    for village in registry.villages:
        held = {each.ref: each for each in registry.micro_powers_of(village)}
        own = held.get(shared.ref)
        reasons = [omitted.reason for omitted in village.omits if omitted.item == shared.ref.id]
        link = doors.to(urls.of_village(village.id), village.name, shared.ref.id if own else "")
        if own:
            having.append(Entry(link, _difference(own)))
        elif reasons:
            without.append(Entry(link, reasons[0]))
    return tuple(having), tuple(without)


def _difference(holding: Holding[MicroPower]) -> str:
    if not holding.local:
        return "与通用清单相同"
    return "本村有不同：" + words.listed(
        dict.fromkeys(label_of(path[:2]) for path in holding.local)
    )
