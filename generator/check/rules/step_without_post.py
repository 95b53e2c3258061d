"""A flow → steps that nobody does."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.rule import Rule
from generator.check.subjects import flows
from generator.model.registry import Registry
from generator.problem import Problem, warning

CODE = "step-without-post"


def find(registry: Registry) -> Iterator[Problem]:
    """Every step without 岗位 before any post was named; later steps carry the last one on."""
    for _, flow in flows(registry):
        for number, step in enumerate(flow.steps):
            if not step.posts:
                sentence = f"第{number + 1}步“{step.text}”没有写由哪个岗位办"
                hint = "补写“岗位: …”；下面几步相同的可以不再写"
                yield warning(CODE, sentence, flow.place("步骤", number), hint)


RULE = Rule(CODE, find)
