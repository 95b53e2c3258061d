"""The district → its home page, the page of adjustments, and the page for a wrong address."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from generator.model.adjustment import Adjustment
from generator.model.district import District
from generator.model.item import Item
from generator.model.overview import NETWORK
from generator.model.phone import phone_link
from generator.model.tally import tally
from generator.output import Heading, Page
from generator.render import urls, words
from generator.render.browse_pages import items_of_topic
from generator.render.flow_pages import ListPage
from generator.render.site import AnyHolding, Doors, Site
from generator.render.templates import fill
from generator.render.views import Entry, Figure, Foot, Group, Head, Line, Link, Stamp

_LATEST = 5
_ASKED = 12

Event = tuple[Adjustment, AnyHolding]


@dataclass(frozen=True, slots=True)
class HomePage:
    """What the template of the home page sees; *tiles* are the four large ways in."""

    head: Head
    tiles: tuple[Entry, ...]
    asked: tuple[Entry, ...]
    figures: tuple[Figure, ...]
    latest: tuple[Entry, ...]
    changes: Link
    data: Link
    map: Link
    hotlines: tuple[Line, ...]
    foot: Foot


def home_pages(site: Site) -> Iterator[Page]:
    """首页, 动态调整, 404."""
    yield _home(site)
    if site.has(urls.CHANGES):
        yield _changes(site)
    yield _not_found(site)


def _home(site: Site) -> Page:
    doors = Doors(site, urls.HOME)
    district = site.registry.district
    view = HomePage(
        head=Head(
            f"{district.name}明白账",
            stamps=(Stamp("示例数据", "sample"),) if district.is_sample else (),
            lead="谁能管、凭什么管、怎么办、几天办完、找谁监督，一查就明白。",
        ),
        tiles=(
            Entry(doors.to(urls.TOPICS, "我要办事"), "带什么、找谁、要几天"),
            Entry(doors.to(urls.POWERS, "找部门"), "两张清单、两种图"),
            Entry(doors.to(urls.VILLAGES, "我的村"), "村里办的事、电话"),
            Entry(_oversight(site), "投诉、复议、起诉"),
        ),
        asked=_asked(doors),
        figures=_figures(doors),
        latest=tuple(_event_entry(doors, event) for event in _events(site)[:_LATEST]),
        changes=doors.to(urls.CHANGES, "全部调整"),
        data=doors.to(urls.DATA, "开放数据"),
        map=doors.map(NETWORK, urls.MAP, "一张网络：各级单位和村"),
        hotlines=_hotlines(district),
        foot=site.foot(),
    )
    description = f"{district.name}行政权力和村级小微权力的清单、流程图、风险防控图和办事指南。"
    contents = (
        ("asked", "常办的事", view.asked),
        ("figures", "全区有多少", view.figures),
        ("latest", "最近调整", view.latest),
        ("hotlines", "公开热线", view.hotlines),
    )
    return Page(
        address=urls.HOME,
        title=view.head.title,
        description=description,
        tab=urls.HOME,
        body=fill("home", view),
        inputs=_all(site),
        contents=tuple(Heading(anchor, title) for anchor, title, told in contents if told),
    )


def _hotlines(district: District) -> tuple[Line, ...]:
    return tuple(Line(each.phone, phone_link(each.phone), each.name) for each in district.hotlines)


def _oversight(site: Site) -> Link:
    """监督与投诉 where the district has written that page; else plain words beside the hotlines."""
    written = site.has_written(urls.OVERSIGHT)
    return Link("我要监督", urls.to(urls.HOME, urls.OVERSIGHT) if written else "")


def _all(site: Site) -> frozenset[str]:
    registry = site.registry
    return (
        site.everywhere
        | site.files(*registry.units, *registry.villages, *registry.topics)
        | site.files_of_holdings(registry.all_powers())
        | site.files_of_holdings(registry.shared_micro_powers)
    )


def _asked(doors: Doors) -> tuple[Entry, ...]:
    """One matter for each turn of life (人生大事), then one for each topic, while there is room.

    Only what people apply for, by its official name and by what people call it.
    """
    found: dict[str, Entry] = {}
    topics = sorted(doors.site.registry.topics, key=lambda topic: topic.dimension != "人生大事")
    for topic in topics:
        for each in items_of_topic(doors.site, topic):
            item = each.item
            if _is_applied_for(doors.site, each) and item.name not in found:
                found[item.name] = Entry(doors.item(each), item.aliases[0] if item.aliases else "")
                break
    return tuple(found.values())[:_ASKED]


def _is_applied_for(site: Site, holding: AnyHolding) -> bool:
    """Whether people come with it: a micro-power of villages, or a power with a guide."""
    item = holding.item
    guided = not isinstance(item, Item) or item.guide is not None
    return guided and not site.registry.ending(item)


def _figures(doors: Doors) -> tuple[Figure, ...]:
    """The district's figures, computed from the data on the day of the edition."""
    registry = doors.site.registry
    risks = [risk for unit in registry.units for risk in unit.post_risks]
    counts = tally(registry, registry.all_powers(), risks)
    shared = tally(registry, registry.shared_micro_powers)
    return (
        Figure(str(len(registry.units)), "个单位", doors.href(urls.POWERS)),
        Figure(str(counts.powers), "项权力", doors.href(urls.KINDS)),
        Figure(str(counts.flows), "个权力流程", doors.href(urls.SHARED_FLOWS)),
        Figure(str(counts.risks), "个风险点", doors.href(urls.POWERS)),
        Figure(str(counts.measures), "条防控措施", doors.href(urls.POWERS)),
        Figure(str(len(registry.villages)), "个村", doors.href(urls.VILLAGES)),
        Figure(str(shared.powers), "项村级权力", doors.href(urls.SHARED_ITEMS)),
    )


