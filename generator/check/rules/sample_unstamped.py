"""Made-up matter → where it is not stamped 示例数据."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.rule import Rule
from generator.model.record import Sourced
from generator.model.registry import Registry
from generator.problem import Problem, error

CODE = "sample-unstamped"


def find(registry: Registry) -> Iterator[Problem]:
    """What calls something 示例 while 示例数据 is not 是 for it: bodies, items, flows, the rest."""
    district = registry.district.is_sample
    for unit in registry.units:
        stamped = district if unit.is_sample is None else unit.is_sample
        yield from _unstamped(unit, stamped)
        for holding in registry.powers_of(unit):
            own = holding.item.is_sample
            yield from _unstamped(holding.item, stamped if own is None else own)
    for village in registry.villages:
        stamped = district if village.is_sample is None else village.is_sample
        yield from _unstamped(village, stamped)
        for micro in registry.micro_powers_of(village):
            own = micro.item.is_sample
            yield from _unstamped(micro.item, stamped if own is None else own)
    for ref, flow in registry.flows.items():
        yield from _unstamped(flow, registry.flow_is_sample(ref))
    for record in (registry.district, *registry.duty_sets.values(), *registry.laws):
        yield from _unstamped(record, district)


def _unstamped(record: Sourced, stamped: bool) -> Iterator[Problem]:
    """The first made-up value of a record that is not stamped."""
    if stamped or "示例" not in record.written.words:
        return
    for path, text in record.written.texts():
        if "示例" in text and path[-1:] != ("备注",):
            sentence = f"“{text}”是编出来的示例，却没有盖“示例数据”"
            hint = "换成真实内容；还没有真实内容的，写“示例数据: 是”"
            yield error(CODE, sentence, record.place(*path), hint)
            return


RULE = Rule(CODE, find)
