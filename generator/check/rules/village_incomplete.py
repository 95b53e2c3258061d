"""Villages → those without one of 一单一图一册."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.rule import Rule
from generator.check.subjects import once_confirmed, place_or_name
from generator.model.body import Village
from generator.model.registry import Registry
from generator.problem import Problem, error

CODE = "village-incomplete"


def find(registry: Registry) -> Iterator[Problem]:
    """Every village without a list, without any chart, or without what its handbook must say.

    Silent about the list where the village names one that cannot be read or is not there.
    """
    townships = {unit.id: unit.is_confirmed for unit in registry.units}
    for village in registry.villages:
        missing = _missing(registry, village)
        if missing:
            parts = "、".join(part for part, _ in missing)
            hint = "；".join(hint for _, hint in missing)
            place = place_or_name(village, "手册" if parts.startswith("一册") else "名称")
            problem = error(CODE, f"{village.name}的“一单一图一册”还缺{parts}", place, hint)
            yield once_confirmed(townships.get(village.township, False), problem)


def _missing(registry: Registry, village: Village) -> list[tuple[str, str]]:
    """The parts a village lacks, in the words of the report, and what to do about each."""
    holdings = registry.micro_powers_of(village)
    lists = ("villages/_common", f"villages/{village.id}")
    is_read = not any(ref.folder in lists for ref in registry.unread)
    charts = any(holding.item.flows for holding in holdings)
    handbook = village.handbook
    found = []
    if is_read and not holdings:
        found.append(("一单（事项清单）", "写“采用: _common”取得通用清单"))
    if is_read and holdings and not charts:
        found.append(("一图（流程图）", "给事项写“流程: 流程的编号”"))
    if handbook is None or not (handbook.edition and handbook.printed_on):
        hint = "写“手册: {版次: …, 编印日期: …}”"
        found.append(("一册（手册的版次和编印日期）", hint))
    return found


RULE = Rule(CODE, find)
