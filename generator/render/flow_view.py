"""A flow as an item uses it → what the chart block of a page shows: step list and drawings."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from markupsafe import Markup

from generator.model.chart_key import chart_id, chart_key, flow_key
from generator.model.charts import Charts, StepLine, StepRisk, StepWay
from generator.model.flow import Flow
from generator.model.path import path_time
from generator.model.registry import Ref, Registry, UsedFlow
from generator.model.risk_scale import scale_of
from generator.render import urls, words
from generator.render.handoffs import Handoffs
from generator.render.site import AnyHolding, Doors
from generator.render.templates import ink
from generator.render.views import Line, Link

_TONES = {3: "high", 2: "medium", 1: "low"}
_VIEWS = {"spine": "流程图（手机版）", "lanes": "流程图（分岗位）", "risk": "风险防控图"}
_EXCHANGE = {"flow.bpmn": "BPMN（可继续编辑）", "flow.dot": "Graphviz", "graph.json": "JSON"}


@dataclass(frozen=True, slots=True)
class RiskView:
    """A risk point under its step."""

    number: int
    level: str
    tone: str
    title: str
    words: str
    measures: tuple[str, ...]
    facts: str


@dataclass(frozen=True, slots=True)
class StepView:
    """A line of the step list."""

    anchor: str
    number: int
    kind: str
    text: str
    posts: str
    limit: str
    facts: tuple[Line, ...]
    ways: tuple[Link, ...]
    risks: tuple[RiskView, ...]


@dataclass(frozen=True, slots=True)
class FlowBlock:
    """Everything a page shows of one flow; drawings are "" where there are none."""

    chart_id: str
    name: str
    applies: str
    summary: str
    steps: tuple[StepView, ...]
    spine: Markup
    lanes: Markup
    risk: Markup
    risk_narrow: Markup
    no_risk: str
    page: Link
    downloads: tuple[Link, ...]
    note: str = ""
    basis: str = ""


@dataclass(frozen=True, slots=True)
class FlowReader:
    """Reads flows for one page: where its links start, and what is known of the district."""

    doors: Doors
    handoffs: Handoffs

    @property
    def registry(self) -> Registry:
        """The district."""
        return self.doors.site.registry

    def blocks(self, holding: AnyHolding, used: Iterable[UsedFlow]) -> tuple[FlowBlock, ...]:
        """Flows of an item, each once: those with the same steps stand together under one name."""
        groups: list[list[UsedFlow]] = []
        for each in used:
            same = [group for group in groups if _alike(group[0], each)]
            if same:
                same[0].append(each)
            else:
                groups.append([each])
        found = (self._group(group, holding) for group in groups)
        return tuple(block for block in found if block)

    def _group(self, group: list[UsedFlow], holding: AnyHolding) -> FlowBlock | None:
        """Several uses of one flow → its block, saying what it is for."""
        first = group[0]
        block = self._block(chart_key(first, holding), first, holding.holder)
        if block is None or len(group) == 1:
            return block
        names = words.listed(dict.fromkeys(each.name for each in group))
        return replace(block, name=first.flow.name, applies=first.applies or names)

    def own_block(self, ref: Ref, flow: Flow) -> FlowBlock | None:
        """A flow on its own page, as its file says."""
        return self._block(flow_key(ref), UsedFlow(ref, flow), ref.folder)

    def _block(self, key: str, used: UsedFlow, holder: str) -> FlowBlock | None:
        charts = self.doors.site.charts.get(key)
        if charts is None:
            return None
        identity = chart_id(key)
        steps = tuple(self._step(line, identity, holder, used.ref) for line in charts.steps)
        return FlowBlock(
            chart_id=identity,
            name=used.name or used.flow.name,
            applies=used.applies,
            summary=summary(self.registry, used.ref, used.flow),
            steps=steps,
            spine=ink(charts.spine_svg),
            lanes=ink(charts.lanes_svg),
            risk=ink(charts.risk_svg),
            risk_narrow=ink(charts.risk_narrow_svg),
            no_risk=used.flow.without_risk_chart,
            page=self.doors.to(urls.of_flow(used.ref), used.flow.name),
            downloads=self._downloads(charts, used),
            note=used.flow.note,
            basis=words.listed(used.flow.basis),
        )

    def _downloads(self, charts: Charts, used: UsedFlow) -> tuple[Link, ...]:
        """The drawings as files; they lie beside the flow's page and show the shared form."""
        if used.adapted:
            return ()
        address = urls.of_flow(used.ref)
        if not self.doors.site.has(address):
            return ()
        drawn = ((_VIEWS.get(n, n), urls.of_drawing(address, n)) for n, _ in charts.standalone)
        names = (file.name for file in charts.exchange)
        others = ((_EXCHANGE.get(n, n), urls.of_exchange(address, n)) for n in names)
        here = self.doors.source
        return tuple(Link(words, urls.to(here, file)) for words, file in (*drawn, *others))

    def _step(self, line: StepLine, identity: str, holder: str, ref: Ref) -> StepView:
        follows = [way for way in line.ways if way.field or way.label]
        return StepView(
            anchor=f"{identity}-s{line.number}",
            number=line.number,
            kind=line.kind_words,
            text=line.text,
            posts=line.post,
            limit=line.limit,
            facts=self._facts(line, holder, ref),
            ways=tuple(_way(way, identity) for way in follows),
            risks=tuple(self._risk(risk) for risk in line.risks),
        )

    def _facts(self, line: StepLine, holder: str, ref: Ref) -> tuple[Line, ...]:
        """What a step needs, gives and rests on; only what is there."""
        criterion = line.criterion or words.MISSING
        fields = (
            ("", line.before),
            ("", "；".join(line.vote)),
            ("材料", words.listed(line.documents)),
            ("送达文书", words.listed(line.served_documents)),
            ("裁量基准", criterion if line.discretion else line.criterion),
            ("结果", line.outcome),
            ("依据", words.listed(line.basis)),
            ("", line.note),
        )
        told = [Line(f"{name}：{text}" if name else text) for name, text in fields if text]
        return (*told, *self._leads(line, holder, ref))

    def _leads(self, line: StepLine, holder: str, ref: Ref) -> tuple[Line, ...]:
        """The flow inside a step and the item it is handed on to."""
        leads = []
        inner = self.registry.flow_named(ref.folder, line.subflow) if line.subflow else None
        if inner:
            href = self.doors.href(urls.of_flow(inner))
            leads.append(Line(f"见流程：{self.registry.flows[inner].name}", href))
        target = self.handoffs.target(holder, line.handoff) if line.handoff else None
        if target:
            owner = self.doors.site.holder_name(target.holder)
            leads.append(Line(f"交由：{owner} {target.item.name}", self.doors.item(target).href))
        return tuple(leads)

    def _risk(self, risk: StepRisk) -> RiskView:
        scale = scale_of(self.registry.vocabulary.risk_levels)
        tone = _TONES[scale.mark(risk.level).rank]
        named = (
            ("责任岗位", risk.owner),
            ("责任领导", risk.leader),
            ("检查方式", risk.checks),
            ("频次", risk.frequency),
        )
        facts = "；".join(f"{label}：{text}" for label, text in named if text)
        title = risk.name or risk.category or "风险点"
        return RiskView(
            risk.number, risk.level, tone, title, risk.manifestation, risk.measures, facts
        )


def _alike(one: UsedFlow, other: UsedFlow) -> bool:
    """Whether two uses show the same: the same file with the same posts and days."""
    return one.ref == other.ref and (one.flow.steps, one.flow.lanes) == (
        other.flow.steps,
        other.flow.lanes,
    )


def _way(way: StepWay, identity: str) -> Link:
    """A way on → its words, leading to the line of its step."""
    return Link(way.words, f"#{identity}-s{way.target}" if way.target else "")


def summary(registry: Registry, ref: Ref, flow: Flow) -> str:
    """A flow → `共9步，最长11个工作日`; without limits only the steps."""

    def inner(name: str) -> Flow | None:
        found = registry.flow_named(ref.folder, name)
        return registry.flows[found] if found else None

    time = path_time(flow, inner).in_words()
    if not time:
        return f"共{len(flow.steps)}步"
    return f"共{len(flow.steps)}步，" + ("当场办结" if time == "当场" else f"最长{time}")
