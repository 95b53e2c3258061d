"""A unit → two more ways into its powers: by post, and by what people apply for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.model.adjustment import Standing
from generator.model.body import Unit
from generator.model.guide import Guide, to_bring
from generator.model.item import Item
from generator.model.registry import Holding
from generator.output import Heading, Page
from generator.render import urls, words
from generator.render.flow_pages import ListPage
from generator.render.site import Doors, Site
from generator.render.templates import fill
from generator.render.views import Cell, Entry, Group, Head, Link, PartPage, Row, Table, cell

_POSTS = "岗位责任"
_GUIDES = "办事指南"

Held = tuple[Holding[Item], ...]


def unit_ways(site: Site) -> Iterator[Page]:
    """For each unit the page of its posts, and that of its guides, where it has any."""
    for unit in site.registry.units:
        if site.has(urls.of_unit(unit.id)):
            held = in_force(site, unit)
            if unit.posts:
                yield _posts_page(site, unit, held)
            if guided(held):
                yield _guides_page(site, unit, held)


def ways(doors: Doors, unit: Unit) -> tuple[Link, ...]:
    """The links to both pages; plain words where a unit has no such page."""
    guides = guided(in_force(doors.site, unit))
    told = (
        (urls.of_posts(unit.id), f"{_POSTS}（{len(unit.posts)}个岗位）", unit.posts),
        (urls.of_guides(unit.id), f"{_GUIDES}（{len(guides)}项）", guides),
    )
    return tuple(doors.to(to, label) if there else Link(label) for to, label, there in told)


def in_force(site: Site, unit: Unit) -> Held:
    """The powers that a unit has on the day of the edition."""
    held, registry = site.registry.powers_of(unit), site.registry
    return tuple(each for each in held if registry.standing(each.item) is Standing.ACTIVE)


def guided(held: Iterable[Holding[Item]]) -> Held:
    """Those of some powers that people apply for: they have 办事指南."""
    return tuple(each for each in held if each.item.guide)


def _posts_page(site: Site, unit: Unit, held: Held) -> Page:
    address = urls.of_posts(unit.id)
    doors = Doors(site, address)
    groups = tuple(
        Group(post.name, f"post-{number}", _Post(doors, unit, post.name).entries(held), post.duty)
        for number, post in enumerate(unit.posts, 1)
    )
    lead = f"{len(unit.posts)}个岗位：承办什么，负责哪个环节，防控哪些风险。"
    head = _head(doors, unit, _POSTS, lead)
    contents = tuple(Heading(group.anchor, group.title) for group in groups)
    body = fill("listing", ListPage(head, groups, site.foot(unit)))
    inputs = _inputs(site, unit, held)
    return Page(address, head.title, lead, urls.POWERS, body, inputs, contents)


def _head(doors: Doors, unit: Unit, name: str, lead: str = "") -> Head:
    trail = doors.crumbs((urls.POWERS, "找部门"), (urls.of_unit(unit.id), unit.name))
    stamps = doors.site.owner_stamps(unit)
    return Head(f"{unit.name}{name}", (*trail, Link(name)), stamps=stamps, lead=lead)


def _inputs(site: Site, unit: Unit, held: Held) -> frozenset[str]:
    return site.everywhere | site.files(unit) | site.files_of_holdings(held)


@dataclass(frozen=True, slots=True)
class _Post:
    """One post of a unit, by its name, as the page of posts tells it."""

    doors: Doors
    unit: Unit
    name: str

    def entries(self, held: Held) -> tuple[Entry, ...]:
        """The powers it answers for, then its steps in flows and the risks it watches."""
        powers = [self._power(each) for each in held if self._part_in(each)]
        found = (*powers, *self._steps(held), *self._risks(held))
        return found or (Entry(Link(words.MISSING)),)

    def _part_in(self, holding: Holding[Item]) -> str:
        """What it does for one power: 承办, and the stages of which it has the duty."""
        duties = holding.accountability.duties
        stages = words.listed(dict.fromkeys(e.stage for e in duties if e.post == self.name))
        answers = "承办" if holding.item.post == self.name else ""
        return "；".join(told for told in (answers, stages and f"负责{stages}") if told)

    def _power(self, holding: Holding[Item]) -> Entry:
        address = urls.of_item(holding.holder, holding.ref.id)
        anchor = "duties" if holding.accountability.duties else ""
        link = self.doors.to(address, holding.item.name, anchor)
        return Entry(link, self._part_in(holding))

    def _steps(self, held: Held) -> Iterator[Entry]:
        found = {
            (used.ref, number)
            for used in (used for holding in held for used in holding.flows)
            for number, step in enumerate(used.flow.steps)
            if self.name in step.posts
        }
        if found:
            flows = len({ref for ref, _ in found})
            told = f"在{flows}个流程里办{len(found)}个步骤"
            yield Entry(self.doors.to(urls.of_part(self.unit.id, "flows"), told))

    def _risks(self, held: Held) -> Iterator[Entry]:
        found = {
            (used.ref, number)
            for used in (used for holding in held for used in holding.flows)
            for number, (_, risk) in enumerate(used.flow.risk_points())
            if risk.owner == self.name
        }
        number = len(found) + sum(1 for risk in self.unit.post_risks if risk.owner == self.name)
        if number:
            told = f"负责防控{number}个风险点"
            yield Entry(self.doors.to(urls.of_part(self.unit.id, "risks"), told))


def _guides_page(site: Site, unit: Unit, held: Held) -> Page:
    address = urls.of_guides(unit.id)
    doors = Doors(site, address)
    rows = tuple(_guide_row(doors, unit, each) for each in guided(held))
    columns = ("办什么事", "带什么", "几天", "跑几次", "去哪办")
    head = _head(doors, unit, _GUIDES)
    table = Table(_GUIDES, columns, rows, "输入名称、俗称或窗口", count="项")
    note = f"群众来申请的事，共{len(rows)}项；带什么、怎么办，点名称看。"
    body = fill("part", PartPage(head, (), table, note, site.foot(unit)))
    return Page(address, head.title, note, urls.POWERS, body, _inputs(site, unit, held))


def _guide_row(doors: Doors, unit: Unit, holding: Holding[Item]) -> Row:
    item = holding.item
    link = doors.item(holding)
    guide = item.guide or Guide.model_validate({})
    promised = item.limits.promised if item.limits else None
    cells = (
        Cell(link.words, link.href, words.listed(item.aliases)),
        cell(_to_bring(guide)),
        cell(words.limit(promised)),
        cell(f"{guide.visits}次" if guide.visits.isdigit() else guide.visits),
        cell(words.listed(guide.windows) or _only_window(unit)),
    )
    return Row(cells, key=" ".join((item.name, *item.aliases, *guide.windows)).lower())


def _to_bring(guide: Guide) -> str:
    if not guide.documents:
        return ""
    documents = to_bring(guide.documents)
    return f"{len(documents)}样材料" if documents else "不用带材料"


def _only_window(unit: Unit) -> str:
    return unit.windows[0].name if len(unit.windows) == 1 else ""
