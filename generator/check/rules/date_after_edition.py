"""The district and everything in it → days that must be past but lie after the edition."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.check.rule import Rule
from generator.check.subjects import items_of_any_standing
from generator.model.body import PublicNumber, Unit, Village
from generator.model.origin import Key
from generator.model.record import Sourced
from generator.model.registry import Registry
from generator.problem import Problem, warning

CODE = "date-after-edition"

Dated = tuple[tuple[Key, ...], date | None]


def find(registry: Registry) -> Iterator[Problem]:
    """核对日期, the days of reviews and of consent, and those of laws, against 发布日期."""
    edition = registry.district.edition
    for record, dated in _dated(registry):
        for path, day in dated:
            if day is not None and day > edition:
                field = next(key for key in reversed(path) if isinstance(key, str))
                sentence = f"“{field}”是{day.isoformat()}，晚于发布日期{edition.isoformat()}"
                hint = "核对这个日子；日子没错的，先把 powers/district.yml 的“发布日期”改到它以后"
                yield warning(CODE, sentence, record.place(*path), hint)


def _dated(registry: Registry) -> Iterator[tuple[Sourced, list[Dated]]]:
    """Everything that says when something was done, with the days by their path."""
    district = registry.district
    yield district, [(("核对日期",), district.checked_on), *_regulations(registry)]
    for unit in registry.units:
        yield unit, [(("核对日期",), unit.checked_on), *_of_unit(unit), *_consents(unit)]
    for village in registry.villages:
        yield village, [(("核对日期",), village.checked_on), *_consents(village)]
    for item in items_of_any_standing(registry):
        yield item, [(("核对日期",), item.checked_on)]
    for flow in registry.flows.values():
        yield flow, [(("核对日期",), flow.checked_on)]
    for law in registry.laws:
        yield law, [(("公布日期",), law.published_on)]


def _regulations(registry: Registry) -> Iterator[Dated]:
    for row, each in enumerate(registry.district.regulations):
        yield ("制度文件", row, "日期"), each.day


def _of_unit(unit: Unit) -> Iterator[Dated]:
    for row, review in enumerate(unit.reviews):
        yield ("审核", row, "日期"), review.day
        yield ("审核", row, "办结"), review.closed
    for row, regulation in enumerate(unit.regulations):
        yield ("制度", row, "日期"), regulation.day


def _consents(body: Unit | Village) -> Iterator[Dated]:
    numbers: tuple[PublicNumber, ...] = body.public_numbers
    for row, number in enumerate(numbers):
        yield ("公开号码", row, "日期"), number.day


RULE = Rule(CODE, find)
