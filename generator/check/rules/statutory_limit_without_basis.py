"""Items in force → statutory limits that name no article."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.rule import Rule
from generator.check.subjects import powers
from generator.model.registry import Registry
from generator.problem import Problem, warning

CODE = "statutory-limit-without-basis"


def find(registry: Registry) -> Iterator[Problem]:
    """Every 法定 that has a length but no 依据."""
    for power in powers(registry):
        item = power.holding.item
        statutory = item.limits.statutory if item.limits else None
        if statutory is not None and statutory.limit.computable and not statutory.basis:
            sentence = f"法定时限“{statutory.limit.text}”没有写依据哪一条"
            hint = "写成“法定: {期限: 20个工作日, 依据: 《法律全称》第几条}”"
            yield warning(CODE, sentence, item.place("时限", "法定"), hint)


RULE = Rule(CODE, find)
