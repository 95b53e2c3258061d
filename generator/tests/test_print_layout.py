"""How an item lies on the pages of a handbook: on as few as it needs, and nothing stands alone."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pypdf import PdfReader

from generator.model.flow import Flow
from generator.publish import typeset
from generator.publish.fonts import Fonts
from generator.render.booklet import Entry
from generator.tests.conftest import refuse
from generator.tests.print_book import entry, flow_of, handbook, printed, ready_fonts

_FOOT = "《中华人民共和国土地管理法》"


@pytest.fixture(scope="module")
def fonts(repository: Path) -> Fonts:
    return ready_fonts(repository)


def _flow(times: int) -> Flow:
    """A flow of *times* steps; every fifth asks and leads back to the first."""
    steps: list[dict[str, str]] = []
    for n in range(1, times + 1):
        step = {"代号": f"甲{n}", "岗位": "村报账员"}
        if n % 5 or n == times:
            steps.append({**step, "步骤": f"办第{n}样事"})
        else:
            steps.append({**step, "判断": f"问第{n}句话？", "是": f"甲{n + 1}", "否": "甲1"})
    return Flow.model_validate({"名称": "流程", "步骤": steps})


def _odd(number: int, times: int, sentences: int) -> Entry:
    flows = (flow_of(_flow(times)),)
    words = f"第{number}件。" + "先说一声再去办。" * sentences
    return replace(entry(number), flows=flows, what_to_do=words, tables=())


def _items(fonts: Fonts, *entries: Entry) -> dict[int, list[str]]:
    """Items → the text of the pages of each, by its number."""
    content, problems = typeset.typeset(printed(handbook(*entries)), fonts)
    assert problems == []
    pages = [_bare(page.extract_text()) for page in PdfReader(io.BytesIO(content or b"")).pages]
    opened = [
        next(n for n, text in enumerate(pages) if f"第{each.number}件。" in text)
        for each in entries
    ]
    ends = [*opened[1:], next(n for n, text in enumerate(pages) if "先在村里说" in text)]
    found = zip(entries, opened, ends, strict=True)
    return {each.number: pages[start:end] for each, start, end in found}


def _bare(text: str) -> str:
    return re.sub(r"\s", "", text)


def _steps(page: str) -> list[int]:
    """The numbers of the steps whose words stand on a page."""
    return [int(number) for number in re.findall(r"[办问]第(\d+)[样句]", page)]


def test_a_short_item_stands_on_one_page(fonts: Fonts) -> None:
    (page,) = _items(fonts, _odd(2, 5, 2))[2]
    assert _steps(page) == [1, 2, 3, 4, 5]
    assert _FOOT in page


def test_an_item_goes_on_overleaf_under_its_name_and_ends_with_its_foot(fonts: Fonts) -> None:
    card, rest = _items(fonts, _odd(2, 16, 20))[2]
    assert "办理步骤和流程图" in card
    assert "宅基地申请（接上页）" in rest
    assert [*_steps(card), *_steps(rest)] == list(range(1, 17))
    assert _FOOT in rest
    assert _FOOT not in card


def test_no_page_is_wasted_whatever_the_length_of_an_item(fonts: Fonts) -> None:
    sizes = [(times, sentences) for times in range(1, 33, 3) for sentences in (1, 9, 18, 27)]
    entries = [_odd(number, *size) for number, size in enumerate(sizes, 2)]
    items = _items(fonts, *entries)

    def faults() -> Iterator[str]:
        for (times, sentences), pages in zip(sizes, items.values(), strict=True):
            name = f"{times} steps, {sentences} sentences, {len(pages)} pages"
            steps = [_steps(page) for page in pages]
            if [n for page in steps for n in page] != list(range(1, times + 1)):
                yield f"{name}: steps {steps}"
            if sum(_FOOT in page for page in pages) != 1:
                yield f"{name}: foot"
            if len(pages) > 1 and not steps[-1]:
                yield f"{name}: the last page holds the foot only"
            if len(pages) > 1 + times // 13 + sentences // 9:
                yield f"{name}: too many pages"

    refuse(faults())
