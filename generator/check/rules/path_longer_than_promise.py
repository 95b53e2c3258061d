"""Items in force → flows whose longest way takes longer than the promise."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from generator.check.laws import in_its_days
from generator.check.rule import Rule
from generator.check.subjects import subjects
from generator.model.calendar import work_bounds
from generator.model.excess import Excess, excess
from generator.model.flow import Flow
from generator.model.guide import Limits
from generator.model.item import Item
from generator.model.limit import TimeLimit, with_weekends
from generator.model.micro_power import MicroPower
from generator.model.origin import Key
from generator.model.path import PathTime, counts, path_time, weight
from generator.model.registry import Registry, UsedFlow
from generator.problem import Problem, advice, warning

CODE = "path-longer-than-promise"

_HINT = {
    "承诺": "缩短流程各步的时限，不算在内的写“计时: 不计入”，或改承诺时限",
    "法定": "缩短流程各步的时限，不算在内的写“计时: 不计入”",
}


@dataclass(frozen=True, slots=True)
class _Bound:
    """What a flow must keep to: 承诺 or 法定, the limit as compared and as written, its place."""

    field: str
    limit: TimeLimit
    text: str
    path: tuple[Key, ...]


def find(registry: Registry) -> Iterator[Problem]:
    """Every flow as an item uses it whose counted days surely exceed 承诺, or 法定 without one.

    Where only a long holiday could save the promise it is 提示.
    """
    times: dict[int, PathTime] = {}
    sums: dict[int, int | None] = {}
    for subject in subjects(registry):
        item = subject.holding.item
        for used in subject.holding.flows:
            bound = _bound(registry, item, used)
            if bound is None:
                continue
            key = id(used.flow)
            if key not in sums:
                sums[key] = _all_in_a_row(used.flow)
            together = sums[key]
            if together is not None and together <= weight(bound.limit):
                continue
            if key not in times:
                times[key] = path_time(used.flow, partial(_flow, registry, used.ref.folder))
            yield from _problems(registry, item, (used.flow, times[key]), bound)


def _problems(
    registry: Registry, item: Item | MicroPower, timed: tuple[Flow, PathTime], bound: _Bound
) -> Iterator[Problem]:
    flow, time = timed
    start = f"按流程“{flow.name}”最长要{time.in_words()}"
    hint, place = _HINT[bound.field], item.at(*bound.path)
    sure = excess(time.pieces, bound.limit, work_bounds(registry.holidays))
    if sure:
        yield warning(CODE, f"{start}{_reckoned('', sure)}{_end(bound, sure)}", place.span, hint)
        return
    mostly = excess(time.pieces, bound.limit, with_weekends)
    if mostly:
        told = f"{start}{_reckoned('不碰上放假', mostly)}{_end(bound, mostly)}"
        yield advice(CODE, told, place.span, f"多半超过，碰上长假才不一定：{hint}")


def _reckoned(when: str, found: Excess) -> str:
    """`，至少是54日（20个工作日至少24日、30日）`; "" where the amounts themselves tell."""
    parts = f"（{'、'.join(found.parts)}）" if found.parts else ""
    return f"，{when}至少是{found.least}{parts}" if found.least else ""


def _end(bound: _Bound, found: Excess) -> str:
    most = f"，最多{found.most}" if found.most else ""
    return f"，{bound.field}时限是{bound.text}{most}"


def _bound(registry: Registry, item: Item | MicroPower, used: UsedFlow) -> _Bound | None:
    """What a flow must keep to: the promise of its 子项, else of the item, else the law's limit.

    A law that lets the time be prolonged tells no bound: the flow may show how.
    """
    own = item.limits
    for row, part in enumerate(item.sub_items if isinstance(item, Item) else ()):
        if used.sub_item == part.code and part.limits and part.limits.promised:
            return _promise(registry, part.limits, own, ("子项", row, "时限"))
    if own is None or own.promised:
        return _promise(registry, own, own, ("时限",)) if own else None
    if own.statutory is None or own.extension:
        return None
    limit = in_its_days(registry, own.statutory.limit, own.statutory)
    return _Bound("法定", limit, own.statutory.limit.text, ("时限", "法定", "期限"))


def _promise(
    registry: Registry, limits: Limits, of_item: Limits | None, path: tuple[Key, ...]
) -> _Bound | None:
    if limits.promised is None:
        return None
    statutory = limits.statutory or (of_item.statutory if of_item else None)
    limit = in_its_days(registry, limits.promised, statutory) if statutory else limits.promised
    return _Bound("承诺", limit, limits.promised.text, (*path, "承诺"))


def _all_in_a_row(flow: Flow) -> int | None:
    """What all steps together mostly take, which no way exceeds; None where one is a flow."""
    if any(step.uses for step in flow.steps):
        return None
    return sum(weight(step.limit) for step in flow.steps if step.limit and counts(step))


def _flow(registry: Registry, folder: str, name: str) -> Flow | None:
    ref = registry.flow_named(folder, name)
    return registry.flows[ref] if ref else None


RULE = Rule(CODE, find)
