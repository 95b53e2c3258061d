"""A village's handbook by either road, with the site or alone: the same book, in its margins."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

from generator.handbooks import print_handbooks
from generator.model.body import Village
from generator.model.registry import Registry
from generator.progress import Silence
from generator.publish import Finish
from generator.seals import Order
from generator.settings import Settings
from generator.tests.conftest import FindTool, refuse

_HALF = 6
"""The blank half of a closing sign at the end of a line, which no reader sees, in pt."""

VILLAGE = "laodingshan/guancun"
_MM = 72 / 25.4
_WIDE, _INSIDE, _OUTSIDE = 148 * _MM, 17 * _MM, 13 * _MM
_TAB = 8 * _MM
"""The thumb tab stands in the outer margin, and so do hanging signs."""


def test_a_book_printed_alone_is_the_book_of_the_site(
    sample_site: Path, sample_root: Path, tmp_path: Path
) -> None:
    def chosen(registry: Registry) -> tuple[Village, ...]:
        return tuple(each for each in registry.villages if each.id == VILLAGE)

    settings = Settings(sample_root, tmp_path)
    order = Order(chosen, Finish(), only=VILLAGE)
    paths, problems = print_handbooks(settings, order, Silence())
    assert problems == ()
    (book,) = paths
    of_site = sample_site / "villages" / VILLAGE / "handbook.pdf"
    assert book.read_bytes() == of_site.read_bytes()


def test_no_line_is_wider_than_its_column(sample_site: Path, tool: FindTool) -> None:
    refuse(_overfull(sample_site / "villages" / VILLAGE / "handbook.pdf", tool))


def _overfull(book: Path, tool: FindTool) -> Iterator[str]:
    """Words that stand in a margin or on the edge of a page."""
    command = [str(tool("pdftotext")), "-bbox", str(book), "-"]
    told = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    pages = told.split("<page ")[1:]
    for number, page in enumerate(pages[1:-1], 2):
        inner, outer = (_INSIDE, _OUTSIDE) if number % 2 else (_OUTSIDE, _INSIDE)
        for left, right, word in re.findall(r'xMin="(.+?)".*?xMax="(.+?)".*?>(.+?)</word>', page):
            in_tab = float(left) < _TAB or float(right) > _WIDE - _TAB
            hangs = _HALF if word[-1] in "，。、；：）》”’" else 0
            is_inside = float(left) > inner - 1 and float(right) < _WIDE - outer + 1 + hangs
            if not is_inside and not (in_tab and len(word) == 1):
                yield f"page {number}: {word} from {left} to {right}"
