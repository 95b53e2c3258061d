"""Every kind of PDF before validators and readers that others made, and what each file claims."""

from __future__ import annotations

import io
import re
import subprocess
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import page
import pikepdf
import pytest
from pikepdf import Name
from pypdf import PdfReader
from pypdf.generic import Destination

from generator.publish import Fold
from generator.publish.impose import imposed
from generator.tests.conftest import FindTool, refuse
from generator.tests.every_paper import READ, SHEETS, SLIP, VILLAGE
from generator.tests.rendered import registry_of

Papers = dict[str, Path]
_FONT = re.compile(
    r"^[A-Z]{6}\+NotoSansSC-(Regular|Bold) +CID TrueType +Identity-H +(.+?) +\d+ +0$"
)


def _faults(content: bytes, profile: str) -> list[str]:
    """What the validator finds against a profile; `ua1` is PDF/UA-1, `2a` PDF/A-2a.

    It takes the last byte of a stream for the end of a line if it looks like one, and then misses
    it: lengths are counted by ourselves instead.
    """
    report = page.validate_pdf_bytes(content, profile=profile)
    found = [f"{profile} {each.rule_id}: {each.message}" for each in report.failures]
    return [each for each in found if "STREAM-LENGTH" not in each] + _wrong_lengths(content)


def _wrong_lengths(content: bytes) -> list[str]:
    """The streams that do not end where their dictionaries say."""
    starts = list(re.finditer(rb"/Length (\d+)[^<>]*>>\s*stream\r?\n", content))
    assert starts
    ends = [(start.end() + int(start[1]), start) for start in starts]
    after = re.compile(rb"\r?\n?endstream")
    return [str(start[0]) for end, start in ends if not after.match(content, end)]


@pytest.mark.parametrize("name", READ)
def test_what_people_read_is_accessible_and_fit_to_be_kept(papers: Papers, name: str) -> None:
    content = papers[name].read_bytes()
    assert _faults(content, "ua1") + _faults(content, "2a") == []
    assert _claims(content) == {"pdfaid:part": "2", "pdfaid:conformance": "A", "pdfuaid:part": "1"}


@pytest.mark.parametrize("name", SHEETS)
def test_sheets_to_fold_are_fit_to_be_kept_and_claim_no_order_to_read(
    papers: Papers, name: str
) -> None:
    content = papers[name].read_bytes()
    assert _faults(content, "2u") == []
    assert _claims(content) == {"pdfaid:part": "2", "pdfaid:conformance": "U"}
    with pikepdf.open(io.BytesIO(content)) as document:
        assert "/StructTreeRoot" not in document.Root
        assert "/MarkInfo" not in document.Root


def _claims(content: bytes) -> dict[str, str]:
    """The standards that a file says it keeps, by the words of its metadata."""
    with pikepdf.open(io.BytesIO(content)) as document:
        words = document.Root.Metadata.read_bytes().decode("utf-8")
    return dict(re.findall(r"<(pdf(?:a|ua)id:\w+)\b[^>]*>(\w+)</", words))


def test_the_pages_of_a_document_that_is_not_fit_to_be_kept_claim_nothing(papers: Papers) -> None:
    with pikepdf.open(papers["handbook.pdf"]) as document:
        del document.Root.Metadata
        stripped = io.BytesIO()
        document.save(stripped)
    assert _claims(imposed(stripped.getvalue(), Fold(), "拼版")) == {}


def _language(document: pikepdf.Pdf) -> None:
    del document.Root["/Lang"]


def _words_of_figures(document: pikepdf.Pdf) -> None:
    for tag in _tags(document):
        if tag.get("/S") == Name.Figure:
            del tag["/Alt"]


def _order_to_read(document: pikepdf.Pdf) -> None:
    del document.Root["/StructTreeRoot"]


def _fonts(document: pikepdf.Pdf) -> None:
    for found in document.objects:
        if isinstance(found, pikepdf.Dictionary) and "/FontFile2" in found:
            del found["/FontFile2"]


@pytest.mark.parametrize(
    ("take", "rule"),
    [
        (_language, "LANG"),
        (_words_of_figures, "FIGURE-ALTERNATIVE-TEXT"),
        (_order_to_read, "STRUCT-TREE"),
        (_fonts, "FONT"),
    ],
)
def test_the_validator_sees_what_is_taken_away(
    papers: Papers, take: Callable[[pikepdf.Pdf], None], rule: str
) -> None:
    less = io.BytesIO()
    with pikepdf.open(papers["unit-poster.pdf"]) as document:
        take(document)
        document.save(less)
    content = less.getvalue()
    assert any(rule in each for each in _faults(content, "ua1") + _faults(content, "2a"))


