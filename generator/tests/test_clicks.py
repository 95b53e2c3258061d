"""The published sample → how many clicks each page is away from home."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from selectolax.lexbor import LexborHTMLParser

from generator.load import load
from generator.model.registry import Registry
from generator.render import urls
from generator.tests.conftest import refuse

CLICKS = 3


@pytest.fixture(scope="module")
def sample(sample_root: Path) -> Registry:
    """The sample district as it was published."""
    registry, _ = load(sample_root)
    assert registry is not None
    return registry


def test_every_item_is_three_clicks_from_home(sample: Registry, sample_site: Path) -> None:
    reached = _reached(sample_site, CLICKS)
    powers = (
        urls.of_item(f"powers/{unit.id}", holding.ref.id)
        for unit in sample.units
        for holding in sample.powers_of(unit)
    )
    villages = (urls.of_village(village.id) for village in sample.villages)
    shared = (urls.of_shared_micro_power(each.ref.id) for each in sample.shared_micro_powers)

    refuse(f"{page} is further than {CLICKS} clicks" for page in _far(powers, reached))
    refuse(f"{page} is further than 2 clicks" for page in _far(villages, _reached(sample_site, 2)))
    refuse(f"{page} is further than {CLICKS} clicks" for page in _far(shared, reached))


def _far(addresses: Iterable[str], reached: frozenset[str]) -> list[str]:
    return [address for address in addresses if f"{address}index.html" not in reached]


def _reached(site: Path, clicks: int) -> frozenset[str]:
    """The files that so many clicks lead to, links followed as a browser does."""
    known = {"index.html"}
    latest = known
    for _ in range(clicks):
        latest = {link for page in latest for link in _links(site, page)} - known
        known |= latest
    return frozenset(known)


def _links(site: Path, page: str) -> set[str]:
    """The pages of the site that a page leads to."""
    here = site / page
    if here.suffix != ".html":
        return set()
    tree = LexborHTMLParser(here.read_text(encoding="utf-8"))
    found: set[str] = set()
    for node in tree.css("a[href]"):
        parts = urlsplit(node.attributes["href"] or "")
        if not parts.scheme and parts.path:
            there = (here.parent / unquote(parts.path)).resolve()
            found.add(there.relative_to(site.resolve()).as_posix())
    return found
