"""Flows → pages of paper on which nothing is lost, cut or too small, counted in the SVG."""

from __future__ import annotations

import os
import re
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import HealthCheck, given, settings

from generator.chart import draw
from generator.chart.print_pages import print_pages
from generator.load import read_flow
from generator.model.drawing import View
from generator.model.flow import Flow
from generator.model.print_drawing import Layout, PaperSize, PrintPages
from generator.tests.charts.corpus import numbered_flow
from generator.tests.charts.page_quality import page_faults, told_by, told_on
from generator.tests.charts.page_reading import SeenPage, read_page
from generator.tests.charts.samples import EVERY_KIND, LICENCE
from generator.tests.conftest import refuse
from generator.tests.strategies import flows

FLOWS = int(os.environ.get("PRINT_FLOWS", "60"))
ALLOWED = {"svg", "g", "title", "desc", "path", "rect", "polygon", "ellipse", "text", "tspan", "a"}
_WIDEST = {PaperSize.A5: 990, PaperSize.A4: 1400}
"""No lanes can be read on paper if they are wider, in px: letters of 12 px have 6.5 pt."""
_MM = {PaperSize.A5: ("148mm", "210mm"), PaperSize.A4: ("210mm", "297mm")}


def printed(flow: Flow, size: PaperSize, layout: Layout = Layout.BEST) -> PrintPages:
    """A flow on paper."""
    found = print_pages(flow, size, layout)
    assert found is not None
    return found


def seen(chart: PrintPages) -> tuple[SeenPage, ...]:
    """What the pages show."""
    return tuple(read_page(page.svg) for page in chart.pages)


def _faults(flow: Flow, size: PaperSize, layout: Layout) -> list[str]:
    found = print_pages(flow, size, layout)
    if found is None:
        wide = layout is Layout.LANES and draw(flow, View.LANES).width > _WIDEST[size]
        return [] if wide else [f"{size} {layout}: not printed"]
    return [f"{size} {layout}: {fault}" for fault in page_faults(seen(found), flow)]


def _layouts(flow: Flow) -> list[Layout]:
    return [one for one in Layout if one is not Layout.RISK or flow.risk_points()]


@pytest.mark.parametrize("size", PaperSize)
def test_random_flows_are_printed_without_fault(size: PaperSize) -> None:
    refuse(
        f"flow {seed}, {fault}"
        for seed in range(FLOWS)
        for flow in [numbered_flow(seed)]
        for layout in _layouts(flow)
        for fault in _faults(flow, size, layout)
    )


@given(flows())
@settings(max_examples=15, suppress_health_check=list(HealthCheck))
def test_any_well_formed_flow_is_printed_without_fault(flow: Flow) -> None:
    assert [fault for size in PaperSize for fault in _faults(flow, size, Layout.BEST)] == []


def test_the_sample_is_printed_without_fault(repository: Path) -> None:
    paths = [*repository.glob("powers/*/flows/*.yml"), *repository.glob("villages/*/flows/*.yml")]
    read = ((path.stem, read_flow(path)[0]) for path in sorted(paths))
    refuse(
        f"{name}, {fault}"
        for name, flow in read
        if flow is not None
        for size in PaperSize
        for fault in _faults(flow, size, Layout.BEST)
    )


@pytest.mark.parametrize("layout", [Layout.SPINE, Layout.LANES, Layout.RISK])
@pytest.mark.parametrize("seed", [3, 7, 11, 20])
def test_every_word_is_on_exactly_one_page(seed: int, layout: Layout) -> None:
    flow = numbered_flow(seed)
    chart = printed(flow, PaperSize.A5, layout)

    assert len(chart.pages) > 1
    cards = draw(flow, View.RISK).cards
    views = [View.RISK, View.RISK_NARROW] if layout is Layout.RISK else [View(layout.value)]
    assert told_on(seen(chart)) in [told_by(draw(flow, view), cards) for view in views]


def test_each_page_with_steps_repeats_the_heads_of_all_lanes() -> None:
    flow = numbered_flow(3)
    chart = printed(flow, PaperSize.A4, Layout.LANES)
    posts = [head.post for head in draw(flow, View.LANES).lane_heads]

    assert len(chart.pages) > 1
    for page in seen(chart):
        words = "".join(page.words)
        assert [post in words for post in posts] == [bool(page.boxes)] * len(posts)


def test_pages_say_which_they_are_and_where_lines_go_on() -> None:
    chart = printed(numbered_flow(7), PaperSize.A5, Layout.SPINE)
    pages = seen(chart)
    many = len(pages)

    for number, page in enumerate(pages, 1):
        assert f"第{number}页，共{many}页" in page.words
    assert pages[0].signs[0].name == "甲"
    assert any(sign.words[0] == "接第2页" for sign in pages[0].signs if sign.leaves)
    assert any(not sign.leaves and 2 in sign.pages for sign in pages[0].signs), "a return"