@pytest.mark.parametrize("name", [*READ, *SHEETS])
def test_no_program_has_anything_to_say_against_a_file(
    papers: Papers, tool: FindTool, tmp_path: Path, name: str
) -> None:
    path = papers[name]
    commands = (
        ("pdfinfo", "-dests", path),
        ("pdffonts", path),
        ("pdftotext", path, tmp_path / "x.txt"),
        ("pdftoppm", "-r", "20", path, tmp_path / "x"),
    )
    for program, *words in commands:
        done = subprocess.run([tool(program), *words], check=True, capture_output=True, text=True)
        assert done.stderr == "", program
    with pikepdf.open(path) as document:
        assert document.check_pdf_syntax() == []


@pytest.mark.parametrize("name", [*READ, *SHEETS])
def test_every_font_is_ours_embedded_subset_and_can_be_read_out(
    papers: Papers, tool: FindTool, name: str
) -> None:
    command = [tool("pdffonts"), papers[name]]
    told = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    rows = [_FONT.match(line) for line in told.splitlines()[2:]]
    assert [row and row[2].split() for row in rows] == [["yes", "yes", "yes"]] * 2


@pytest.mark.parametrize("name", [*READ, *SHEETS])
def test_a_file_says_what_it_is_whose_and_of_what_day(papers: Papers, name: str) -> None:
    with pikepdf.open(papers[name]) as document:
        title, owner, day = (
            str(document.docinfo[key]) for key in ("/Title", "/Author", "/CreationDate")
        )
        again = document.Root.Metadata.read_bytes().decode("utf-8")
        shown = document.Root.ViewerPreferences.get("/DisplayDocTitle", False)
        assert document.Root.Lang == "zh-CN"
    assert re.search("村|镇|局", title)
    assert [f">{each}<" in again for each in (title, owner)] == [True, True]
    assert ("拼版" in title, bool(shown)) == ((True, False) if name in SHEETS else (False, True))
    assert day[2:10] == f"{registry_of('full').district.edition:%Y%m%d}"


@pytest.mark.parametrize("name", READ)
def test_bookmarks_name_headings_page_after_page(papers: Papers, name: str) -> None:
    reader = PdfReader(papers[name])
    marks = list(_flat(reader.outline))
    numbers = [reader.get_destination_page_number(mark) or 0 for mark in marks]
    assert marks
    assert numbers == sorted(numbers)
    texts = ["".join(page.extract_text().split()) for page in reader.pages]
    found = (
        "".join(str(mark.title).split()) in texts[n] for mark, n in zip(marks, numbers, strict=True)
    )
    assert all(found)


def _flat(outline: Sequence[object]) -> Iterator[Destination]:
    """Bookmarks as pypdf nests them → one after the other."""
    for mark in outline:
        if isinstance(mark, Destination):
            yield mark
        elif isinstance(mark, list):
            yield from _flat(mark)


@pytest.mark.parametrize("name", READ)
def test_every_figure_is_told_in_chinese(papers: Papers, name: str) -> None:
    with pikepdf.open(papers[name]) as document:
        figures = [tag for tag in _tags(document) if tag.get("/S") == Name.Figure]
        words = [str(tag.get("/Alt", "")) for tag in figures]
    assert bool(words) == ("review" not in name and name != SLIP)
    assert [each for each in words if len(re.findall(r"[\u4e00-\u9fff]", each)) < 3] == []


def _tags(document: pikepdf.Pdf) -> list[pikepdf.Object]:
    """The elements of the structure of a document."""
    every = (each for each in document.objects if isinstance(each, pikepdf.Dictionary))
    return [each for each in every if "/S" in each and "/P" in each]


def test_read_aloud_a_handbook_tells_item_after_item_and_step_after_step(
    papers: Papers, tool: FindTool
) -> None:
    registry = registry_of("full")
    village = next(each for each in registry.villages if each.id == VILLAGE)
    held = {each.item.name: each for each in registry.micro_powers_of(village)}
    told = _read_aloud(papers["handbook.pdf"], tool)
    marks = _flat(PdfReader(papers["handbook.pdf"]).outline)
    items = [held[str(mark.title)] for mark in marks if str(mark.title) in held]
    assert len(items) == len(held)
    place = 0
    for holding in items:
        steps = [step.text for used in holding.flows for step in used.flow.steps]
        for words in (holding.item.name, *steps):
            place = told.find("".join(words.split()), place)
            assert place >= 0, words


def _read_aloud(path: Path, tool: FindTool) -> str:
    """The words of a document in the order of its tags."""
    command = [str(tool("pdfinfo")), "-struct-text", str(path)]
    told = subprocess.run(command, check=True, capture_output=True).stdout.decode(
        "utf-8", "replace"
    )
    return "".join("".join(re.findall(r'(?m)^ *"(.*)"$', told)).split())


def test_the_handbooks_of_the_sample_are_valid_too(sample_site: Path) -> None:
    paths = sorted(sample_site.rglob("handbook.pdf"))
    assert len(paths) > 1
    found = {path: path.read_bytes() for path in paths}
    refuse(
        f"{path}: {fault}"
        for path, content in found.items()
        for profile in ("ua1", "2a")
        for fault in _faults(content, profile)
    )
