"""What a rule is: a name for the wrong thing, and the function that finds it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from generator.model.registry import Registry
from generator.problem import Problem


@dataclass(frozen=True, slots=True)
class Rule:
    """A code (`limit-not-computable`) and what looks for it in a whole district."""

    code: str
    find: Callable[[Registry], Iterator[Problem]]
