"""A registry → references that lead nowhere: flows, items, duty sets, topics, windows, units."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import chain

from generator.load.flow_use import uses_of
from generator.load.unknown import unknown
from generator.model.body import Unit, Village
from generator.model.flow import Flow
from generator.model.graph import step_targets
from generator.model.item import Item
from generator.model.micro_power import MicroPower
from generator.model.record import Where
from generator.model.registry import Holding, Ref, Registry, flow_places, item_places
from generator.problem import Problem, Span, error

Written = Holding[Item] | Holding[MicroPower]
_IDENTIFIER = re.compile(r"[a-z0-9_][a-z0-9_/-]*")


def as_written(registry: Registry) -> Iterator[Written]:
    """Every item where it is written or changed, so that no shared item is looked at 122 times."""
    yield from registry.shared_powers
    yield from registry.shared_micro_powers
    for held in registry.powers.values():
        yield from (holding for holding in held if holding.is_local)
    for held_by_village in registry.micro_powers.values():
        yield from (holding for holding in held_by_village if holding.is_local)


@dataclass(frozen=True)
class References:
    """What references may mean; *broken* are files that could not be read."""

    registry: Registry
    broken: frozenset[Ref]

    def problems(self) -> Iterator[Problem]:
        """Every reference that leads nowhere, once for each place where it is written."""
        for holding in as_written(self.registry):
            yield from self._in_item(holding)
        for ref, flow in self.registry.flows.items():
            yield from self._in_flow(ref.folder, flow)
        for unit in self.registry.units:
            yield from self._in_post_map(f"powers/{unit.id}", unit)
        for village in self.registry.villages:
            yield from self._in_village(village)
        yield from self._in_topics()
        for number, name in enumerate(self.registry.district.unit_order):
            if name not in self._units and Ref(f"powers/{name}", "unit") not in self.broken:
                where = self.registry.district.at("单位次序", number)
                yield unknown("单位", name, where.span, self._units)

    def _in_item(self, holding: Written) -> Iterator[Problem]:
        item, folder = holding.item, holding.holder
        for path, use in uses_of(item):
            yield from self._flow(folder, use.flow, item.at(*path, "用"))
            ref = self.registry.flow_named(folder, use.flow)
            if ref is not None and use.limits:
                limits = item.at(*path, "时限")
                yield from _unknown_steps(self.registry.flows[ref], [*use.limits], limits)
        yield from self._power(folder, item.handoff, item.at("交由"))
        for number, topic in enumerate(item.topics):
            yield from self._topic(topic, item.at("主题", number))
        for number, event in enumerate(item.adjustments):
            for place, target in enumerate(event.goes_to):
                if _IDENTIFIER.fullmatch(target):
                    where = item.at("调整", number, "去向", place)
                    yield from self._item(folder, target, where)
        for number, result in enumerate(item.results):
            yield from self._unit(result.issuer, item.at("结果", number, "制发"))
        if isinstance(item, Item):
            yield from self._in_power(item)

    def _in_power(self, item: Item) -> Iterator[Problem]:
        """What only powers of units refer to."""
        for number, body in enumerate(item.joint_bodies):
            yield from self._unit(body, item.at("共同实施", number))
        wanted = item.responsibility.shared_set if item.responsibility else ""
        if wanted:
            yield from self._duty_set(wanted, item.at("责任", "套用"))
        windows = self._windows
        for number, window in enumerate(item.guide.windows if item.guide and windows else ()):
            if window not in windows and not self._any_broken("unit"):
                where = item.at("办事指南", "办理窗口", number)
                yield unknown("窗口", window, where.span, windows)

    @cached_property
    def _windows(self) -> dict[str, str]:
        """The windows of all units, in their order."""
        return {window.name: "" for unit in self.registry.units for window in unit.windows}

    @cached_property
    def _units(self) -> dict[str, str]:
        return {unit.id: unit.name for unit in self.registry.units}

    @cached_property
    def _topics(self) -> dict[str, None]:
        return {topic.name: None for topic in self.registry.topics}

    def _duty_set(self, name: str, where: Where) -> Iterator[Problem]:
        """A set of duties that is not there; without the file of sets, all of them are that."""
        sets = self.registry.duty_sets
        if name in sets or Ref("powers/_common", "duties") in self.broken:
            return
        if sets:
            titles = {key: found.name for key, found in sets.items()}
            yield unknown("通用责任", name, where.span, titles)
        else:
            sentence = "没有通用责任可以套用，缺少 powers/_common/duties.yml"
            hint = "新建这个文件，写明各套通用责任；或者不写“套用”，把责任写在事项里"
            yield error("unknown-reference", sentence, where.span, hint)

    def _in_flow(self, folder: str, flow: Flow) -> Iterator[Problem]:
        yield from self._flow(folder, flow.replaces, flow.at("再造前"))
        for number, step in enumerate(flow.steps):
            if step.uses:
                yield from self._flow(folder, step.uses, flow.at("步骤", number, "用"))
            if step.handoff:
                yield from self._power(folder, step.handoff, flow.at("步骤", number, "交由"))

    def _in_post_map(self, folder: str, body: Unit | Village) -> Iterator[Problem]:
        for name in body.post_map:
            yield from self._flow(folder, name, body.at("岗位对应", name).name)

    def _in_village(self, village: Village) -> Iterator[Problem]:
        yield from self._in_post_map(f"villages/{village.id}", village)
        folder = f"powers/{village.township}"
        unit = self.registry.unit_in(folder)
        if not village.township or Ref(folder, "unit") in self.broken:
            return
        if unit is None or not unit.is_township:
            townships = [unit.id for unit in self.registry.units if unit.is_township]
            span = Span(village.source.file)
            yield unknown("乡镇或街道", village.township, span, townships)

    def _in_topics(self) -> Iterator[Problem]:
        for topic in self.registry.topics:
            for number, name in enumerate(topic.items):
                yield from self._item("powers", name, topic.at("事项", number))

    def _flow(self, folder: str, name: str, where: Where) -> Iterator[Problem]:
        """A flow that is not found where it may lie."""
        if not name or self.registry.flow_named(folder, name):
            return
        unit = self.registry.unit_in(folder)
        places = flow_places(folder, unit.adopts if unit else "", name)
        folders = {place.folder for place in places}
        if self._is_broken(places):
            return
        flows = self.registry.flows.items()
        titles = {ref.id: flow.name for ref, flow in flows if ref.folder in folders}
        yield unknown("流程", name, where.span, titles)

    @cached_property
    def _shared_folders(self) -> frozenset[str]:
        return frozenset(held.holder for held in self.registry.shared_powers)

    def _power(self, folder: str, name: str, where: Where) -> Iterator[Problem]:
        """交由 of a power that no list has; whether the township has it is for the check stage."""
        if not name or self.registry.item_named(folder, name):
            return
        shared = item_places("powers", name) if name.startswith("_") else ()
        places = (*item_places(folder, name), *shared)
        if any(ref == holding.ref for ref in places for holding in self.registry.shared_powers):
            return
        if self._is_broken(places):
            return
        body, slash, _ = name.rpartition("/")
        titles = self._powers_in({ref.folder for ref in places})
        if slash and not titles and f"powers/{body}" not in self.registry.powers:
            yield self._no_body(body, where.span)
        else:
            named = {f"{body}{slash}{key}": title for key, title in titles.items()}
            yield unknown("事项", name, where.span, named)

    def _no_body(self, body: str, span: Span) -> Problem:
        """A reference into a folder that no unit and no shared list has."""
        lists = {folder.removeprefix("powers/"): "" for folder in self._shared_folders}
        return unknown("单位", body, replace(span, length=len(body)), lists | self._units)

    def _item(self, folder: str, name: str, where: Where) -> Iterator[Problem]:
        """An item of any list: a power, or a village item by `_common/id` or its bare id."""
        places = (*item_places(folder, name), Ref(folder, name), _village_place(name))
        if any(ref in self._village_items for ref in places) or self._is_broken(places):
            return
        yield from self._power(folder, name, where)

    @cached_property
    def _village_items(self) -> frozenset[Ref]:
        shared = (held.ref for held in self.registry.shared_micro_powers)
        own = (held.ref for row in self.registry.micro_powers.values() for held in row)
        return frozenset((*shared, *own))

    def _topic(self, name: str, where: Where) -> Iterator[Problem]:
        names = self._topics
        if names and name not in names and Ref("powers", "topics") not in self.broken:
            yield unknown("主题", name, where.span, names)

    def _unit(self, name: str, where: Where) -> Iterator[Problem]:
        """A unit named by its id; a name in Chinese needs no unit."""
        known = self._units
        if name in known or not _IDENTIFIER.fullmatch(name):
            return
        if Ref(f"powers/{name}", "unit") not in self.broken:
            problem = unknown("单位", name, where.span, known)
            hint = problem.hint if "是不是" in problem.hint else "没有录入的单位，直接写中文名称"
            yield error(problem.code, problem.sentence, problem.span, hint)

    def _powers_in(self, folders: set[str]) -> dict[str, str]:
        """The ids of the powers of some holders, with their names."""
        held = chain(self.registry.shared_powers, *self.registry.powers.values())
        return dict(sorted((h.ref.id, h.item.name) for h in held if h.holder in folders))

    def _is_broken(self, places: tuple[Ref, ...]) -> bool:
        """Whether a file that was left out may be the one that is meant."""
        named = (name for ref in places for name in (ref, *left_out(ref.folder)))
        return any(name in self.broken for name in named)

    def _any_broken(self, name: str) -> bool:
        return any(ref.id == name for ref in self.broken)


def left_out(folder: str) -> tuple[Ref, Ref]:
    """What `broken` holds where a whole folder, or a file of it without an id, was left out."""
    return Ref(folder, "unit"), Ref(folder, "")


def _unknown_steps(flow: Flow, names: list[str], limits: Where) -> Iterator[Problem]:
    """时限 of a step that the flow does not have."""
    steps = [step.code or step.text for step in flow.steps]
    targets = step_targets(flow)
    for name in names:
        if name not in targets:
            span = limits.below(name).name.span
            yield unknown(f"流程“{flow.name}”的步骤", name, span, steps)


def _village_place(name: str) -> Ref:
    """`_common/bm-001` or `villages/_common/bm-001` → the item of the shared village list."""
    folder, _, identity = name.rpartition("/")
    return Ref(f"villages/{folder.removeprefix('villages/')}", identity)
