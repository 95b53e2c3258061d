"""Tiers (档次) of a penalty → from and up to how much each reaches, and what fine it brings."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction

from generator.model.numeral import number_of

_NUMBER = (
    r"(?<![\d.点零一二两三四五六七八九十百千万亿])(\d+(?:\.\d+)?|[一二两三四五六七八九十百千]+)"
)
_UNIT = (
    r"(万?元|万?人|名|户|台|件|辆|处|次|倍|日|天|个月|年|小时"
    r"|亩|公顷|平方米|立方米|吨|公斤|千克|株)"
)
_BELOW = re.compile(rf"(?:不满|不足|未满|不到|低于){_NUMBER}{_UNIT}")
_UP_TO = re.compile(rf"{_NUMBER}{_UNIT}(?:以下|以内)")
_FROM = re.compile(rf"{_NUMBER}{_UNIT}以上")
_ABOVE = re.compile(rf"(?:超过|达到){_NUMBER}{_UNIT}")
_CLAUSES = re.compile(r"[，。；：、（）]|或者")
_FILLING = re.compile(r"^(?:没有|涉及|上项|其中|的)+|(?:在|为|是|达)$")
_FINE = re.compile(rf"{_NUMBER}(万?)元以上{_NUMBER}(万?)元以下")


@dataclass(frozen=True, slots=True)
class Bound:
    """An amount in a tier's 情节: of what, in which unit, how much (万元 reckoned in 元).

    *included* for 以上, 以下 and 以内, not for 不满 and 超过.
    """

    of: str
    unit: str
    amount: Fraction
    text: str
    included: bool

    def same_measure(self, other: Bound) -> bool:
        """货值 and 货值金额 in 元 measure the same, 货值 and 违法所得 do not."""
        named = self.of.startswith(other.of) or other.of.startswith(self.of)
        return self.unit == other.unit and named and bool(self.of) == bool(other.of)


@dataclass(frozen=True, slots=True)
class Reach:
    """From (以上) and up to (不满, 以下) how much a tier reaches; None where it does not say."""

    lower: Bound | None
    upper: Bound | None


def reach_of(circumstances: str) -> Reach:
    """情节 → how far the tier reaches, by the first amount named in it."""
    before = ""
    for clause in _CLAUSES.split(circumstances):
        upper = _bound(clause, before, _BELOW) or _bound(clause, before, _UP_TO)
        lower = _bound(clause, before, _FROM) or _bound(clause, before, _ABOVE)
        if upper or lower:
            return Reach(lower, upper)
        before = clause
    return Reach(None, None)


def _bound(clause: str, before: str, sign: re.Pattern[str]) -> Bound | None:
    """The amount that *sign* finds, and what it is an amount of: words before all amounts.

    没有违法所得或者不足1万元: what is measured stands in the clause before.
    """
    found = sign.search(clause)
    if not found:
        return None
    places = [each.start() for other in _SIGNS if (each := other.search(clause))]
    of = _bare(clause[: min(places)]) or _bare(before if before.startswith("没有") else "")
    amount, unit = _in_one_unit(found[1], found[2])
    return Bound(of, unit, amount, f"{found[1]}{found[2]}", sign in (_UP_TO, _FROM))


_SIGNS = (_BELOW, _UP_TO, _FROM, _ABOVE)


def _bare(words: str) -> str:
    return _FILLING.sub("", words.strip())


def _in_one_unit(number: str, unit: str) -> tuple[Fraction, str]:
    """5, 万元 → 50000, 元."""
    times = 10000 if unit.startswith("万") else 1
    return _amount(number) * times, unit.removeprefix("万")


def _amount(number: str) -> Fraction:
    return Fraction(number) if number[0].isascii() else Fraction(number_of(number))


def fines_of(measure: str) -> tuple[tuple[Fraction, Fraction], ...]:
    """处理 → the fines from … to … in 元, in the order written."""
    return tuple(
        (
            _in_one_unit(found[1], f"{found[2]}元")[0],
            _in_one_unit(found[3], f"{found[4]}元")[0],
        )
        for found in _FINE.finditer(measure)
    )
