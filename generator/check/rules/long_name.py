"""Items and flows → names too long to be found, said or printed."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.rule import Rule
from generator.check.subjects import flows, items_of_any_standing
from generator.model.registry import Registry
from generator.problem import Problem, advice

CODE = "long-name"

_MOST = 60
"""Characters of a name that a list still shows in two lines."""


def find(registry: Registry) -> Iterator[Problem]:
    """Every name of an item or a flow with more than 60 characters."""
    named = [*items_of_any_standing(registry), *(flow for _, flow in flows(registry))]
    for each in named:
        if len(each.name) > _MOST:
            sentence = f"名称有{len(each.name)}个字，多于{_MOST}个"
            hint = "名称不能改的，在“俗称”里写群众的叫法；能分开的写成“子项”"
            yield advice(CODE, sentence, each.place("名称"), hint)


RULE = Rule(CODE, find)
