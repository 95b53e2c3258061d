"""Items that are handed on (交由) → papers of which both ends do not say the same."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from functools import lru_cache

from generator.check.guides import bare_name
from generator.check.rule import Rule
from generator.check.steps import steps_within
from generator.check.subjects import subjects
from generator.model.adjustment import Standing
from generator.model.guide import RequiredDocument
from generator.model.item import Item
from generator.model.micro_power import MicroPower
from generator.model.origin import Key
from generator.model.registry import Holding, Ref, Registry
from generator.problem import OtherPlace, Problem, Severity

CODE = "handoff-ends-disagree"

_AND = re.compile(r"、|以及|或者|[和及与或]")
_FILL = re.compile(r"、|以及|或者|[和及与或的等]")
_THEIRS = re.compile(
    r"转来|报来|报送|组织|提供|收过|签过|交过|调取|代写|口述|口头|不用(?:本人|你|拿|跑|交)|由.{0,8}查"
)
"""Words of a note by which the offices get a paper, or do without."""
_NECESSARY = ("必要", "")
_NEAR = 0.6
"""From which similarity on two names may mean one paper."""


def find(registry: Registry) -> Iterator[Problem]:
    """A paper that must be handed in further up and is unknown below; one that is named otherwise.

    Where an item as a whole is handed on and both ends ask for papers. Unknown are papers of which
    neither the list below nor the steps of its flow name a part; named otherwise are those with
    the same characters in another order.
    """
    ends = {Ref(each.holder, each.ref.id): each.item for each in registry.all_powers()}
    seen: set[tuple[int, int]] = set()
    for subject in subjects(registry):
        holding = subject.holding
        upper = ends.get(holding.handoff) if holding.handoff else None
        if upper is None or registry.standing(upper) is Standing.ENDED:
            continue
        pair = (id(holding.item), id(upper))
        if pair not in seen:
            seen.add(pair)
            yield from _between(registry, holding, upper)


def _between(
    registry: Registry, holding: Holding[Item] | Holding[MicroPower], upper: Item
) -> Iterator[Problem]:
    mine, path = _asked(holding.item)
    theirs, their_path = _asked(upper)
    if not mine or not theirs:
        return
    known = [document.name for document in mine]
    collected = [paper for each in _steps(registry, holding) for paper in each]
    for number, document in enumerate(theirs):
        if bare_name(document.name) in map(bare_name, known):
            continue
        row = next((n for n, name in enumerate(known) if _same(name, document.name)), None)
        if row is None and not _missing(document, (*known, *collected)):
            continue
        place = upper.place(*their_path, number)
        other = OtherPlace(place, f"接着办的“{upper.name}”这样写")
        if row is not None:
            sentence = f"“{known[row]}”在接着办的“{upper.name}”里叫“{document.name}”"
            span = holding.item.place(*path, row)
            yield Problem(CODE, Severity.HINT, sentence, span, "两头写成一个名字", (other,))
        else:
            sentence = f"接着办的“{upper.name}”要“{document.name}”，这里没有叫人准备"
            hint = "在“申请材料”里补写；由这里或者上面去取、去查的，在那份材料的“说明”里写明"
            span = holding.item.place(*path)
            yield Problem(CODE, Severity.WARNING, sentence, span, hint, (other,))


def _asked(item: Item | MicroPower) -> tuple[tuple[RequiredDocument, ...], tuple[Key, ...]]:
    """The papers that an item asks people for, and where they stand."""
    if isinstance(item, MicroPower):
        return item.documents, ("申请材料",)
    return (item.guide.documents if item.guide else ()), ("办事指南", "申请材料")


def _steps(
    registry: Registry, holding: Holding[Item] | Holding[MicroPower]
) -> Iterator[tuple[str, ...]]:
    """The papers that each step of the flows below takes in."""
    for used in holding.flows:
        for step in steps_within(registry, used.ref, used.flow):
            yield step.documents


def _same(one: str, other: str) -> bool:
    """身份证和户口簿, 户口簿和身份证: whether two names have the same characters but for links."""
    return sorted(_FILL.sub("", bare_name(one))) == sorted(_FILL.sub("", bare_name(other)))


def _missing(document: RequiredDocument, known: tuple[str, ...]) -> bool:
    """Whether people must bring a paper and none of the *known* ones has a part like it."""
    if document.necessity not in _NECESSARY or document.name == "无":
        return False
    if _THEIRS.search(document.note):
        return False
    return not any(_share(document.name, name) for name in known)


@lru_cache(maxsize=4096)
def _share(one: str, other: str) -> bool:
    """Whether a part of one name is, or is nearly, a part of the other."""
    return any(_near(mine, theirs) for mine in _parts(one) for theirs in _parts(other))


def _near(one: str, other: str) -> bool:
    return one in other or other in one or SequenceMatcher(None, one, other).ratio() >= _NEAR


def _parts(name: str) -> list[str]:
    return [part for part in map(bare_name, _AND.split(name)) if part]


RULE = Rule(CODE, find)
