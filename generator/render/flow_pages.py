"""Every flow → its page, its drawings as files, and lists of the flows that bodies share."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.model.chart_key import chart_key, flow_key
from generator.model.flow import Flow
from generator.model.registry import SHARED_POWERS, SHARED_VILLAGE, Ref
from generator.output import DataFile, Heading, Output, Page
from generator.render import urls, words
from generator.render.flow_time import summary
from generator.render.flow_view import (
    OWN_VIEWS,
    FlowBlock,
    FlowReader,
    first_of_each,
    own_files,
)
from generator.render.handoffs import Handoffs
from generator.render.item_pages import entry_of
from generator.render.savings import savings, savings_table
from generator.render.site import AnyHolding, Doors, Site
from generator.render.templates import fill
from generator.render.views import Entry, Foot, Group, Head, Link, Stamp, Table

_LISTS = {
    SHARED_POWERS: (urls.SHARED_FLOWS, "全区通用流程"),
    SHARED_VILLAGE: (urls.VILLAGE_FLOWS, "村级通用流程"),
}


@dataclass(frozen=True, slots=True)
class FlowPage:
    """What the template of a flow sees; *former* is the flow before the re-engineering."""

    head: Head
    block: FlowBlock
    former: FlowBlock | None
    saved: Table | None
    successor: Link | None
    users: tuple[Entry, ...]
    foot: Foot


@dataclass(frozen=True, slots=True)
class ListPage:
    """A page of groups of links."""

    head: Head
    groups: tuple[Group, ...]
    foot: Foot


def flow_pages(site: Site) -> Iterator[Output]:
    """A page and the drawings of every flow, and the lists of shared flows."""
    handoffs = Handoffs(site)
    for ref, flow in site.registry.flows.items():
        if not site.has(urls.of_flow(ref)) or flow_key(ref) not in site.charts:
            continue
        yield _page(ref, flow, site, handoffs)
        yield from _files(ref, flow, site)
    yield from _own_files(site)
    yield from _lists(site)


def _page(ref: Ref, flow: Flow, site: Site, handoffs: Handoffs) -> Page:
    address = urls.of_flow(ref)
    doors = Doors(site, address)
    reader = FlowReader(doors, handoffs)
    block = reader.own_block(ref, flow)
    if block is None:
        raise KeyError(ref)
    former = site.registry.flow_named(ref.folder, flow.replaces) if flow.replaces else None
    former_flow = site.registry.flows[former] if former else None
    users = site.users.get(ref, ())
    view = FlowPage(
        head=_head(doors, ref, flow),
        block=block,
        former=reader.own_block(former, former_flow) if former and former_flow else None,
        saved=_saved(site, (former, former_flow), (ref, flow)) if former and former_flow else None,
        successor=_successor(doors, ref),
        users=tuple(entry_of(doors, holding) for holding in users),
        foot=_foot(site, ref, flow),
    )
    owner = site.holder_name(ref.folder)
    return Page(
        address=address,
        title=f"{flow.name} - {owner}",
        description=words.shortened(
            f"{owner}：{flow.name}，{block.summary}。步骤、流程图和风险防控图。"
        ),
        tab=_tab(ref),
        body=fill("flow", view),
        inputs=site.everywhere
        | site.files(flow, former_flow)
        | site.files(*(holding.item for holding in users)),
        contents=_contents(view),
    )


def _tab(ref: Ref) -> str:
    return urls.VILLAGES if ref.folder.startswith("villages/") else urls.POWERS


def _contents(view: FlowPage) -> tuple[Heading, ...]:
    identity = view.block.chart_id
    found = [Heading("steps", "步骤"), Heading(f"{identity}-flow", "流程图")]
    if view.block.risk or view.block.no_risk:
        found.append(Heading(f"{identity}-risk", "风险防控图"))
    if view.former:
        found.append(Heading("former", "再造前后"))
    return (*found, Heading("users", "用这个流程的事项"))


def _head(doors: Doors, ref: Ref, flow: Flow) -> Head:
    site = doors.site
    listing = _LISTS.get(ref.folder)
    trail: list[tuple[str, str]] = []
    if ref.folder.startswith("powers/"):
        trail.append((urls.POWERS, "找部门"))
    else:
        trail.append((urls.VILLAGES, "我的村"))
    if listing:
        trail.append(listing)
    else:
        trail.append((urls.of_folder(ref.folder), site.holder_name(ref.folder)))
    sample = (Stamp("示例数据", "sample"),) if site.registry.flow_is_sample(ref) else ()
    stamps = (*site.held_stamps(ref.folder), *sample)
    owner = Link(site.holder_name(ref.folder), doors.href(trail[-1][0]))
    return Head(flow.name, (*doors.crumbs(*trail), Link(flow.name)), tags=(owner,), stamps=stamps)


def _foot(site: Site, ref: Ref, flow: Flow) -> Foot:
    """核对日期 and 示例数据 are the flow's own, else its unit's, else the district's."""
    day = site.registry.flow_checked_on(ref)
    checked = words.day(day) if day else words.MISSING
    data = urls.to(urls.of_flow(ref), urls.of_flow_data(ref))
    sample, held = site.registry.flow_is_sample(ref), site.held_note(ref.folder)
    return Foot(checked, flow.written.file, sample, data, held)