@pytest.mark.parametrize("size", PaperSize)
def test_pages_have_the_size_of_the_paper_and_are_drawn_in_grey(size: PaperSize) -> None:
    chart = printed(EVERY_KIND, size)
    for page in chart.pages:
        root = ElementTree.fromstring(page.svg)  # noqa: S314  # We wrote this text ourselves.
        sides = root.get("width"), root.get("height")
        assert sides == (_MM[size][::-1] if chart.turned else _MM[size])
        assert page.width / page.height == pytest.approx(
            float(str(sides[0])[:-2]) / float(str(sides[1])[:-2]), rel=0.005
        )
        assert {element.tag.split("}")[1] for element in root.iter()} <= ALLOWED
        assert not {"style", "class", "id", "href"} & {a for e in root.iter() for a in e.attrib}
        assert all(r == g == b for r, g, b in re.findall(r"#(..)(..)(..)", page.svg))


def test_a_short_flow_is_one_page_of_lanes_with_its_risks_below() -> None:
    chart = printed(LICENCE, PaperSize.A4)

    assert (chart.layout, len(chart.pages)) == (Layout.LANES, 1)
    assert chart.letters >= 8
    assert "第3步 · 中风险 · 风险点1" in seen(chart)[0].words
    assert chart.reason.startswith("泳道图1页，最小的字")


def test_many_posts_are_a_spine_on_small_paper_or_lie_on_their_side_if_asked() -> None:
    posts = [f"第{number}村民小组的组长" for number in range(1, 7)]
    steps = [{"步骤": "盖章", "岗位": post} for post in posts]
    flow = Flow.model_validate({"名称": "逐级盖章", "步骤": [*steps, {"结束": "归档"}]})

    assert printed(flow, PaperSize.A5).layout is Layout.SPINE
    forced = printed(flow, PaperSize.A5, Layout.LANES)
    assert (forced.layout, forced.turned) == (Layout.LANES, True)
    assert page_faults(seen(forced), flow) == []


def test_many_risks_at_one_step_go_on_overleaf() -> None:
    risk = {"高": "收受好处，放宽标准", "措施": ["两人同行，互相核对"], "责任岗位": "站长"}
    steps = [
        {"开始": "申请", "岗位": "村民"},
        {"步骤": "审查", "岗位": "站里", "风险": [risk] * 30},
    ]
    flow = Flow.model_validate({"名称": "补贴", "步骤": [*steps, {"结束": "归档"}]})

    for layout in (Layout.RISK, Layout.LANES, Layout.SPINE):
        chart = printed(flow, PaperSize.A5, layout)
        assert len(chart.pages) > 1
        assert page_faults(seen(chart), flow) == []


def test_a_step_that_no_page_can_hold_is_not_printed() -> None:
    steps = [{"开始": "申请" * 2000, "岗位": "村民"}, {"结束": "归档"}]
    flow = Flow.model_validate({"名称": "长", "步骤": steps})

    assert print_pages(flow, PaperSize.A5) is None


def test_words_of_the_data_come_out_verbatim_and_inert() -> None:
    hostile = "</text><script>alert(1)</script>&\"'"
    steps = [{"开始": hostile, "岗位": hostile}, {"结束": "归档"}]
    flow = Flow.model_validate({"名称": hostile, "步骤": steps})
    page = printed(flow, PaperSize.A5).pages[0].svg

    assert "<script" not in page
    whole = "".join(read_page(page).words).replace(" ", "")
    assert whole.count(hostile.replace(" ", "")) >= 2


@pytest.mark.parametrize("flow", [LICENCE, EVERY_KIND])
def test_pages_need_no_style_sheet_and_no_colour(flow: Flow) -> None:
    for layout in _layouts(flow):
        for page in printed(flow, PaperSize.A4, layout).pages:
            colours = set(re.findall(r'(?:fill|stroke)="(#[^"]*)"', page.svg))
            assert "class=" not in page.svg
            assert "var(" not in page.svg
            assert 'font-family="Noto Sans SC"' in page.svg
            assert colours
            assert all(c[1:3] == c[3:5] == c[5:7] for c in colours)


def test_the_counters_see_spoilt_pages() -> None:
    flow = numbered_flow(7)
    sound = seen(printed(flow, PaperSize.A5, Layout.SPINE))
    first, *rest = sound
    number = next(iter(first.boxes))
    lost = replace(first, boxes={n: a for n, a in first.boxes.items() if n != number})

    assert page_faults(sound, flow) == []
    assert page_faults((lost, *rest), flow) != []
    assert page_faults((replace(first, signs=first.signs[1:]), *rest), flow) != []
    assert page_faults((replace(first, letters=6.4), *rest), flow) != []
    assert page_faults((replace(first, area=first.boxes[number]), *rest), flow) != []
