"""How an item lies on the pages of a handbook: what stands together, so that no page is wasted."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from pathlib import Path

import pytest
from pypdf import PdfReader

from generator.model.print_drawing import PrintDrawing
from generator.publish import typeset
from generator.publish.fonts import Fonts
from generator.render.booklet import Piece, Tearing
from generator.render.chart_pages import printed_chart
from generator.tests.print_book import CHART, entry, handbook, printed, ready_fonts


@pytest.fixture(scope="module")
def fonts(repository: Path) -> Fonts:
    return ready_fonts(repository)


def _pages_of(fonts: Fonts, times: int, height: int, what_to_do: str) -> list[str]:
    """The pages of one item with *times* steps and a drawing of *height* cut between its rows."""
    cuts = tuple(range(50, height, 50))
    drawing = PrintDrawing(CHART, 200, height, 11, cuts)
    chart = printed_chart(drawing, "流程图", "chart.svg", "办理的各步")
    steps = tuple(replace(entry().steps[0], number=number) for number in range(1, times + 1))
    odd = replace(entry(2), steps=steps, charts=(chart,), what_to_do=what_to_do, tables=())
    content, problems = typeset.typeset(printed(handbook(odd)), fonts)
    assert problems == []
    reader = PdfReader(io.BytesIO(content or b""))
    pages = [re.sub(r"\s", "", page.extract_text()) for page in reader.pages]
    start = max(number for number, text in enumerate(pages) if "俗称：批地基" in text)
    end = next(number for number, text in enumerate(pages) if "先在村里说" in text)
    return pages[start:end]


def test_steps_that_fit_stay_with_the_card_and_its_foot_ends_the_chart(fonts: Fonts) -> None:
    card, chart = _pages_of(fonts, times=9, height=480, what_to_do="先说一声。" * 30)
    assert "办理步骤" in card
    assert "《中华人民共和国土地管理法》" not in card
    assert "《中华人民共和国土地管理法》" in chart


def test_a_chart_begins_below_its_steps_where_that_saves_a_page(fonts: Fonts) -> None:
    card, steps, rest = _pages_of(fonts, times=9, height=800, what_to_do="先说一声。" * 60)
    assert "办理步骤" not in card
    assert "办理步骤" in steps
    assert "流程图（1/2）" in steps
    assert "流程图（2/2）" in rest


def _torn_pages(fonts: Fonts, times: int) -> list[str]:
    """The pages of one item whose chart has two pieces, or three where it shares a page."""
    ways = (_way("a", (700, 640)), _way("b", (400, 700)), _way("c", (700, 400)))
    chart = replace(entry().charts[0], height=1300, parts=((0, 700), (700, 1300)), tearings=ways)
    steps = tuple(replace(entry().steps[0], number=number) for number in range(1, times + 1))
    odd = replace(entry(2), steps=steps, charts=(chart,), what_to_do="先说一声。" * 60, tables=())
    pieces = {piece.file: CHART for way in ways for piece in way.pieces}
    document = printed(handbook(odd))
    images = {**document.images, **{n: c.replace("批准", n[:2]) for n, c in pieces.items()}}
    content, problems = typeset.typeset(replace(document, images=images), fonts)
    assert problems == []
    reader = PdfReader(io.BytesIO(content or b""))
    return [re.sub(r"\s", "", page.extract_text()) for page in reader.pages]


def _way(name: str, heights: tuple[int, ...]) -> Tearing:
    files = (f"{name}{number}.svg" for number in range(len(heights)))
    return Tearing(0.6, tuple(map(Piece, files, (200, 200), heights)))


@pytest.mark.parametrize(("times", "way"), [(9, "b"), (20, "a")])
def test_a_chart_in_pieces_is_torn_so_that_it_shares_a_page_if_it_can(
    fonts: Fonts, times: int, way: str
) -> None:
    pages = _torn_pages(fonts, times)
    first, second = (
        next(n for n, text in enumerate(pages) if f"镇政府{way}{piece}" in text) for piece in "01"
    )
    assert second == first + 1
    assert ("办理步骤" in pages[first]) == (way == "b")
    others = {"a", "b", "c"} - {way}
    assert not [text for text in pages for other in others if f"镇政府{other}" in text]
