"""Holidays as they really were in the years that try the bounds of working days hardest.

The notices of the State Council of these years: weekdays off, then days worked at weekends.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache

_YEARS = {
    2012: (
        "0102-0103 0123-0127 0402-0404 0430-0501 0622 1001-1005",
        "0121 0129 0331 0401 0428 0929",
    ),
    2013: (
        "0101-0103 0211-0215 0404-0405 0429-0501 0610-0612 0919-0920 1001-1004 1007",
        "0105-0106 0216-0217 0407 0427-0428 0608-0609 0922 0929 1012",
    ),
    2014: (
        "0101 0131 0203-0206 0407 0501-0502 0602 0908 1001-1003 1006-1007",
        "0126 0208 0504 0928 1011",
    ),
    2019: (
        "0101 0204-0208 0405 0501-0503 0607 0913 1001-1004 1007",
        "0202-0203 0428 0505 0929 1012",
    ),
    2020: (
        "0101 0124 0127-0131 0406 0501 0504-0505 0625-0626 1001-1002 1005-1008",
        "0119 0426 0509 0628 0927 1010",
    ),
    2021: (
        "0101 0211-0212 0215-0217 0405 0503-0505 0614 0920-0921 1001 1004-1007",
        "0207 0220 0425 0508 0918 0926 1009",
    ),
    2023: (
        "0102 0123-0127 0405 0501-0503 0622-0623 0929 1002-1006",
        "0128-0129 0423 0506 0625 1007-1008",
    ),
    2024: (
        "0101 0212-0216 0404-0405 0501-0503 0610 0916-0917 1001-1004 1007",
        "0204 0218 0407 0428 0511 0914 0929 1012",
    ),
}

BLOCKS = ((2012, 2014), (2019, 2021), (2023, 2024))
"""First and last years that follow each other without a gap."""


@cache
def working_days(first: int, last: int) -> tuple[date, ...]:
    """The days of these years on which offices were open."""
    off = _days(first, last, 0)
    worked = _days(first, last, 1)
    return tuple(
        day
        for day in days_between(date(first, 1, 1), date(last, 12, 31))
        if day in worked or (day.weekday() < 5 and day not in off)
    )


def days_between(first: date, last: date) -> tuple[date, ...]:
    """Every day from one to another, both among them."""
    return tuple(first + timedelta(n) for n in range((last - first).days + 1))


def _days(first: int, last: int, column: int) -> frozenset[date]:
    """The days off (0) or worked in exchange (1)."""
    found: set[date] = set()
    for year in range(first, last + 1):
        for run in _YEARS[year][column].split():
            start, _, end = run.partition("-")
            found.update(days_between(_day(year, start), _day(year, end or start)))
    return frozenset(found)


def _day(year: int, told: str) -> date:
    return date(year, int(told[:2]), int(told[2:]))
