"""Time limits as officials write them: 当场, 5个工作日内, 十日内, 30日, 2个月, 24小时, 及时."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from generator.model.numeral import NUMERAL, number_of


class DayKind(Enum):
    """What a limit counts in. 日 alone means what the law says it means."""

    WORKING = "工作日"
    CALENDAR = "自然日"
    STATED_BY_LAW = "日"
    MONTH = "个月"
    YEAR = "年"
    HOUR = "小时"
    AT_ONCE = "当场"


_AT_ONCE = re.compile(
    r"(?:当场|即时|即刻|即办|当日|当天|即日|现场|立即|马上)"
    r"(?:办结|办理|办完|办|作出决定|决定|作出|完成|答复|受理)?件?"
    r"|即来即办|随到随办|立等可取|即办即取|即收即办"
)
_DAYS = {
    **dict.fromkeys(("工作日", "法定工作日", "工作天"), DayKind.WORKING),
    **dict.fromkeys(("自然日", "日历日", "日历天", "自然天"), DayKind.CALENDAR),
}
_UNITS = {
    **_DAYS,
    "天": DayKind.CALENDAR,
    "日": DayKind.STATED_BY_LAW,
    "月": DayKind.MONTH,
    "年": DayKind.YEAR,
    "小时": DayKind.HOUR,
}
_SHORT = {
    "半年": (6, DayKind.MONTH),
    "半个月": (15, DayKind.CALENDAR),
    **dict.fromkeys(("半天", "半日"), (1, DayKind.CALENDAR)),
    **dict.fromkeys(("半个工作日", "0.5个工作日", "0.5工作日"), (1, DayKind.WORKING)),
    "一个季度": (3, DayKind.MONTH),
    "1个季度": (3, DayKind.MONTH),
}
_UNIT = "|".join(sorted(_UNITS, key=len, reverse=True))
_AMOUNT = re.compile(rf"{NUMERAL}个?(?:{_UNIT}|周|星期|分钟)")
_FORM = re.compile(
    rf"(?P<lead>\D{{0,30}}?(?:起|后|的)[，,]?)?(?:在|应当?|须|限时?|承诺|公示期?|办理时限|为|[:：])*"
    rf"(?:不超过|不多于|不少于|不得少于|至少|最长|最多|最迟|≤)?"
    rf"(?:{NUMERAL}(?:-|—|–|~|～|至|到))?(?P<amount>{NUMERAL})"
    rf"(?:个?(?P<unit>{_UNIT}|周|星期|分钟)|(?=（个?工作[日天]）))(?:（个?工作[日天]）)?"
    rf"(?:(?:以内|之内|内)(?P<tail>[^\d，,；;]{{0,30}})|以上)?"
    rf"(?:办结|办理|办理完毕|办完|作出决定|决定|完成|答复|送达)?"
)
"""自受理之日起 · 不超过 · 3至5 · 个工作日 · 内作出决定."""
_BRACKETED = re.compile(r"^（([^（）]*)）$")
_ASIDE = re.compile(r"（[^（）]*）")
_ASIDE_BUT_DAYS = re.compile(r"（(?!个?工作[日天]）)[^（）]*）")
_LONGEST = 60
"""Characters of a limit; a longer text tells a story."""
_LONGEST_HOLIDAY = 9
"""Days in a row without work that a holiday arrangement may make of a week (the longest so far)."""
_BEFORE_MORE, _WORK_TO_A_HOLIDAY = 15, 14
"""Working days after which other holidays are met too, and to which one more day off comes."""
_EXCHANGED = 2
"""Days worked at weekends by which a row may be richer than plain weeks (the most since 2004)."""


Bounds = Callable[[int], tuple[int, int]]
"""So many working days → the least and the most calendar days they take."""


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

    def calendar_days(self, work: Bounds | None = None) -> tuple[int, int] | None:
        """The least and the most calendar days this limit may be; None if it cannot be computed.

        *work* bounds working days by the holiday files; without it by any arrangement.
        """
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
                return _days_of_months(amount)
            case DayKind.YEAR:
                return 365 * amount, 366 * amount
            case DayKind.WORKING:
                return (work or days_of_work)(amount)
            case DayKind.STATED_BY_LAW:
                return amount, max(amount, (work or days_of_work)(amount)[1])

    def exceeds(self, other: TimeLimit, work: Bounds | None = None) -> bool | None:
        """Whether this limit is surely longer than *other*; None if that cannot be said."""
        if self.kind is not None and self.kind is other.kind:
            return (self.amount or 0) > (other.amount or 0)
        mine, theirs = self.calendar_days(work), other.calendar_days(work)
        if mine is None or theirs is None:
            return None
        if mine[0] > theirs[1]:
            return True
        return False if mine[1] <= theirs[0] else None


@lru_cache(maxsize=4096)
def parse_limit(text: str) -> TimeLimit:
    """A limit as written → the same with amount and kind where it has them.

    Of 3至5个工作日 the longer counts; 20天（工作日） are working days; a week has seven days; half
    a day counts as a whole one.
    """
    if len(text) > _LONGEST:
        return TimeLimit(text)
    told = re.sub(r"\s", "", _narrow(text)).replace("(", "（").replace(")", "）")
    told = _BRACKETED.sub(r"\1", told.rstrip("。；;，,、."))
    bare = _ASIDE.sub("", told)
    if _AT_ONCE.fullmatch(bare):
        return TimeLimit(text, 0, DayKind.AT_ONCE)
    short = bare.removesuffix("内").removesuffix("以")
    if short in _SHORT:
        return TimeLimit(text, *_SHORT[short])
    found = _FORM.fullmatch(bare) or _FORM.fullmatch(_ASIDE_BUT_DAYS.sub("", told))
    if found is None or any(_AMOUNT.search(found[part] or "") for part in ("lead", "tail")):
        return TimeLimit(text)
    return TimeLimit(text, *_measured(number_of(found["amount"]), found["unit"] or "工作日", told))


def _measured(amount: int, unit: str, told: str) -> tuple[int, DayKind]:
    """An amount of a unit → the same in a kind of day, which may be told in brackets."""
    if unit in ("周", "星期"):
        return 7 * amount, DayKind.CALENDAR
    if unit == "分钟":
        return -(-amount // 60), DayKind.HOUR
    kind = _UNITS[unit]
    if kind in (DayKind.CALENDAR, DayKind.STATED_BY_LAW):
        kind = next((named for word, named in _DAYS.items() if f"（{word}）" in told), kind)
    return amount, kind


def _narrow(text: str) -> str:
    """２０ → 20."""
    return re.sub("[０-９]", lambda digit: unicodedata.normalize("NFKC", digit[0]), text)


def days_of_work(days: int) -> tuple[int, int]:
    """Working days → the calendar days they can take under any arrangement of holidays.

    At least: only weekends are free, and two of their days are worked. At most: weekends, one long
    holiday, and the others of the year as they come. True of every start from 2004 to 2026.
    """
    if not days:
        return 0, 0
    least = max(days, with_weekends(days - _EXCHANGED)[0])
    more_off = -(-max(0, days - _BEFORE_MORE) // _WORK_TO_A_HOLIDAY)
    return least, with_weekends(days)[1] + _LONGEST_HOLIDAY + more_off


def with_weekends(days: int) -> tuple[int, int]:
    """Working days → the calendar days they take where weekends are free and nothing else."""
    return (days + 2 * ((days - 1) // 5), days + 2 * -(-days // 5)) if days > 0 else (0, 0)


def _days_of_months(months: int) -> tuple[int, int]:
    """Months → the days they can take: 28 to 31 for one, 59 to 62 for two, 365 or so for twelve."""
    least, most = 365 * months // 12 - 2, 61 * months // 2 + 2
    return max(28 * months, least), min(31 * months, most)
