"""The QR codes on paper: each can be read, even on a bad copy, and leads to a page of the site."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from math import dist
from pathlib import Path

import pytest
import segno
import zxingcpp
from PIL import Image, ImageFilter
from pypdf import PdfReader

from generator.load import load
from generator.model.registry import Registry
from generator.tests.conftest import FindTool, refuse
from generator.tests.every_paper import DEPARTMENT, READ, SHEETS, TOWNSHIP, VILLAGE
from generator.tests.pdf_pictures import MM, grey_pages
from generator.tests.rendered import registry_of, rendered

DPI = 150
"""What a cheap printer prints and a telephone sees of it."""

BLUR = 0.1
"""In mm: how far a bad copier smears a line to each side."""

LEAST = 0.4
"""In mm: the smallest square of a code that printers and telephones are sure of."""

_QR = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)


@dataclass(frozen=True, slots=True)
class Seen:
    """A code on a page, counted from 1: its address, and the side of its squares in mm."""

    page: int
    address: str
    square: float


def seen_in(path: Path, tool: FindTool, *, copied: bool = False) -> list[Seen]:
    """Every code of a document, page after page; *copied* makes bad copies of them before."""
    pages = enumerate(grey_pages(path, tool, DPI), 1)
    return [
        found
        for number, picture in pages
        for found in _seen_on(_badly_copied(picture) if copied else picture, number)
    ]


def _badly_copied(page: Image.Image) -> Image.Image:
    """Grey instead of black, not quite white, and blurred."""
    blurred = page.filter(ImageFilter.GaussianBlur(BLUR / MM * DPI))
    return blurred.point([60 + level * 3 // 5 for level in range(256)])


def _seen_on(picture: Image.Image, page: int) -> Iterator[Seen]:
    for code in zxingcpp.read_barcodes(picture, formats=_QR):
        ends = (code.position.top_left, code.position.top_right)
        side = dist(*((end.x, end.y) for end in ends)) / DPI * MM
        squares, _ = segno.make_qr(code.text, error="m").symbol_size(border=0)
        yield Seen(page, code.text, side / squares)


@pytest.fixture(scope="module")
def registry() -> Registry:
    return registry_of("full")


@pytest.fixture(scope="module")
def codes(papers: dict[str, Path], tool: FindTool) -> dict[str, list[Seen]]:
    """The codes of every paper, by its name."""
    return {name: seen_in(papers[name], tool) for name in (*READ, *SHEETS)}


def test_every_code_leads_to_a_place_that_the_site_has(
    codes: dict[str, list[Seen]], registry: Registry
) -> None:
    pages, _ = rendered(registry)
    found = {each.address for row in codes.values() for each in row}
    assert len(found) > 5

    def faults() -> Iterator[str]:
        for address in sorted(found):
            path, _, fragment = address.removeprefix(registry.district.url).partition("#")
            page = pages.get(path)
            if page is None or (fragment and f'id="{fragment}"' not in page.body):
                yield address

    refuse(faults())


def _of_village(registry: Registry) -> tuple[str, list[str]]:
    """The address of the village's page, and those of its items."""
    village = next(each for each in registry.villages if each.id == VILLAGE)
    page = f"{registry.district.url}villages/{VILLAGE}/"
    return page, [f"{page}#{each.ref.id}" for each in registry.micro_powers_of(village)]


@pytest.mark.parametrize("name", [*(n for n in READ if n.startswith("handbook")), *SHEETS])
def test_a_handbook_has_the_code_of_every_item_and_the_village_on_both_covers(
    codes: dict[str, list[Seen]], registry: Registry, name: str
) -> None:
    page, items = _of_village(registry)
    assert sorted(each.address for each in codes[name]) == sorted([page, page, *items])


def test_notices_boards_posters_and_booklets_have_the_codes_of_what_they_tell(
    codes: dict[str, list[Seen]], registry: Registry, papers: dict[str, Path]
) -> None:
    village, items = _of_village(registry)
    for unit in (TOWNSHIP, DEPARTMENT):
        page = f"{registry.district.url}powers/{unit}/"
        assert [each.address for each in codes[f"{unit}-booklet.pdf"]] == [page]
        notices = codes[f"{unit}-notice.pdf"]
        assert notices
        for each in notices:
            item = each.address.removeprefix(page).removesuffix("/")
            assert item in {h.ref.id for h in registry.powers[f"powers/{unit}"]}
    for name in ("unit-poster.pdf", "village-poster.pdf"):
        pages = [each.page for each in codes[name]]
        assert pages == list(range(1, len(PdfReader(papers[name]).pages) + 1))
    assert codes["village-poster.pdf"][0].address == village
    assert {each.address for each in codes["village-poster.pdf"][1:]} <= {*items}


def test_the_squares_of_every_code_are_large_enough(codes: dict[str, list[Seen]]) -> None:
    refuse(f"{name}, {each}" for name, row in codes.items() for each in row if each.square < LEAST)


@pytest.mark.parametrize("name", [*READ, *SHEETS])
def test_codes_can_be_read_from_a_bad_copy(
    codes: dict[str, list[Seen]], papers: dict[str, Path], tool: FindTool, name: str
) -> None:
    again = seen_in(papers[name], tool, copied=True)
    assert [(each.page, each.address) for each in again] == [
        (each.page, each.address) for each in codes[name]
    ]


def test_the_handbook_of_the_sample_has_the_code_of_each_item_on_its_page(
    sample_root: Path, sample_site: Path, tool: FindTool
) -> None:
    registry, _ = load(sample_root)
    assert registry is not None
    village = max(registry.villages, key=lambda each: len(registry.micro_powers_of(each)))
    path = sample_site / "villages" / village.id / "handbook.pdf"
    texts = [re.sub(r"\s", "", page.extract_text()) for page in PdfReader(path).pages]
    seen = {each.address: each for each in seen_in(path, tool, copied=True)}

    def faults() -> Iterator[str]:
        for holding in registry.micro_powers_of(village):
            address = f"{registry.district.url}villages/{village.id}/#{holding.ref.id}"
            found = seen.get(address)
            if found is None or found.square < LEAST:
                yield f"{address}: {found}"
            elif re.sub(r"\s", "", holding.item.name) not in texts[found.page - 1]:
                yield f"{address}: on page {found.page}"

    refuse(faults())
