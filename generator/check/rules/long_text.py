"""A flow → steps whose text does not fit a box."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.rule import Rule
from generator.check.subjects import flows
from generator.model.registry import Registry
from generator.problem import Problem, advice

CODE = "long-text"

_MOST = 40
"""Characters that a box of the chart shows in four lines."""


def find(registry: Registry) -> Iterator[Problem]:
    """Every step whose text has more than 40 characters."""
    for _, flow in flows(registry):
        for number, step in enumerate(flow.steps):
            if len(step.text) > _MOST:
                sentence = f"第{number + 1}步的文字有{len(step.text)}个字，多于{_MOST}个"
                hint = "图上只写做什么，其余的移到“说明”"
                place = flow.place("步骤", number, step.kind.value)
                yield advice(CODE, sentence, place, hint)


RULE = Rule(CODE, find)
