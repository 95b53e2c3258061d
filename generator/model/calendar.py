"""Working days by the holiday files: how many calendar days so many working days can take."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache

from generator.model.district import HolidayYear
from generator.model.limit import Bounds, days_of_work

_LONGEST = 1000
"""Working days that are looked up; a longer limit is a slip of the pen."""


@cache
def work_bounds(holidays: tuple[HolidayYear, ...]) -> Bounds:
    """放假与调休 → the bounds over every day on which a limit may begin in the years told.

    Where no file covers so long a time, the bounds hold for any arrangement.
    """
    working = tuple(_working_days(holidays))
    starts = _days(holidays)

    @cache
    def bounds(amount: int) -> tuple[int, int]:
        if not 0 < amount <= min(_LONGEST, len(working)):
            return days_of_work(amount)
        return _over(starts, working, amount) or days_of_work(amount)

    return bounds


def _days(holidays: tuple[HolidayYear, ...]) -> tuple[date, ...]:
    """Every day of the years told, year by year."""
    years = sorted({int(each.year.strip().removesuffix("年")) for each in holidays})
    firsts = [date(year, 1, 1) for year in years if 1 <= year < date.max.year]
    return tuple(
        first + timedelta(n)
        for first in firsts
        for n in range((date(first.year + 1, 1, 1) - first).days)
    )


def _working_days(holidays: tuple[HolidayYear, ...]) -> Iterator[date]:
    off = {day for each in holidays for day in each.days_off}
    worked = {day for each in holidays for day in each.days_worked}
    for day in _days(holidays):
        if day in worked or (day.weekday() < 5 and day not in off):
            yield day


def _over(
    starts: tuple[date, ...], working: tuple[date, ...], amount: int
) -> tuple[int, int] | None:
    """The bounds for limits that begin and end within the years told, the first day not counted."""
    found: list[int] = []
    years = {start.year for start in starts}
    ahead = 0
    for start in starts:
        while ahead < len(working) and working[ahead] <= start:
            ahead += 1
        last = ahead + amount - 1
        if last >= len(working):
            break
        if years.issuperset(range(start.year, working[last].year + 1)):
            found.append((working[last] - start).days)
    return (min(found), max(found)) if found else None
