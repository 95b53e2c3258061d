"""What is said to take longer than a promise does so from every day on which one may begin."""

from __future__ import annotations

import calendar
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from generator.model.excess import Excess, excess
from generator.model.limit import (
    Bounds,
    DayKind,
    TimeLimit,
    days_of_work,
    parse_limit,
    with_weekends,
)
from generator.model.path import PathTime, limit_of
from generator.tests.arrangements import BLOCKS, days_between, working_days

KINDS = (DayKind.WORKING, DayKind.CALENDAR, DayKind.STATED_BY_LAW, DayKind.MONTH, DayKind.HOUR)
MEANINGS = (DayKind.WORKING, DayKind.CALENDAR)
ORDINARY = tuple(
    day for day in days_between(date(2030, 1, 1), date(2034, 12, 31)) if day.weekday() < 5
)
"""Years of nothing but weekends."""


@dataclass(frozen=True, slots=True)
class Office:
    """The days on which somebody works, as an oracle that walks along them; 日 are of *meaning*."""

    worked: tuple[date, ...]
    meaning: DayKind

    def after(self, limit: TimeLimit, start: datetime) -> datetime:
        """When a limit that begins at *start* is over; the first day does not count."""
        amount = limit.amount or 0
        kind = self.meaning if limit.kind is DayKind.STATED_BY_LAW else limit.kind
        if kind is DayKind.WORKING:
            last = self.worked[bisect_right(self.worked, start.date()) + amount - 1]
            return datetime.combine(last, start.time())
        if kind is DayKind.MONTH:
            months = start.year * 12 + start.month - 1 + amount
            year, month = months // 12, months % 12 + 1
            most = calendar.monthrange(year, month)[1]
            return start.replace(year=year, month=month, day=min(start.day, most))
        return start + (timedelta(hours=amount) if kind is DayKind.HOUR else timedelta(amount))

    def is_late(self, row: tuple[TimeLimit, ...], promised: TimeLimit, start: date) -> bool:
        """Whether limits one after the other end after the promised day (or hour) is over."""
        now = begun = datetime.combine(start, datetime.min.time())
        for limit in row:
            now = self.after(limit, now)
        until = self.after(promised, begun)
        return now > until if promised.kind is DayKind.HOUR else now.date() > until.date()


@st.composite
def rows(draw: st.DrawFn) -> tuple[TimeLimit, ...]:
    """Up to five limits as a way has them: neighbours are of different kinds."""
    kinds = draw(st.lists(st.sampled_from(KINDS), min_size=1, max_size=5))
    found: list[TimeLimit | None] = [None]
    for kind in kinds:
        most = {DayKind.MONTH: 3, DayKind.HOUR: 72}.get(kind, 30)
        found.append(limit_of(draw(st.integers(0, most)), kind))
    return PathTime((), tuple(found), 0).pieces


promises = st.sampled_from(KINDS).flatmap(
    lambda kind: st.builds(limit_of, st.integers(0, 60), st.just(kind))
)


def near(row: tuple[TimeLimit, ...], promised: TimeLimit, work: Bounds) -> TimeLimit:
    """The longest promise of a kind that a row is still said to exceed, else the one given."""
    least = promised
    for amount in range((promised.amount or 0) + 1, 200):
        longer = limit_of(amount, promised.kind or DayKind.WORKING)
        if excess(row, longer, work) is None:
            break
        least = longer
    return least


def starts(worked: tuple[date, ...], step: int) -> Iterator[date]:
    """Days on which one may begin, with a year and a half left to come."""
    return iter(days_between(worked[0], worked[-1] - timedelta(550))[::step])


@given(rows(), promises)
def test_what_is_surely_longer_is_longer_from_every_day_of_real_years(
    row: tuple[TimeLimit, ...], promised: TimeLimit
) -> None:
    """Whatever 日 means, with weekends, holidays and days worked in exchange as they were."""
    assume(excess(row, promised, days_of_work))
    promised = near(row, promised, days_of_work)
    for first, last in BLOCKS[:2]:
        worked = working_days(first, last)
        for office in (Office(worked, meaning) for meaning in MEANINGS):
            for start in starts(worked, 3):
                assert office.is_late(row, promised, start)


@given(rows(), promises)
def test_what_is_longer_but_for_holidays_is_longer_in_weeks_without_any(
    row: tuple[TimeLimit, ...], promised: TimeLimit
) -> None:
    assume(excess(row, promised, with_weekends))
    promised = near(row, promised, with_weekends)
    for office in (Office(ORDINARY, meaning) for meaning in MEANINGS):
        for start in starts(ORDINARY, 5):
            assert office.is_late(row, promised, start)


