"""Handbooks as PDF: what is in them, what must never be, and that they do not change."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Sequence
from dataclasses import asdict, replace
from pathlib import Path

import pikepdf
import pytest
import segno
from pypdf import PdfReader
from pypdf.generic import Destination

from generator.output import Printed
from generator.problem import Severity
from generator.publish import preflight, qr, typeset
from generator.publish.fonts import Fonts
from generator.render.booklet import Fact, Handbook
from generator.tests.print_book import (
    CHART,
    ITEM_FILE,
    VILLAGE_FILE,
    entry,
    handbook,
    printed,
    ready_fonts,
)

A5 = (148, 210)
_MM = 72 / 25.4
_NOT_SHOWN = {"accent", "source", "file", "alt", "qr", "to_bring"}
_DRAWN = {"rail"}
"""Lines, not texts; a label that is too long for its line stands in the words of the step."""
HOSTILE = '#read("/etc/passwd") *粗* $x^2$ <lab> @ref #panic("x") [a](http://x) /* */ `raw` \\ "引"'


def _pdf(document: Printed, fonts: Fonts) -> bytes:
    content, problems = typeset.typeset(document, fonts)
    assert problems == []
    assert content is not None
    return content


def _pages(content: bytes) -> list[str]:
    """The text of every page without any white space, as it may break anywhere."""
    reader = PdfReader(io.BytesIO(content))
    return [re.sub(r"\s", "", page.extract_text()) for page in reader.pages]


def _texts(value: object, key: str = "") -> list[str]:
    if isinstance(value, str):
        return [] if key in _NOT_SHOWN else [re.sub(r"\s", "", value)]
    if isinstance(value, dict):
        told = ((name, each) for name, each in value.items() if name not in _DRAWN)
        return [text for name, each in told for text in _texts(each, name)]
    if isinstance(value, list | tuple):
        return [text for each in value for text in _texts(each, key)]
    return []


@pytest.fixture(scope="module")
def fonts(repository: Path) -> Fonts:
    return ready_fonts(repository)


@pytest.fixture(scope="module")
def book(fonts: Fonts) -> bytes:
    return _pdf(printed(handbook()), fonts)


def test_every_text_of_the_data_can_be_read_out_of_the_pdf(book: bytes) -> None:
    whole = "".join(_pages(book))
    assert [text for text in _texts(asdict(handbook())) if text not in whole] == []


def test_the_contents_name_the_page_on_which_an_item_stands(book: bytes) -> None:
    pages = _pages(book)
    contents = next(page for page in pages if page.startswith("目录") or "目录怎样用" in page)
    reader = PdfReader(io.BytesIO(book))
    bookmarks = {
        re.sub(r"\s", "", str(mark.title)): (reader.get_destination_page_number(mark) or 0) + 1
        for mark in _flat(reader.outline)
    }
    for name in ("村级工程项目建设", "宅基地申请", "最低生活保障申请", "监督和投诉", "版本说明"):
        assert re.search(rf"{name}\.*{bookmarks[name]}", contents)
        assert name in pages[bookmarks[name] - 1]


def _flat(outline: Sequence[object]) -> list[Destination]:
    """Bookmarks as pypdf nests them → one after the other."""
    marks: list[Destination] = []
    for mark in outline:
        marks += _flat(mark) if isinstance(mark, list) else []
        marks += [mark] if isinstance(mark, Destination) else []
    return marks


def test_page_numbers_stand_in_the_foot_of_inner_pages(book: bytes) -> None:
    inner = list(enumerate(_pages(book), 1))[1:-1]
    assert [number for number, text in inner if str(number) not in text] == []


def test_pages_are_a5_and_fill_whole_sheets(book: bytes) -> None:
    with pikepdf.open(io.BytesIO(book)) as document:
        sizes = {tuple(round(float(x) / _MM) for x in page.mediabox[2:]) for page in document.pages}
        assert sizes == {A5}
        assert len(document.pages) % 4 == 0


def test_the_pdf_is_tagged_and_says_its_language_title_and_date(book: bytes) -> None:
    with pikepdf.open(io.BytesIO(book)) as document:
        assert bool(document.Root.MarkInfo.Marked)
        assert str(document.Root.Lang).startswith("zh")
        assert str(document.docinfo.Title) == "东村村级便民服务手册"
        assert str(document.docinfo.CreationDate).startswith("D:20261122")


def test_every_font_is_embedded_and_subset(book: bytes) -> None:
    with pikepdf.open(io.BytesIO(book)) as document:
        names = [
            str(found.FontName)
            for found in document.objects
            if isinstance(found, pikepdf.Dictionary) and found.get("/Type") == "/FontDescriptor"
        ]
        files = [
            found.get("/FontFile2")
            for found in document.objects
            if isinstance(found, pikepdf.Dictionary) and found.get("/Type") == "/FontDescriptor"
        ]
    assert len(names) == 2
    assert all(re.fullmatch(r"/[A-Z]{6}\+NotoSansSC-(Regular|Bold)", name) for name in names)
    assert None not in files


def test_the_same_inputs_give_the_same_bytes(fonts: Fonts, book: bytes) -> None:
    assert _pdf(printed(handbook()), fonts) == book


@pytest.mark.parametrize(
    ("sign", "code"),
    [("\ue000", "U+E000"), ("𰀀", "U+30000"), ("\b", "U+0008"), ("\x1f", "U+001F")],
)
@pytest.mark.parametrize("images", [{}, {"chart.svg": CHART}], ids=["alone", "with-a-drawing"])
def test_a_character_the_font_lacks_is_named_with_its_file(
    fonts: Fonts, sign: str, code: str, images: dict[str, str]
) -> None:
    odd = replace(entry(), name=f"宅基{sign}申请")
    content, problems = typeset.typeset(replace(printed(handbook(odd)), images=images), fonts)
    assert content is None
    assert [(each.code, each.severity, each.span.file) for each in problems] == [
        ("character-not-in-font", Severity.ERROR, ITEM_FILE)
    ]
    assert f"“Noto Sans SC”里没有「{sign}」（{code}）" in problems[0].sentence
    assert f"宅基{sign}申请" in problems[0].hint
    assert "chapters.2.entries.1.name" in problems[0].hint


def test_a_character_lost_in_an_image_is_named_too(fonts: Fonts) -> None:
    chart = CHART.replace("批准", "批\ue001准")
    item = replace(entry(), qr="chart.svg")
    _, problems = typeset.typeset(printed(handbook(item), chart=chart), fonts)
    assert [(each.code, each.span.file) for each in problems] == [
        ("character-not-in-font", ITEM_FILE)
    ]


def test_the_rare_characters_of_the_district_are_in_the_font(fonts: Fonts, book: bytes) -> None:
    assert "堠北庄镇" in _pages(book)[0]
    assert typeset.typeset(printed(handbook(entry(2, "暴马、漳沂两村"))), fonts)[1] == []


def test_hostile_texts_are_printed_as_they_are(fonts: Fonts) -> None:
    odd = replace(entry(), name=HOSTILE, what_to_do=HOSTILE, documents=(HOSTILE,), post=HOSTILE)
    whole = "".join(_pages(_pdf(printed(handbook(odd)), fonts)))
    assert whole.count(re.sub(r"\s", "", HOSTILE)) >= 4
    assert "root:" not in whole


@pytest.mark.parametrize("address", ["javascript:alert(1)", "http://example.org/", "file:///x", ""])
def test_links_lead_only_to_https(address: str) -> None:
    problems = preflight.after(printed(handbook()), ["https://example.org/", address])
    assert [(each.code, each.span.file) for each in problems] == [("link-not-https", VILLAGE_FILE)]


@pytest.mark.parametrize(
    "svg",
    [
        "不是图",
        "<svg><rect/></svg>",
        CHART.replace("<title>", '<image href="/etc/passwd"/><title>'),
        CHART.replace("<rect", "<script>1</script><rect"),
        CHART.replace("<rect", '<a href="https://example.org/"><rect/></a><rect'),
        CHART.replace("<rect", '<rect fill="url(https://example.org/)"/><rect'),
        CHART.replace("<rect", '<rect onclick="x()"/><rect'),
        '<!DOCTYPE svg [<!ENTITY a "aaaa">]>' + CHART,
    ],
)
def test_an_image_that_is_not_ours_is_refused(fonts: Fonts, svg: str) -> None:
    content, problems = typeset.typeset(printed(handbook(), chart=svg), fonts)
    assert content is None
    assert [each.code for each in problems] == ["image-refused"]


@pytest.mark.parametrize(("more", "found"), [(0, []), (1, ["address-too-long"])])
def test_an_address_too_long_for_a_small_code_is_told(
    fonts: Fonts, more: int, found: list[str]
) -> None:
    address = "https://mingbai.example/".ljust(qr.MOST_BYTES + more, "a")
    assert segno.make_qr(address, error="m").version == 6 + more
    document = replace(printed(handbook()), codes={"qr-1": address})
    assert [each.code for each in preflight.before(document, fonts)] == found


def test_a_fault_of_a_template_is_a_problem_not_a_crash(fonts: Fonts) -> None:
    broken = replace(printed(handbook()), data=json.dumps({"source": VILLAGE_FILE}))
    content, problems = typeset.typeset(broken, fonts)
    assert content is None
    assert [(each.code, each.span.file) for each in problems] == [("print-failed", VILLAGE_FILE)]


def _long(times: int) -> Handbook:
    base = entry()
    (flow,) = base.flows
    odd = replace(
        base,
        name="集体经济组织成员身份确认和集体收益分配方案的讨论、决定、公布与异议处理" * 2,
        documents=base.documents * times,
        flows=(flow,) * times,
        notes=(Fact("依据", "《中华人民共和国村民委员会组织法》第二十四条；" * times),),
    )
    return handbook(*(replace(odd, number=n) for n in range(2, 2 + times)))


def test_long_names_many_steps_and_many_items_lose_nothing(fonts: Fonts) -> None:
    book = _long(12)
    whole = "".join(_pages(_pdf(printed(book), fonts)))
    assert [text for text in _texts(asdict(book)) if text not in whole] == []
