"""Flows of units → those on which no risk point stands and nothing says why."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.rule import Rule
from generator.check.subjects import unit_flows
from generator.model.registry import Registry
from generator.problem import Problem, warning

CODE = "flow-without-risk-chart"


def find(registry: Registry) -> Iterator[Problem]:
    """Every flow of a unit without a risk point and without 不设风险图; villages draw none."""
    replaced = {
        registry.flow_named(ref.folder, flow.replaces)
        for ref, flow in unit_flows(registry)
        if flow.replaces
    }
    for ref, flow in unit_flows(registry):
        if flow.risk_points() or flow.without_risk_chart.strip() or ref in replaced:
            continue
        sentence = f"流程“{flow.name}”没有风险点，画不出风险防控图"
        hint = "在容易出问题的步骤写“风险”；确实没有的，写“不设风险图: 理由”"
        yield warning(CODE, sentence, flow.place("名称"), hint)


RULE = Rule(CODE, find)
