"""Villages → those without one of 一单一图一册."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.rule import Rule
from generator.check.subjects import once_confirmed
from generator.model.body import Village
from generator.model.registry import Registry
from generator.problem import Problem, error

CODE = "village-incomplete"


def find(registry: Registry) -> Iterator[Problem]:
    """Every village without a list, without any chart, or without what its handbook must say."""
    townships = {unit.id: unit.is_confirmed for unit in registry.units}
    for village in registry.villages:
        missing = ", ".join(_missing(registry, village)).replace(", ", "、")
        if missing:
            sentence = f"{village.name}的“一单一图一册”还缺{missing}"
            hint = "写“采用: _common”取得通用清单，补写岗位电话，并在“手册”里写版次和编印日期"
            problem = error(CODE, sentence, village.place(), hint)
            yield once_confirmed(townships.get(village.township, False), problem)


def _missing(registry: Registry, village: Village) -> list[str]:
    """The parts a village lacks, in the words of the report."""
    holdings = registry.micro_powers_of(village)
    is_read = not any(ref.folder == "villages/_common" for ref in registry.unread)
    charts = any(holding.flows for holding in holdings)
    lacks = {
        "一单（事项清单）": is_read and not holdings,
        "一图（流程图）": is_read and bool(holdings) and not charts,
        "一册（手册的版次和编印日期）": village.handbook is None
        or not (village.handbook.edition and village.handbook.printed_on),
    }
    return [part for part, lacking in lacks.items() if lacking]


RULE = Rule(CODE, find)
