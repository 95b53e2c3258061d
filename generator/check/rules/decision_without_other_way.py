"""A flow → decisions and votes that say only one way out."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.rule import Rule
from generator.check.subjects import flows
from generator.model.flow import Step, StepKind
from generator.model.registry import Registry
from generator.problem import Problem, warning

CODE = "decision-without-other-way"


def find(registry: Registry) -> Iterator[Problem]:
    """Every 判断 without 否 and every 表决 without 未通过 (分支 apart)."""
    for _, flow in flows(registry):
        for number, step in enumerate(flow.steps):
            field = _missing(step)
            if field:
                sentence = f"第{number + 1}步“{step.text}”没有写“{field}”以后去哪一步"
                hint = f"补写“{field}: …”；原文件确实没说的，写“{field}: 未载明”"
                yield warning(CODE, sentence, flow.place("步骤", number), hint)


def _missing(step: Step) -> str:
    """The field a decision or vote lacks, "" where nothing is missing."""
    if step.branches:
        return ""
    if step.kind is StepKind.DECISION and not step.no:
        return "否"
    return "未通过" if step.kind is StepKind.VOTE and not step.failed else ""


RULE = Rule(CODE, find)
