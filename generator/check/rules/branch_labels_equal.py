"""A flow → decisions whose ways out cannot be told apart."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from generator.check.rule import Rule
from generator.check.subjects import flows
from generator.model.flow import StepKind
from generator.model.graph import graph_of
from generator.model.registry import Registry
from generator.problem import Problem, error

CODE = "branch-labels-equal"

_TWO_WAYS = {
    StepKind.DECISION: "“是”和“否”去同一步，等于没有判断",
    StepKind.VOTE: "“通过后”和“未通过”去同一步，等于没有表决",
}


def find(registry: Registry) -> Iterator[Problem]:
    """Labels of one step that read the same, and a decision or a vote whose two ways are one."""
    for _, flow in flows(registry):
        for number, step in enumerate(flow.steps):
            if not step.branches and step.kind not in (StepKind.DECISION, StepKind.VOTE):
                continue
            labels = ["".join(unicodedata.normalize("NFKC", e).split()) for e in step.branches]
            for label in sorted({label for label in labels if labels.count(label) > 1}):
                sentence = f"第{number + 1}步“{step.text}”有两个一样的分支“{label}”"
                yield error(
                    CODE, sentence, flow.place("步骤", number, "分支"), "给每个分支不同的名字"
                )
            ways = [edge.target for edge in graph_of(flow).leaving(number)]
            names = _TWO_WAYS.get(step.kind)
            same = len(ways) == 2 and ways[0] == ways[1] and ways[0] is not None
            if names and not step.branches and same:
                sentence = f"第{number + 1}步“{step.text}”的{names}"
                hint = "改正其中一个去向，或把这一步改写成“步骤”"
                yield error(CODE, sentence, flow.place("步骤", number), hint)


RULE = Rule(CODE, find)
