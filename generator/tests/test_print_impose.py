"""Sheets to fold and crop marks, as PDF: where pages stand, what the boxes say, what stays text."""

from __future__ import annotations

import io
import re
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Dictionary, Name
from pypdf import PdfReader

from generator.publish import Finish, Flip, Fold, finished, typeset
from generator.publish.fold import Side
from generator.publish.impose import imposed
from generator.publish.marks import marked
from generator.tests.conftest import FindTool
from generator.tests.print_book import handbook, printed, ready_fonts
from generator.tests.test_print_fold import folded

MM = 72 / 25.4
A5, A4 = (148 * MM, 210 * MM), (297 * MM, 210 * MM)
_WORD = re.compile(r'<word xMin="(.+?)" yMin="(.+?)" xMax="(.+?)" yMax="(.+?)">p(\d+)</word>')


@dataclass(frozen=True, slots=True)
class Found:
    """A page's word on a side: the page, and the middle of the word in pt from the upper left."""

    page: int
    x: float
    y: float


def numbered(pages: int) -> bytes:
    """A document of A5 pages that say their numbers in their middle, 40 mm from their top."""
    made = io.BytesIO()
    with pikepdf.new() as document:
        font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
        for number in range(1, pages + 1):
            text = f"BT /F 12 Tf {A5[0] / 2 - 10:.3f} {170 * MM:.3f} Td (p{number:02d}) Tj ET"
            page = Dictionary(
                Type=Name.Page,
                MediaBox=[0, 0, *(round(x, 4) for x in A5)],
                Resources=Dictionary(Font=Dictionary(F=font)),
                Contents=document.make_stream(text.encode()),
            )
            document.pages.append(pikepdf.Page(document.make_indirect(page)))
        document.save(made, deterministic_id=True)
    return made.getvalue()


@dataclass(frozen=True, slots=True)
class Reader:
    """pdftotext, and where it may write."""

    program: Path
    folder: Path

    def __call__(self, content: bytes) -> list[list[Found]]:
        """A document → the numbers found on each of its pages, from the left."""
        file = self.folder / "read.pdf"
        file.write_bytes(content)
        command = [str(self.program), "-bbox", str(file), "-"]
        told = subprocess.run(command, check=True, capture_output=True, text=True).stdout
        found = [
            [
                Found(int(page), (float(a) + float(c)) / 2, (float(b) + float(d)) / 2)
                for a, b, c, d, page in _WORD.findall(each)
            ]
            for each in told.split("<page ")[1:]
        ]
        return [sorted(each, key=lambda word: word.x) for each in found]


@pytest.fixture
def read(tool: FindTool, tmp_path: Path) -> Reader:
    return Reader(tool("pdftotext"), tmp_path)


@pytest.fixture(scope="module")
def book(repository: Path) -> bytes:
    content, _ = typeset.typeset(printed(handbook()), ready_fonts(repository))
    assert content is not None
    return content


def _seen(read: Reader, content: bytes, *, turned: bool) -> list[Side]:
    """The sides of a document as they are printed; *turned* backs stand on their head."""
    told: list[Side] = []
    for number, words in enumerate(read(content)):
        is_back = bool(number % 2)
        halves: dict[bool, int] = {word.x < A4[0] / 2: word.page for word in words}
        is_left = not (turned and is_back)
        told.append(Side(halves.get(is_left), halves.get(not is_left), 0, is_back))
    return told


@pytest.mark.parametrize("flip", list(Flip))
@pytest.mark.parametrize(("pages", "section"), [(1, 0), (6, 0), (8, 0), (21, 0), (21, 2)])
def test_printed_sheets_fold_to_a_book(read: Reader, pages: int, section: int, flip: Flip) -> None:
    sheets = imposed(numbered(pages), Fold(section, flip=flip), "拼版")
    order = folded(_seen(read, sheets, turned=flip is Flip.LONG), section)
    assert [page for page in order if page] == list(range(1, pages + 1))
    assert len(order) % 4 == 0


def test_backs_stand_upright_or_on_their_head(read: Reader) -> None:
    short = read(imposed(numbered(8), Fold(), "拼版"))
    long = read(imposed(numbered(8), Fold(flip=Flip.LONG), "拼版"))
    assert {word.y > A4[1] / 2 for side in short for word in side} == {False}
    assert {word.y > A4[1] / 2 for side in long[0::2] for word in side} == {False}
    assert {word.y > A4[1] / 2 for side in long[1::2] for word in side} == {True}


def test_inner_sheets_move_to_the_fold_by_the_creep(read: Reader) -> None:
    still = read(imposed(numbered(16), Fold(creep=0), "拼版"))
    moved = read(imposed(numbered(16), Fold(creep=0.2), "拼版"))
    for number, (before, after) in enumerate(zip(still, moved, strict=True)):
        shift = number // 2 * 0.2 * MM
        left, right = (b.x - a.x for a, b in zip(before, after, strict=True))
        assert (left, right) == pytest.approx((shift, -shift), abs=0.01)


