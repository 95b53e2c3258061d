"""Items in force → flows whose longest way takes longer than the promise."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from generator.check.rule import Rule
from generator.check.subjects import subjects
from generator.model.calendar import work_bounds
from generator.model.flow import Flow
from generator.model.item import Item
from generator.model.limit import DayKind, TimeLimit
from generator.model.micro_power import MicroPower
from generator.model.origin import Key
from generator.model.path import PathTime, counts, path_time
from generator.model.registry import Registry, UsedFlow
from generator.problem import Problem, warning

CODE = "path-longer-than-promise"


def find(registry: Registry) -> Iterator[Problem]:
    """Every flow as an item uses it whose counted days surely exceed 承诺, or 法定 without one."""
    times: dict[int, PathTime] = {}
    sums: dict[int, list[TimeLimit]] = {}
    work = work_bounds(registry.holidays)
    for subject in subjects(registry):
        item = subject.holding.item
        for used in subject.holding.flows:
            promised, path = _promise(item, used)
            if promised is None:
                continue
            key = id(used.flow)
            if key not in sums:
                sums[key] = _all_in_a_row(used.flow)
            if sums[key] and not any(limit.exceeds(promised, work) for limit in sums[key]):
                continue
            if key not in times:
                times[key] = path_time(used.flow, partial(_flow, registry, used.ref.folder))
            total = times[key].as_limit()
            if total is not None and total.exceeds(promised, work):
                sentence = f"按流程“{used.flow.name}”最长要{total.text}，承诺时限是{promised.text}"
                hint = "缩短流程各步的时限，不算在内的写“计时: 不计入”，或改承诺时限"
                yield warning(CODE, sentence, item.place(*path, "承诺"), hint)


def _promise(item: Item | MicroPower, used: UsedFlow) -> tuple[TimeLimit | None, tuple[Key, ...]]:
    """What a flow must keep to, and where it stands: the promise of its 子项, else of the item."""
    for row, part in enumerate(item.sub_items if isinstance(item, Item) else ()):
        if used.sub_item == part.code and part.limits and part.limits.promised:
            return part.limits.promised, ("子项", row, "时限")
    return (item.limits.promised if item.limits else None), ("时限",)


def _all_in_a_row(flow: Flow) -> list[TimeLimit]:
    """The days of all steps together by kind, which no way exceeds; none where one is a flow."""
    if any(step.uses for step in flow.steps):
        return []
    limits = [step.limit for step in flow.steps if step.limit and counts(step)]
    kinds = [kind for kind in DayKind if any(limit.kind is kind for limit in limits)]
    return [
        TimeLimit("", sum(limit.amount or 0 for limit in limits if limit.kind is kind), kind)
        for kind in kinds
    ] or [TimeLimit("", 0, DayKind.AT_ONCE)]


def _flow(registry: Registry, folder: str, name: str) -> Flow | None:
    ref = registry.flow_named(folder, name)
    return registry.flows[ref] if ref else None


RULE = Rule(CODE, find)
