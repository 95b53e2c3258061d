"""Overview maps → their pages: the district's network, its hand-offs, and one for each body."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from generator.model.body import Unit, Village
from generator.model.handoffs import handoffs
from generator.model.overview import HANDOFFS, NETWORK, Overview
from generator.output import Heading, Page
from generator.render import urls, words
from generator.render.map_rows import MapGroup, MapReader
from generator.render.site import Doors, Site
from generator.render.templates import fill, ink
from generator.render.views import Foot, Head, Link

_SAID = (
    "2016年的报道说，两个平台的启动按照“一张网络、两个平台、三级联办、四大功能”的基本构架。"
    "这张图照现有资料画：区、镇、村三级的单位在一张网络上，箭头从交办的一级指向接办的一级。"
)


_SHEET = 1250
"""A drawing of so many px has letters of 7 pt on a sheet of A4; a taller one would not be read."""

BODY_MAP = "岗位、事项、流程一张图"
"""What links to the map of a body say."""


@dataclass(frozen=True, slots=True)
class Picture:
    """The drawing of a map, or *why* there is none; *is_tall* where no sheet of paper holds it."""

    name: str
    drawing: Markup | str
    why: str
    is_tall: bool


@dataclass(frozen=True, slots=True)
class MapPage:
    """What the template of a map sees: the map, and the same as a list."""

    head: Head
    picture: Picture
    groups: tuple[MapGroup, ...]
    more: Link
    foot: Foot


def map_pages(site: Site) -> Iterator[Page]:
    """A page for every map that is there."""
    if NETWORK in site.maps and site.has(urls.MAP):
        yield _network(site)
        yield _handoffs(site)
    for unit in site.registry.units:
        folder = f"powers/{unit.id}"
        if folder in site.maps and site.has(urls.of_map(folder)):
            yield _body(site, unit, folder)
    for village in site.registry.villages:
        folder = f"villages/{village.id}"
        if folder in site.maps and site.has(urls.of_map(folder)):
            yield _body(site, village, folder)


def _network(site: Site) -> Page:
    doors = Doors(site, urls.MAP)
    title = "一张网络、两个平台、三级联办"
    reader = MapReader(doors, site.maps[NETWORK].told)
    view = MapPage(
        head=Head(title, (*doors.crumbs(), Link(title)), lead=_SAID),
        picture=_picture(site.maps[NETWORK], reader),
        groups=reader.network(),
        more=doors.to(urls.HANDOFFS, "三级联办：谁把哪件事交给谁"),
        foot=site.foot(),
    )
    return _page(urls.MAP, urls.POWERS, view, _files_of_all(site))


def _handoffs(site: Site) -> Page:
    doors = Doors(site, urls.HANDOFFS)
    title = "三级联办：谁把哪件事交给谁"
    reader = MapReader(doors, site.maps[HANDOFFS].told)
    groups = reader.handoffs(handoffs(site.registry))
    count = sum(len(group.rows) for group in groups)
    network = (urls.MAP, "一张网络、两个平台、三级联办")
    lead = f"下一级收下、由上一级来办的事，共{count}处交办，照事项和流程里的“交由”算出。"
    view = MapPage(
        head=Head(title, (*doors.crumbs(network), Link("谁交给谁")), lead=lead),
        picture=_picture(site.maps[HANDOFFS], reader),
        groups=groups,
        more=doors.to(urls.MAP, network[1]),
        foot=site.foot(),
    )
    return _page(urls.HANDOFFS, urls.POWERS, view, _files_of_all(site))


def _body(site: Site, body: Unit | Village, folder: str) -> Page:
    address = urls.of_map(folder)
    doors = Doors(site, address)
    way = (urls.POWERS, "找部门") if isinstance(body, Unit) else (urls.VILLAGES, "我的村")
    trail = (way, (urls.of_folder(folder), body.name))
    told = site.maps[folder].told
    reader = MapReader(doors, told, folder)
    counts = told.description.partition("。")[0]
    view = MapPage(
        head=Head(
            f"{body.name}：{BODY_MAP}",
            (*doors.crumbs(*trail), Link(BODY_MAP)),
            stamps=site.owner_stamps(body),
            lead=f"哪个岗位管哪些事，按哪个流程办：{counts}。已经取消的不在里面。",
        ),
        picture=_picture(site.maps[folder], reader),
        groups=reader.body(),
        more=doors.to(urls.of_folder(folder), f"回到{body.name}"),
        foot=site.foot(body),
    )
    return _page(address, way[0], view, site.everywhere | _files_of(site, body))


def _picture(overview: Overview, reader: MapReader) -> Picture:
    sketch = overview.sketch
    drawing = ink(sketch.linked(reader.attribute)) if sketch else ""
    is_tall = sketch is not None and sketch.height > _SHEET
    return Picture(overview.told.title, drawing, overview.why, is_tall)


def _page(address: str, tab: str, view: MapPage, inputs: frozenset[str]) -> Page:
    description = words.shortened(view.head.lead)
    contents = (Heading("map", "图"), Heading("list", "文字版"))
    return Page(address, view.head.title, description, tab, fill("map", view), inputs, contents)


def _files_of(site: Site, body: Unit | Village) -> frozenset[str]:
    """The files that the map of a body is made from."""
    if isinstance(body, Unit):
        held = site.files_of_holdings(site.registry.powers_of(body))
    else:
        held = site.files_of_holdings(site.registry.micro_powers_of(body))
    return site.files(body) | held


def _files_of_all(site: Site) -> frozenset[str]:
    """The files that the maps of the whole district are made from: those of every body."""
    found = set(site.everywhere)
    bodies: tuple[Unit | Village, ...] = (*site.registry.units, *site.registry.villages)
    for body in bodies:
        found |= _files_of(site, body)
    return frozenset(found)