def test_sheets_are_a4_lying_and_ask_to_be_printed_as_they_are(book: bytes) -> None:
    for flip, name in ((Flip.SHORT, "/DuplexFlipShortEdge"), (Flip.LONG, "/DuplexFlipLongEdge")):
        with pikepdf.open(io.BytesIO(imposed(book, Fold(flip=flip), "拼版"))) as document:
            for page in document.pages:
                assert _box(page.mediabox) == pytest.approx((0, 0, 297, 210), abs=0.02)
                assert _box(page.trimbox) == pytest.approx((0.5, 0, 296.5, 210), abs=0.02)
            assert str(document.Root.ViewerPreferences.Duplex) == name
            assert str(document.Root.ViewerPreferences.PrintScaling) == "/None"
            assert str(document.docinfo.Title) == "东村村级便民服务手册（拼版）"
            assert str(document.Root.Lang).startswith("zh")


def test_a4_pages_lie_on_a3(tmp_path: Path) -> None:
    large = finished(numbered(4), Finish(large=True, fold=Fold()), tmp_path)
    with pikepdf.open(io.BytesIO(large)) as document:
        assert _box(document.pages[0].mediabox) == pytest.approx((0, 0, 420, 297), abs=0.05)


def test_the_fold_is_shown_above_and_below(book: bytes) -> None:
    for fold, count in ((Fold(), 2), (Fold(ticks=False), 0)):
        with pikepdf.open(io.BytesIO(imposed(book, fold, "拼版"))) as document:
            contents = [page.Contents.read_bytes() for page in document.pages]
        assert {each.count(b" l ") for each in contents} == {count}


def test_texts_stay_texts(book: bytes) -> None:
    before = _letters(book)
    assert _letters(imposed(book, Fold(), "拼版")) == before
    assert _letters(marked(book, folded=False)) == before


def _letters(content: bytes) -> list[str]:
    """Every letter of a document, sorted, as sheets bring pages into another order."""
    pages = PdfReader(io.BytesIO(content)).pages
    return sorted("".join("".join(page.extract_text().split()) for page in pages))


def _box(box: pikepdf.Object | pikepdf.Array) -> tuple[float, ...]:
    """A box in mm."""
    return tuple(float(each) / MM for each in box.as_list())


@pytest.mark.parametrize("folded_too", [False, True])
def test_boxes_say_where_to_cut(book: bytes, folded_too: bool) -> None:
    sheets = imposed(book, Fold(ticks=False), "拼版") if folded_too else book
    with pikepdf.open(io.BytesIO(marked(sheets, folded=folded_too))) as document:
        for page in document.pages:
            trim = _box(page.trimbox)
            size = (296, 210) if folded_too else (148, 210)
            assert (trim[2] - trim[0], trim[3] - trim[1]) == pytest.approx(size, abs=0.02)
            for box, more in ((page.obj.BleedBox, 3), (page.obj.MediaBox, 7.5)):
                want = (trim[0] - more, trim[1] - more, trim[2] + more, trim[3] + more)
                assert _box(box) == pytest.approx(want, abs=0.02)


def test_marks_stand_outside_the_bleed_and_readers_pass_them_over(book: bytes) -> None:
    with pikepdf.open(io.BytesIO(marked(book, folded=False))) as document:
        assert "/StructTreeRoot" in document.Root
        page = document.pages[0]
        trim = [float(each) for each in page.trimbox.as_list()]
        page.contents_coalesce()
        own = page.Contents.read_bytes().rpartition(b"/Artifact BMC")[2]
        lines = re.findall(rb"([\d.-]+) ([\d.-]+) m ([\d.-]+) ([\d.-]+) l", own)
        assert own.rstrip().endswith(b"EMC")
        assert len(lines) == 8
        for line in lines:
            x1, y1, x2, y2 = (float(each) for each in line)
            gaps = [trim[0] - max(x1, x2), min(x1, x2) - trim[2]]
            gaps += [trim[1] - max(y1, y2), min(y1, y2) - trim[3]]
            assert max(gaps) > 3 * MM
            assert (x1 == x2) != (y1 == y2)


def test_the_same_input_gives_the_same_bytes(book: bytes, tmp_path: Path) -> None:
    for finish in (
        Finish(fold=Fold()),
        Finish(marks=True),
        Finish(large=True, fold=Fold(2), marks=True),
    ):
        first = finished(book, finish, tmp_path / "a")
        assert finished(book, finish, tmp_path / "b") == first
        assert finished(book, finish, tmp_path / "a") == first


def test_names_say_how_a_file_was_finished() -> None:
    assert Finish().ending == ""
    assert Finish(large=True, fold=Fold(), marks=True).ending == "-large-imposed-marks"
