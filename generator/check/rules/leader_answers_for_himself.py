"""Risk points → those whose 责任领导 is the very post that is to be watched."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.rule import Rule
from generator.check.subjects import risk_points
from generator.model.registry import Registry
from generator.problem import Problem, warning

CODE = "leader-answers-for-himself"


def find(registry: Registry) -> Iterator[Problem]:
    """Every risk point that names one post as both 责任岗位 and 责任领导."""
    for risk, where in risk_points(registry):
        if risk.owner and risk.owner == risk.leader:
            sentence = f"责任岗位和责任领导都是“{risk.owner}”，自己管不住自己"
            hint = "“责任岗位”写做这件事的股室，或者“责任领导”写上一级的岗位"
            yield warning(CODE, sentence, where.span, hint)


RULE = Rule(CODE, find)
