"""A flow → ways out of a step that nobody goes, because its kind has others."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.rule import Rule
from generator.check.subjects import flows
from generator.model.flow import Step, StepKind
from generator.model.graph import ways_not_read
from generator.model.registry import Registry
from generator.problem import Problem, error

CODE = "way-not-read"

_OWN_WAYS = {
    StepKind.END: "流程到这里就完了：删去它，或者把“结束”改成“步骤”",
    StepKind.DECISION: "判断的去向写在“是”“否”里：改到那里，或者把“判断”改成“步骤”",
    StepKind.VOTE: "表决的去向写在“通过后”“未通过”里：改到那里，或者把“表决”改成“步骤”",
}
_ONE_WAY = "做完去哪一步写在“转”里：改到那里；要分几种情形，就把“{}”改成“判断”或“表决”"


def find(registry: Registry) -> Iterator[Problem]:
    """Every target that a clerk wrote and the chart does not show."""
    for _, flow in flows(registry):
        for number, step in enumerate(flow.steps):
            for name in ways_not_read(step):
                sentence = f"第{number + 1}步“{step.text}”{_because(step)}，写的“{name}”不起作用"
                yield error(CODE, sentence, flow.place("步骤", number, name), _hint(step))


def _because(step: Step) -> str:
    """Why a way is not gone."""
    if step.kind is StepKind.END:
        return "是结束"
    if step.branches or step.parallel:
        return f"已经写了“{_many(step)}”"
    return f"是{step.kind.value}"


def _hint(step: Step) -> str:
    if step.kind is not StepKind.END and (step.branches or step.parallel):
        return f"去向只写在“{_many(step)}”里，删去这一个；两样都要，就拆成前后两步"
    return _OWN_WAYS.get(step.kind) or _ONE_WAY.format(step.kind.value)


def _many(step: Step) -> str:
    """The field of several ways that a step goes by."""
    return "分支" if step.branches else "并行"


RULE = Rule(CODE, find)
