"""Two editions of a handbook → exactly what the later one says otherwise, as old and new words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import zip_longest

from generator.model.edition import WORDS, BookEdition, EditionFact, EditionItem, Fields

STEPS = "办理步骤"
CHART = "流程图"
DIFFERENCE = "本村不同"
"""Says once more what other fields say; told only where nothing else changed."""
PART = "属于"
NAME = "名称"

_FOLLOWS = "跟着步骤改了"
_SHORT = 36
"""Characters of two texts that are shown whole; of longer ones only what differs."""
_SKIPPED = "……"
_CLAUSE = re.compile(r"(?<=[。；！？\n])")


@dataclass(frozen=True, slots=True)
class Change:
    """What a field said and says: *was* is "" for what was added, *now* for what was taken out."""

    label: str
    was: str
    now: str


@dataclass(frozen=True, slots=True)
class Changed:
    """An item or a fact that both editions have, as it was, and how it changed."""

    before: EditionItem | EditionFact
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Changes:
    """All that differs between two editions, in the order of the books."""

    changed: tuple[Changed, ...]
    added: tuple[EditionItem, ...]
    removed: tuple[EditionItem, ...]
    facts: tuple[Changed, ...]
    facts_added: tuple[EditionFact, ...]
    facts_removed: tuple[EditionFact, ...]

    def __bool__(self) -> bool:
        """Whether anything differs."""
        items = self.changed or self.added or self.removed
        return bool(items or self.facts or self.facts_added or self.facts_removed)


def changes_between(old: BookEdition, new: BookEdition) -> Changes:
    """The edition people hold and the present one → what differs."""
    was, now = ({item.code: item for item in each.items} for each in (old, new))
    told, tells = ({(f.part, f.name): f for f in each.facts} for each in (old, new))
    return Changes(
        changed=tuple(_items(was, now)),
        added=tuple(item for code, item in now.items() if code not in was),
        removed=tuple(item for code, item in was.items() if code not in now),
        facts=tuple(
            Changed(fact, tuple(_fields(fact.fields, tells[key].fields)))
            for key, fact in told.items()
            if key in tells and fact.fields != tells[key].fields
        ),
        facts_added=tuple(fact for key, fact in tells.items() if key not in told),
        facts_removed=tuple(fact for key, fact in told.items() if key not in tells),
    )


def _items(was: Mapping[str, EditionItem], now: Mapping[str, EditionItem]) -> Iterator[Changed]:
    for code, old in was.items():
        new = now.get(code)
        if new is None or new.worked_out == old.worked_out:
            continue
        heads = ((NAME, old.name, new.name), (PART, old.part, new.part))
        changes = [Change(*head) for head in heads if head[1] != head[2]]
        changes += _fields(old.fields, new.fields)
        told = [change for change in changes if not change.label.startswith(DIFFERENCE)]
        yield Changed(old, tuple(told or changes))


def _fields(was: Fields, now: Fields) -> Iterator[Change]:
    """The fields that differ, in the order of the book."""
    steps_differ = was.get(STEPS) != now.get(STEPS)
    for name in dict.fromkeys((*was, *now)):
        old, new = was.get(name, ()), now.get(name, ())
        if old == new:
            continue
        if name == CHART and steps_differ:
            yield Change(CHART, "", _FOLLOWS)
            continue
        yield from _lines("" if name == WORDS else name, old, new)


def _lines(label: str, was: Sequence[str], now: Sequence[str]) -> Iterator[Change]:
    """The lines of a field that differ; of steps, with their numbers."""
    if sorted(was) == sorted(now):
        yield Change(f"{label}的次序", "；".join(was), "；".join(now))
        return
    for way, a, b, c, d in SequenceMatcher(None, was, now, autojunk=False).get_opcodes():
        if way == "equal":
            continue
        places = zip_longest(range(a, b), range(c, d))
        for at, to in places:
            old = was[at] if at is not None else ""
            new = now[to] if to is not None else ""
            place = f"第{(to if at is None else at) + 1}步" if label == STEPS else ""
            yield Change(f"{label}{place}", *shortened(old, new))


def shortened(was: str, now: str) -> tuple[str, str]:
    """Two texts → the same, of long ones only the sentences that differ."""
    if not was or not now or len(was) + len(now) <= _SHORT:
        return was, now
    old, new = _CLAUSE.split(was), _CLAUSE.split(now)
    kept: tuple[list[str], list[str]] = ([], [])
    for way, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        for side, clauses in zip(kept, (old[a:b], new[c:d]), strict=True):
            side.append(_SKIPPED if way == "equal" and "".join(clauses) else "".join(clauses))
    told, tells = ("".join(side) for side in kept)
    return ("" if told.strip(_SKIPPED) == "" else told), (
        "" if tells.strip(_SKIPPED) == "" else tells
    )
