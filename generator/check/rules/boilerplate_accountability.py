"""Accountability of items → 追责情形 that would fit any power."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.check.rule import Rule
from generator.check.subjects import powers
from generator.model.registry import Registry
from generator.problem import Problem, advice

CODE = "boilerplate-accountability"

_FITS_ANYTHING = re.compile(
    r"(?:其他|其它)?.{0,4}(?:违反|违背).{0,14}(?:规定|规章|法规|纪律)的?(?:其他)?(?:情形|行为)?的?|"
    r".*(?:不履行|未履行|不正确履行|不认真履行|怠于履行).{0,10}(?:职责|责任|义务)的?|"
    r".*(?:玩忽职守|滥用职权|徇私舞弊|失职渎职|不作为|乱作为|慢作为).{0,12}|"
    r".{0,6}法律、?法规、?规章?.{0,4}规定的其他.{0,8}|"
    r"造成(?:严重|不良)?(?:后果|影响|损失)的?"
)


def find(registry: Registry) -> Iterator[Problem]:
    """Every item all of whose 追责情形, shared ones too, name no deed of this power."""
    for power in powers(registry):
        item = power.holding.item
        cases = power.holding.accountability.cases
        if cases and all(_FITS_ANYTHING.fullmatch(case.strip("。；; ")) for case in cases):
            sentence = f"追责情形“{cases[0]}”放在哪项权力上都一样"
            hint = "写这项权力会出的事，例如“对符合条件的申请不予受理的”"
            yield advice(CODE, sentence, item.place("责任", "追责情形"), hint)


RULE = Rule(CODE, find)
