"""Bodies → shared items they leave out without saying why."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.rule import Rule
from generator.model.body import Unit, Village
from generator.model.registry import Registry
from generator.problem import Problem, warning

CODE = "omitted-without-reason"


def find(registry: Registry) -> Iterator[Problem]:
    """Every 不采用 without 理由."""
    bodies: tuple[Unit | Village, ...] = (*registry.units, *registry.villages)
    for body in bodies:
        for row, omission in enumerate(body.omits):
            if not omission.reason:
                sentence = f"{body.name}不采用“{omission.item}”，没有写理由"
                hint = "补写“理由: …”，群众会问为什么别处有这里没有"
                yield warning(CODE, sentence, body.place("不采用", row), hint)


RULE = Rule(CODE, find)
