"""Sheets are folded as a person folds them, and the pages must follow each other."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from generator.publish.fold import Side, sides

SECTIONS = (0, 1, 2, 4, 5, 16)


def folded(printed: Sequence[Side], section: int) -> list[int | None]:
    """Sheets as they leave the printer → pages in the order in which a reader turns them.

    A sheet lies with its front up; its back is seen by turning it over its short edge, so what is
    behind the right half is the left half of the back. Folded, each half is a leaf with two pages.
    """
    sheets = list(zip(printed[::2], printed[1::2], strict=True))
    size = section or len(sheets)
    read: list[int | None] = []
    for start in range(0, len(sheets), size):
        nested = sheets[start : start + size]
        for front, back in nested:
            read += [front.right, back.left]
        for front, back in reversed(nested):
            read += [back.right, front.left]
    return read


@pytest.mark.parametrize("section", SECTIONS)
def test_folded_pages_follow_each_other(section: int) -> None:
    for pages in range(1, 81):
        read = folded(sides(pages, section), section)
        assert [page for page in read if page] == list(range(1, pages + 1))
        assert len(read) == -(-pages // 4) * 4
        assert read[0] == 1
        if pages > 1:
            assert read[-1] == pages


@pytest.mark.parametrize("section", SECTIONS)
def test_each_front_is_followed_by_its_back_and_sheets_lie_from_outside_in(section: int) -> None:
    for pages in range(1, 81):
        printed = sides(pages, section)
        assert [side.is_back for side in printed] == [False, True] * (len(printed) // 2)
        size = section or len(printed)
        depths = [number // 2 % size for number in range(len(printed))]
        assert [side.depth for side in printed] == depths
