"""Everything that has a name → one list of things to find, each shared item once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.model.item import Item
from generator.model.micro_power import MicroPower
from generator.model.overview import NETWORK
from generator.model.registry import SHARED_POWERS, SHARED_TOWNSHIP, SHARED_VILLAGE, Holding
from generator.render import urls
from generator.render.find_words import parts_of, passages_of
from generator.render.site import AnyHolding, Site
from generator.render.village_pages import township_name


@dataclass(frozen=True, slots=True)
class Named:
    """A thing to find: its name, where it belongs, and where it leads.

    *what* says what it is (行政许可, 便民服务, 村, …); *villages* are the ids of the villages that
    have a shared item; *ended* is 已取消 and its kin; *weight* says, out of 100, how likely
    people look for it rather than for another thing that fits as well. *identity* is the id of an
    item; *words* are further words that it is found by, *parts* the names of what it consists
    of and leads to, *passages* sentences that say, as readers would, what it is about.
    """

    name: str
    address: str
    where: str
    what: str = ""
    fragment: str = ""
    aliases: tuple[str, ...] = ()
    code: str = ""
    topics: tuple[str, ...] = ()
    villages: tuple[str, ...] = ()
    ended: str = ""
    weight: int = 100
    identity: str = ""
    words: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    passages: tuple[str, ...] = ()


def named(site: Site) -> Iterator[Named]:
    """The things of a district: powers, village powers, units, villages, topics."""
    yield from _powers(site)
    yield from _micro_powers(site)
    for unit in site.registry.units:
        aliases = tuple(name for name in (unit.full_name, *unit.aliases) if name)
        yield Named(unit.name, urls.of_unit(unit.id), unit.kind.value, "部门", aliases=aliases)
    for village in site.registry.villages:
        aliases = tuple(name for name in (village.full_name, *village.aliases) if name)
        where = township_name(site, village.id.partition("/")[0])
        yield Named(village.name, urls.of_village(village.id), where, "村", aliases=aliases)
    for topic in site.registry.topics:
        address = urls.of_topic(topic.code)
        yield Named(topic.name, address, topic.dimension, "主题", aliases=topic.aliases, weight=35)
    yield from _flows(site)
    if NETWORK in site.maps:
        names = ((urls.MAP, "一张网络、两个平台、三级联办"), (urls.HANDOFFS, "谁把哪件事交给谁"))
        for address, name in names:
            yield Named(name, address, "总图", "页面", weight=30)


def written_pages(site: Site) -> Iterator[Named]:
    """The pages written by hand, with the words of their headings: 监督与投诉."""
    for path, page in site.registry.handwritten.items():
        address = f"{path.removeprefix('content/').removesuffix('.md')}/"
        if page.title and address != "index/":
            told = (*page.headings, page.description)
            yield Named(page.title, address, "网站说明", "页面", weight=110, words=told)


def _flows(site: Site) -> Iterator[Named]:
    """The flows that many share and people know by name: 四议两公开; none named like its item."""
    items = {each.item.name for each in site.powers.values()}
    items |= {each.item.name for each in site.micro_powers.values()}
    for ref, flow in site.registry.flows.items():
        if ref.folder in (SHARED_POWERS, SHARED_VILLAGE) and flow.name not in items:
            where = f"{site.holder_name(ref.folder)}流程"
            yield Named(flow.name, urls.of_flow(ref), where, "流程", weight=35)


def _powers(site: Site) -> Iterator[Named]:
    """Each power once; one that several townships adopt leads to the shared page."""
    for holding in site.registry.all_powers():
        if holding.ref.folder != SHARED_TOWNSHIP:
            yield _power(site, holding, site.holder_name(holding.holder))
    for shared in site.registry.shared_powers:
        shown = site.shown(shared)
        count = len(site.adopted.get(shared.ref.id, ()))
        where = f"{count}个乡镇" if shown is shared else site.holder_name(shown.holder)
        yield _power(site, shown, where)


def _power(site: Site, holding: Holding[Item], where: str) -> Named:
    item = holding.item
    kind = site.registry.vocabulary.kind(item.kind)
    ended = _ended(site, holding)
    likely = 100 if kind and kind.on_application else 90
    return Named(
        item.name,
        urls.of_item(holding.holder, holding.ref.id),
        where,
        item.kind,
        aliases=item.aliases,
        code=item.code,
        topics=item.topics,
        ended=ended,
        weight=50 if ended else likely,
        identity=holding.ref.id,
        parts=parts_of(item),
        passages=passages_of(item),
    )


def _ended(site: Site, holding: AnyHolding) -> str:
    return "".join(stamp.words for stamp in site.standing_stamps(holding))


def _micro_powers(site: Site) -> Iterator[Named]:
    """Each shared village power once, with the villages that have it; own ones where they are."""
    having: dict[str, list[str]] = {}
    own: list[tuple[str, Holding[MicroPower]]] = []
    for village in site.registry.villages:
        for holding in site.registry.micro_powers_of(village):
            if holding.ref.folder == SHARED_VILLAGE:
                having.setdefault(holding.ref.id, []).append(village.id)
            else:
                own.append((village.id, holding))
    for shared in site.registry.shared_micro_powers:
        villages = tuple(having.get(shared.ref.id, ()))
        address = urls.of_shared_micro_power(shared.ref.id)
        yield _micro_power(
            site, shared, Named("", address, f"{len(villages)}村", villages=villages)
        )
    for identity, holding in own:
        where = site.holder_name(holding.holder)
        place = Named("", urls.of_village(identity), where, fragment=holding.ref.id)
        yield _micro_power(site, holding, place)


def _micro_power(site: Site, holding: Holding[MicroPower], place: Named) -> Named:
    item = holding.item
    return Named(
        item.name,
        place.address,
        place.where,
        item.chapter.value,
        place.fragment,
        item.aliases,
        topics=item.topics,
        villages=place.villages,
        ended=_ended(site, holding),
        weight=50 if _ended(site, holding) else 100,
        identity=holding.ref.id,
        parts=parts_of(item),
        passages=passages_of(item),
    )
