"""Flows of units → steps with discretion on which no risk point stands."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.rule import Rule
from generator.check.subjects import unit_flows
from generator.model.registry import Registry
from generator.problem import Problem, warning

CODE = "discretion-without-risk-point"


def find(registry: Registry) -> Iterator[Problem]:
    """Every step of a unit's flow with 裁量 and without 风险."""
    for _, flow in unit_flows(registry):
        if flow.without_risk_chart.strip():
            continue
        for number, step in enumerate(flow.steps):
            if step.discretion and not step.risks:
                sentence = f"第{number + 1}步“{step.text}”有裁量，却没有风险点"
                hint = "补写“风险: [{高: 会出什么问题, 措施: [怎样防]}]”"
                yield warning(CODE, sentence, flow.place("步骤", number), hint)


RULE = Rule(CODE, find)
