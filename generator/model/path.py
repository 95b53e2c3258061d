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
_WEIGHTS = {
    DayKind.WORKING: 168,
    DayKind.CALENDAR: 120,
    DayKind.STATED_BY_LAW: 120,
    DayKind.MONTH: 3652,
    DayKind.YEAR: 43830,
    DayKind.HOUR: 5,
}
"""One of each kind in 120ths of a day, as it is on the average: five working days are a week."""


@dataclass(frozen=True, slots=True)
class PathTime:
    """The longest way: its step numbers (from 0), and the limits that count on it, in its order.

    In *row* None stands where the count stops: 等待 and 不计入. *uncounted* says how many steps of
    the way have no limit that can be added.
    """

    way: tuple[int, ...]
    row: tuple[TimeLimit | None, ...]
    uncounted: int

    @property
    def amounts(self) -> tuple[tuple[DayKind, int], ...]:
        """The limits of the way added up by kind."""
        sums: dict[DayKind, int] = {}
        for limit in self.row:
            if limit is not None and limit.kind is not None:
                sums[limit.kind] = sums.get(limit.kind, 0) + (limit.amount or 0)
        return tuple((kind, sums[kind]) for kind in DayKind if kind in sums)

    @property
    def pieces(self) -> tuple[TimeLimit, ...]:
        """The limits of the way in its order, neighbours of a kind added up.

        Days on both sides of a stop are not added up: a weekend may lie in it.
        """
        found: list[TimeLimit] = []
        stopped = True
        for limit in self.row:
            if limit is not None and limit.kind is not None and limit.amount:
                together = not stopped and found[-1].kind is limit.kind
                before = (found.pop().amount or 0) if together else 0
                found.append(limit_of(before + limit.amount, limit.kind))
            stopped = limit is None or (stopped and not limit.amount)
        return tuple(found)

    def in_words(self) -> str:
        """`11个工作日`, `5个工作日加7日`, `当场` where all is at once, "" where nothing says."""
        amounts = self.amounts
        parts = [limit_of(amount, kind).text for kind, amount in amounts if amount]
        if parts:
            return "加".join(parts)
        return "当场" if amounts else ""

    def as_limit(self) -> TimeLimit | None:
        """The sum as one limit where all of it is of one kind; None where kinds are mixed."""
        kinds = [(kind, amount) for kind, amount in self.amounts if amount]
        return limit_of(kinds[0][1], kinds[0][0]) if len(kinds) == 1 else None


def limit_of(amount: int, kind: DayKind) -> TimeLimit:
    """So many of a kind → the limit, in words too."""
    return TimeLimit(f"{amount}{_WORDS.get(kind, '')}", amount, kind)


def path_time(flow: Flow, sub_flow: SubFlows = lambda name: None, depth: int = 0) -> PathTime:
    """A flow → its longest way; loops once, 不计入 and 等待 left out.

    Which of ways of different kinds of days is the longest is told by what they mostly take.
    """
    rows = tuple(_row_of(step, sub_flow, depth) for step in flow.steps)
    weights = tuple(sum(weight(limit) for limit in row if limit) for row in rows)
    _, way = longest_path(graph_of(flow), weights)
    row = tuple(limit for number in way for limit in rows[number])
    return PathTime(way, row, sum(1 for number in way if not any(rows[number])))


def counts(step: Step) -> bool:
    """Whether the days of a step count towards the item's limit."""
    return step.counting is not Counting.NOT_COUNTED and step.kind is not StepKind.WAIT


def weight(limit: TimeLimit) -> int:
    """What a limit mostly takes, in 120ths of a day; 0 where it cannot be computed."""
    return (limit.amount or 0) * _WEIGHTS.get(limit.kind, 0) if limit.kind else 0


def _row_of(step: Step, sub_flow: SubFlows, depth: int) -> tuple[TimeLimit | None, ...]:
    """What a step adds to the row of a way: its own limit, or the row of the flow inside it."""
    if not counts(step):
        at_once = step.limit is not None and step.limit.kind is DayKind.AT_ONCE
        return () if at_once else (None,)
    if step.limit is not None:
        return (step.limit,) if step.limit.computable else ()
    inner = sub_flow(step.uses) if step.uses and depth < _DEEPEST else None
    return path_time(inner, sub_flow, depth + 1).row if inner else ()
