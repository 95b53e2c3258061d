"""The data files of a district → the page that lists them: 开放数据."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.body import Village
from generator.model.edition import edition_schema
from generator.model.flow_graph import graph_schema
from generator.output import DataFile, Heading, Output, Page
from generator.render import urls
from generator.render.flow_pages import ListPage
from generator.render.record_data import DISTRICT_FILES
from generator.render.site import Doors, Site
from generator.render.templates import fill
from generator.render.views import Entry, Group, Head, Link

_CHARTS = "每个流程的页面上都可以下载图和下面几种文件，文件名在各处都一样。"

_EDITIONS = (
    "印了手册的村各有一个 handbook.json：那一版印的岗位、电话和每件事项的每一栏、在第几页。"
    "下一版和它一比，就知道改了什么（mingbai handbook --since）。"
)


def data_page(site: Site) -> Iterator[Output]:
    """One page, and the form of the graphs it speaks of; a preview has none."""
    if not site.has(urls.DATA):
        return
    doors = Doors(site, urls.DATA)
    registry = site.registry
    shared = tuple(
        Entry(Link(title, urls.to(urls.DATA, urls.of_data(name))), f"{name}.json")
        for name, title in DISTRICT_FILES.items()
    )
    units = tuple(
        Entry(Link(unit.name, urls.to(urls.DATA, urls.of_unit_data(unit.id))), "单位和事项目录")
        for unit in registry.units
    )
    every = (
        Group("全区", "district", shared, "依据库、用词表等，全区共用。"),
        Group("单位", "units", units, "每个事项、流程的数据在它自己的页面上。"),
        Group("村", "villages", tuple(_villages(site)), "和通用清单不同的事项，写全了放在里面。"),
        Group("印出来的手册", "handbooks", _edition_files(), _EDITIONS),
        Group("流程图", "charts", _chart_files(doors), _CHARTS),
    )
    groups = tuple(group for group in every if group.entries)
    lead = "清单里公开的内容，都有可以由程序读取的 JSON，字段名和填写的一样。"
    head = Head("开放数据", (*doors.crumbs(), Link("开放数据")), lead=lead)
    inputs = site.everywhere | site.files(*registry.units, *registry.villages)
    yield DataFile(urls.GRAPH_SCHEMA, graph_schema().encode(), frozenset())
    yield DataFile(urls.EDITION_SCHEMA, edition_schema().encode(), frozenset())
    yield Page(
        urls.DATA,
        head.title,
        lead,
        urls.HOME,
        fill("listing", ListPage(head, groups, site.foot())),
        inputs,
        tuple(Heading(group.anchor, group.title) for group in groups),
    )


def _villages(site: Site) -> Iterator[Entry]:
    """The data of every village, and that of its printed handbook."""
    for village in site.registry.villages:
        own = Link(village.name, urls.to(urls.DATA, urls.of_village_data(village.id)))
        yield Entry(own, more=_edition(site, village))


def _edition(site: Site, village: Village) -> Link:
    """What a village's printed handbook says, as data; no link where it was not printed."""
    if village.id not in site.booklets:
        return Link("")
    return Link(f"{village.name}手册的数据", urls.to(urls.DATA, urls.of_edition(village.id)))


def _edition_files() -> tuple[Entry, ...]:
    """The form of the data of handbooks."""
    schema = Link("handbook.json 的格式", urls.to(urls.DATA, urls.EDITION_SCHEMA))
    return (Entry(schema, "JSON Schema，给写程序的人"),)


def _chart_files(doors: Doors) -> tuple[Entry, ...]:
    """What the files of a flow are for, and with what one opens them."""
    told = doors.site.has_written(urls.CHARTS_EXPLAINED)
    href = doors.href(urls.CHARTS_EXPLAINED, "files") if told else ""
    schema = urls.to(urls.DATA, urls.GRAPH_SCHEMA)
    return (
        Entry(Link("flow.bpmn", href), "BPMN 2.0，带泳道和位置，可以接着编辑"),
        Entry(Link("flow.dot", href), "Graphviz 文件，由它重新排图"),
        Entry(Link("graph.json"), "流程的结构：步骤、去向、最长的一条路"),
        Entry(Link("graph.json 的格式", schema), "JSON Schema，给写程序的人"),
    )
