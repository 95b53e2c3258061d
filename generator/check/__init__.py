"""Registry → problems: every rule looks at the whole district and says what contradicts itself."""

from __future__ import annotations

from generator.check.rules import RULES
from generator.model.registry import Registry
from generator.problem import Problem, in_order


def check(registry: Registry) -> tuple[Problem, ...]:
    """A registry → the problems that the rules find, each cause once, in the order of the files."""
    found = [problem for rule in RULES for problem in rule.find(registry)]
    return tuple(in_order(found))
