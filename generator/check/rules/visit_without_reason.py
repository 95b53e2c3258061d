"""Powers in force → visits that people must make without being told why."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.check.rule import Rule
from generator.check.subjects import powers
from generator.model.registry import Registry
from generator.problem import Problem, warning

CODE = "visit-without-reason"

_NONE = re.compile(r"(?:最多)?[0０零〇]次?|不用.*|无需.*|不需要.*|不到场|")


def find(registry: Registry) -> Iterator[Problem]:
    """Every 到场次数 above 0 without 到场原因."""
    for power in powers(registry):
        item = power.holding.item
        guide = item.guide
        if guide is None or _NONE.fullmatch(guide.visits.strip()) or guide.visit_reason.strip():
            continue
        sentence = f"到场次数写了“{guide.visits}”，没有写为什么要来"
        hint = "补写“到场原因: …”；不用来就能办的，写“到场次数: 0”"
        yield warning(CODE, sentence, item.place("办事指南", "到场次数"), hint)


RULE = Rule(CODE, find)
