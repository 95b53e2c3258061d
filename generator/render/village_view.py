"""One village power as a village has it → the card that its village's page shows."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from generator.model.adjustment import Adjustment
from generator.model.body import Village
from generator.model.guide import to_bring
from generator.model.micro_power import MicroPower
from generator.model.registry import SHARED_VILLAGE, Holding
from generator.render import urls, words
from generator.render.differences import differences
from generator.render.documents import DocumentView, document_view
from generator.render.flow_time import summary
from generator.render.flow_view import FlowBlock, FlowReader
from generator.render.grounds import bases
from generator.render.handoffs import Handoffs
from generator.render.item_card import days, phone_fact, result_note, standards_table
from generator.render.remedies import compared_remedies
from generator.render.rich_text import rich
from generator.render.site import Doors, Site
from generator.render.views import Fact, Line, Link, Stamp, Table, cell, known
from generator.render.views import Row as TableRow


@dataclass(frozen=True, slots=True)
class PowerCard:
    """A village power: what people do first, then the facts, then the ground and the rules.

    *glance* is what its closed card says: how many days, and the phone. *charts* are drawn here
    where the village's flow differs; else *flows* lead to the shared ones.
    """

    anchor: str
    name: str
    aliases: str
    tags: tuple[str, ...]
    stamps: tuple[Stamp, ...]
    glance: tuple[str, ...]
    what_to_do: Markup
    facts: tuple[Fact, ...]
    documents: tuple[DocumentView, ...]
    more: tuple[Fact, ...]
    standards: Table
    spending: Table
    flows: tuple[Link, ...]
    charts: tuple[FlowBlock, ...]
    differences: tuple[Fact, ...]
    shared: Link | None
    handed_on: Link | None


@dataclass(frozen=True, slots=True)
class MicroPowerReader:
    """Reads village powers for one page."""

    doors: Doors
    handoffs: Handoffs
    village: Village | None = None

    @property
    def site(self) -> Site:
        """The district."""
        return self.doors.site

    def card(self, holding: Holding[MicroPower]) -> PowerCard:
        """A holding → its card."""
        item = holding.item
        own_charts, links = self._flows(holding)
        return PowerCard(
            anchor=holding.ref.id,
            name=item.name,
            aliases=words.listed(item.aliases),
            tags=(item.way.value,) if item.way else (),
            stamps=(*self.site.standing_stamps(holding), *_local_stamp(holding)),
            glance=self._glance(item),
            what_to_do=rich(item.what_to_do) if item.what_to_do else Markup(""),
            facts=self._facts(item),
            documents=tuple(document_view(self.doors, each) for each in to_bring(item.documents)),
            more=_more(self.site, item),
            standards=standards_table(self.site, item, "标准"),
            spending=_spending(item),
            flows=links,
            charts=own_charts,
            differences=self._differences(holding),
            shared=self._shared(holding),
            handed_on=self._handed_on(holding),
        )

    def _facts(self, item: MicroPower) -> tuple[Fact, ...]:
        fees = tuple(words.fee(grade) for grade in item.fees)
        facts = [known("谁能办", words.listed(item.applicants))] if item.applicants else []
        facts += [days(item.limits)]
        facts += [known("多少钱", *fees)] if fees else []
        facts += [known("责任岗位", item.post)]
        if self.village:
            facts.append(phone_fact("电话", self._phone(item, self.village)))
        return tuple(facts)

    def _glance(self, item: MicroPower) -> tuple[str, ...]:
        """`承诺10个工作日` and `电话 0355-…`, only what is given."""
        lines = days(item.limits).lines
        phone = self._phone(item, self.village) if self.village else ""
        return tuple(text for text in (lines[0].words if lines else "", phone) if text)

    def _phone(self, item: MicroPower, village: Village) -> str:
        """The phone of the responsible post, else of the village's service centre."""
        own = next((post.phone for post in village.posts if post.name == item.post), "")
        return own or (village.centre.phone if village.centre else "")

    def _flows(
        self, holding: Holding[MicroPower]
    ) -> tuple[tuple[FlowBlock, ...], tuple[Link, ...]]:
        """The charts of flows that differ here or are the village's own, links to the others."""
        reader = FlowReader(self.doors, self.handoffs)
        differing = [used for used in holding.flows if used.adapted]
        blocks = reader.blocks(holding, differing)
        shared = {used.ref: used.flow for used in holding.flows if not used.adapted}
        links = tuple(
            Link(
                f"{flow.name}（{summary(self.site.registry, ref, flow)}）",
                self.doors.href(urls.of_flow(ref)),
            )
            for ref, flow in shared.items()
        )
        return blocks, links

    def _differences(self, holding: Holding[MicroPower]) -> tuple[Fact, ...]:
        shared = self.site.micro_powers.get(holding.ref)
        return differences(holding, shared, "本村") if shared and holding.is_adopted else ()

    def _shared(self, holding: Holding[MicroPower]) -> Link | None:
        if holding.ref.folder != SHARED_VILLAGE or holding.holder == SHARED_VILLAGE:
            return None
        return self.doors.to(urls.of_shared_micro_power(holding.ref.id), "各村都有的这一项")

    def _handed_on(self, holding: Holding[MicroPower]) -> Link | None:
        written = holding.item.handoff
        target = self.handoffs.target(holding.holder, written) if written else None
        if target is None:
            return None
        owner = self.site.holder_name(target.holder)
        return Link(f"{owner}：{target.item.name}", self.doors.item(target).href)


def _local_stamp(holding: Holding[MicroPower]) -> tuple[Stamp, ...]:
    if holding.holder == SHARED_VILLAGE:
        return ()
    if not holding.is_adopted:
        return (Stamp("本村事项", "local"),)
    return (Stamp("本村有不同", "local"),) if holding.local else ()


def _more(site: Site, item: MicroPower) -> tuple[Fact, ...]:
    """Ground, disclosure, supervision, said to be missing where not given; then what is given."""
    shown = item.disclosure
    ways = words.listed(shown.ways) if shown else ""
    told = (
        f"方式：{ways}" if ways else "",
        f"内容：{shown.content}" if shown and shown.content else "",
        f"公示期：{shown.posted_for}" if shown and shown.posted_for else "",
        f"周期：{shown.period}" if shown and shown.period else "",
    )
    oversight = known("监督", item.oversight, item.oversight_phone)
    facts = (_grounds(site, item), known("公开", *told), oversight)
    given = (
        Fact("结果", tuple(Line(e.name, note=result_note(site, e)) for e in item.results)),
        known("调整", *(_event(site, event) for event in item.adjustments)),
        known("存疑", item.doubt),
        known("核对日期", words.day(item.checked_on) if item.checked_on else ""),
    )
    return (*facts, *(fact for fact in given if fact.lines), *compared_remedies(site, item))


def _grounds(site: Site, item: MicroPower) -> Fact:
    """依据 of the item and of its limits and fees: whether repealed, and how it was compared."""
    lines = tuple(
        Line(
            each.text if each.role == "设定" else f"{each.text}（{each.role}）",
            each.href,
            "；".join(text for text in (each.note, each.checked) if text),
        )
        for each in bases(site, item)
    )
    return Fact("依据", lines, missing=not lines)


def _event(site: Site, event: Adjustment) -> str:
    told = (
        words.event(event, site.registry.district.edition),
        event.document,
        event.reason,
        event.what_now,
    )
    return "，".join(text for text in told if text)


def _spending(item: MicroPower) -> Table:
    rows = tuple(
        TableRow((cell(each.amount), cell(each.approver))) for each in item.spending_authority
    )
    return Table("审批权限", ("额度", "审批"), rows)
