"""Every drawing that a district publishes: only the elements of charts, and nothing that acts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest

from generator.load import load
from generator.model.registry import Registry
from generator.tests.load_world import WORLDS
from generator.tests.rendered import rendered

ELEMENTS = set("svg g title desc path rect polygon ellipse text tspan a".split())
LINK = re.compile(r"#[\w-]+|(?!//)[\w./-]+(?:#[\w-]+)?")
_EDGE = re.compile(r"<(/?)svg\b")


def district(repository: Path, name: str) -> Registry:
    """The sample, or a world of tests."""
    registry, _ = load(repository if name == "sample" else WORLDS / name)
    assert registry is not None
    return registry


def drawings(registry: Registry) -> Iterator[tuple[str, str]]:
    """Every drawing in a page and every file of one, with where it stands."""
    pages, files = rendered(registry)
    for address, page in pages.items():
        yield from ((address, svg) for svg in charts_in(page.body))
    yield from ((path, text) for path, text in files.items() if path.endswith(".svg"))


def charts_in(page: str) -> Iterator[str]:
    """The drawings in a page, each with those inside it; icons have no name space."""
    depth = start = 0
    for edge in _EDGE.finditer(page):
        if not edge[1]:
            start = edge.start() if depth == 0 else start
            depth += 1
            continue
        depth -= 1
        svg = page[start : edge.end() + 1]
        if depth == 0 and "xmlns=" in svg[: svg.index(">")]:
            yield svg


def faults_of(svg: str) -> Iterator[str]:
    """What a drawing may not have."""
    for element in ElementTree.fromstring(svg).iter():  # noqa: S314 - we wrote this text ourselves
        name = element.tag.removeprefix("{http://www.w3.org/2000/svg}")
        if name not in ELEMENTS:
            yield f"<{name}>"
        for key, value in element.attrib.items():
            if key in ("style", "id") or key.startswith(("on", "{")):
                yield f"{key}={value}"
            if key == "href" and not LINK.fullmatch(value):
                yield f"href={value}"


@pytest.mark.parametrize("name", ["sample", "full"])
def test_every_published_drawing_is_made_of_few_elements(repository: Path, name: str) -> None:
    seen = list(drawings(district(repository, name)))
    found = {(place, fault) for place, svg in seen for fault in faults_of(svg)}

    assert len(seen) > 20
    assert found == set()


@pytest.mark.parametrize(
    "bad",
    [
        '<a href="javascript:alert(1)"/>',
        '<a href="//evil.example/x"/>',
        '<a href="https://evil.example/x"/>',
        "<script/>",
        '<g onclick="x()"/>',
        '<g style="fill:red"/>',
    ],
)
def test_a_drawing_that_acts_is_found(bad: str) -> None:
    assert list(faults_of(f'<svg xmlns="http://www.w3.org/2000/svg">{bad}</svg>')) != []
