"""The sample district → no two of its items, and no two of its flows, in the same words.

The text of an item is what it alone says: its own duties, its 受理条件, its 违法情形, and the 表现
and 措施 of the flows that no other item follows. What is shared on purpose is left out: shared duty
sets, flows of several items, measures cited from a 措施库. Texts are compared by every eight
characters in a row, without marks and blanks; none of them runs from one part into the next.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

import pytest

from generator.load import load
from generator.model.flow import Flow
from generator.model.item import Item
from generator.model.law_text import bare_words
from generator.model.registry import Holding, Ref, Registry
from generator.model.risk import RiskPoint
from generator.tests.conftest import refuse

SHINGLE = 8
MOST_SHARED = 0.6
SHOWN = 3
"""Passages that a failure quotes."""

Texts = Mapping[str, tuple[str, ...]]
"""The parts of each text, by the path of its file."""


@dataclass(frozen=True, slots=True)
class Alike:
    """Two texts, the share of the shorter one that the other has too, and the longest passages."""

    names: tuple[str, str]
    share: float
    passages: tuple[str, ...]

    def __str__(self) -> str:
        told = "；".join(f"“{passage}”" for passage in self.passages)
        return f"{self.names[0]} and {self.names[1]} share {self.share:.0%}: {told}"


@pytest.fixture(scope="module")
def sample(repository: Path) -> Registry:
    """The sample district."""
    registry, _ = load(repository)
    assert registry is not None
    return registry


def test_no_two_items_of_the_sample_say_the_same(sample: Registry) -> None:
    refuse(map(str, alike(item_texts(sample))))


def test_no_two_flows_of_the_sample_say_the_same(sample: Registry) -> None:
    refuse(map(str, alike(flow_texts(sample))))


ONE = "车辆没有停稳就让学生上下车，照管人员不下车看路"
OTHER = "食堂采购不验票，库房里的米面油过了期还在用"


def test_a_copy_with_one_word_changed_is_found() -> None:
    (found,) = alike({"a": (ONE,), "b": (ONE.replace("学生", "幼儿"),)}, most=0.3)
    assert found.names == ("a", "b")
    assert found.passages == ("上下车照管人员不下车看路", "车辆没有停稳就让")


def test_other_marks_and_another_order_hide_no_copy() -> None:
    copied = (f" {OTHER}。 ", ONE.replace("，", "；"))
    (found,) = alike({"a": (ONE, OTHER), "b": copied})
    assert found.share == 1


def test_a_short_text_within_a_long_one_is_found() -> None:
    (found,) = alike({"long": (ONE, OTHER), "short": (ONE,)})
    assert found.share == 1


def test_texts_of_their_own_are_left_alone() -> None:
    assert alike({"a": (ONE,), "b": (OTHER,), "nothing": ()}, most=0) == []


def test_three_fifths_are_allowed_and_more_are_not() -> None:
    letters = "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午"
    ten = {"a": (letters,), "b": (f"{letters[:13]}天地玄黄",)}
    assert alike(ten) == []
    assert [each.share for each in alike(ten, most=0.59)] == [0.6]


def test_a_real_item_copied_under_another_name_is_found(sample: Registry) -> None:
    texts = item_texts(sample)
    known = "powers/education/items/xk-001.yml"
    (found,) = alike({known: texts[known], "copy": texts[known]})
    assert found.share == 1


def test_what_is_shared_on_purpose_is_no_text_of_an_item(sample: Registry) -> None:
    told = {part for parts in item_texts(sample).values() for part in parts}
    shared = sample.flows[Ref("powers/_common", "chufa-yiban")]
    assert told.isdisjoint(_risk_words(shared))
    assert told.isdisjoint(duty.content for duty in sample.duty_sets["chufa"].duties)


def item_texts(registry: Registry) -> Texts:
    """What each item says that no other cites."""
    written = _written(registry)
    users = Counter(ref for each in written for ref in {used.ref for used in each.flows})
    return {_path(each.ref, "items"): tuple(_own_words(registry, each, users)) for each in written}


def flow_texts(registry: Registry) -> Texts:
    """The 表现 and 措施 of each flow."""
    return {_path(ref, "flows"): tuple(_risk_words(f)) for ref, f in registry.flows.items()}


def alike(texts: Texts, most: float = MOST_SHARED) -> list[Alike]:
    """Every two texts of which the shorter shares more than *most* with the other."""
    shingles = {name: _shingles(parts) for name, parts in texts.items()}
    holders: defaultdict[str, list[str]] = defaultdict(list)
    for name in sorted(shingles):
        for shingle in shingles[name]:
            holders[shingle].append(name)
    shared = Counter(pair for names in holders.values() for pair in combinations(names, 2))
    found = []
    for (one, other), count in sorted(shared.items()):
        share = count / min(len(shingles[one]), len(shingles[other]))
        if share > most:
            found.append(Alike((one, other), share, _passages(texts[one], shingles[other])))
    return found


def _written(registry: Registry) -> list[Holding[Item]]:
    """Every item as it is written, once."""
    own = [each for each in registry.all_powers() if not each.is_adopted]
    return [*registry.shared_powers, *own]


def _own_words(
    registry: Registry, holding: Holding[Item], users: Mapping[Ref, int]
) -> Iterator[str]:
    item = holding.item
    if item.responsibility:
        yield from (duty.content for duty in item.responsibility.duties)
    if item.guide:
        yield item.guide.conditions
    if item.penalty:
        yield item.penalty.offence
    for ref in {used.ref: None for used in holding.flows}:
        if users[ref] == 1:
            yield from _risk_words(registry.flows[ref])


def _risk_words(flow: Flow) -> Iterator[str]:
    """What the risk points of a flow say; measures of its 措施库 stand there, not here."""
    for _, risk in flow.risk_points():
        yield from _words_of(risk, flow)


def _words_of(risk: RiskPoint, flow: Flow) -> Iterator[str]:
    yield risk.manifestation
    yield from (each for each in risk.measures if each not in flow.measure_library)


def _shingles(parts: Iterable[str]) -> frozenset[str]:
    return frozenset(each for part in parts for each in _row(part))


def _row(part: str) -> list[str]:
    """Every eight characters in a row; a shorter part is no shingle."""
    words = bare_words(part)
    return [words[start : start + SHINGLE] for start in range(len(words) - SHINGLE + 1)]


def _passages(parts: Iterable[str], others: frozenset[str]) -> tuple[str, ...]:
    """The longest passages of a text that another has too."""
    found: list[str] = []
    for part in parts:
        passage = ""
        for shingle in [*_row(part), ""]:
            if shingle and shingle in others:
                passage = passage + shingle[-1] if passage else shingle
            elif passage:
                found.append(passage)
                passage = ""
    return tuple(sorted(dict.fromkeys(found), key=len, reverse=True)[:SHOWN])


def _path(ref: Ref, kind: str) -> str:
    return f"{ref.folder}/{kind}/{ref.id}.yml"
