"""How long the longest way through a flow takes, in the kinds of days its steps are written in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from generator.model.flow import Counting, Flow, Step, StepKind
from generator.model.graph import graph_of
from generator.model.limit import DayKind, TimeLimit
from generator.model.longest import longest_path

SubFlows = Callable[[str], Flow | None]
"""What a step's 用 names → that flow, None where it is not known."""

_DEEPEST = 4
"""Flows inside flows that are followed; deeper nesting is a mistake and counts nothing."""

_WORDS = {
    DayKind.WORKING: "个工作日",
    DayKind.CALENDAR: "个自然日",
    DayKind.STATED_BY_LAW: "日",
    DayKind.MONTH: "个月",
    DayKind.YEAR: "年",
    DayKind.HOUR: "小时",
}


@dataclass(frozen=True, slots=True)
class PathTime:
    """The longest way: its step numbers (from 0), and the counted limits on it added up by kind.

    *uncounted* says how many steps of the way have no limit that can be added.
    """

    way: tuple[int, ...]
    amounts: tuple[tuple[DayKind, int], ...]
    uncounted: int

    def in_words(self) -> str:
        """`11个工作日`, `5个工作日加7日`, `当场` where all is at once, "" where nothing says."""
        parts = [f"{amount}{_WORDS[kind]}" for kind, amount in self.amounts if amount]
        if parts:
            return "加".join(parts)
        return "当场" if self.amounts else ""

    def as_limit(self) -> TimeLimit | None:
        """The sum as one limit where all of it is of one kind; None where kinds are mixed."""
        kinds = [(kind, amount) for kind, amount in self.amounts if amount]
        if len(kinds) != 1:
            return None
        return TimeLimit(self.in_words(), kinds[0][1], kinds[0][0])


def path_time(flow: Flow, sub_flow: SubFlows = lambda name: None, depth: int = 0) -> PathTime:
    """A flow → its longest way by calendar days at most; loops once, 不计入 and 等待 left out."""
    limits = tuple(_limits_of(step, sub_flow, depth) for step in flow.steps)
    weights = tuple(sum(_most_days(limit) for limit in own) for own in limits)
    _, way = longest_path(graph_of(flow), weights)
    amounts: dict[DayKind, int] = {}
    for number in way:
        for limit in limits[number]:
            if limit.kind is not None and limit.amount is not None:
                amounts[limit.kind] = amounts.get(limit.kind, 0) + limit.amount
    uncounted = sum(1 for number in way if not limits[number])
    in_order = tuple((kind, amounts[kind]) for kind in DayKind if kind in amounts)
    return PathTime(way, in_order, uncounted)


def counts(step: Step) -> bool:
    """Whether the days of a step count towards the item's limit."""
    return step.counting is not Counting.NOT_COUNTED and step.kind is not StepKind.WAIT


def _limits_of(step: Step, sub_flow: SubFlows, depth: int) -> tuple[TimeLimit, ...]:
    """The limits that a step adds to a way: its own, or those of the flow inside it."""
    if not counts(step):
        return ()
    if step.limit is not None:
        return (step.limit,) if step.limit.computable else ()
    inner = sub_flow(step.uses) if step.uses and depth < _DEEPEST else None
    if inner is None:
        return ()
    time = path_time(inner, sub_flow, depth + 1)
    return tuple(TimeLimit(f"{n}{_WORDS.get(kind, '')}", n, kind) for kind, n in time.amounts)


def _most_days(limit: TimeLimit) -> int:
    days = limit.calendar_days()
    return days[1] if days else 0
