"""Drawings in a real browser: its fonts make no text wider than the layout thought."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from generator.chart import charts_of
from generator.chart.text import width_of
from generator.settings import PACKAGE
from generator.tests.charts.corpus import numbered_flow
from generator.tests.charts.realistic import realistic_flows
from generator.tests.charts.samples import EVERY_KIND, LICENCE

MEASURE = """() => [...document.querySelectorAll('svg text')].map(text => [
  text.textContent, parseInt(getComputedStyle(text).fontSize), text.getComputedTextLength()
])"""
STROKES = """() => [...document.querySelectorAll('svg .c-process, svg .c-line')].map(
  shape => getComputedStyle(shape).stroke)"""


def page_of(*svgs: str, scheme: str = "") -> str:
    """Drawings → a page with the style sheet of charts."""
    sheet = (PACKAGE / "assets" / "chart.css").read_text(encoding="utf-8")
    body = f'<body data-md-color-scheme="{scheme}">' if scheme else "<body>"
    head = f'<!doctype html><html lang="zh-CN"><meta charset="utf-8"><style>{sheet}</style>'
    return head + body + "".join(svgs)


def test_no_text_is_wider_than_it_was_thought_to_be(browser: Browser) -> None:
    flows = (LICENCE, EVERY_KIND, *realistic_flows(26), *map(numbered_flow, range(14)))
    shown = [charts_of(flow, f"c{n}") for n, flow in enumerate(flows)]
    every = [(one.spine_svg, one.lanes_svg, one.risk_svg, one.risk_narrow_svg) for one in shown]
    page = browser.new_page()
    page.set_content(page_of(*(svg for svgs in every for svg in svgs)))
    measured = page.evaluate(MEASURE)
    page.close()

    assert len({words for words, _, _ in measured}) > 800
    assert [m for m in measured if m[2] > width_of(m[0], m[1]) * 1.06 + 1] == []


@pytest.mark.parametrize("scheme", ["default", "slate"])
@pytest.mark.parametrize("forced", ["none", "active"])
def test_every_line_is_drawn_in_every_theme(browser: Browser, scheme: str, forced: str) -> None:
    page = browser.new_page(forced_colors="active" if forced == "active" else "none")
    page.set_content(page_of(charts_of(LICENCE, "c").lanes_svg, scheme=scheme))
    strokes = set(page.evaluate(STROKES))
    page.close()

    assert "none" not in strokes
    assert strokes
