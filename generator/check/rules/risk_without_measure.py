"""Risk points → those that nothing is done about."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.rule import Rule
from generator.check.subjects import risk_points
from generator.model.registry import Registry
from generator.problem import Problem, error

CODE = "risk-without-measure"


def find(registry: Registry) -> Iterator[Problem]:
    """Every risk point of a flow or a post without 措施."""
    for risk, where in risk_points(registry):
        if not any(measure.strip() for measure in risk.measures):
            sentence = f"风险点“{risk.name or risk.manifestation}”没有防控措施"
            yield error(CODE, sentence, where.span, "补写“措施: [谁用什么办法防]”，至少一条")


RULE = Rule(CODE, find)
