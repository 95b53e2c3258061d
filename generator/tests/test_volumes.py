"""A handbook in two volumes: nothing of it is lost, each leads only to its own pages."""

from __future__ import annotations

import io
import json
import re
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
from pypdf import PdfReader

from generator.model.edition import BookEdition
from generator.publish import typeset
from generator.publish.fonts import Fonts
from generator.render.booklet import (
    BackMatter,
    Council,
    CouncilStep,
    Fact,
    Handbook,
    IndexGroup,
    Spending,
)
from generator.render.handbook import Book
from generator.render.volumes import in_volumes
from generator.tests.conftest import Command
from generator.tests.print_book import full_world, handbook, printed, ready_fonts
from generator.tests.rule_pages import MINIMAL

_BACK = BackMatter(
    council=Council("四议两公开", "", "", (CouncilStep(1, "党支部", "提议", "", (), ""),), (1, 2)),
    spending=(Spending(1, "村级工程项目建设", (Fact("一万元以下", "村委会"),), ()),),
    index=(
        IndexGroup("C", (("村级工程项目建设", 1),)),
        IndexGroup("Z", (("宅基地申请", 2), ("最低生活保障申请", 3))),
    ),
)


def _book(told: Handbook) -> Book:
    said = {"格式": 1, "村": "x/y", "村名": "东村", "数据日期": "2026-11-22"}
    edition = BookEdition.model_validate(said)
    return Book(told, printed(told), edition)


@pytest.fixture
def world(repository: Path, tmp_path: Path) -> Path:
    return full_world(repository, tmp_path)


@pytest.fixture(scope="module")
def fonts(repository: Path) -> Fonts:
    return ready_fonts(repository)


@pytest.fixture(scope="module")
def volumes(fonts: Fonts) -> tuple[list[str], list[str]]:
    """The pages of both volumes as text without white space."""
    first, second = in_volumes(_book(replace(handbook(), back=_BACK)))
    assert (first.ending, second.ending) == ("-1", "-2")
    assert first.printed.path == "villages/x/y/handbook-1.pdf"
    return _pages(first.printed.data, fonts), _pages(second.printed.data, fonts)


def _pages(data: str, fonts: Fonts) -> list[str]:
    document = replace(printed(handbook()), data=data)
    content, problems = typeset.typeset(document, fonts)
    assert problems == []
    with pikepdf.open(io.BytesIO(content or b"")) as file:
        assert len(file.pages) % 4 == 0
    pages = PdfReader(io.BytesIO(content or b"")).pages
    return [re.sub(r"\s", "", page.extract_text()) for page in pages]


def _card(pages: list[str], name: str) -> list[int]:
    return [n for n, text in enumerate(pages) if f"{name}俗称" in text and "群众怎么办" in text]


def test_each_item_stands_in_one_volume(volumes: tuple[list[str], list[str]]) -> None:
    first, second = volumes
    assert len(_card(first, "村级工程项目建设")) == 1
    assert _card(second, "村级工程项目建设") == []
    for name in ("宅基地申请", "最低生活保障申请"):
        assert _card(first, name) == []
        assert len(_card(second, name)) == 1


def test_each_volume_says_what_the_other_holds(volumes: tuple[list[str], list[str]]) -> None:
    first, second = volumes
    contents = [next(text for text in pages if "目录怎样用" in text) for pages in volumes]
    assert "便民服务（2件）在下册。" in contents[0]
    assert "重大决策（1件）在上册。" in contents[1]
    assert "上册" in first[0]
    assert "下册" in second[0]


def test_the_forms_for_decisions_are_in_the_first(volumes: tuple[list[str], list[str]]) -> None:
    first, second = ("".join(pages) for pages in volumes)
    for form in ("四议两公开登记表", "公示样张", "支出审批和报账"):
        assert form in first
        assert form not in second
    for page in ("监督和投诉", "意见反馈单", "拼音索引", "版本说明"):
        assert page in first
        assert page in second


def test_a_village_without_services_has_one_book() -> None:
    whole = handbook()
    book = _book(replace(whole, chapters=whole.chapters[:1]))
    (only,) = in_volumes(book)
    assert only.ending == ""
    assert only.printed is book.printed


def test_two_files_are_printed_and_one_edition(mingbai: Command, world: Path) -> None:
    assert mingbai("handbook", "--root", world, "--village", "shangcun", "--volumes")[0] == 0
    folder = world / "handbooks/beishan"
    names = sorted(path.name for path in folder.iterdir())
    assert names == ["shangcun-1.pdf", "shangcun-2.pdf", "shangcun.json"]
    told = json.loads((folder / "shangcun.json").read_text("utf-8"))
    files = [PdfReader(folder / name).pages for name in names[:2]]
    assert told["页数"] == sum(map(len, files))
    for item in told["事项"]:
        pages = ["".join(each[item["页"] - 1].extract_text().split()) for each in files]
        assert any(item["名称"] in text for text in pages)


def test_a_slip_has_no_volumes(mingbai: Command, tmp_path: Path) -> None:
    since = tmp_path / "old.json"
    since.write_text("{}")
    code, lines = mingbai("handbook", "--root", MINIMAL, "--since", since, "--volumes")
    assert code == 2
    assert "不分上下册" in "".join(lines)
