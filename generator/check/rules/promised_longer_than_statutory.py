"""Items in force → promises longer than the law allows."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.laws import in_its_days
from generator.check.rule import Rule
from generator.check.subjects import limits_of, subjects
from generator.model.guide import Limits
from generator.model.item import Item
from generator.model.micro_power import MicroPower
from generator.model.origin import Key
from generator.model.registry import Registry
from generator.problem import OtherPlace, Problem, Severity

CODE = "promised-longer-than-statutory"


def find(registry: Registry) -> Iterator[Problem]:
    """Every 承诺 that is surely longer than 法定, by bounds where the kinds of day differ."""
    for subject in subjects(registry):
        item = subject.holding.item
        for path, limits in limits_of(item):
            if limits.promised is None or limits.statutory is None:
                continue
            statutory = in_its_days(registry, limits.statutory.limit, limits.statutory)
            promised = in_its_days(registry, limits.promised, limits.statutory)
            if promised.exceeds(statutory):
                yield _problem(item, path, limits)


def _problem(item: Item | MicroPower, path: tuple[Key, ...], limits: Limits) -> Problem:
    promised = limits.promised.text if limits.promised else ""
    statutory = limits.statutory.limit.text if limits.statutory else ""
    place = item.place(*path, "承诺")
    law = OtherPlace(item.place(*path, "法定", "期限"), "法定时限写在这里")
    sentence = f"承诺时限{promised}，超过法定时限{statutory}"
    hint = f"把“承诺”改为{statutory}或更短"
    return Problem(CODE, Severity.ERROR, sentence, place, hint, (law,))


RULE = Rule(CODE, find)
