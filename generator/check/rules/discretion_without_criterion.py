"""Steps with discretion and graded penalties → those that name no criterion."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.rule import Rule
from generator.check.subjects import powers, unit_flows
from generator.model.registry import Registry
from generator.problem import Problem, warning

CODE = "discretion-without-criterion"

_NONE_GIVEN = ("", "未提供", "无", "暂无")
_HINT = "写“裁量基准: …”，说明按哪份基准、分几档；还没有制定的先制定并公布"


def find(registry: Registry) -> Iterator[Problem]:
    """Every 裁量: 是 of a unit's flow without 裁量基准, and every graded 处罚 without one."""
    for _, flow in unit_flows(registry):
        for number, step in enumerate(flow.steps):
            if step.discretion and step.criterion.strip() in _NONE_GIVEN:
                sentence = f"第{number + 1}步“{step.text}”有裁量，却没有裁量基准"
                yield warning(CODE, sentence, flow.place("步骤", number), _HINT)
    for power in powers(registry):
        penalty = power.holding.item.penalty
        if penalty is None or len(penalty.grades) < 2:
            continue
        if penalty.criterion.strip() in _NONE_GIVEN:
            sentence = f"处罚分{len(penalty.grades)}档，却没有裁量基准"
            yield warning(CODE, sentence, power.holding.item.place("处罚", "裁量基准"), _HINT)


RULE = Rule(CODE, find)
