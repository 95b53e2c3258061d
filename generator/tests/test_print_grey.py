"""Every kind of PDF without its colours: words and lines that a bad copy still shows."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from generator.publish import typeset
from generator.render.colours import COLOURS
from generator.tests.conftest import FindTool, refuse
from generator.tests.every_paper import READ, SLIP
from generator.tests.pdf_pictures import contrast, grey_pages
from generator.tests.print_book import handbook, printed, ready_fonts

LEAST = 4.5
DPI = 200
_WORD = re.compile(r'<word xMin="(.+?)" yMin="(.+?)" xMax="(.+?)" yMax="(.+?)">(.+?)</word>')
_WHITE = 255
_COVERED = ("handbook", "booklet")
"""Documents with covers, on which pale lines are an ornament."""

_PAPERS = [name for name in READ if name not in ("handbook-large.pdf", "unit-poster-a2.pdf")]
"""The others are the same, larger."""

Word = tuple[str, tuple[int, int, int, int]]


@pytest.mark.parametrize("name", _PAPERS)
def test_every_word_stands_out_from_its_ground_in_grey(
    papers: dict[str, Path], tool: FindTool, name: str
) -> None:
    refuse(_pale_words(papers[name], tool))


def _pale_words(path: Path, tool: FindTool) -> Iterator[str]:
    pages = zip(_words(path, tool), grey_pages(path, tool, DPI), strict=True)
    yield from (
        f"page {number}: {text} {found:.1f} : 1"
        for number, (words, picture) in enumerate(pages, 1)
        for text, box in words
        if (found := _stands_out(picture.crop(box))) < LEAST
    )


def _words(path: Path, tool: FindTool) -> Iterator[list[Word]]:
    """The words of each page and where they stand, in dots from the upper left."""
    command = [str(tool("pdftotext")), "-bbox", str(path), "-"]
    told = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    for page in told.split("<page ")[1:]:
        yield [(text, _box(*map(float, box))) for *box, text in _WORD.findall(page)]


def _box(left: float, top: float, right: float, foot: float) -> tuple[int, int, int, int]:
    a, b, c, d = (each * DPI / 72 for each in (left, top, right, foot))
    return int(a), int(b), int(c) + 1, int(d) + 1


def _stands_out(word: Image.Image) -> float:
    """The contrast between what most of a word's place shows and what differs most from it."""
    counts = word.histogram()
    ground = max(range(256), key=counts.__getitem__)
    shown = [level for level, count in enumerate(counts) if count]
    return max(contrast(ground, shown[0]), contrast(ground, shown[-1]))


@pytest.mark.parametrize("name", _PAPERS)
def test_every_line_stands_out_from_white_paper_in_grey(papers: dict[str, Path], name: str) -> None:
    with pikepdf.open(papers[name]) as document:
        has_covers = any(word in name for word in _COVERED)
        pages = list(document.pages)[1:-1] if has_covers else list(document.pages)
        streams = [each for each in document.objects if isinstance(each, pikepdf.Stream)]
        forms = [each for each in streams if each.get("/Subtype") == pikepdf.Name.Form]
        levels = {level for page in pages for level in _strokes(page)}
        levels |= {level for form in forms for level in _strokes(form)}
    assert levels or name == SLIP  # Its bars are filled, not drawn.
    assert [level for level in levels - {_WHITE} if contrast(level, _WHITE) < LEAST] == []


def _strokes(content: pikepdf.Object | pikepdf.Page) -> Iterator[int]:
    """The grey of every line that a content draws."""
    colour = 0
    outer: list[int] = []
    for said in pikepdf.parse_content_stream(content):
        match str(said.operator):
            case "q":
                outer.append(colour)
            case "Q":
                colour = outer.pop()
            case "G" | "RG" | "SC" | "SCN":
                colour = _level([float(each) for each in said.operands])
            case "S" | "s" | "B" | "B*" | "b" | "b*":
                yield colour


def _level(parts: list[float]) -> int:
    """A grey or a colour, from 0 to 1 → its level of grey, from 0 to 255."""
    red, green, blue = parts * 3 if len(parts) == 1 else parts
    return round(255 * (0.299 * red + 0.587 * green + 0.114 * blue))


@pytest.mark.parametrize("colour", COLOURS.values())
def test_every_colour_of_covers_stays_dark_in_grey(colour: str) -> None:
    assert contrast(_grey(colour), _WHITE) >= 8


def _grey(colour: str) -> int:
    return _level([int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)])


def test_words_on_the_palest_cover_stand_out_too(
    repository: Path, tool: FindTool, tmp_path: Path
) -> None:
    book = replace(handbook(), accent=max(COLOURS.values(), key=_grey))
    content, problems = typeset.typeset(printed(book), ready_fonts(repository))
    assert problems == []
    path = tmp_path / "pale.pdf"
    path.write_bytes(content or b"")
    refuse(_pale_words(path, tool))


def test_pale_words_are_seen() -> None:
    pale = Image.new("L", (20, 20), 255)
    pale.paste(150, (5, 5, 15, 8))
    assert _stands_out(pale) < LEAST
