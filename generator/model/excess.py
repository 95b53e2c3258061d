"""Limits one after the other and a promise → whether they surely take longer, and how one sees it.

Working days, months and hours are not added up as numbers: each is turned into what it takes at
least, calendar days where the promise is of these, working days where it is of those. What is said
then holds from whatever day one begins.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from generator.model.limit import Bounds, DayKind, TimeLimit, with_weekends

_A_DAY = 24
"""Hours."""
_LONGEST = 5000
"""Working days that are looked for in a limit; a longer one is a slip of the pen."""


@dataclass(frozen=True, slots=True)
class Excess:
    """That limits take longer than a promise, in words.

    *least* is what they take together (`54日`), *parts* what each adds to that, in order
    (`20个工作日至少24日`, `30日`), *most* what the promise is at most (`31日`); each "" or empty
    where the amounts themselves tell.
    """

    least: str = ""
    parts: tuple[str, ...] = ()
    most: str = ""


def excess(row: tuple[TimeLimit, ...], promised: TimeLimit, work: Bounds) -> Excess | None:
    """Limits in their order (`PathTime.pieces`) → how they surely exceed a promise, else None.

    *work* bounds working days. What 日 means is the same in the row and in the promise, and it is
    longer either way; a promise whose law says what they are comes as 工作日 or 自然日.
    """
    if not row or promised.kind is None or promised.amount is None:
        return None
    if all(limit.kind is promised.kind for limit in row):
        return Excess() if sum(limit.amount or 0 for limit in row) > promised.amount else None
    if promised.kind is DayKind.WORKING:
        return _in_working_days(row, promised, work)
    if promised.kind is DayKind.STATED_BY_LAW:
        working = tuple(_as_working(limit) for limit in row)
        if excess(working, _as_working(promised), work) is None:
            return None
        promised = replace(promised, kind=DayKind.CALENDAR)
    return _in_calendar_days(row, promised, work)


def ordinary_days(row: tuple[TimeLimit, ...]) -> tuple[int, int]:
    """Limits in their order → the least and the most days they take in weeks without holidays.

    日 is a day of the calendar.
    """
    hours = sum(limit.amount or 0 for limit in row if limit.kind is DayKind.HOUR)
    spans = [_span(limit) for limit in row if limit.kind is not DayKind.HOUR]
    least, most = (sum(span[end] for span in spans) for end in (0, 1))
    return least + hours // _A_DAY, most - (-hours // _A_DAY)


def _span(limit: TimeLimit) -> tuple[int, int]:
    stated = limit.kind is DayKind.STATED_BY_LAW
    read = replace(limit, kind=DayKind.CALENDAR) if stated else limit
    return read.calendar_days(with_weekends) or (0, 0)


def _in_calendar_days(
    row: tuple[TimeLimit, ...], promised: TimeLimit, work: Bounds
) -> Excess | None:
    """The least calendar days of each limit together against the most of the promise."""
    limits = (*(limit for limit in row if limit.kind is not DayKind.HOUR), *_hours(row))
    days = [_least(limit, work) for limit in limits]
    most = (promised.calendar_days(work) or (0, 0))[1]
    if sum(days) <= most:
        return None
    if not most:
        return Excess()
    parts = tuple(_turned(limit, least) for limit, least in zip(limits, days, strict=True))
    told = f"{most}日" if promised.kind in (DayKind.MONTH, DayKind.YEAR, DayKind.WORKING) else ""
    return Excess(f"{sum(days)}日", parts, told)


def _in_working_days(
    row: tuple[TimeLimit, ...], promised: TimeLimit, work: Bounds
) -> Excess | None:
    """The working days that pass in each limit at least against those of the promise."""
    days = [_work_within(limit, work) for limit in row]
    if sum(days) > (promised.amount or 0):
        parts = tuple(_worked(limit, passed) for limit, passed in zip(row, days, strict=True))
        return Excess(f"{sum(days)}个工作日", parts)
    return _in_calendar_days(row, promised, work) if len(row) == 1 else None


def _as_working(limit: TimeLimit) -> TimeLimit:
    stated = limit.kind is DayKind.STATED_BY_LAW
    return replace(limit, kind=DayKind.WORKING) if stated else limit


def _hours(row: tuple[TimeLimit, ...]) -> tuple[TimeLimit, ...]:
    """The hours of a row as whole days; what is less than a day may lie in the day before."""
    days = sum(limit.amount or 0 for limit in row if limit.kind is DayKind.HOUR) // _A_DAY
    return (TimeLimit(f"{days * _A_DAY}小时", days, DayKind.CALENDAR),) if days else ()


def _least(limit: TimeLimit, work: Bounds) -> int:
    """The calendar days that a limit takes at least."""
    if limit.kind is DayKind.HOUR:
        return (limit.amount or 0) // _A_DAY
    return (limit.calendar_days(work) or (0, 0))[0]


def _work_within(limit: TimeLimit, work: Bounds) -> int:
    """The working days that pass within a limit from whatever day it begins."""
    if limit.kind is DayKind.WORKING:
        return limit.amount or 0
    days, passed = _least(limit, work), 0
    while passed < min(days, _LONGEST) and work(passed + 1)[1] <= days:
        passed += 1
    return passed


def _turned(limit: TimeLimit, days: int) -> str:
    """`20个工作日至少24日`; what is told in days already as it is."""
    of_days = limit.text in (f"{days}日", f"{days}个自然日")
    return limit.text if of_days else f"{limit.text}至少{days}日"


def _worked(limit: TimeLimit, passed: int) -> str:
    """`30日里至少15个工作日`; working days as they are."""
    if limit.kind is DayKind.WORKING:
        return limit.text
    return f"{limit.text}里至少{passed}个工作日"
