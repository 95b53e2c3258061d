"""Phones and hours in sentences: found, rung at a tap, and never broken over two lines."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import Browser
from selectolax.lexbor import LexborHTMLParser

from generator.model.phone import in_pieces
from generator.render.rich_text import rich
from generator.render.ringing import ringing
from generator.tests.conftest import refuse

LANDLINE = re.compile(r"(?<!\d)0\d{2,3}-\d{7,8}(?!\d)")
KEPT_TOGETHER = "script, .mb-power__glance > span"
"""What may hold a phone that is no link: a closed card of a village shows it in one line."""

BROKEN = r"""() => {
  const walker = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
  const broken = [];
  while (walker.nextNode()) {
    const whole = /0\d{2,3}-\d{7,8}|\d{1,2}:\d{2}—\d{1,2}:\d{2}/g;
    for (const found of walker.currentNode.data.matchAll(whole)) {
      const range = document.createRange();
      range.setStart(walker.currentNode, found.index);
      range.setEnd(walker.currentNode, found.index + found[0].length);
      const tops = new Set([...range.getClientRects()].map((box) => Math.round(box.top)));
      if (tops.size > 1) broken.push(found[0]);
    }
  }
  return broken;
}"""
"""The phones and hours of a page that stand on two lines."""


@pytest.mark.parametrize(
    ("text", "rung"),
    [
        ("有人让你找指定的公司，打 0355-0001719 举报。", ["tel:03550001719"]),
        ("0355-0000010转801，或者400-000-0000", ["tel:03550000010", "tel:4000000000"]),
        ("火起来了先打119；打119、120、110", ["tel:119", "tel:119", "tel:120", "tel:110"]),
        ("请拨打 12345，报出名称", ["tel:12345"]),
        ("到12315投诉接待室，比对12315记录", []),
        ("罚款打110元收据", []),
        ("编号0355-0000000-8888888、12030355-0000000", []),
        ("没有号码", []),
        ("", []),
    ],
)
def test_the_numbers_of_a_sentence_ring(text: str, rung: list[str]) -> None:
    assert [tel for _, tel in in_pieces(text) if tel] == rung


@given(st.text(st.sampled_from("打拨 0123456789-、，<&号话电"), max_size=40))
def test_no_sign_of_a_sentence_is_lost(text: str) -> None:
    assert "".join(words for words, _ in in_pieces(text)) == text
    shown = LexborHTMLParser(f"<p>{rich('甲' + text)}</p>").text()
    assert re.sub(r"\s", "", shown) == "甲" + re.sub(r"\s", "", text)


def test_what_stands_beside_a_number_is_escaped() -> None:
    assert (
        str(ringing("<b>打12345"))
        == '&lt;b&gt;打<a href="tel:12345">12345</a>'
        == str(rich("<b>打12345"))[3:-4]
    )
    assert ringing("<b>") == "<b>"
    assert ringing("<i>8:30—12:00") == '&lt;i&gt;<span class="mb-whole">8:30—12:00</span>'


def test_each_phone_of_the_sample_can_be_tapped(sample_site: Path) -> None:
    pages = [*(sample_site / "powers").rglob("*.html"), *(sample_site / "villages").rglob("*.html")]
    assert len(pages) > 1000
    refuse(
        f"{page.relative_to(sample_site)}: {phone}"
        for page in [*pages, sample_site / "places/index.html", sample_site / "index.html"]
        for phone in _not_tapped(page)
    )


def _not_tapped(page: Path) -> list[str]:
    text = page.read_text("utf-8")
    if not LANDLINE.search(text):
        return []
    main = LexborHTMLParser(text).css_first("main")
    assert main is not None
    for each in main.css(f"a[href^='tel:'], {KEPT_TOGETHER}"):
        each.decompose()
    return LANDLINE.findall(main.text())


@pytest.mark.parametrize("width", [320, 360, 1366])
def test_no_phone_and_no_hours_are_broken_over_two_lines(
    browser: Browser, sample_site: Path, width: int
) -> None:
    page = browser.new_page(viewport={"width": width, "height": 800})
    for address in ("places", "villages/unplaced/zhangyi", "powers/changbei/cb-007"):
        page.goto((sample_site / address / "index.html").as_uri())
        page.evaluate("document.querySelectorAll('details').forEach((each) => each.open = true)")
        assert page.locator("main a[href^='tel:']").count() > 2
        assert page.evaluate(BROKEN) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.close()
