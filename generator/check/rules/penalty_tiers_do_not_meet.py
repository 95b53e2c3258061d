"""Penalties in force → tiers between which amounts belong to none, or to two."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

from generator.check.rule import Rule
from generator.check.subjects import powers
from generator.check.tiers import Bound, Reach, fines_of, reach_of
from generator.model.guide import PenaltyGrade
from generator.model.record import Where
from generator.model.registry import Registry
from generator.problem import Problem, advice, warning

CODE = "penalty-tiers-do-not-meet"

_CATCHES_ALL = re.compile(r"其他|其余|一般情形|以外|除外")

_HINT = "两档写同一个数：轻的写“不满”，重的写“以上”"

Tier = tuple[PenaltyGrade, Reach]


def find(registry: Registry) -> Iterator[Problem]:
    """Each two neighbouring 档次 that measure the same in one unit and do not meet.

    情节: where one ends is not where the other begins. 处理: they meet, but the fine of one does
    not begin where that of the other ends. Nothing where a tier takes what is left over.
    """
    for power in powers(registry):
        item = power.holding.item
        grades = item.penalty.grades if item.penalty else ()
        if any(_CATCHES_ALL.search(grade.circumstances) for grade in grades):
            continue
        tiers = [(grade, reach_of(grade.circumstances)) for grade in grades]
        for number, (one, other) in enumerate(pairwise(tiers), 1):
            place = item.at("处罚", "档次", number)
            yield from _apart(one, other, tiers, place)
            yield from _apart(other, one, tiers, place)


def _apart(low: Tier, high: Tier, tiers: list[Tier], place: Where) -> Iterator[Problem]:
    """What is wrong where *low* ends and *high* begins."""
    bounds = _between(low[1], high[1])
    if bounds is None:
        return
    ends, begins = bounds
    if ends.amount != begins.amount:
        both = "两档都算" if begins.amount < ends.amount else "哪一档也不算"
        sentence = f"一档到{ends.text}为止，另一档从{begins.text}起，中间的{both}"
        yield warning(CODE, sentence, place.span, _HINT)
    elif ends.included and begins.included:
        sentence = f"一档到{ends.text}以下，另一档{begins.text}以上，正好{ends.text}的两档都算"
        yield warning(CODE, sentence, place.span, _HINT)
    elif _only_one(ends, begins, tiers):
        yield from _fines_apart(low[0], high[0], place)


def _between(low: Reach, high: Reach) -> tuple[Bound, Bound] | None:
    """Where *low* ends and *high* begins; None unless they measure the same, *low* the less."""
    ends, begins = low.upper, high.lower
    if ends is None or begins is None or not ends.same_measure(begins):
        return None
    if low.lower and low.lower.amount >= begins.amount:
        return None
    if high.upper and high.upper.amount <= ends.amount:
        return None
    return ends, begins


def _only_one(ends: Bound, begins: Bound, tiers: list[Tier]) -> bool:
    """Whether no other tier ends or begins there, which other circumstances would tell apart."""
    uppers = [reach.upper for _, reach in tiers if reach.upper]
    lowers = [reach.lower for _, reach in tiers if reach.lower]
    ending = [each for each in uppers if (each.unit, each.amount) == (ends.unit, ends.amount)]
    starting = [each for each in lowers if (each.unit, each.amount) == (begins.unit, begins.amount)]
    return len(ending) == len(starting) == 1


def _fines_apart(low: PenaltyGrade, high: PenaltyGrade, place: Where) -> Iterator[Problem]:
    """处理 of two tiers that meet: fines that do not, each with its like in the same place."""
    less, more = fines_of(low.measure), fines_of(high.measure)
    if len(less) != len(more):
        return
    for (least, ends), (begins, most) in zip(less, more, strict=True):
        if ends == begins or least > begins or ends > most:
            continue
        kind = "空着" if begins > ends else "重着"
        sentence = f"两档罚款，轻的到{_in_words(ends)}，重的从{_in_words(begins)}起，中间{kind}一段"
        yield advice(
            CODE, sentence, place.span, "轻的罚到哪里，重的就从哪里起；条文本身这样写的不用改"
        )


def _in_words(amount: Fraction) -> str:
    """15000 → 1.5万元, 5000 → 5000元."""
    return f"{float(amount / 10000):g}万元" if amount >= 10000 else f"{float(amount):g}元"


RULE = Rule(CODE, find)
