"""Powers in force → documents that the body asks for though it issues them itself."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.check.guides import bare_name
from generator.check.rule import Rule
from generator.model.adjustment import Standing
from generator.model.body import Unit
from generator.model.item import Item
from generator.model.registry import Registry
from generator.problem import Problem, warning

CODE = "issuer-is-the-same-body"

_HANDED_BACK = re.compile(r"变更|换发|换证|补发|补证|注销|延续|年检|年审|终止|撤销|更正|续期")


def find(registry: Registry) -> Iterator[Problem]:
    """Every 申请材料 of a unit that one of its own items gives out, or that its 来源 says it does.

    Changing, renewing or ending something needs the paper itself and is left alone.
    """
    for unit in registry.units:
        issued, says_so = _issued(registry, unit), _saying(unit)
        for holding in registry.powers_of(unit):
            ended = registry.standing(holding.item) is Standing.ENDED
            if not ended and not _HANDED_BACK.search(holding.item.name):
                yield from _in_item(holding.item, unit, issued, says_so)


def _in_item(
    item: Item, unit: Unit, issued: dict[str, Item], says_so: re.Pattern[str]
) -> Iterator[Problem]:
    own = {name for name, giver in issued.items() if giver is not item}
    for row, document in enumerate(item.guide.documents if item.guide else ()):
        told = f"{document.name} {document.origin} {document.note}"
        if bare_name(document.name) in own or says_so.search(told):
            sentence = f"材料“{document.name}”是{unit.name}自己发的，还要群众交"
            place = item.place("办事指南", "申请材料", row)
            yield warning(CODE, sentence, place, "自己查档，从材料里删去")


def _issued(registry: Registry, unit: Unit) -> dict[str, Item]:
    """What the items of a unit give out, and by which item."""
    return {
        bare_name(result.name): holding.item
        for holding in registry.powers_of(unit)
        for result in holding.item.results
        if result.issuer in ("", unit.id, unit.name, unit.full_name)
    }


def _saying(unit: Unit) -> re.Pattern[str]:
    """What finds that 名称, 来源 or 说明 says that the unit itself issues a document."""
    names = "|".join(re.escape(name) for name in (unit.full_name, unit.name, "本局") if name)
    return re.compile(rf"(?:{names})(?:出具|核发|颁发|开具|制发|签发|发的)")


RULE = Rule(CODE, find)
