"""改动 of townships and villages → those that say what the shared list says already."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.check.rule import Rule
from generator.model.body import Unit, Village
from generator.model.origin import Values
from generator.model.registry import Ref, Registry
from generator.problem import Problem, advice

CODE = "override-equals-shared"


def find(registry: Registry) -> Iterator[Problem]:
    """Every field of a 改动 that is written as the shared item has it."""
    shared = {held.ref: held.item.written.values for held in registry.shared_powers}
    shared |= {held.ref: held.item.written.values for held in registry.shared_micro_powers}
    for unit in registry.units:
        yield from _in_body(unit, f"powers/{unit.adopts}", shared)
    for village in registry.villages:
        yield from _in_body(village, f"villages/{village.adopts}", shared)


def _in_body(body: Unit | Village, folder: str, shared: Mapping[Ref, Values]) -> Iterator[Problem]:
    for identity, own in body.written.fields_of("改动").items():
        there = shared.get(Ref(folder, identity), "")
        for path in _same(own.values, there):
            sentence = f"“{identity}”的“{'.'.join(path)}”和通用清单写的一样"
            span = own.tree.nearest(*path).key_span
            yield advice(CODE, sentence, span, "删去这一处，跟着通用清单走")


def _same(own: Values, there: Values) -> Iterator[tuple[str, ...]]:
    """The paths of fields of *own* that *there* has alike, the outermost ones only."""
    if not isinstance(own, dict) or not isinstance(there, dict):
        return
    for name, field in own.items():
        if name not in there:
            continue
        if _plain(field) == _plain(there[name]):
            yield (name,)
        else:
            yield from ((name, *inner) for inner in _same(field, there[name]))


def _plain(values: Values) -> object:
    """What is written; one text stands for a list of one."""
    if isinstance(values, dict):
        return {name: _plain(field) for name, field in values.items()}
    if isinstance(values, list):
        rows = [_plain(row) for row in values]
        return rows[0] if len(rows) == 1 else rows
    return values


RULE = Rule(CODE, find)
