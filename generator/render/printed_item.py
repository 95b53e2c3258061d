"""One village power as a village has it → its entry in the printed handbook."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.model.body import Village
from generator.model.chart_key import chart_key
from generator.model.charts import StepLine
from generator.model.guide import RequiredDocument, to_bring
from generator.model.micro_power import Chapter, MicroPower
from generator.model.registry import SHARED_TOWNSHIP, Holding, UsedFlow
from generator.render import words
from generator.render.booklet import Entry, Fact, PrintedFlow, PrintedStep, Sheet
from generator.render.differences import differences
from generator.render.handoffs import Handoffs
from generator.render.remedies import own_remedies
from generator.render.site import Site
from generator.render.views import Line

_ASK = "没有列明要带的材料，去之前先打电话问一声"


@dataclass(frozen=True, slots=True)
class EntryReader:
    """Reads the powers of one village for print."""

    site: Site
    village: Village
    handoffs: Handoffs

    def entry(self, number: int, holding: Holding[MicroPower], qr: str) -> Entry:
        """A holding → its entry; *qr* names the image of its QR code, "" without."""
        item = holding.item
        serves = item.chapter is Chapter.SERVICES
        return Entry(
            number=number,
            name=item.name,
            subtitle="　".join(_subtitle(holding)),
            what_to_do=item.what_to_do or words.MISSING,
            to_bring=_ASK if serves and not item.documents else "",
            documents=tuple(_document(each) for each in to_bring(item.documents)),
            limit=_limit(item),
            limit_note=item.limits.note if item.limits else "",
            fee="；".join(words.fee(each) for each in item.fees)
            or (words.MISSING if serves else ""),
            post=item.post or words.MISSING,
            phone=self._phone(item),
            flows=tuple(self._flows(holding)),
            tables=_tables(item),
            notes=tuple(self._notes(holding)),
            source=item.written.file,
            qr=qr,
        )

    def _phone(self, item: MicroPower) -> str:
        """The phone of the responsible post, else of the village's service centre."""
        own = next((post.phone for post in self.village.posts if post.name == item.post), "")
        return own or (self.village.centre.phone if self.village.centre else "")

    def _flows(self, holding: Holding[MicroPower]) -> Iterator[PrintedFlow]:
        """Every flow with its steps as they are drawn."""
        for used in holding.flows:
            charts = self.site.charts.get(chart_key(used, holding))
            if charts:
                steps = tuple(self._step(line, holding, used) for line in charts.steps)
                yield PrintedFlow(_name(used), steps, charts.rail())

    def _step(self, line: StepLine, holding: Holding[MicroPower], used: UsedFlow) -> PrintedStep:
        more = [line.before, *line.vote, self._sub_flow(line.subflow, used)]
        more += [way.words for way in line.ways if way.field or way.label]
        more.append(self._handed_on(line.handoff, holding))
        return PrintedStep(
            number=line.number,
            posts=line.post,
            words=line.text,
            limit=line.limit.replace("（不计入时限）", "，不计入时限"),  # It stands in brackets.
            more="；".join(text for text in more if text),
        )

    def _sub_flow(self, written: str, used: UsedFlow) -> str:
        """What a step that stands for another flow says: its name."""
        if not written:
            return ""
        ref = self.site.registry.flow_named(used.ref.folder, written)
        return f"按“{self.site.registry.flows[ref].name}”办" if ref else ""

    def _handed_on(self, written: str, holding: Holding[MicroPower]) -> str:
        """Whose item a matter is handed on to; "" where it stays."""
        target = self.handoffs.target(holding.holder, written) if written else None
        if target is None:
            return ""
        shared = target.holder == SHARED_TOWNSHIP
        owner = "本乡镇" if shared else self.site.holder_name(target.holder)
        return f"转到{owner}办：{target.item.name}"

    def _notes(self, holding: Holding[MicroPower]) -> list[Fact]:
        """The foot of an item: its ground, who hears of it, who watches, where it goes on."""
        item = holding.item
        watched = "　".join((item.oversight, item.oversight_phone or self.village.oversight_phone))
        told = (
            ("依据", words.cited(each.text for each in item.basis) or words.MISSING),
            ("公开", _disclosure(item) or words.MISSING),
            ("监督", watched.strip() or words.MISSING),
            ("结果", words.listed(each.name for each in item.results)),
            ("转办", self._handed_on(item.handoff, holding)),
            ("本村不同", self._differences(holding)),
            ("不服", _remedies(item)),
        )
        return [Fact(label, text) for label, text in told if text]

    def _differences(self, holding: Holding[MicroPower]) -> str:
        """Each field in which this village differs from the shared list, and how."""
        shared = self.site.micro_powers.get(holding.ref)
        facts = differences(holding, shared, "本村") if shared and holding.is_adopted else ()
        return "；".join(f"{fact.label}：{_run_on(fact.lines)}" for fact in facts)


def _name(used: UsedFlow) -> str:
    applies = f"（{used.applies}）" if used.applies else ""
    return f"{used.name or used.flow.name}{applies}"


def _subtitle(holding: Holding[MicroPower]) -> list[str]:
    item = holding.item
    found = [f"俗称：{words.listed(item.aliases)}"] if item.aliases else []
    if item.way:
        found.append(item.way.value)
    if not holding.is_adopted:
        found.append("本村事项")
    elif holding.local:
        found.append("本村有不同")
    return found


def _document(document: RequiredDocument) -> str:
    """A thing to bring: how many, when it is needed at all, and what else is said of it."""
    when = document.necessity if document.necessity != "必要" else ""
    aside = "，".join(text for text in (words.copies(document), when) if text)
    named = f"{document.name}（{aside}）" if aside else document.name
    return f"{named}：{document.note}" if document.note else named


def _limit(item: MicroPower) -> str:
    """承诺, else 法定, as the box and the list of a chapter show it."""
    if item.limits and item.limits.promised:
        return item.limits.promised.text
    if item.limits and item.limits.statutory:
        return f"法定{item.limits.statutory.limit.text}"
    return words.MISSING


def _run_on(lines: tuple[Line, ...]) -> str:
    """Lines → one, without the full stops at their ends."""
    return "，".join(line.words.removesuffix("。") for line in lines)


def _disclosure(item: MicroPower) -> str:
    shown = item.disclosure
    if shown is None:
        return ""
    told = (
        words.listed(shown.ways),
        shown.content,
        f"公示{shown.posted_for}" if shown.posted_for else "",
        shown.period,
    )
    return "；".join(text for text in told if text)


def _remedies(item: MicroPower) -> str:
    """救济 of the item's own on one line; the ways of the law stand at the end of the book."""
    lines = (line for fact in own_remedies(item) for line in fact.lines)
    told = (f"{line.words}（{line.note}）" if line.note else line.words for line in lines)
    return words.cited(each.removesuffix("。") for each in told)


def _tables(item: MicroPower) -> tuple[Sheet, ...]:
    paid = item.payment_standards
    noted = any(each.note for each in paid)
    heads = ("对象", "金额", "说明") if noted else ("对象", "金额")
    standards = tuple((each.recipient, each.amount, each.note)[: len(heads)] for each in paid)
    spending = tuple((each.amount, each.approver) for each in item.spending_authority)
    sheets = (
        Sheet("标准", heads, standards),
        Sheet("审批权限", ("额度", "谁批"), spending),
    )
    return tuple(sheet for sheet in sheets if sheet.rows)
