"""Items in force → promises that cannot be compared with the law because they count otherwise."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.laws import in_its_days
from generator.check.rule import Rule
from generator.check.subjects import limits_of, subjects
from generator.model.calendar import work_bounds
from generator.model.limit import DayKind, TimeLimit
from generator.model.registry import Registry
from generator.problem import OtherPlace, Problem, Severity

CODE = "kinds-mixed"

_UNITS = {
    DayKind.WORKING: "工作日",
    DayKind.CALENDAR: "自然日",
    DayKind.MONTH: "月",
    DayKind.YEAR: "年",
    DayKind.HOUR: "小时",
}


def find(registry: Registry) -> Iterator[Problem]:
    """Every 承诺 in other days than 法定 where bounds do not tell which is longer."""
    work = work_bounds(registry.holidays)
    for subject in subjects(registry):
        item = subject.holding.item
        for path, limits in limits_of(item):
            if limits.promised is None or limits.statutory is None:
                continue
            statutory = in_its_days(registry, limits.statutory.limit, limits.statutory)
            promised = in_its_days(registry, limits.promised, limits.statutory)
            if not (promised.computable and statutory.computable):
                continue
            if promised.exceeds(statutory, work) is None:
                sentence = f"承诺时限{promised.text}和法定时限{statutory.text}算法不同，比不出长短"
                law = OtherPlace(item.place(*path, "法定", "期限"), "法定时限写在这里")
                place = item.place(*path, "承诺")
                yield Problem(CODE, Severity.WARNING, sentence, place, _hint(statutory), (law,))


def _hint(statutory: TimeLimit) -> str:
    unit = _UNITS.get(statutory.kind) if statutory.kind else None
    if unit:
        return f"承诺时限也按{unit}写"
    return "在 powers/laws.yml 里给这部法写“日的含义”，或者承诺时限也按日写"


RULE = Rule(CODE, find)
