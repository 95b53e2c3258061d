"""One power as its holder has it → everything its page shows, as finished words."""

from __future__ import annotations

from dataclasses import dataclass, replace

from generator.model.adjustment import Adjustment, Standing, next_after
from generator.model.body import Unit
from generator.model.guide import to_bring
from generator.model.item import Duty, Item, SubItem
from generator.model.registry import Accountability, Holding
from generator.render import urls, words
from generator.render.documents import DocumentView, document_view
from generator.render.grounds import BasisView, bases, compared
from generator.render.handoffs import Handoffs
from generator.render.item_card import (
    Card,
    days,
    enforcement_card,
    result_note,
    service_card,
    standards_table,
)
from generator.render.oversight import oversight
from generator.render.remedies import Remedies
from generator.render.rich_text import rich
from generator.render.site import Doors, Site
from generator.render.views import Fact, Line, Link, Row, Table, cell, known


@dataclass(frozen=True, slots=True)
class SubItemView:
    """A variant of an item and what it says for itself."""

    name: str
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class EventView:
    """A dated event: what happened, by which document, why, and what people do now, and where."""

    words: str
    what_now: str
    document: str
    reason: str
    targets: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class ItemReader:
    """Reads one holding for one page."""

    doors: Doors
    holding: Holding[Item]

    @property
    def site(self) -> Site:
        """The district."""
        return self.doors.site

    @property
    def item(self) -> Item:
        """The item itself."""
        return self.holding.item

    @property
    def unit(self) -> Unit | None:
        """The unit that holds it; None for the shared township list."""
        return self.site.units.get(self.holding.holder)

    def card(self) -> Card:
        """The card that fits the kind of the item."""
        kind = self.site.registry.vocabulary.kind(self.item.kind)
        if kind is not None and kind.enforcing:
            return enforcement_card(self.item, self.unit, kind.code, self.remedies())
        return service_card(self.site.registry, self.item, self.unit)

    def remedies(self) -> Fact:
        """Whom to turn to against the decision."""
        kind = self.site.registry.vocabulary.kind(self.item.kind)
        remedies = Remedies(self.holding, self.unit, kind.code if kind else "")
        return remedies.compared(self.site)

    def documents(self) -> tuple[DocumentView, ...]:
        """申请材料 in order."""
        guide = self.item.guide
        documents = to_bring(guide.documents) if guide else ()
        return tuple(document_view(self.doors, each) for each in documents)

    def guide(self) -> tuple[Fact, ...]:
        """办事指南 beside the card: conditions, hours, forms, results; only what is given."""
        guide = self.item.guide
        if guide is None:
            return ()
        rich_facts = (
            Fact("受理条件", rich=rich(guide.conditions)) if guide.conditions else None,
            Fact("不予怎么办", rich=rich(guide.if_refused)) if guide.if_refused else None,
        )
        hours = tuple(
            Line(f"{name}：{text}" if name else text) for name, text in guide.hours.items()
        )
        plain = (
            known("办件类型", guide.handling),
            known("办理形式", words.listed(guide.forms)),
            Fact("办理时间", hours),
            known("通办范围", guide.area),
            known("预约", guide.appointment),
            known("进度查询", guide.progress),
            known("结果送达", words.listed(guide.delivery)),
        )
        given = tuple(fact for fact in plain if fact.lines)
        return (*(fact for fact in rich_facts if fact), *given)

    def profile(self) -> tuple[Fact, ...]:
        """What the power list says of the power itself; only what is given.

        A code that is missing is said so, but for an item that has ended.
        """
        item = self.item
        source = item.power_source
        joint = (self.site.unit_name(body) for body in item.joint_bodies)
        origin = "，".join(text for text in (source.way, source.document) if text) if source else ""
        facts = (
            known("行使层级", words.listed(item.levels)),
            known("权限范围", item.scope),
            known("本级职责", item.own_part),
            known("决定机关", item.deciding_body),
            known("共同实施", words.listed(joint)),
            known("权力来源", origin),
            known("承办岗位", item.post),
        )
        results = tuple(Line(each.name, note=result_note(self.site, each)) for each in item.results)
        given = tuple(fact for fact in (*facts, Fact("结果", results)) if fact.lines)
        code = known("编码", item.code)
        return given if self.ending() and code.missing else (code, *given)

    def standards(self) -> Table:
        """标准: how much is paid to whom."""
        return standards_table(self.site, self.item, "补助和奖励标准")

    def basis(self) -> tuple[BasisView, ...]:
        """依据 with what is known of each law."""
        return bases(self.site, self.item)

    def duties(self) -> Table:
        """责任事项 as a table; a duty that names no post is the item's own post's."""
        rows = tuple(
            Row(
                (
                    cell(f"{each.procedure} {each.stage}".strip()),
                    cell(each.content, note=_of_duty(self.site, each)),
                    cell(each.post or self.item.post),
                )
            )
            for each in self.holding.accountability.duties
        )
        return Table("责任事项", ("环节", "要做到的", "岗位"), rows)

    def accountability(self) -> Accountability:
        """追责 with what comparing its articles with the law texts found."""
        own = self.holding.accountability
        return replace(own, basis=compared(self.site, own.basis))

    def sub_items(self) -> tuple[SubItemView, ...]:
        """子项 with what each says for itself."""
        return tuple(_sub_item(self.site, each) for each in self.item.sub_items)

    def ending(self) -> EventView | None:
        """Why and when the item ended, None while it is in force."""
        event = self.site.registry.ending(self.item)
        return self._event(event) if event else None

    def coming(self) -> str:
        """What the next adjustment will change, "" where none is to come."""
        event = next_after(self.item.adjustments, self.site.registry.district.edition)
        if event is None:
            return ""
        day = words.day(event.day)
        if self.site.registry.standing(self.item) is Standing.COMING:
            return f"本事项将于{day}起实施，现在还不能办理。"
        if self.ending():
            return f"本事项将于{day}{event.kind.value}。"
        now = event.what_now
        return f"本事项将于{day}{event.kind.value}，在这以前照常办理。{now}"

    def history(self) -> tuple[EventView, ...]:
        """调整 from the latest to the first."""
        events = sorted(self.item.adjustments, key=lambda event: event.day, reverse=True)
        return tuple(self._event(event) for event in events)

    def _event(self, event: Adjustment) -> EventView:
        targets = tuple(self._target(name) for name in event.goes_to)
        told = words.event(event, self.site.registry.district.edition)
        return EventView(told, event.what_now, event.document, event.reason, targets)

    def _target(self, name: str) -> Link:
        """Where an ended item leads now: another item, or words that say where."""
        found = Handoffs(self.site).target(self.holding.holder, name)
        if found is None:
            return Link(name)
        owner = self.site.holder_name(found.holder)
        return Link(f"{found.item.name}（{owner}）", self.doors.item(found).href)

    def oversight(self) -> tuple[Fact, ...]:
        """监督与救济; of an item that has ended no decision is made any more."""
        remedies = () if self.ending() else (self.remedies(),)
        return oversight(self.site, self.holding, self.unit, remedies)


def _of_duty(site: Site, duty: Duty) -> str:
    """How fast a duty is done, and what it rests on."""
    limit = f"时限：{duty.limit.text}" if duty.limit else ""
    basis = f"依据：{words.listed(compared(site, duty.basis))}" if duty.basis else ""
    return "；".join(text for text in (limit, basis) if text)


def _sub_item(site: Site, each: SubItem) -> SubItemView:
    documents = words.listed(document.name for document in each.documents)
    basis = words.listed(compared(site, (citation.text for citation in each.basis)))
    results = words.listed(result.name for result in each.results)
    facts = (
        known("依据", basis),
        known("申请材料", documents),
        days(each.limits),
        known("结果", results),
    )
    return SubItemView(each.name, tuple(fact for fact in facts if fact.lines))


def item_address(holding: Holding[Item]) -> str:
    """A power as one holder has it → the address of its page."""
    return urls.of_item(holding.holder, holding.ref.id)
