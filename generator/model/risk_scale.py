"""How risk levels are drawn: 用词表 gives each a letter, a shape and a place among the others."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from generator.model.district import RiskLevelTerm

_SHAPES = {"三角": 3, "菱形": 2, "圆": 1}
_USUAL = {"高": 3, "中": 2, "低": 1, "一": 3, "二": 2, "三": 1, "重": 3, "较": 2}


@dataclass(frozen=True, slots=True)
class RiskMark:
    """A level's sign: its letter, and its rank: 3 high ▲, 2 middle ◆, 1 low ●."""

    letter: str
    rank: int


@dataclass(frozen=True, slots=True)
class RiskScale:
    """The marks of the levels of 风险等级; a word that is not among them is guessed."""

    marks: Mapping[str, RiskMark] = field(default_factory=dict)

    def mark(self, level: str) -> RiskMark:
        """A level's word → its mark; one of no known scale counts as middle."""
        guessed = RiskMark(level[:1], _USUAL.get(level[:1], 2))
        return self.marks.get(level, guessed)


USUAL = RiskScale()
"""高, 中, 低 by their first sign, where no 用词表 is known."""


def scale_of(terms: Iterable[RiskLevelTerm]) -> RiskScale:
    """风险等级 → its scale: by 形状, else the highest 次序 is high and the lowest low."""
    known = tuple(terms)
    orders = sorted({term.order for term in known})
    return RiskScale(
        {
            term.name: RiskMark(
                term.letter[:1] or term.name[:1],
                _SHAPES.get(term.shape) or _rank(term.order, orders),
            )
            for term in known
        }
    )


def _rank(order: int, orders: list[int]) -> int:
    if order == orders[-1]:
        return 3
    return 1 if order == orders[0] else 2
