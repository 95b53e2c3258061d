"""Responsibilities of items → duties in the words of another kind of power."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.check.rule import Rule
from generator.check.subjects import kind_of, powers
from generator.model.item import Duty, Item
from generator.model.registry import Registry
from generator.problem import Problem, advice, warning

CODE = "duty-speaks-of-another-power"

_WORDS = {
    "penalty": r"处罚决定|拟处罚|处罚告知|调查终结报告",
    "licensing": r"准予许可|不予许可|许可决定|许可证件|许可申请",
    "compulsion": r"强制措施决定|查封|扣押|强制执行决定",
    "levy": r"征收决定|征收标准",
    "payment": r"给付决定|给付标准",
    "reward": r"表彰决定|奖励决定|拟表彰",
    "adjudication": r"裁决书|裁决申请|作出裁决",
    "appraisal": r"鉴定结论|鉴定申请",
}
_PATTERNS = {kind: re.compile(pattern) for kind, pattern in _WORDS.items()}
_NEIGHBOURS = {
    "penalty": {"compulsion", "appraisal", "licensing"},
    "compulsion": {"penalty", "appraisal", "licensing"},
    "inspection": {"penalty", "compulsion", "licensing"},
    "other": set(_WORDS),
}
"""Kinds that a kind lawfully leads to or works with, so that their words are at home there."""
_AFTERWARDS = re.compile(r"监管|监督|处理|移送|执行|公开|归档")


def find(registry: Registry) -> Iterator[Problem]:
    """Every own 责任事项 in words of another kind; a 提醒 where most rows are."""
    for power in powers(registry):
        item = power.holding.item
        kind = kind_of(registry, item)
        duties = item.responsibility.duties if item.responsibility else ()
        strange = [(row, word) for row, duty in enumerate(duties) if (word := _strange(duty, kind))]
        if kind and strange and 2 * len(strange) > len(duties) > 1:
            sentence = f"{len(duties)}条责任里有{len(strange)}条说的不是{item.kind}的事"
            hint = "多半是从别的事项抄来的，照这项权力重写"
            yield warning(CODE, sentence, item.place("责任", "事项"), hint)
        elif kind:
            yield from (_advice(item, row, word) for row, word in strange)


def _advice(item: Item, row: int, word: str) -> Problem:
    sentence = f"责任里的“{word}”不是{item.kind}的用语"
    place = item.place("责任", "事项", row, "内容")
    return advice(CODE, sentence, place, "核对这一条是不是从别的事项抄来的")


def _strange(duty: Duty, kind: str) -> str:
    """The word of another kind in a duty, "" where all is at home."""
    if _AFTERWARDS.search(duty.stage):
        return ""
    at_home = _NEIGHBOURS.get(kind, set()) | {kind}
    for other, pattern in _PATTERNS.items():
        found = pattern.search(duty.content) if other not in at_home else None
        if found:
            return found[0]
    return ""


RULE = Rule(CODE, find)
