"""Micro-powers of villages → those made public less often than each quarter."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.check.rule import Rule
from generator.check.subjects import village_powers
from generator.model.registry import Registry
from generator.problem import Problem, warning

CODE = "disclosure-too-rare"

_RARE = re.compile(r"每?半年|每年|年度|年底|年终|一年|两年|每届|换届")
_OFTEN = re.compile(r"季|月|周|日公布|每日|随时|及时|发生|次")


def find(registry: Registry) -> Iterator[Problem]:
    """Every 公开.周期 longer than a quarter."""
    for power in village_powers(registry):
        item = power.holding.item
        period = item.disclosure.period if item.disclosure else ""
        bare = re.sub(r"\d+月\d*[日底前]*|[一二三四五六七八九十]+月[底前]*", "", period)
        if _RARE.search(bare) and not _OFTEN.search(bare):
            sentence = f"公开的周期是“{period}”，少于每季度一次"
            hint = "写“周期: 每季度15日前”；财务往来多的每月公布，重大事项随时公布"
            yield warning(CODE, sentence, item.place("公开", "周期"), hint)


RULE = Rule(CODE, find)