@given(rows(), st.integers(1, 60), st.lists(st.integers(0, 9), min_size=5, max_size=5))
def test_time_that_does_not_count_may_swallow_weekends(
    row: tuple[TimeLimit, ...], amount: int, gaps: list[int]
) -> None:
    """With stops of any length between the limits the counted days are still more."""
    for kind in MEANINGS:
        if not excess(row, limit_of(amount, kind), with_weekends):
            continue
        office = Office(ORDINARY, DayKind.CALENDAR)
        for start in days_between(date(2030, 6, 1), date(2030, 6, 7)):
            days, worked = _counted(office, row, (start, gaps))
            assert (days if kind is DayKind.CALENDAR else worked) > amount or (
                kind is DayKind.WORKING and len(row) == 1 and days > with_weekends(amount)[1]
            )


def _counted(
    office: Office, row: tuple[TimeLimit, ...], begun: tuple[date, list[int]]
) -> tuple[int, int]:
    """The days and the working days that pass within limits, with gaps between them."""
    now, days, worked = datetime.combine(begun[0], datetime.min.time()), 0.0, 0
    for limit, gap in zip(row, begun[1], strict=False):
        end = office.after(limit, now)
        days += (end - now) / timedelta(1)
        passed = days_between(now.date() + timedelta(1), end.date())
        worked += sum(1 for day in passed if day in WEEKDAYS)
        now = end + timedelta(gap)
    return int(days), worked


WEEKDAYS = frozenset(ORDINARY)


@pytest.mark.parametrize("block", BLOCKS)
def test_the_bounds_hold_for_every_day_of_real_years(block: tuple[int, int]) -> None:
    worked = working_days(*block)
    for days in (*range(1, 60), 80, 100, 150, 200, 250):
        least, most = days_of_work(days)
        for start in days_between(date(block[0], 1, 1), worked[-1 - days])[::2]:
            last = worked[bisect_right(worked, start) + days - 1]
            assert least <= (last - start).days <= most


def test_the_bounds_are_no_wider_than_the_years_ask() -> None:
    """18 working days once took 22 days, 20 once 38: a day less either way would be untrue."""
    spans = {
        days: [
            (worked[bisect_right(worked, start) + days - 1] - start).days
            for worked in (working_days(*block) for block in BLOCKS)
            for start in days_between(worked[0], worked[-1 - days])
        ]
        for days in (18, 20)
    }

    assert min(spans[18]) == days_of_work(18)[0] == 22
    assert max(spans[20]) == days_of_work(20)[1] == 38


SAID = {
    "8个工作日 < 5个工作日": Excess(),
    "20个工作日 30日 < 45个自然日": Excess("54日", ("20个工作日至少24日", "30日")),
    "20个工作日 30日 < 54个自然日": None,
    "20个工作日 30日 < 45日": Excess("54日", ("20个工作日至少24日", "30日")),
    "20个工作日 30日 < 50日": None,
    "5个工作日 30日 < 20个工作日": None,
    "15个工作日 30日 < 20个工作日": Excess("30个工作日", ("15个工作日", "30日里至少15个工作日")),
    "1个月 5个工作日 < 1个月": Excess("33日", ("1个月至少28日", "5个工作日至少5日"), "31日"),
    "1个月 3个工作日 < 1个月": None,
    "28个自然日 24小时 < 28个自然日": Excess("29日", ("28个自然日", "24小时至少1日")),
    "28个自然日 23小时 < 28个自然日": None,
    "1个工作日 < 当场": Excess(),
    "2小时 < 当场": None,
    "1个月 < 10个工作日": Excess("13个工作日", ("1个月里至少13个工作日",)),
    "24个工作日 < 1个月": None,
    "10日 10日 < 3个工作日": None,
    "287小时 5个工作日 < 5个工作日": None,
    "288小时 5个工作日 < 5个工作日": Excess("6个工作日", ("288小时里至少1个工作日", "5个工作日")),
    "26个工作日 < 1个月": Excess("32日", ("26个工作日至少32日",), "31日"),
}


@pytest.mark.parametrize(("told", "said"), SAID.items(), ids=SAID)
def test_how_a_row_exceeds_a_promise_is_told(told: str, said: Excess | None) -> None:
    row, _, promised = told.partition(" < ")
    limits = tuple(parse_limit(each) for each in row.split())

    assert excess(limits, parse_limit(promised), days_of_work) == said


def test_a_slip_of_the_pen_is_measured_at_once() -> None:
    """A number with nine digits too many neither hangs nor is walked through day by day."""
    row = (limit_of(10**12, DayKind.MONTH), limit_of(5, DayKind.WORKING))

    assert excess(row, limit_of(20, DayKind.WORKING), days_of_work) is not None
    assert excess(row, limit_of(10**15, DayKind.WORKING), days_of_work) is None
    assert excess(row, limit_of(10**15, DayKind.STATED_BY_LAW), days_of_work) is None


def test_neighbours_are_added_up_unless_the_count_stops_between_them() -> None:
    five, now = parse_limit("5个工作日"), parse_limit("当场")
    made = PathTime((), (five, now, five, None, now, five, replace(five, amount=0)), 0)

    assert [limit.text for limit in made.pieces] == ["10个工作日", "5个工作日"]
