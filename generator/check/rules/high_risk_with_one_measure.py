"""Risk points of the highest level → those that only one measure guards."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.rule import Rule
from generator.check.subjects import risk_points
from generator.model.district import Vocabulary
from generator.model.registry import Registry
from generator.problem import Problem, warning

CODE = "high-risk-with-one-measure"


def find(registry: Registry) -> Iterator[Problem]:
    """Every risk point of the highest 风险等级 with exactly one 措施."""
    highest = _highest(registry.vocabulary)
    for risk, where in risk_points(registry):
        measures = [measure for measure in risk.measures if measure.strip()]
        if risk.level == highest and len(measures) == 1:
            sentence = f"{risk.level}风险点“{risk.name or risk.manifestation}”只有一条防控措施"
            hint = "再写一条，最好由另一个岗位来做"
            yield warning(CODE, sentence, where.span, hint)


def _highest(vocabulary: Vocabulary) -> str:
    """The word for the highest level, "" where the vocabulary has fewer than two."""
    levels = sorted(vocabulary.risk_levels, key=lambda level: level.order)
    return levels[-1].name if len(levels) > 1 else ""


RULE = Rule(CODE, find)
