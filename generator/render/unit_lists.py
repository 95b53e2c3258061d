"""All units → the page that lists them; the shared township list → its page."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.body import Unit, UnitKind
from generator.model.item import Item
from generator.model.registry import SHARED_TOWNSHIP, Holding
from generator.model.tally import tally
from generator.output import Heading, Page
from generator.render import unit_view, urls, words
from generator.render.flow_pages import ListPage
from generator.render.site import Doors, Site
from generator.render.templates import fill
from generator.render.views import Cell, Entry, Group, Head, Link, PartPage, Row, Table, cell

_GROUPS = (
    ("departments", "区直部门", (UnitKind.DEPARTMENT,)),
    ("townships", "镇、乡、街道", (UnitKind.TOWN, UnitKind.TOWNSHIP, UnitKind.SUBDISTRICT)),
    ("centres", "中心", (UnitKind.CENTRE,)),
    ("platforms", "平台", (UnitKind.PLATFORM,)),
)


def unit_lists(site: Site) -> Iterator[Page]:
    """找部门, and 乡镇通用权力清单 where there is one."""
    yield _units_page(site)
    if site.registry.shared_powers and site.has(urls.TOWNSHIP):
        yield _township_list(site)


def _units_page(site: Site) -> Page:
    doors = Doors(site, urls.POWERS)
    groups = tuple(
        Group(
            title,
            anchor,
            tuple(_entry(doors, unit) for unit in site.registry.units if unit.kind in kinds),
        )
        for anchor, title, kinds in _GROUPS
    )
    shared = (
        Entry(doors.to(urls.TOWNSHIP, "乡镇通用权力清单"), "各乡镇共用"),
        Entry(doors.to(urls.SHARED_FLOWS, "全区通用流程"), "各部门共用"),
        Entry(doors.to(urls.KINDS, "按权力类别看"), "许可、处罚、给付等"),
        Entry(doors.to(urls.PLACES, "办事窗口"), "地点、时间、电话，办哪些事"),
    )
    more = Group("其他看法", "more", shared if site.registry.shared_powers else shared[1:])
    view = ListPage(
        Head(
            "找部门",
            (*doors.crumbs(), Link("找部门")),
            lead=f"共{len(site.registry.units)}个单位。",
        ),
        (*(group for group in (*groups, _regulations(site)) if group.entries), more),
        site.foot(),
    )
    inputs = site.everywhere | site.files(*site.registry.units)
    return Page(
        urls.POWERS,
        "找部门",
        f"{site.registry.district.name}各部门、乡镇的权力清单、责任清单、流程图和风险防控图。",
        urls.POWERS,
        fill("listing", view),
        inputs,
        tuple(Heading(group.anchor, group.title) for group in view.groups),
    )


def _regulations(site: Site) -> Group:
    """制度文件 of the whole district."""
    rows = site.registry.district.regulations
    return Group(
        "全区制度文件", "regulations", tuple(unit_view.regulation_entry(each) for each in rows)
    )


def _entry(doors: Doors, unit: Unit) -> Entry:
    counts = tally(doors.site.registry, doors.site.registry.powers_of(unit), unit.post_risks)
    note = f"{counts.powers}项权力，{counts.flows}个流程，{counts.risks}个风险点"
    return Entry(doors.to(urls.of_unit(unit.id), unit.name), note, doors.site.owner_stamps(unit))


def _township_list(site: Site) -> Page:
    doors = Doors(site, urls.TOWNSHIP)
    held = site.registry.shared_powers
    adopting = [unit for unit in site.registry.units if f"powers/{unit.adopts}" == SHARED_TOWNSHIP]
    table = unit_view.power_list(doors, held)
    columns = (*table.columns, "采用的乡镇")
    rows = tuple(
        Row((*row.cells, _adopters(each, adopting)), row.key, row.group, row.stamps)
        for row, each in zip(table.rows, held, strict=True)
    )
    title = "乡镇通用权力清单"
    view = PartPage(
        Head(title, (*doors.crumbs((urls.POWERS, "找部门")), Link(title))),
        tuple(Entry(doors.to(urls.of_unit(unit.id), unit.name), "采用本清单") for unit in adopting),
        Table(title, columns, rows, table.hint, table.group_label, table.groups, table.count),
        f"共{len(rows)}项，{len(adopting)}个乡镇采用。",
        site.foot(),
    )
    inputs = site.everywhere | site.files(*adopting) | site.files_of_holdings(held)
    return Page(
        urls.TOWNSHIP, title, f"{title}，共{len(rows)}项。", urls.POWERS, fill("part", view), inputs
    )


def _adopters(holding: Holding[Item], adopting: list[Unit]) -> Cell:
    having = [u.name for u in adopting if holding.ref.id not in {each.item for each in u.omits}]
    return cell(words.listed(having))
