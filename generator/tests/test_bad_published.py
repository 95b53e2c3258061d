"""Texts that others obey, through to the site: verbatim in every output, and obeyed by nothing."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from playwright.sync_api import Browser, Dialog, Page, Request
from selectolax.lexbor import LexborHTMLParser

from generator import build
from generator.problem import stops
from generator.progress import Silence
from generator.settings import Settings
from generator.tests.conftest import refuse
from generator.tests.hostile import (
    FLOW,
    HOSTILE,
    ITEM,
    VERBATIM,
    district_of,
    said_in,
    shared_texts,
)
from generator.tests.waiting import until

HARMLESS = "普通的文字"
SVG = "{http://www.w3.org/2000/svg}"
READY = "!!(window.mingbaiFind && window.mingbaiAnswers)"

SKELETON = """() => {
  const all = [...document.querySelectorAll("*")].filter(one => one.outerHTML !== "<br>")
  const names = one => one.tagName + " " + [...one.attributes].map(a => a.name).sort().join(" ")
  const active = /^(script|iframe|img|image|meta|base|link|style|object|embed|form|video)$/i
  return {
    kinds: [...new Set(all.map(names))].sort().join("; "),
    active: all.filter(one => active.test(one.tagName)).length,
    schemes: [...new Set(all.flatMap(one => ["href", "src", "xlink:href", "action"]
      .map(name => one.getAttribute(name) || "")
      .map(value => (value.match(/^\\s*([a-z]+):/i) || ["", ""])[1])))].sort(),
  }
}"""
"""What a page is made of: kinds of elements with their attributes, active ones, and schemes.

Bare line breaks are left out: a text may have several lines.
"""


class Published(NamedTuple):
    """A site and the texts that its items and flows say, by number."""

    root: Path
    texts: tuple[str, ...]

    def item(self, number: int) -> Path:
        """The folder of an item's page."""
        return self.root / f"site/powers/education/zz-{number:03}"

    def flow(self, number: int) -> Path:
        """The folder of a flow's page and pictures."""
        return self.root / f"site/powers/education/flows/zz-{number:03}"


@pytest.fixture(scope="module")
def site(repository: Path, tmp_path_factory: pytest.TempPathFactory) -> Published:
    """A district with an item and a flow for each text, published; the first one is harmless."""
    shared = (*shared_texts(repository, "inert"), *shared_texts(repository, "text"))
    texts = tuple(dict.fromkeys((HARMLESS, *HOSTILE, *VERBATIM, *shared)))
    root = district_of(tmp_path_factory.mktemp("hostile"), texts)
    problems = build.site(Settings(root, root / "site", prints=False), Silence())
    refuse(f"{p.span.file}:{p.span.line} {p.sentence}" for p in problems if stops([p]))
    return Published(root, texts)


def _bare(text: str) -> str:
    """A text without blanks: pages and pictures break lines."""
    return "".join(text.split())


def test_data_says_every_text_to_the_letter(site: Published) -> None:
    """The JSON of an item and of a flow is what the YAML says."""
    for number in range(len(site.texts)):
        item = json.loads((site.item(number) / "item.json").read_text(encoding="utf-8"))
        flow = json.loads((site.flow(number) / "flow.json").read_text(encoding="utf-8"))
        assert item["事项"] == said_in(site.root / ITEM.format(number))
        assert flow["流程"] == said_in(site.root / FLOW.format(number))


def test_the_find_index_says_every_name(site: Published) -> None:
    script = (site.root / "site/assets/find-index.js").read_text(encoding="utf-8")
    index = json.loads(script.removeprefix("window.mingbaiFind=").rstrip(";\n"))
    assert {text.strip() for text in site.texts} <= {row[0].strip() for row in index["rows"]}


def test_pages_and_pictures_show_every_text(site: Published) -> None:
    """As often as a harmless one: headings, tables, step lists, charts and their titles."""
    wanted = _shown(site, 0)
    refuse(
        f"{text!r} in {place}: {told} times, a harmless one {wanted[place]}"
        for number, text in enumerate(site.texts)
        for place, told in _shown(site, number).items()
        if told < wanted[place]
    )


def _shown(site: Published, number: int) -> dict[str, int]:
    """How many pieces of a page or a picture say a text whole, and whether the drawing does."""
    text = _bare(site.texts[number])
    found: dict[str, int] = {}
    for name, folder in (("item", site.item(number)), ("flow", site.flow(number))):
        tree = LexborHTMLParser((folder / "index.html").read_text(encoding="utf-8"))
        pieces = [_bare(node.text()) for node in tree.css("h1, title, dd, td, li, summary")]
        found[name] = sum(text in piece for piece in pieces)
    for picture in sorted(site.flow(number).glob("*.svg")):
        root = ET.fromstring(picture.read_text(encoding="utf-8"))  # noqa: S314 - our own file
        told = [
            _bare("".join(part.itertext())) for part in root.iter() if part.tag == f"{SVG}title"
        ]
        drawn = _bare("".join("".join(part.itertext()) for part in root.iter(f"{SVG}text")))
        found[picture.name] = sum(text in title for title in told) if text in drawn else 0
    return found


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page on which nothing may run, ask, fail or reach out."""
    context = browser.new_context(viewport={"width": 1000, "height": 800})
    page = context.new_page()
    wrong: list[str] = []

    def asked(request: Request) -> None:
        if not request.url.startswith(("file:///", "data:image/")):
            wrong.append(f"asks for {request.url}")

    def spoke(dialog: Dialog) -> None:
        wrong.append(f"says {dialog.message}")
        dialog.dismiss()

    page.on("request", asked)
    page.on("dialog", spoke)
    page.on("pageerror", lambda fault: wrong.append(str(fault)))
    page.on("console", lambda said: wrong.append(said.text) if said.type == "error" else None)
    page.on("popup", lambda _: wrong.append("opens another window"))
    yield page
    context.close()
    refuse(wrong)


@pytest.mark.parametrize("kind", ["item", "flow", "picture"])
def test_nothing_is_obeyed_in_a_browser(site: Published, page: Page, kind: str) -> None:
    """A page is made of the same elements and attributes whatever the texts say."""
    harmless: dict[str, object] = {}
    faults: list[str] = []
    for number, text in enumerate(site.texts):
        where = {
            "item": site.item(number) / "index.html",
            "flow": site.flow(number) / "index.html",
            "picture": site.flow(number) / "risk.svg",
        }[kind]
        page.goto(where.as_uri())
        made = page.evaluate(SKELETON)
        harmless = harmless or made
        assert page.url == where.as_uri()
        if made != harmless:
            faults.append(f"{text!r} makes {made}")
        shown = page.evaluate("() => document.documentElement.textContent")
        if _bare(text) not in _bare(shown):
            faults.append(f"{text!r} is not whole")
    refuse(faults)


def test_lists_and_the_find_box_show_every_name(site: Published, page: Page) -> None:
    page.goto((site.root / "site/powers/education/list/index.html").as_uri())
    shown = {_bare(words) for words in page.locator("tbody a").all_text_contents()}
    assert {_bare(text) for text in site.texts} <= shown
    page.focus("#find_box")
    until(page, READY)
    for number, text in enumerate(site.texts):
        page.fill("#find_box", f"zz-{number:03}")
        names = page.locator(".mb-find__list .mb-find__name").all_text_contents()
        assert [_bare(name) for name in names] == [_bare(text)]
