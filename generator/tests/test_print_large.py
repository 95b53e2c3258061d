"""The large edition: the same pages on A4, with tags, links and bookmarks where they belong."""

from __future__ import annotations

import io
import re
import subprocess
from collections import Counter
from pathlib import Path

import pikepdf
import pytest
from pypdf import PdfReader

from generator.publish import Finish, finished, typeset
from generator.publish.enlarge import enlarged
from generator.tests.conftest import FindTool
from generator.tests.print_book import handbook, printed, ready_fonts

ROOT_OF_TWO = 2**0.5


@pytest.fixture(scope="module")
def book(repository: Path) -> bytes:
    content, _ = typeset.typeset(printed(handbook()), ready_fonts(repository))
    assert content is not None
    return content


@pytest.fixture(scope="module")
def large(book: bytes) -> bytes:
    return enlarged(book, "大字版")


def _sizes(content: bytes) -> set[tuple[int, int]]:
    with pikepdf.open(io.BytesIO(content)) as document:
        boxes = [[float(x) * 25.4 / 72 for x in page.mediabox] for page in document.pages]
    return {(round(box[2] - box[0]), round(box[3] - box[1])) for box in boxes}


def test_pages_are_a4_and_say_the_same(book: bytes, large: bytes) -> None:
    assert _sizes(large) == {(210, 297)}
    before, after = PdfReader(io.BytesIO(book)).pages, PdfReader(io.BytesIO(large)).pages
    assert [page.extract_text() for page in after] == [page.extract_text() for page in before]


def test_letters_are_larger_by_the_root_of_two(
    book: bytes, large: bytes, tool: FindTool, tmp_path: Path
) -> None:
    before, after = (_widths(content, tool, tmp_path) for content in (book, large))
    ratios = [after[word] / before[word] for word in before.keys() & after.keys()]
    assert len(ratios) > 50
    assert ratios == pytest.approx([ROOT_OF_TWO] * len(ratios), rel=0.001)


def _widths(content: bytes, tool: FindTool, folder: Path) -> dict[str, float]:
    """How wide each word is that a document holds once, in pt."""
    file = folder / "a.pdf"
    file.write_bytes(content)
    command = [str(tool("pdftotext")), "-bbox", str(file), "-"]
    words = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    rows = re.findall(r'<word xMin="(.+?)" yMin=".+?" xMax="(.+?)" yMax=".+?">(.+?)</word>', words)
    often = Counter(word for _, _, word in rows)
    return {word: float(right) - float(left) for left, right, word in rows if often[word] == 1}


def test_links_and_bookmarks_lead_to_the_same_places(book: bytes, large: bytes) -> None:
    for kind in ("/Rect", "/XYZ", "/BBox"):
        before, after = _places(book, kind), _places(large, kind)
        assert len(before) == len(after) > 0
        for small, grown in zip(before, after, strict=True):
            assert grown == pytest.approx([x * ROOT_OF_TWO for x in small], abs=1.1)


def _places(content: bytes, kind: str) -> list[list[float]]:
    """The places of links, targets or figures in a document, in its order."""
    with pikepdf.open(io.BytesIO(content)) as document:
        if kind == "/XYZ":
            names = pikepdf.NameTree(document.Root.Names.Dests)
            found = [names[name] for name in sorted(names)]
            return [[float(x) for x in (target[2], target[3])] for target in found]
        if kind == "/Rect":
            notes = [n for page in document.pages for n in page.obj.get("/Annots", [])]
            return [[float(x) for x in note.Rect] for note in notes]
        tags = [each for each in document.objects if isinstance(each, pikepdf.Dictionary)]
        told = [each.A for each in tags if isinstance(each.get("/A"), pikepdf.Array)]
        attributes = [each for row in told for each in row if "/BBox" in each]
        return [[float(x) for x in each.BBox] for each in attributes]


def test_tags_language_and_title_stay(large: bytes) -> None:
    with pikepdf.open(io.BytesIO(large)) as document:
        assert bool(document.Root.MarkInfo.Marked)
        assert "/StructTreeRoot" in document.Root
        assert str(document.Root.Lang).startswith("zh")
        assert str(document.docinfo.Title) == "东村村级便民服务手册（大字版）"
        with document.open_metadata() as told:
            assert told.pdfa_status == "2A"


def test_the_same_input_gives_the_same_bytes(book: bytes, large: bytes, tmp_path: Path) -> None:
    assert finished(book, Finish(large=True), tmp_path) == large
    assert finished(book, Finish(large=True), tmp_path) == large
    assert finished(book, Finish(), tmp_path) == book
