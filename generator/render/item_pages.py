"""Every power → its page and its data file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.model.item import Item
from generator.model.registry import SHARED_TOWNSHIP, Accountability, Holding, Ref
from generator.model.windows import hosts_of
from generator.output import Heading, Page
from generator.render import urls, words
from generator.render.differences import differences
from generator.render.documents import DocumentView
from generator.render.flow_view import FlowBlock, FlowReader
from generator.render.grounds import BasisView
from generator.render.handoffs import Handoffs
from generator.render.item_card import Card
from generator.render.item_view import (
    EventView,
    ItemReader,
    SubItemView,
    item_address,
)
from generator.render.site import AnyHolding, Doors, Site
from generator.render.templates import fill
from generator.render.views import Entry, Fact, Foot, Head, Link, Table


@dataclass(frozen=True, slots=True)
class ItemPage:
    """What the template of an item sees; an ended item has no card, no flows and no guide."""

    head: Head
    ending: EventView | None
    coming: str
    doubt: str
    card: Card | None
    flows: tuple[FlowBlock, ...]
    documents: tuple[DocumentView, ...]
    guide: tuple[Fact, ...]
    standards: Table
    questions: tuple[tuple[str, str], ...]
    sub_items: tuple[SubItemView, ...]
    profile: tuple[Fact, ...]
    basis: tuple[BasisView, ...]
    duties: Table
    accountability: Accountability
    differences: tuple[Fact, ...]
    shared: Link | None
    handed_on: Entry | None
    handed_in: tuple[Entry, ...]
    holders: tuple[Entry, ...]
    oversight: tuple[Fact, ...]
    history: tuple[EventView, ...]
    data: str
    foot: Foot


def item_pages(site: Site) -> Iterator[Page]:
    """A page for every power of every unit, and of the shared township list."""
    handoffs = Handoffs(site)
    for holding in site.powers.values():
        if site.has(item_address(holding)):
            yield _page(holding, site, handoffs)


def _page(holding: Holding[Item], site: Site, handoffs: Handoffs) -> Page:
    address = item_address(holding)
    doors = Doors(site, address)
    item = holding.item
    reader = ItemReader(doors, holding)
    view = _view(reader, handoffs)
    owner = site.holder_name(holding.holder)
    return Page(
        address=address,
        title=f"{item.name} - {owner}",
        description=_description(item, owner),
        tab=urls.POWERS,
        body=fill("item", view),
        inputs=site.everywhere
        | site.files(reader.unit, *hosts_of(site.registry, reader.unit, item))
        | site.files_of_holdings((holding,)),
        contents=_contents(view),
    )


def _view(reader: ItemReader, handoffs: Handoffs) -> ItemPage:
    doors, holding, item = reader.doors, reader.holding, reader.item
    flows = FlowReader(doors, handoffs)
    questions = item.guide.questions if item.guide else ()
    ending = reader.ending()
    return ItemPage(
        head=_head(doors, holding),
        ending=ending,
        coming=reader.coming(),
        doubt=item.doubt,
        card=None if ending else reader.card(),
        flows=() if ending else flows.blocks(holding, holding.flows),
        documents=() if ending else reader.documents(),
        guide=() if ending else reader.guide(),
        standards=reader.standards(),
        questions=tuple((each.question, each.answer) for each in questions),
        sub_items=reader.sub_items(),
        profile=reader.profile(),
        basis=reader.basis(),
        duties=reader.duties(),
        accountability=reader.accountability(),
        differences=_differences(holding, doors.site),
        shared=_shared(doors, holding),
        handed_on=_handed_on(doors, holding, handoffs),
        handed_in=tuple(entry_of(doors, each) for each in _sources(handoffs, holding)),
        holders=_holders(doors, holding),
        oversight=reader.oversight(),
        history=reader.history(),
        data=urls.to(doors.source, urls.of_item_data(holding.holder, holding.ref.id)),
        foot=doors.site.foot(item, reader.unit),
    )


def _head(doors: Doors, holding: Holding[Item]) -> Head:
    site, item = doors.site, holding.item
    kind = site.registry.vocabulary.kind(item.kind)
    kind_link = doors.to(urls.of_kind(kind.code), item.kind) if kind else Link(item.kind)
    topics = [topic for topic in site.registry.topics if topic.name in item.topics]
    topic_links = tuple(doors.to(urls.of_topic(topic.code), topic.name) for topic in topics)
    owner = site.holder_name(holding.holder)
    trail = ((urls.POWERS, "找部门"), (urls.of_folder(holding.holder), owner))
    return Head(
        title=item.name,
        crumbs=(*doors.crumbs(*trail), Link(item.name)),
        aliases=words.listed(item.aliases),
        tags=(doors.holder(holding.holder), kind_link, *topic_links),
        stamps=site.stamps(holding),
    )


def _description(item: Item, owner: str) -> str:
    aliases = f"（{words.listed(item.aliases)}）" if item.aliases else ""
    return words.shortened(
        f"{owner}{item.kind}：{item.name}{aliases}。条件、材料、期限、流程图、依据和监督。"
    )


def _contents(view: ItemPage) -> tuple[Heading, ...]:
    """The headings that the template writes for what is there."""
    every = (
        ("card", view.card.title if view.card else "", view.card),
        ("steps", "步骤和流程图", view.flows),
        ("documents", "材料", view.documents),
        ("guide", "办事指南", view.guide),
        ("power", "权力事项", view.profile),
        ("basis", "设定依据", view.basis),
        ("duties", "责任与追责", view.duties.rows or view.accountability.cases),
        ("oversight", "监督" if view.ending else "监督与救济", view.oversight),
        ("history", "调整记录", view.history),
    )
    return tuple(Heading(anchor, title) for anchor, title, content in every if content)


def _shared(doors: Doors, holding: Holding[Item]) -> Link | None:
    """The shared item that this one comes from, for an adopted item."""
    if not holding.is_adopted:
        return None
    return doors.to(urls.of_item(holding.ref.folder, holding.ref.id), "乡镇通用清单")


def _differences(holding: Holding[Item], site: Site) -> tuple[Fact, ...]:
    """改动: each field that differs from the shared list, as it is here and as it is there."""
    shared = site.powers.get(holding.ref)
    if shared is None or not holding.is_adopted:
        return ()
    return differences(holding, shared)


def _handed_on(doors: Doors, holding: Holding[Item], handoffs: Handoffs) -> Entry | None:
    written = holding.item.handoff
    target = handoffs.target(holding.holder, written) if written else None
    return entry_of(doors, target) if target else None


def _sources(handoffs: Handoffs, holding: Holding[Item]) -> tuple[AnyHolding, ...]:
    return handoffs.sources.get(Ref(holding.holder, holding.ref.id), ())


def entry_of(doors: Doors, holding: AnyHolding) -> Entry:
    """An item → a line that leads to it and names its holder."""
    stamps = doors.site.standing_stamps(holding)
    return Entry(doors.item(holding), doors.site.holder_name(holding.holder), stamps)


def _holders(doors: Doors, holding: Holding[Item]) -> tuple[Entry, ...]:
    """For an item of the shared township list: the townships that have it, and which differ."""
    if holding.holder != SHARED_TOWNSHIP:
        return ()
    site = doors.site
    adopted = [each for each in site.registry.all_powers() if each.ref == holding.ref]
    return tuple(
        Entry(
            Link(site.holder_name(each.holder), doors.item(each).href),
            "有本地差异" if each.is_local else "与通用清单相同",
        )
        for each in adopted
    )