def _events(site: Site) -> list[Event]:
    """Every adjustment of every power and of the shared lists, the latest first."""
    registry = site.registry
    own = [holding for holding in registry.all_powers() if not holding.is_adopted]
    lists = (registry.shared_powers, registry.shared_micro_powers, own)
    held: list[AnyHolding] = [holding for each in lists for holding in each]
    found = [(event, holding) for holding in held for event in holding.item.adjustments]
    found.sort(key=lambda pair: (pair[1].holder, pair[1].ref.id))
    return sorted(found, key=lambda pair: pair[0].day, reverse=True)


def _event_entry(doors: Doors, event: Event) -> Entry:
    adjustment, holding = event
    owner = doors.site.holder_name(holding.holder)
    document = f"，{adjustment.document}" if adjustment.document else ""
    told = words.event(adjustment, doors.site.registry.district.edition)
    note = f"{owner}，{told}{document}"
    return Entry(doors.item(holding), note, doors.site.standing_stamps(holding))


def _changes(site: Site) -> Page:
    doors = Doors(site, urls.CHANGES)
    events = _events(site)
    groups = tuple(
        Group(f"{year}年", f"y{year}", tuple(_event_entry(doors, event) for event in of_year))
        for year, of_year in groupby(events, key=lambda event: event[0].day.year)
    )
    head = Head(
        "动态调整",
        (*doors.crumbs(), Link("动态调整")),
        lead=f"权力事项的新增、承接、取消、整合、下放等，共{len(events)}次。",
    )
    body = fill("listing", ListPage(head, groups, site.foot()))
    inputs = site.everywhere | site.files_of_holdings(site.registry.all_powers())
    return Page(urls.CHANGES, head.title, head.lead, urls.POWERS, body, inputs)


def _not_found(site: Site) -> Page:
    """The page for a wrong address: its links are absolute, for it stands at any depth."""
    base = site.registry.district.url

    def way(address: str, label: str) -> Entry:
        return Entry(Link(label, urls.absolute(base, address) if base else urls.to("", address)))

    ways = (
        way(urls.HOME, "首页"),
        way(urls.POWERS, "找部门"),
        way(urls.VILLAGES, "我的村"),
        way(urls.A_TO_Z, "按拼音查"),
    )
    head = Head(
        "没有这一页",
        lead="地址可能写错了，或者这一页已经搬走。可以在上面的框里查，也可以从这里找：",
    )
    view = ListPage(head, (Group("去哪里", "ways", ways),), site.foot())
    body = fill("listing", view)
    return Page(urls.NOT_FOUND, head.title, "没有这一页。", urls.NOT_FOUND, body, site.everywhere)
