"""A flow → 并行 that starts one step twice."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.rule import Rule
from generator.check.subjects import flows
from generator.model.flow import Flow
from generator.model.graph import step_targets
from generator.model.registry import Registry
from generator.problem import Problem, error

CODE = "parallel-names-step-twice"


def find(registry: Registry) -> Iterator[Problem]:
    """Every name in 并行 that means a step named before, be it by 代号 or by its text."""
    for _, flow in flows(registry):
        for number, step in enumerate(flow.steps):
            if len(step.parallel) > 1:
                yield from _named_twice(flow, number)


def _named_twice(flow: Flow, number: int) -> Iterator[Problem]:
    step, targets = flow.steps[number], step_targets(flow)
    met: set[int] = set()
    for row, word in enumerate(step.parallel):
        target = targets.get(word)
        if target in met:
            again = flow.steps[target].text
            sentence = f"第{number + 1}步“{step.text}”的“并行”把“{again}”写了两次"
            hint = "删去一个；本来是另一步，就改成那一步的代号"
            yield error(CODE, sentence, flow.place("步骤", number, "并行", row), hint)
        elif target is not None:
            met.add(target)


RULE = Rule(CODE, find)
