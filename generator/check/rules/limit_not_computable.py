"""Items in force → promised or statutory limits that say no length."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.rule import Rule
from generator.check.subjects import subjects
from generator.model.registry import Registry
from generator.problem import Problem, warning

CODE = "limit-not-computable"

_SAYS_NONE = ("法律未规定", "法律没有规定", "无法定时限")


def find(registry: Registry) -> Iterator[Problem]:
    """Every 承诺 and 法定 that cannot be compared (及时, 随时, 视情况), but for 法律未规定."""
    for subject in subjects(registry):
        item = subject.holding.item
        if item.limits is None:
            continue
        statutory = item.limits.statutory.limit if item.limits.statutory else None
        for field, limit in (("承诺", item.limits.promised), ("法定", statutory)):
            if limit is not None and not limit.computable and limit.text not in _SAYS_NONE:
                sentence = f"{field}时限“{limit.text}”算不出天数"
                hint = "写成“5个工作日”“30日”这样的数字；法律没有规定的就写“法律未规定”"
                yield warning(CODE, sentence, item.place("时限", field), hint)


RULE = Rule(CODE, find)
