"""Pages of overview maps: the drawing and the list say the same, lead somewhere, and read well."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from selectolax.lexbor import LexborHTMLParser

from generator import build
from generator.output import Page
from generator.progress import Silence
from generator.publish import memo
from generator.settings import Settings
from generator.tests.charts.map_reading import faults_of, read_map
from generator.tests.conftest import refuse
from generator.tests.load_world import WORLDS
from generator.tests.rendered import read, registry_of, rendered, text_of

MAPS = ("map", "map/handoffs", "powers/education/map", "villages/beishan/shangcun/map")
AXE = "requirements/js/node_modules/axe-core/axe.min.js"
VIOLATIONS = """axe.run().then(
  all => all.violations.map(each => [each.id, each.nodes.map(node => node.html)]))"""
MEASURE = """() => [...document.querySelectorAll('.chart-map text')].map(text => {
  const box = text.closest('a, g');
  const outline = box && box.querySelector('rect');
  return outline ? [text.textContent, text.getBBox().width, outline.getBBox().width] : null;
}).filter(each => each)"""


@pytest.fixture(scope="module")
def pages() -> dict[str, Page]:
    """The full world's pages, made without an engine."""
    return rendered(registry_of("full"))[0]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The published full world."""
    root = tmp_path_factory.mktemp("maps") / "world"
    shutil.copytree(WORLDS / "full", root)
    settings = Settings(root, root / "site", prints=False)
    problems = build.site(settings, Silence())
    refuse(each.sentence for each in problems if each.severity.value == "错误")
    return settings.out


def tree_of(site: Path, address: str) -> LexborHTMLParser:
    """A published page."""
    return LexborHTMLParser((site / address / "index.html").read_text(encoding="utf-8"))


def svg_of(site: Path, address: str) -> str:
    """The drawing on a published page."""
    found = re.search(r"<svg[^>]*chart-map.*?</svg>", (site / address / "index.html").read_text())
    assert found is not None
    return found[0]


@pytest.mark.parametrize("address", MAPS)
def test_without_an_engine_the_list_stands_alone_and_the_page_says_so(
    address: str, pages: dict[str, Page]
) -> None:
    page = pages[f"{address}/"]

    assert "<svg" not in page.body
    assert "没有排好，请看清单，内容一样" in text_of(page)
    assert "核对日期" in text_of(page)
    assert read(page).css(".mb-rows li")


@pytest.mark.parametrize("address", MAPS)
def test_the_drawing_is_sound_and_each_box_is_in_the_list(address: str, site: Path) -> None:
    drawn = read_map(svg_of(site, address))
    listed = "".join(node.text() for node in tree_of(site, address).css("h3, .mb-rows"))

    assert faults_of(drawn) == []
    top = min(box.y for box in drawn.boxes)
    words = [label.words for label in drawn.labels if label.rect.y > top]
    assert [each for each in words if each not in "".join(listed.split())] == []


def test_each_hand_off_names_both_ends_and_where_it_is_written(pages: dict[str, Page]) -> None:
    row = read(pages["map/handoffs/"]).css_first("#handoff-1")
    assert row is not None
    links = [(link.text(), link.attributes["href"]) for link in row.css("a")]

    assert links == [
        ("低保代办", "../../villages/items/bm-001/index.html"),
        ("低保初审", "../../powers/beishan/ms-001/index.html"),
        (
            "流程“代办流程”第3步",
            "../../villages/flows/daiban/index.html#flow_villages--common-daiban-sd3b143",
        ),
    ]


def test_boxes_and_lines_of_the_drawing_lead_to_items_and_rows(site: Path) -> None:
    svg = svg_of(site, "map/handoffs")
    tree = tree_of(site, "map/handoffs")
    links = re.findall(r'<a(?: class="m-line")? href="([^"]*)"><(title|rect)', svg)
    rows = [href for href, kind in links if kind == "title"]

    assert rows == [f"#{row.attributes['id']}" for row in tree.css(".mb-rows li")]
    for href in (href for href, kind in links if kind == "rect"):
        assert (site / "map/handoffs" / href).resolve().is_file(), href


def test_ways_lead_to_the_maps(pages: dict[str, Page]) -> None:
    for source, target in (
        ("", "map/index.html"),
        ("map/", "handoffs/index.html"),
        ("map/handoffs/", "../index.html"),
        ("powers/education/", "map/index.html"),
        ("villages/beishan/shangcun/", "map/index.html"),
    ):
        assert f'href="{target}"' in pages[source].body, source


def test_a_preview_has_the_map_of_its_body_and_those_of_the_district_without_dead_links() -> None:
    pages, _ = rendered(registry_of("full"), only="education")
    maps = {address for address in pages if "map/" in address}
    assert maps == {"map/", "map/handoffs/", "powers/education/map/"}
    links = {link.attributes["href"] for link in read(pages["map/"]).css(".mb-rows a")}
    assert links == {"../index.html", "../powers/education/index.html"}


def test_maps_name_what_they_are_made_from(pages: dict[str, Page]) -> None:
    assert "villages/_common/items/bm-001.yml" in pages["map/handoffs/"].inputs
    assert "villages/_common/flows/daiban.yml" in pages["map/handoffs/"].inputs
    assert "powers/education/unit.yml" in pages["powers/education/map/"].inputs


def test_two_builds_make_the_same_maps_with_and_without_what_was_kept(
    site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(WORLDS / "full", tmp_path / "world")
    monkeypatch.setattr(memo, "recall", lambda _folder, _key: None)
    settings = Settings(tmp_path / "world", tmp_path / "site", prints=False)
    build.site(settings, Silence())

    for address in MAPS:
        assert svg_of(settings.out, address) == svg_of(site, address)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1366])
def test_a_map_page_is_accessible_and_no_wider_than_the_screen(
    browser: Browser, site: Path, repository: Path, *, width: int, scheme: str
) -> None:
    page = browser.new_page(
        viewport={"width": width, "height": 700},
        color_scheme="dark" if scheme == "dark" else "light",
    )
    for address in MAPS:
        page.goto((site / address / "index.html").as_uri())
        page.evaluate((repository / AXE).read_text(encoding="utf-8"))
        found = page.evaluate(VIOLATIONS)
        assert found == [], address
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.close()


@pytest.mark.parametrize("address", MAPS)
def test_no_text_is_wider_than_its_box_in_a_browser(
    browser: Browser, site: Path, address: str
) -> None:
    page = browser.new_page()
    page.goto((site / address / "index.html").as_uri())
    measured = page.evaluate(MEASURE)
    page.close()

    assert measured
    assert [each for each in measured if each[1] > each[2] - 4] == []


def test_a_line_is_reached_by_keyboard_and_leads_to_its_row(browser: Browser, site: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((site / "map/handoffs/index.html").as_uri())
    page.locator(".chart-map a").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**#handoff-1")
    context.close()


def test_a_map_taller_than_a_sheet_is_not_printed_and_the_sheet_says_so(
    browser: Browser, site: Path
) -> None:
    page = browser.new_page()
    for address, tall in (("map", False), ("powers/education/map", True)):
        text = (site / address / "index.html").read_text(encoding="utf-8")
        if tall:
            text = text.replace('class="mb-map"', 'class="mb-map mb-map--tall"')
            note = '<p class="mb-map__paper">图太长</p><p><a class="mb-go"'
            text = text.replace('<p><a class="mb-go"', note, 1)
        printed = site / address / "printed.html"
        printed.write_text(text, encoding="utf-8")
        page.goto(printed.as_uri())
        page.emulate_media(media="print")
        assert page.locator(".mb-map").is_visible() is not tall
        assert page.locator(".mb-map__paper").count() == int(tall)
        assert all(note.is_visible() for note in page.locator(".mb-map__paper").all())
        page.emulate_media(media="screen")
        assert page.locator(".mb-map").is_visible()
        assert not any(note.is_visible() for note in page.locator(".mb-map__paper").all())
        printed.unlink()
    page.close()


def test_a_drawing_says_whether_a_sheet_holds_it(site: Path) -> None:
    for address in MAPS:
        is_tall = read_map(svg_of(site, address)).height > 1250
        assert bool(tree_of(site, address).css(".mb-map--tall")) is is_tall
        assert bool(tree_of(site, address).css(".mb-map__paper")) is is_tall