def _saved(site: Site, old: tuple[Ref, Flow], new: tuple[Ref, Flow]) -> Table:
    """What the re-engineering saved."""
    return savings_table(savings(site.registry, old, new))


def _successor(doors: Doors, ref: Ref) -> Link | None:
    """The flow that replaced this one."""
    registry = doors.site.registry
    for other, flow in registry.flows.items():
        if flow.replaces and registry.flow_named(other.folder, flow.replaces) == ref:
            return doors.to(urls.of_flow(other), flow.name)
    return None


def _files(ref: Ref, flow: Flow, site: Site) -> Iterator[DataFile]:
    charts, address = site.charts[flow_key(ref)], urls.of_flow(ref)
    inputs = site.everywhere | site.files(flow)
    for name, svg in charts.standalone():
        yield DataFile(urls.of_drawing(address, name), svg.encode(), inputs)
    for file in charts.exchange:
        yield DataFile(urls.of_exchange(address, file.name), file.content, inputs)


def _own_files(site: Site) -> Iterator[DataFile]:
    """The drawings of flows that items adapt, beside the pages that show them."""
    holdings: list[AnyHolding] = [*site.powers.values(), *site.micro_powers.values()]
    for holding in holdings:
        for used in first_of_each(holding.flows):
            files = own_files(used, holding)
            if used.adapted and site.has(files):
                inputs = site.everywhere | site.files_of_holdings((holding,))
                standalone = site.charts[chart_key(used, holding)].standalone()
                yield from (
                    DataFile(urls.of_drawing(files, name), svg.encode(), inputs)
                    for name, svg in standalone
                    if name in OWN_VIEWS
                )


def _lists(site: Site) -> Iterator[Page]:
    """全区通用流程 and 村级通用流程."""
    for folder, (address, title) in _LISTS.items():
        if not site.has(address):
            continue
        doors = Doors(site, address)
        tab = urls.VILLAGES if folder == SHARED_VILLAGE else urls.POWERS
        trail = (tab, "我的村" if folder == SHARED_VILLAGE else "找部门")
        flows = {ref: flow for ref, flow in site.registry.flows.items() if ref.folder == folder}
        entries = tuple(flow_entry(doors, ref, flow) for ref, flow in flows.items())
        head = Head(
            title, (*doors.crumbs(trail), Link(title)), lead=f"{len(flows)}个流程，供各事项共用。"
        )
        view = ListPage(head, (Group("流程", "all", entries),), site.foot())
        inputs = site.everywhere | site.files(*flows.values())
        yield Page(
            address,
            title,
            f"{title}：步骤、流程图和风险防控图。",
            tab,
            fill("listing", view),
            inputs,
        )


def flow_entry(doors: Doors, ref: Ref, flow: Flow) -> Entry:
    """A flow → a line that leads to its page and says how long it is."""
    return Entry(doors.to(urls.of_flow(ref), flow.name), summary(doors.site.registry, ref, flow))
