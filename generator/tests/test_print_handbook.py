"""From the district of the repository to its printed handbooks: all a village has is there."""

from __future__ import annotations

import io
import json
import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader

from generator.chart import gallery
from generator.load import load
from generator.model.print_drawing import PrintDrawing
from generator.model.registry import Registry
from generator.output import Printed
from generator.publish import typeset
from generator.render.chart_pages import COLUMN, LARGEST, LEAST, ROOM, printed_chart
from generator.render.handbook import handbooks
from generator.render.site import Site
from generator.tests.print_book import ready_fonts


@pytest.fixture(scope="module")
def registry(repository: Path) -> Registry:
    found, _ = load(repository)
    assert found is not None
    return found


def _site(registry: Registry, only: str = "", *, prints: bool = True) -> Site:
    return Site(registry, gallery(registry, lambda done, total: None), only, prints)


@pytest.fixture(scope="module")
def printed(registry: Registry) -> tuple[Printed, ...]:
    return tuple(handbooks(_site(registry)))


def test_every_village_has_a_handbook_that_names_its_inputs(
    registry: Registry, printed: tuple[Printed, ...]
) -> None:
    assert [each.path for each in printed] == [
        f"villages/{village.id}/handbook.pdf" for village in registry.villages
    ]
    for village, document in zip(registry.villages, printed, strict=True):
        assert f"villages/{village.id}.yml" in document.inputs
        assert "powers/district.yml" in document.inputs
        assert document.date == registry.district.edition.isoformat()


def test_every_item_of_the_village_is_printed_once_with_all_its_steps(
    registry: Registry, printed: tuple[Printed, ...]
) -> None:
    for village, document in zip(registry.villages, printed, strict=True):
        entries = [
            e for chapter in json.loads(document.data)["chapters"] for e in chapter["entries"]
        ]
        held = registry.micro_powers_of(village)
        assert sorted(each["name"] for each in entries) == sorted(each.item.name for each in held)
        assert [each["number"] for each in entries] == list(range(1, len(held) + 1))
        steps = {each.item.name: sum(len(u.flow.steps) for u in each.flows) for each in held}
        assert {each["name"]: len(each["steps"]) for each in entries} == steps
        charts = [chart["file"] for each in entries for chart in each["charts"]]
        assert set(charts) == document.images.keys()


def test_nothing_is_printed_where_printing_is_left_out(registry: Registry) -> None:
    assert list(handbooks(_site(registry, prints=False))) == []


def test_a_preview_prints_only_its_village(registry: Registry) -> None:
    only = registry.villages[0].id
    assert [each.path for each in handbooks(_site(registry, only))] == [
        f"villages/{only}/handbook.pdf"
    ]


def test_qr_codes_are_printed_only_where_the_site_has_an_address(
    registry: Registry, printed: tuple[Printed, ...]
) -> None:
    assert [name for name in printed[0].images if name.startswith("qr-")] == []
    district = registry.district.model_copy(update={"url": "https://example.gov.cn/mingbai/"})
    document = next(handbooks(_site(replace(registry, district=district))))
    held = registry.micro_powers_of(registry.villages[0])
    assert sum(name.startswith("qr-") for name in document.images) == len(held) + 1


def test_the_handbooks_of_the_repository_can_be_set_and_lose_no_name(
    repository: Path, registry: Registry, printed: tuple[Printed, ...]
) -> None:
    for village, document in zip(registry.villages, printed, strict=True):
        content, problems = typeset.typeset(document, ready_fonts(repository))
        assert problems == []
        reader = PdfReader(io.BytesIO(content or b""))
        texts = [re.sub(r"\s", "", page.extract_text()) for page in reader.pages]
        assert len(texts) % 4 == 0
        whole = "".join(texts)
        names = [each.item.name for each in registry.micro_powers_of(village)]
        assert [name for name in names if re.sub(r"\s", "", name) not in whole] == []


@given(
    st.integers(40, 364),
    st.integers(40, 4000),
    st.lists(st.integers(1, 3999), max_size=30, unique=True),
)
def test_a_chart_is_cut_into_parts_that_fit_a_page_and_can_be_read(
    width: int, height: int, cuts: list[int]
) -> None:
    inside = tuple(cut for cut in sorted(cuts) if cut < height)
    chart = printed_chart(PrintDrawing("", width, height, 11, inside), "流程图", "a.svg", "")
    assert chart.smallest * chart.scale >= LEAST - 0.001
    assert chart.scale <= LARGEST
    assert chart.width * chart.scale <= COLUMN + 0.1
    assert [start for start, _ in chart.parts] == [0, *(end for _, end in chart.parts[:-1])]
    assert chart.parts[-1][1] == height
    assert all(0 < (end - start) * chart.scale <= ROOM + 0.001 for start, end in chart.parts)
