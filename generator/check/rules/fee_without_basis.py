"""Items in force → fees that rest on nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.check.rule import Rule
from generator.check.subjects import subjects
from generator.model.registry import Registry
from generator.problem import Problem, error

CODE = "fee-without-basis"

_FREE = re.compile(r"不收|不另收|免|无|否")
"""How a 收费 that takes nothing begins."""


def find(registry: Registry) -> Iterator[Problem]:
    """Every 收费 that takes money without 依据."""
    for subject in subjects(registry):
        item = subject.holding.item
        for row, fee in enumerate(item.fees):
            if not fee.basis and not _FREE.match(fee.standard):
                sentence = f"事项“{item.name}”收费“{fee.standard}”没有写依据"
                hint = "写成“收费: [{标准: …, 依据: …}]”；没有依据的不得收，写“不收费”"
                yield error(CODE, sentence, item.place("收费", row), hint)


RULE = Rule(CODE, find)
