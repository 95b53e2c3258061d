"""Items, units and villages → those not confirmed for a year."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.rule import Rule
from generator.check.subjects import items_of_any_standing
from generator.model.registry import Registry
from generator.problem import Problem, warning

CODE = "stale"

_MONTHS = 12


def find(registry: Registry) -> Iterator[Problem]:
    """Every 核对日期 older than twelve months before the edition, where it is written."""
    edition = registry.district.edition
    oldest = edition.replace(year=edition.year - 1, day=min(edition.day, 28))
    records = (*registry.units, *registry.villages, *items_of_any_standing(registry))
    for record in (registry.district, *records):
        if record.checked_on is not None and record.checked_on < oldest:
            sentence = (
                f"“{record.name}”上次核对是{record.checked_on.isoformat()}，已超过{_MONTHS}个月"
            )
            hint = "逐项核对电话、地点、材料和时限，改正后更新“核对日期”"
            yield warning(CODE, sentence, record.place("核对日期"), hint)


RULE = Rule(CODE, find)
