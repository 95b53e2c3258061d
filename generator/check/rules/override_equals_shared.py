"""改动 of townships and villages → those that say what the shared list says already."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.check.rule import Rule
from generator.model.body import Unit, Village
from generator.model.origin import Located
from generator.model.registry import Ref, Registry
from generator.problem import Problem, advice

CODE = "override-equals-shared"


def find(registry: Registry) -> Iterator[Problem]:
    """Every field of a 改动 that is written as the shared item has it."""
    shared = {held.ref: held.item.source for held in registry.shared_powers}
    shared |= {held.ref: held.item.source for held in registry.shared_micro_powers}
    for unit in registry.units:
        yield from _in_body(unit, f"powers/{unit.adopts}", shared)
    for village in registry.villages:
        yield from _in_body(village, f"villages/{village.adopts}", shared)


def _in_body(body: Unit | Village, folder: str, shared: Mapping[Ref, Located]) -> Iterator[Problem]:
    for identity in body.overrides:
        own = body.source.nearest("改动", identity)
        there = shared.get(Ref(folder, identity))
        for path, field in _same(own, there) if there else ():
            sentence = f"“{identity}”的“{path}”和通用清单写的一样"
            yield advice(CODE, sentence, field.key_span, "删去这一处，跟着通用清单走")


def _same(own: Located, there: Located) -> Iterator[tuple[str, Located]]:
    """The fields of *own* that *there* has alike, the outermost ones only."""
    if not isinstance(own.content, dict):
        return
    for name, field in own.content.items():
        shared = there.child(name)
        if shared is None:
            continue
        if _plain(field) == _plain(shared):
            yield name, field
        else:
            yield from ((f"{name}.{inner}", each) for inner, each in _same(field, shared))


def _plain(tree: Located) -> object:
    """What is written, without places; one text stands for a list of one."""
    content = tree.content
    if isinstance(content, dict):
        return {name: _plain(field) for name, field in content.items()}
    if isinstance(content, list):
        rows = [_plain(row) for row in content]
        return rows[0] if len(rows) == 1 else rows
    return content


RULE = Rule(CODE, find)
