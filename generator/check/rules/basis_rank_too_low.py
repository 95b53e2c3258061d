"""Licences, penalties and compulsion in force → those set up by what may not set them up."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.check.laws import DECISION, LAW, REGULATION
from generator.check.laws import RULE as RULES_OF_GOVERNMENT
from generator.check.rule import Rule
from generator.check.subjects import kind_of, powers
from generator.model.item import Item
from generator.model.law import Law
from generator.model.registry import Registry
from generator.problem import Problem, warning

CODE = "basis-rank-too-low"

_EXECUTES = re.compile(r"强制执行|强制拆除|代履行|加处罚款|滞纳金|划拨|拍卖")
_GRAVE = re.compile(r"吊销|暂扣|没收|责令停产|责令停业|责令关闭|限制从业|降低资质")
_PROVINCE = re.compile(r"省|自治区|(?:北京|天津|上海|重庆)市")


def find(registry: Registry) -> Iterator[Problem]:
    """Every power whose 设定 bases are all listed and all too low to set it up."""
    for power in powers(registry):
        item = power.holding.item
        needed = _needed(registry, item)
        bases = [(row, each) for row, each in enumerate(item.basis) if each.role == "设定"]
        laws = [registry.law_named(citation.title) for _, citation in bases]
        if not needed or not laws or any(law is None or _may(law, needed) for law in laws):
            continue
        law = laws[0]
        if law is not None:
            ranks, articles = needed
            sentence = f"{item.kind}不能由{law.rank}《{law.name}》设定"
            hint = (
                f"补写设定它的{'、'.join(ranks)}（{articles}）；这一条只是实施依据的写“类型: 实施”"
            )
            yield warning(CODE, sentence, item.place("依据", bases[0][0]), hint)


def _needed(registry: Registry, item: Item) -> tuple[tuple[str, ...], str] | None:
    """The ranks that may set up such a power, and the articles that say so."""
    match kind_of(registry, item):
        case "licensing":
            return DECISION, "行政许可法第十四条、第十五条、第十七条"
        case "compulsion":
            if _EXECUTES.search(item.name):
                return LAW, "行政强制法第十三条"
            return REGULATION, "行政强制法第十条"
        case "penalty":
            grades = item.penalty.grades if item.penalty else ()
            if any(_GRAVE.search(grade.measure) for grade in grades):
                return REGULATION, "行政处罚法第十条至第十四条"
            return (*REGULATION, *RULES_OF_GOVERNMENT), "行政处罚法第十条至第十六条"
    return None


def _may(law: Law, needed: tuple[tuple[str, ...], str]) -> bool:
    """Whether a law may set it up; a province's rule may set up a licence for a time (许可法15)."""
    ranks, _ = needed
    for_a_time = law.rank == "地方政府规章" and bool(_PROVINCE.search(law.maker))
    return law.rank in ranks or (ranks == DECISION and for_a_time)


RULE = Rule(CODE, find)
