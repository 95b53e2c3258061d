"""Risk points → those that nothing is done about."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.rule import Rule
from generator.check.subjects import flows
from generator.model.flow import Flow
from generator.model.registry import Registry
from generator.model.risk import RiskPoint
from generator.problem import Problem, Span, error

CODE = "risk-without-measure"


def find(registry: Registry) -> Iterator[Problem]:
    """Every risk point of a flow or a post without 措施."""
    for _, flow in flows(registry):
        for number, row, risk in _risks(flow):
            if not _measured(risk):
                yield _problem(risk, flow.place("步骤", number, "风险", row))
    for unit in registry.units:
        for row, risk in enumerate(unit.post_risks):
            if not _measured(risk):
                yield _problem(risk, unit.place("岗位风险", row))


def _risks(flow: Flow) -> Iterator[tuple[int, int, RiskPoint]]:
    """Every risk point with the numbers of its step and of its row there."""
    for number, step in enumerate(flow.steps):
        for row, risk in enumerate(step.risks):
            yield number, row, risk


def _measured(risk: RiskPoint) -> bool:
    return any(measure.strip() for measure in risk.measures)


def _problem(risk: RiskPoint, place: Span) -> Problem:
    sentence = f"风险点“{risk.name or risk.manifestation}”没有防控措施"
    return error(CODE, sentence, place, "补写“措施: [谁用什么办法防]”，至少一条")


RULE = Rule(CODE, find)
