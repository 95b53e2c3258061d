"""The step list of a flow as an item uses it → what a page shows of each step."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.chart_key import step_anchor
from generator.model.charts import StepLine, StepRisk, StepWay
from generator.model.registry import Ref
from generator.model.risk_scale import scale_of
from generator.render import urls, words
from generator.render.grounds import compared
from generator.render.handoffs import Handoffs
from generator.render.site import Doors
from generator.render.views import Line, Link

_TONES = {3: "high", 2: "medium", 1: "low"}


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
class StepReader:
    """Reads the steps of one flow for one page: who uses it, and what its anchors begin with."""

    doors: Doors
    handoffs: Handoffs
    holder: str
    ref: Ref
    chart: str
    lines: tuple[StepLine, ...]

    def steps(self) -> tuple[StepView, ...]:
        """Every step, in the order written."""
        return tuple(self._step(line) for line in self.lines)

    def _anchor(self, number: int) -> str:
        return step_anchor(self.chart, self.lines[number - 1].key)

    def _way(self, way: StepWay) -> Link:
        """A way on → its words, leading to the line of its step."""
        return Link(way.words, f"#{self._anchor(way.target)}" if way.target else "")

    def _step(self, line: StepLine) -> StepView:
        follows = [way for way in line.ways if way.field or way.label]
        return StepView(
            anchor=self._anchor(line.number),
            number=line.number,
            kind=line.kind_words,
            text=line.text,
            posts=line.post,
            limit=line.limit,
            facts=self._facts(line),
            ways=tuple(self._way(way) for way in follows),
            risks=tuple(self._risk(risk) for risk in line.risks),
        )

    def _facts(self, line: StepLine) -> tuple[Line, ...]:
        """What a step needs, gives and rests on; only what is there."""
        criterion = line.criterion or words.MISSING
        fields = (
            ("", line.before),
            ("", "；".join(line.vote)),
            ("材料", words.listed(line.documents)),
            ("送达文书", words.listed(line.served_documents)),
            ("裁量基准", criterion if line.discretion else line.criterion),
            ("结果", line.outcome),
            ("依据", words.listed(compared(self.doors.site, line.basis))),
            ("", line.note),
        )
        told = [Line(f"{name}：{text}" if name else text) for name, text in fields if text]
        return (*told, *self._leads(line))

    def _leads(self, line: StepLine) -> tuple[Line, ...]:
        """The flow inside a step and the item it is handed on to."""
        registry = self.doors.site.registry
        leads = []
        inner = registry.flow_named(self.ref.folder, line.subflow) if line.subflow else None
        if inner:
            href = self.doors.href(urls.of_flow(inner))
            leads.append(Line(f"见流程：{registry.flows[inner].name}", href))
        target = self.handoffs.target(self.holder, line.handoff) if line.handoff else None
        if target:
            owner = self.doors.site.holder_name(target.holder)
            leads.append(Line(f"交由：{owner} {target.item.name}", self.doors.item(target).href))
        return tuple(leads)

    def _risk(self, risk: StepRisk) -> RiskView:
        scale = scale_of(self.doors.site.registry.vocabulary.risk_levels)
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
