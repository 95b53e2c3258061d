"""Working days and calendar days are compared by bounds that come from the holiday files."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.check import check
from generator.load import load
from generator.model.calendar import work_bounds
from generator.model.district import HolidayYear
from generator.model.limit import days_of_work, parse_limit
from generator.tests.load_world import added, copy_of, edited

ITEM = "powers/health/items/xk-001.yml"

PLAIN = HolidayYear.model_validate({"年": "2026"})
"""A year of nothing but weekends."""

AUTUMN = [f"2026-10-0{day}" for day in range(1, 8)]
REAL = HolidayYear.model_validate(
    {"年": "2026", "放假": ["2026-01-01", *AUTUMN], "调休上班": ["2026-09-27", "2026-10-10"]}
)


@pytest.mark.parametrize(
    ("days", "least", "most"), [(1, 1, 3), (5, 5, 7), (6, 8, 10), (10, 12, 14), (20, 26, 28)]
)
def test_weekends_alone_bound_a_limit(days: int, least: int, most: int) -> None:
    assert work_bounds((PLAIN,))(days) == (least, most)


def test_a_long_holiday_and_its_exchange_widen_the_bounds() -> None:
    """From 30 September one waits eight days; the week of a Sunday at work is shorter."""
    bounds = work_bounds((REAL,))
    assert bounds(1) == (1, 8)
    assert bounds(6) == (7, 14)


def test_without_files_the_bounds_hold_for_any_arrangement() -> None:
    assert work_bounds(())(20) == days_of_work(20)
    assert work_bounds((PLAIN,))(500) == days_of_work(500)


def test_years_that_do_not_follow_each_other_are_not_joined() -> None:
    apart = HolidayYear.model_validate({"年": "2030"})
    assert work_bounds((PLAIN, apart))(20) == (26, 28)


@given(st.integers(1, 200), st.integers(0, 364))
def test_every_limit_of_a_year_lies_within_its_bounds(days: int, start: int) -> None:
    begin = date(2026, 1, 1) + timedelta(start)
    off, worked = set(REAL.days_off), set(REAL.days_worked)
    day, left = begin, days
    while left:
        day += timedelta(1)
        left -= day in worked or (day.weekday() < 5 and day not in off)
    if day.year == 2026:
        least, most = work_bounds((REAL,))(days)
        assert least <= (day - begin).days <= most


@pytest.mark.parametrize(
    ("promised", "statutory", "longer"),
    [
        ("25个工作日", "30个自然日", True),
        ("20个工作日", "30个自然日", False),
        ("22个工作日", "30个自然日", None),
        ("25个工作日", "30天", True),
        ("1个月", "10个工作日", True),
    ],
)
def test_kinds_of_day_are_compared_by_bounds(
    promised: str, statutory: str, longer: bool | None
) -> None:
    work = work_bounds((PLAIN,))
    assert parse_limit(promised).exceeds(parse_limit(statutory), work) is longer


def test_a_promise_of_working_days_may_be_longer_than_a_law_of_days(tmp_path: Path) -> None:
    root = copy_of("minimal", tmp_path)
    edited(root, ITEM, "{期限: 20个工作日,", "{期限: 20个自然日,")
    edited(root, ITEM, "承诺: 10个工作日", "承诺: 16个工作日")
    assert "promised-longer-than-statutory" not in _codes(root)
    added(root, "powers/holidays.yml", "- {年: 2026, 文件: 示例通知, 放假: [2026-01-01]}\n")
    assert "promised-longer-than-statutory" in _codes(root)


def _codes(root: Path) -> set[str]:
    registry, problems = load(root)
    assert problems == ()
    assert registry is not None
    return {problem.code for problem in check(registry)}
