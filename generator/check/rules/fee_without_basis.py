"""Items in force → fees that rest on nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.check.rule import Rule
from generator.check.subjects import subjects
from generator.model.registry import Registry
from generator.problem import Problem, error

CODE = "fee-without-basis"

_FREE = re.compile(r"(?:不|不另|一律不|免于)收|免费|免收|^(?:无|否)$")
"""Words by which a 收费 says that it takes nothing."""

_MONEY = re.compile(r"[\d一二两三四五六七八九十百千万]+ ?元")
"""A sum: it needs a basis whatever stands around it."""


def find(registry: Registry) -> Iterator[Problem]:
    """Every 收费 that takes money without 依据."""
    for subject in subjects(registry):
        item = subject.holding.item
        for row, fee in enumerate(item.fees):
            if not fee.basis and _takes_money(fee.standard):
                sentence = f"事项“{item.name}”收费“{fee.standard}”没有写依据"
                hint = "写成“收费: [{标准: …, 依据: …}]”；没有依据的不得收，写“不收费”"
                yield error(CODE, sentence, item.place("收费", row), hint)


def _takes_money(standard: str) -> bool:
    return bool(_MONEY.search(standard)) or not _FREE.search(standard)


RULE = Rule(CODE, find)
