"""A registry → values that are kept as written but look odd: a phone without a number (提醒)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from generator.load.forms import model_of, whole
from generator.load.references import as_written
from generator.model.origin import Key, Values
from generator.model.record import Record, Sourced, Where
from generator.model.registry import Registry
from generator.model.value import Look, Odd
from generator.problem import Problem, warning

_LONGEST_QUOTE = 20


@dataclass(frozen=True, slots=True)
class Branch:
    """A field to look at: its own look, or the fields inside it that have one."""

    look: Look | None
    inside: tuple[tuple[str, Branch], ...] = ()


def odd_values(registry: Registry) -> Iterator[Problem]:
    """Every odd value, where it is written."""
    for record in _records(registry):
        for path, odd in _of(record.written.values, _branches(type(record))):
            yield _problem(record.at(*path), odd)


def _records(registry: Registry) -> Iterator[Sourced]:
    yield registry.district
    yield registry.vocabulary
    yield from (*registry.laws, *registry.holidays)
    yield from (*registry.units, *registry.villages)
    yield from registry.flows.values()
    yield from (holding.item for holding in as_written(registry))


@cache
def _branches(model: type[Record]) -> tuple[tuple[str, Branch], ...]:
    """The fields of a model that are to be looked at, and those that hold such fields."""
    found: list[tuple[str, Branch]] = []
    for info in model.model_fields.values():
        look = next((each for each in info.metadata if isinstance(each, Look)), None)
        inner = model_of(whole(info))
        inside = _branches(inner) if inner is not None and inner is not model else ()
        if info.alias and (look or inside):
            found.append((info.alias, Branch(look, inside)))
    return tuple(found)


def _of(
    values: Values, branches: Iterable[tuple[str, Branch]]
) -> Iterator[tuple[tuple[Key, ...], Odd]]:
    """The odd values of one mapping, or of each row of a list of them, with their paths."""
    if isinstance(values, list):
        for number, row in enumerate(values):
            yield from (((number, *path), odd) for path, odd in _of(row, branches))
        return
    if isinstance(values, str):
        return
    for name, branch in branches:
        value = values.get(name)
        if value is None:
            continue
        if branch.look is None:
            yield from (((name, *path), odd) for path, odd in _of(value, branch.inside))
        elif isinstance(value, str) and value.strip() and (odd := branch.look.odd(value)):
            yield (name,), odd


def _problem(where: Where, odd: Odd) -> Problem:
    node = where.node
    line = " ".join(node.content.split()) if isinstance(node.content, str) else ""
    quoted = line if len(line) <= _LONGEST_QUOTE else line[:_LONGEST_QUOTE] + "…"
    sentence = f"“{where.path[-1]}”填的是“{quoted}”{odd.sentence}"
    return warning("wrong-value", sentence, node.span, odd.hint)
