"""The printed handbook of the first village of the repository, page by page, as it is read."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from pypdf import PageObject, PdfReader

from generator.chart.charts import charts_of
from generator.load import load
from generator.model.chart_key import chart_id, chart_key, flow_key
from generator.model.registry import Registry
from generator.publish import typeset
from generator.render.handbook import books_of
from generator.render.site import Site
from generator.tests.conftest import refuse
from generator.tests.print_book import ready_fonts

_MM = 72 / 25.4
_FOOT = 17 * _MM
_HEADING = 12.9
"""The height in pt of the smallest heading; the text below is smaller."""
_FULL = 500
"""Signs that a page of an item holds at least, beside what divides its steps."""


@dataclass(frozen=True)
class Run:
    """A piece of text: how high it stands above the foot of the page, and its size, in pt."""

    words: str
    y: float
    size: float


@dataclass(frozen=True)
class Book:
    """The pages as text without white space, the same in runs, and the data they are made from."""

    pages: tuple[str, ...]
    runs: tuple[tuple[Run, ...], ...]
    entries: tuple[dict[str, str], ...]

    def page_of(self, entry: dict[str, str]) -> int:
        """The number of the page on which an item begins."""
        started = (n for n, text in enumerate(self.pages, 1) if _begins(entry, text))
        return next(started)


def _begins(entry: dict[str, str], text: str) -> bool:
    return "群众怎么办" in text and _bare(entry["what_to_do"]) in text


def _bare(text: str) -> str:
    return re.sub(r"\s", "", text)


def _runs(page: PageObject) -> tuple[Run, ...]:
    found: list[Run] = []

    def see(words: str, outer: list[float], inner: list[float], *font: object) -> None:
        size = font[-1]
        if words.strip() and isinstance(size, float | int):
            y = outer[3] * inner[5] + outer[5]
            found.append(Run(words.strip(), y, size * abs(outer[3] * inner[3])))

    page.extract_text(visitor_text=see)
    return tuple(found)


def _site(registry: Registry) -> Site:
    """The registry with the charts of its first village, and no more."""
    held = registry.micro_powers_of(registry.villages[0])
    flows = {chart_key(used, each): used.flow for each in held for used in each.flows}
    flows |= {flow_key(ref): flow for ref, flow in registry.flows.items() if "siyi" in ref.id}
    charts = {key: charts_of(flow, chart_id(key)) for key, flow in flows.items()}
    return Site(registry, charts, registry.villages[0].id)


@pytest.fixture(scope="module")
def book(repository: Path) -> Book:
    registry, _ = load(repository)
    assert registry is not None
    (told,) = books_of(_site(registry), registry.villages[:1])
    document = told.printed
    content, problems = typeset.typeset(document, ready_fonts(repository))
    assert problems == []
    pages = PdfReader(io.BytesIO(content or b"")).pages
    chapters = json.loads(document.data)["chapters"]
    return Book(
        tuple(_bare(page.extract_text()) for page in pages),
        tuple(_runs(page) for page in pages),
        tuple(entry for chapter in chapters for entry in chapter["entries"]),
    )


def test_no_page_is_blank_but_those_to_write_on(book: Book) -> None:
    last = len(book.pages)
    sparse = [n for n, text in enumerate(book.pages, 1) if len(text) < 60]
    writing = [number for number in sparse if "办事记录" in book.pages[number - 1]]
    assert last % 4 == 0
    assert set(sparse) <= {1, *writing}
    assert 1 <= len(writing) <= 4
    assert writing[-1] == last - 1


def test_every_inner_page_has_its_number_in_the_outer_corner_of_its_foot(book: Book) -> None:
    def faults() -> Iterator[str]:
        for number, runs in enumerate(book.runs[1:-1], 2):
            foot = [run.words for run in runs if run.y < _FOOT - 5]
            outer = foot[-1] if number % 2 else foot[-2]  # The village's phone lies between.
            if outer != str(number):
                yield f"page {number}: {foot[-2:]}"

    refuse(faults())


def test_no_heading_stands_at_the_foot_of_a_page(book: Book) -> None:
    def faults() -> Iterator[str]:
        for number, runs in enumerate(book.runs[1:-1], 2):
            body = [run for run in runs if run.y >= _FOOT - 5]
            lowest = min(body, key=lambda run: run.y, default=None)
            if lowest and lowest.size > _HEADING and len(body) > 4:
                yield f"page {number}: {lowest}"

    refuse(faults())


def test_the_card_of_an_item_is_never_split(book: Book) -> None:
    def faults() -> Iterator[str]:
        for entry in book.entries:
            text = book.pages[book.page_of(entry) - 1]
            parts = [entry["name"], entry["post"], entry["limit"], *entry["documents"]]
            lost = [part for part in parts if _bare(part) not in text]
            if lost or "责任岗位" not in text:
                yield f"{entry['name']}: {lost}"

    refuse(faults())


def test_an_item_has_as_few_pages_as_it_can(book: Book) -> None:
    """Steps and chart are one: what has several pages has more words than one page less holds."""

    def faults() -> Iterator[str]:
        for entry in book.entries:
            first = book.page_of(entry)
            texts = [book.pages[first - 1]]
            for text in book.pages[first:]:
                if f"{_bare(entry['name'])}（接上页）" not in text:
                    break
                texts.append(text)
            if len("".join(texts)) < _FULL * (len(texts) - 1):
                yield f"{entry['name']}: {len(texts)} pages"

    starts = [book.page_of(entry) for entry in book.entries]
    assert starts == sorted(starts)
    refuse(faults())


def test_contents_and_openers_name_the_page_of_each_item(book: Book) -> None:
    def faults() -> Iterator[str]:
        listed = "".join(text for text in book.pages if "目录" in text or "几天页" in text)
        for entry in book.entries:
            name, page = re.escape(_bare(entry["name"])), book.page_of(entry)
            if not re.search(rf"{entry['number']}{name}\.*(\D*[^页]{{0,12}}?)?{page}", listed):
                yield f"{entry['name']}: {page}"

    refuse(faults())


def test_no_letter_is_smaller_than_six_and_a_half_points(book: Book) -> None:
    refuse(
        f"page {number}: {run}"
        for number, runs in enumerate(book.runs, 1)
        for run in runs
        if run.size < 6.45
    )
