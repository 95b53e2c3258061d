"""A flow → targets (转, 否, 分支 …) that are no step of it."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from generator.check.rule import Rule
from generator.check.subjects import flows
from generator.model.graph import graph_of, step_targets
from generator.model.registry import Registry
from generator.problem import Problem, error

CODE = "transition-to-unknown-step"


def find(registry: Registry) -> Iterator[Problem]:
    """Every target that no 代号 and no step text answers to."""
    for _, flow in flows(registry):
        targets = sorted(step_targets(flow))
        for unknown in graph_of(flow).unknown:
            near = get_close_matches(unknown.word, targets, n=1)
            hint = f"改成“{near[0]}”" if near else "写成某一步的 代号，或与那一步的文字完全一样"
            sentence = f"“{unknown.field}”指向“{unknown.word}”，本流程没有这一步"
            yield error(CODE, sentence, flow.place("步骤", unknown.step, unknown.field), hint)


RULE = Rule(CODE, find)
