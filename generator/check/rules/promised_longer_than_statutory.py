"""Items in force → promises longer than the law allows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.check.laws import in_its_days
from generator.check.rule import Rule
from generator.check.subjects import limits_of, subjects
from generator.model.calendar import work_bounds
from generator.model.guide import Limits, StatutoryLimit
from generator.model.item import Item
from generator.model.limit import TimeLimit
from generator.model.micro_power import MicroPower
from generator.model.origin import Key
from generator.model.record import Where
from generator.model.registry import Registry
from generator.problem import OtherPlace, Problem, Severity

CODE = "promised-longer-than-statutory"


def find(registry: Registry) -> Iterator[Problem]:
    """Every 承诺 that is surely longer than 法定, by bounds where the kinds of day differ.

    A 子项 that says nothing of 法定 has that of its item.
    """
    work = work_bounds(registry.holidays)
    for subject in subjects(registry):
        item = subject.holding.item
        for path, limits in limits_of(item):
            law = _law_of(item, path, limits)
            if limits.promised is None or law is None:
                continue
            statutory = in_its_days(registry, law.limit.limit, law.limit)
            promised = in_its_days(registry, limits.promised, law.limit)
            if promised.exceeds(statutory, work):
                yield _problem(item.at(*path, "承诺"), limits.promised, law)


@dataclass(frozen=True, slots=True)
class _Law:
    """A limit that the law sets, and where it is written."""

    limit: StatutoryLimit
    where: Where


def _law_of(item: Item | MicroPower, path: tuple[Key, ...], limits: Limits) -> _Law | None:
    """The 法定 that the limits at *path* are measured by."""
    if limits.statutory is not None:
        return _Law(limits.statutory, item.at(*path, "法定", "期限"))
    if item.limits is not None and item.limits.statutory is not None:
        return _Law(item.limits.statutory, item.at("时限", "法定", "期限"))
    return None


def _problem(place: Where, promised: TimeLimit, law: _Law) -> Problem:
    statutory = law.limit.limit.text
    other = OtherPlace(law.where.span, "法定时限写在这里")
    sentence = f"承诺时限{promised.text}，超过法定时限{statutory}"
    hint = f"把“承诺”改为{statutory}或更短"
    return Problem(CODE, Severity.ERROR, sentence, place.span, hint, (other,))


RULE = Rule(CODE, find)
