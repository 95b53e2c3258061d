"""Micro-powers of villages → those whose supervisor is the committee itself."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.check.rule import Rule
from generator.check.subjects import village_powers
from generator.model.registry import Registry
from generator.problem import Problem, warning

CODE = "supervisor-is-committee"

_COMMITTEE = re.compile(
    r"村委会|村民委员会|村“?两委”?|村主任|村党(?:总)?支部|村支书|村党组织|报账员|会计"
)
_OTHERS = re.compile(r"监督委员会|监委会|监督小组|监督机构|村民(?:代表|会议|小组)|镇|乡|街道|区|纪")


def find(registry: Registry) -> Iterator[Problem]:
    """Every 监督 that names only those who do the work."""
    for power in village_powers(registry):
        item = power.holding.item
        if _COMMITTEE.search(item.oversight) and not _OTHERS.search(item.oversight):
            sentence = f"监督写的是“{item.oversight}”，办事的人监督不了自己"
            hint = "写“监督: 村务监督委员会”"
            yield warning(CODE, sentence, item.place("监督"), hint)


RULE = Rule(CODE, find)
