"""Texts → widths and lines, without a font."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.chart.text import width_of, wrap
from generator.tests.strategies import labels


@pytest.mark.parametrize(
    ("text", "width"),
    [
        ("村民委员会", 70),
        ("“两委”", 56),
        ("", 0),
        ("A4", 18),
        ("e\u0301", 8),
        ("😀", 20),
        ("𠮷", 14),
    ],
)
def test_a_han_character_is_one_em_wide(text: str, width: int) -> None:
    assert width == width_of(text, 14)


@pytest.mark.parametrize(
    ("text", "ems", "lines"),
    [
        ("受理", 8, ("受理",)),
        ("一次性告知需补正的全部内容", 8, ("一次性告知需补", "正的全部内容")),
        ("材料是否齐全、符合法定形式？", 7, ("材料是否齐全、", "符合法定形式？")),
        ("到会过半数（应到一半以上）", 6, ("到会过半数", "（应到一半", "以上）")),
        ("时限：5个工作日内", 7, ("时限：", "5个工作日内")),
        ("请查看 12345 热线", 5, ("请查看", "12345", "热线")),
        ("👩\u200d👩\u200d👧👩\u200d👩\u200d👧", 5, ("👩\u200d👩\u200d👧", "👩\u200d👩\u200d👧")),
        ("e\u0301" * 12, 3, ("e\u0301" * 4,) * 3),
        ("aaaaaaaaaaaaaaaaaaaa", 3, ("aaaaa", "aaaaa", "aaaaa", "aaaaa")),
    ],
)
def test_lines_are_even_and_break_where_readers_expect(
    text: str, ems: int, lines: tuple[str, ...]
) -> None:
    assert lines == wrap(text, 14, ems * 14)


@given(labels(), st.integers(min_value=40, max_value=200))
def test_lines_keep_every_character_and_fit(text: str, limit: int) -> None:
    lines = wrap(text, 14, limit)

    assert "".join(text.split()) == "".join("".join(lines).split())
    assert all(width_of(line, 14) <= limit for line in lines)


WORDS = st.sampled_from(
    ["村民", "会议，", "（到会", "过半）", "“两委”", "《意见》", "报送、", "5个工作日"]
)


@given(st.lists(WORDS, min_size=1, max_size=12).map("".join))
def test_no_line_begins_with_a_closing_sign(text: str) -> None:
    lines = wrap(text, 14, 112)

    assert not any(line[0] in "，、。）”》" for line in lines[1:])
    assert not any(line[-1] in "（“《" for line in lines[:-1])
