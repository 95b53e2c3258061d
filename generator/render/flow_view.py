"""A flow as an item uses it → what the chart block of a page shows: step list and drawings."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from markupsafe import Markup

from generator.model.chart_key import chart_id, chart_key, flow_key
from generator.model.charts import Charts
from generator.model.flow import Flow
from generator.model.registry import Ref, Registry, UsedFlow
from generator.render import urls, words
from generator.render.flow_time import reckoning, summary
from generator.render.grounds import compared
from generator.render.handoffs import Handoffs
from generator.render.savings import DAYS, STEPS, savings
from generator.render.site import AnyHolding, Doors
from generator.render.step_view import StepReader, StepView
from generator.render.templates import ink
from generator.render.views import Link

NOWHERE = Link("")
OWN_VIEWS = ("lanes", "risk")
"""The drawings of an adapted flow that are files: the narrow one says the same as the lanes."""
_VIEWS = {"spine": "流程图（手机版）", "lanes": "流程图（分岗位）", "risk": "风险防控图"}
_EXCHANGE = {"flow.bpmn": "BPMN（可继续编辑）", "flow.dot": "Graphviz", "graph.json": "JSON"}


@dataclass(frozen=True, slots=True)
class FlowBlock:
    """Everything a page shows of one flow; drawings are "" where there are none.

    *lanes_file* and *risk_file* are the downloads that a reader without scripts sees in full size;
    they lead nowhere where a preview leaves them out.
    """

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
    lanes_file: Link
    risk_file: Link
    legend: Link
    reckoning: str
    remade: Link = NOWHERE
    note: str = ""
    basis: str = ""


@dataclass(frozen=True, slots=True)
class _Place:
    """Who uses a flow, and how the addresses of its files begin."""

    holder: str
    files: str


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
        found = (self._group(group, holding) for group in _grouped(used))
        return tuple(block for block in found if block)

    def _group(self, group: list[UsedFlow], holding: AnyHolding) -> FlowBlock | None:
        """Several uses of one flow → its block, saying what it is for."""
        first = group[0]
        key = chart_key(first, holding)
        files = own_files(first, holding) if first.adapted else urls.of_flow(first.ref)
        block = self._block(key, first, _Place(holding.holder, files))
        if block is None:
            return None
        block = replace(block, remade=self._remade(first.ref))
        if len(group) == 1:
            return block
        names = words.listed(dict.fromkeys(each.name for each in group))
        return replace(block, name=first.flow.name, applies=first.applies or names)

    def own_block(self, ref: Ref, flow: Flow) -> FlowBlock | None:
        """A flow on its own page, as its file says."""
        return self._block(
            flow_key(ref), UsedFlow(ref, flow), _Place(ref.folder, urls.of_flow(ref))
        )

    def _block(self, key: str, used: UsedFlow, place: _Place) -> FlowBlock | None:
        charts = self.doors.site.charts.get(key)
        if charts is None:
            return None
        identity = chart_id(key)
        files = self._drawings(charts, used, place.files)
        steps = StepReader(
            self.doors, self.handoffs, place.holder, used.ref, identity, charts.steps
        ).steps()
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
            downloads=(*files.values(), *self._exchange(charts, used)),
            lanes_file=files.get("lanes", NOWHERE),
            risk_file=files.get("risk", NOWHERE),
            legend=self.doors.to(urls.LEGEND, "怎么看这张图"),
            reckoning=reckoning(self.registry, used.ref, used.flow),
            note=used.flow.note,
            basis=words.listed(compared(self.doors.site, used.flow.basis)),
        )

    def _remade(self, ref: Ref) -> Link:
        """What the re-engineering of a flow saved, leading to the comparison."""
        flow = self.registry.flows[ref]
        former = self.registry.flow_named(ref.folder, flow.replaces) if flow.replaces else None
        if former is None:
            return NOWHERE
        told = savings(self.registry, (former, self.registry.flows[former]), (ref, flow))
        least = [each for each in told if each.what in (STEPS, DAYS)]
        said = "，".join(f"{each.what}{each.before}变{each.after}" for each in least)
        return self.doors.to(urls.of_flow(ref), f"流程再造过：{said}。看前后对比", "former")

    def _drawings(self, charts: Charts, used: UsedFlow, files: str) -> dict[str, Link]:
        """The drawings as files, by view."""
        if not (used.adapted or self.doors.site.has(files)):
            return {}
        return {
            view: Link(_VIEWS[view], urls.to(self.doors.source, urls.of_drawing(files, view)))
            for view in charts.views
            if view in OWN_VIEWS or not used.adapted
        }

    def _exchange(self, charts: Charts, used: UsedFlow) -> tuple[Link, ...]:
        """The files for other programs; they lie beside the flow's page and have its own posts."""
        address = urls.of_flow(used.ref)
        if used.adapted or not self.doors.site.has(address):
            return ()
        names = (file.name for file in charts.exchange)
        files = ((_EXCHANGE.get(name, name), urls.of_exchange(address, name)) for name in names)
        return tuple(Link(words, urls.to(self.doors.source, file)) for words, file in files)


def own_files(used: UsedFlow, holding: AnyHolding) -> str:
    """A flow that an item adapts → how the addresses of its drawings begin."""
    number = chart_key(used, holding).rpartition("/")[2]
    return urls.of_own_files(holding.holder, holding.ref.id, number)


def first_of_each(used: Iterable[UsedFlow]) -> tuple[UsedFlow, ...]:
    """Flows of an item → those that its page draws: the first of each that show the same."""
    return tuple(group[0] for group in _grouped(used))


def _grouped(used: Iterable[UsedFlow]) -> list[list[UsedFlow]]:
    groups: list[list[UsedFlow]] = []
    for each in used:
        same = [group for group in groups if _alike(group[0], each)]
        if same:
            same[0].append(each)
        else:
            groups.append([each])
    return groups


def _alike(one: UsedFlow, other: UsedFlow) -> bool:
    """Whether two uses show the same: the same file in the same words."""
    return one.ref == other.ref and (one.flow.steps, one.flow.lanes) == (
        other.flow.steps,
        other.flow.lanes,
    )
