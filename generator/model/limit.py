"""Time limits as officials write them: 当场, 5个工作日内, 十日内, 30日, 2个月, 24小时, 及时."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum


class DayKind(Enum):
    """What a limit counts in. 日 alone means what the law says it means."""

    WORKING = "工作日"
    CALENDAR = "自然日"
    STATED_BY_LAW = "日"
    MONTH = "个月"
    YEAR = "年"
    HOUR = "小时"
    AT_ONCE = "当场"


_AT_ONCE = ("当场", "即时", "即办", "当日", "当天")
_UNITS = {
    "个工作日": DayKind.WORKING,
    "工作日": DayKind.WORKING,
    "个自然日": DayKind.CALENDAR,
    "自然日": DayKind.CALENDAR,
    "天": DayKind.CALENDAR,
    "日": DayKind.STATED_BY_LAW,
    "个月": DayKind.MONTH,
    "月": DayKind.MONTH,
    "年": DayKind.YEAR,
    "个小时": DayKind.HOUR,
    "小时": DayKind.HOUR,
}
_FORM = re.compile(
    r"(?:不超过|不少于|不得少于|最长)?(?P<amount>\d{1,4}|[〇零一二两三四五六七八九十百]{1,5})"
    r"(?P<unit>个工作日|工作日|个自然日|自然日|天|日|个月|月|年|个小时|小时)(?:以?内)?"
)
_DIGITS = {digit: value for value, digit in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_LONGEST_HOLIDAY = 9
"""Days in a row without work that a holiday arrangement may make of a week (the longest so far)."""


@dataclass(frozen=True, slots=True)
class TimeLimit:
    """A limit as written (*text*) and, where it can be computed, an amount of one kind."""

    text: str
    amount: int | None = None
    kind: DayKind | None = None

    @property
    def computable(self) -> bool:
        """Whether the limit says how long, not only 及时 or 法律未规定."""
        return self.kind is not None

    def calendar_days(self) -> tuple[int, int] | None:
        """The least and the most calendar days this limit may be; None if it cannot be computed."""
        if self.kind is None or self.amount is None:
            return None
        amount = self.amount
        match self.kind:
            case DayKind.AT_ONCE | DayKind.HOUR:
                days = 0 if self.kind is DayKind.AT_ONCE else -(-amount // 24)
                return days, days
            case DayKind.CALENDAR:
                return amount, amount
            case DayKind.MONTH:
                return 28 * amount, 31 * amount
            case DayKind.YEAR:
                return 365 * amount, 366 * amount
            case DayKind.WORKING:
                return amount, _most_days_of_work(amount)
            case DayKind.STATED_BY_LAW:
                return amount, _most_days_of_work(amount)

    def exceeds(self, other: TimeLimit) -> bool | None:
        """Whether this limit is surely longer than *other*; None if that cannot be said."""
        if self.kind is not None and self.kind is other.kind:
            return (self.amount or 0) > (other.amount or 0)
        mine, theirs = self.calendar_days(), other.calendar_days()
        if mine is None or theirs is None:
            return None
        if mine[0] > theirs[1]:
            return True
        return False if mine[1] <= theirs[0] else None


def parse_limit(text: str) -> TimeLimit:
    """A limit as written → the same with amount and kind where it has them."""
    bare = re.sub(r"\s|（.*?）|\(.*?\)", "", text)
    if bare in _AT_ONCE or bare in ("当场办结", "即时办结", "当场决定"):
        return TimeLimit(text, 0, DayKind.AT_ONCE)
    found = _FORM.fullmatch(bare)
    if found is None:
        return TimeLimit(text)
    return TimeLimit(text, _number(found["amount"]), _UNITS[found["unit"]])


def _number(text: str) -> int:
    """十五 → 15, 二十 → 20, 一百二十 → 120, 15 → 15."""
    if text.isdigit():
        return int(text)
    total = 0
    digit = 0
    for sign in text:
        if sign in "十百":
            total += (digit or 1) * (10 if sign == "十" else 100)
            digit = 0
        else:
            digit = _DIGITS[sign]
    return total + digit


def _most_days_of_work(days: int) -> int:
    """Working days → the most calendar days they can take: weekends and one long holiday."""
    return days + 2 * -(-days // 5) + _LONGEST_HOLIDAY if days else 0
