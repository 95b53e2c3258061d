"""The sample's shared lists of townships and villages → as the report counts them, fit for all."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.load import load
from generator.model.body import UnitKind
from generator.model.micro_power import Chapter
from generator.model.registry import SHARED_TOWNSHIP, Registry
from generator.render.open_data import Tree, as_written
from generator.tests.conftest import refuse

TOWN_ONLY = re.compile(r"镇里|本镇|镇政府(?!、街道)|镇长|镇党委")
"""Words that are wrong on the page of a street office."""

SAID_BY_PEOPLE = {"俗称"}


@pytest.fixture(scope="module")
def sample(repository: Path) -> Registry:
    """The sample district."""
    registry, _ = load(repository)
    assert registry is not None
    return registry


def test_townships_share_59_powers_with_duties_and_46_flows(sample: Registry) -> None:
    held = sample.shared_powers
    flows = [ref for ref in sample.flows if ref.folder == SHARED_TOWNSHIP]

    assert (len(held), len(flows)) == (59, 46)
    refuse(f"{each.ref}: no 责任" for each in held if not each.accountability.duties)
    named = [each.item.name for each in held]
    assert len(set(named)) == len(named)


def test_each_flow_that_townships_share_has_three_risk_points(sample: Registry) -> None:
    refuse(
        f"{ref}: fewer than 3 risk points"
        for ref, flow in sample.flows.items()
        if ref.folder == SHARED_TOWNSHIP and len(flow.risk_points()) < 3
    )


def test_villages_share_61_powers(sample: Registry) -> None:
    chapters = [each.item.chapter for each in sample.shared_micro_powers]
    assert len(chapters) == 61
    assert set(chapters) == set(Chapter)


def test_the_page_of_a_street_office_speaks_of_no_town(sample: Registry) -> None:
    streets = [unit for unit in sample.units if unit.kind is UnitKind.SUBDISTRICT]
    held = [each for unit in streets for each in sample.powers_of(unit)]
    flows = {used.ref: used.flow for each in held for used in each.flows}
    assert held
    written = [(each.ref.id, each.item.written.values) for each in held]
    written += [(ref.id, flow.written.values) for ref, flow in flows.items()]
    refuse(
        f"{name}: {text}"
        for name, values in written
        for text in _texts(as_written(values))
        if TOWN_ONLY.search(text)
    )


def _texts(tree: Tree) -> Iterator[str]:
    """Every text of a record but what people call it."""
    if isinstance(tree, str):
        yield tree
    elif isinstance(tree, list):
        for each in tree:
            yield from _texts(each)
    elif isinstance(tree, dict):
        for field, value in tree.items():
            if field not in SAID_BY_PEOPLE:
                yield from _texts(value)
