"""The rules as pages: an index by group, a page for each code, links between them, all inert."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from generator.model.charts import Drawings
from generator.model.rule_page import RulePage, Section
from generator.output import Page
from generator.render import Beside, render
from generator.report import read_pages
from generator.settings import Settings
from generator.tests.rendered import read, registry_of, text_of

ODD = RulePage(
    code="odd-one",
    title="甲<b>乙",
    level="提示",
    group="清单和流程",
    why="见 `stale`、`odd-one` 和 `没有`。<script>alert(1)</script>[走](http://example.cn/)",
    sections=(Section("错的写法", '```yaml\n名称: <img src=x onerror="y">\n```'),),
    file="generator/check/rules/stale.md",
)


def pages_with(*rules: RulePage, only: str = "") -> dict[str, Page]:
    """The pages below `rules/` of the minimal world."""
    settings = Settings(Path(), Path("site"), only, prints=False)
    outputs = render(registry_of("minimal"), Drawings({}), settings, Beside(rules))
    return {
        each.address: each
        for each in outputs
        if isinstance(each, Page) and each.address.startswith("rules/")
    }


@pytest.fixture(scope="module")
def made() -> dict[str, Page]:
    """The pages of every rule, and of an odd one."""
    return pages_with(*read_pages(), ODD)


def test_every_code_has_its_page_and_its_line(made: dict[str, Page]) -> None:
    """The index leads to each, with level and title."""
    codes = [page.code for page in read_pages()]
    links = {node.attributes["href"] for node in read(made["rules/"]).css(".mb-entries a")}

    assert set(made) == {"rules/", "rules/odd-one/", *(f"rules/{code}/" for code in codes)}
    assert links == {f"{code}/index.html" for code in [*codes, "odd-one"]}


def test_a_page_has_level_sections_and_ascii_anchors(made: dict[str, Page]) -> None:
    """The badge says the level; contents lead to the four sections."""
    page = made["rules/stale/"]

    assert [mark.text() for mark in read(page).css(".mb-head .mb-stamp--pending")] == ["提醒"]
    assert [heading.anchor for heading in page.contents] == [
        "wrong",
        "report",
        "right",
        "near-miss",
    ]
    assert "提醒[stale] “东头村”上次核对是2025-03-01" in text_of(page)
    assert "mingbai explain stale" in text_of(page)
    assert "generator/check/rules/stale.md" in page.inputs


def test_a_code_leads_to_its_page_but_not_to_itself(made: dict[str, Page]) -> None:
    """What is no code stays words."""
    links = read(made["rules/odd-one/"]).css(".mb-rich a")

    assert [link.attributes.get("href") for link in links] == ["../stale/index.html", None]


def test_what_a_page_shows_is_inert(made: dict[str, Page]) -> None:
    """Wrong examples stay text, whatever they hold."""
    page = read(made["rules/odd-one/"])

    assert page.css("script, img, b") == []
    assert [title.text() for title in page.css("h1")] == ["甲<b>乙"]
    assert [shown.text() for shown in page.css("pre")] == ['名称: <img src=x onerror="y">\n']


def test_a_preview_and_a_site_without_pages_have_none() -> None:
    """Nothing leads nowhere."""
    assert pages_with(*read_pages(), only="health") == {}
    assert pages_with() == {}


def test_a_rule_is_made_of_its_own_file_only() -> None:
    """So that a change of one page touches that page and the index."""
    first = replace(ODD, file="generator/check/rules/basis_missing.md")

    assert "generator/check/rules/stale.md" not in pages_with(first)["rules/odd-one/"].inputs
