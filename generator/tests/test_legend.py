"""The legend shows every sign that a chart may use, by the ink of the charts, and says each."""

from __future__ import annotations

import re

import pytest

from generator.chart.ink import PARTS
from generator.chart.legend import legend, legend_drawings
from generator.model.drawing import BadgeKind, Shape
from generator.model.graph import TransitionKind
from generator.model.registry import Registry
from generator.output import Page
from generator.tests.rendered import read, registry_of, rendered, text_of

WORLDS = ("full", "minimal")


@pytest.fixture(scope="module", params=WORLDS)
def registry(request: pytest.FixtureRequest) -> Registry:
    """A world's registry; each has its own levels of risk."""
    return registry_of(request.param)


@pytest.fixture(scope="module")
def page(registry: Registry) -> Page:
    """Its page of the legend."""
    return rendered(registry)[0]["charts/legend/"]


def test_every_shape_line_and_badge_is_shown(registry: Registry) -> None:
    drawings = legend_drawings(registry).values()
    boxes = [box for drawing in drawings for box in drawing.boxes]

    assert {box.shape for box in boxes} == set(Shape)
    assert {badge.kind for box in boxes for badge in box.badges} == set(BadgeKind)
    assert {line.kind for each in drawings for line in each.lines} == set(TransitionKind)
    assert any(box.bar_above for box in boxes)
    assert any(box.bar_below for box in boxes)


def test_no_part_of_the_ink_is_left_out(registry: Registry) -> None:
    inked = "".join(legend(registry).values())
    ranks = {f"risk-{n}" for n in (1, 2, 3)}
    levels = {name for name in re.findall(r'class="c-([\w-]+)"', inked) if name in ranks}

    assert set(re.findall(r'class="c-([\w-]+)"', inked)) | ranks == set(PARTS)
    assert len(levels) == len(registry.vocabulary.risk_levels)


def test_every_drawing_stands_on_the_page_beside_its_words(registry: Registry, page: Page) -> None:
    rows = read(page).css(".mb-legend__row")

    assert len(rows) == len(legend(registry))
    for svg in legend(registry).values():
        assert page.body.count(svg) == 1
    told = [[part.text() for part in row.css("h3, p")] for row in rows]
    assert all(title and words.endswith("。") for title, words in told)


def test_a_chart_that_goes_on_overleaf_has_the_sign_on_both_pages(page: Page) -> None:
    signs = [sign.text() for sign in read(page).css(".mb-legend__sign [data-sign]")]

    assert signs == ["甲接第2页第2步", "甲接第1页第1步"]
    assert "印在纸上，下一页接着画" in text_of(page)


def test_every_level_of_the_district_is_explained(registry: Registry, page: Page) -> None:
    for term in registry.vocabulary.risk_levels:
        assert f"{term.name}风险 写着“{term.letter}”" in text_of(page)


def test_small_words_of_boxes_are_explained(page: Page) -> None:
    for words in ("不计入时限", "有裁量", "转由其他单位办理", "来源", "未载明", "同办第几步"):
        assert words in text_of(page)


def test_every_chart_leads_to_it(registry: Registry) -> None:
    pages = rendered(registry)[0].values()
    charts = [page for page in pages if 'class="mb-chart__view ' in page.body]

    assert charts
    for page in charts:
        assert "怎么看这张图" in text_of(page)
