"""A slip of the pen → the line where it was made, what it is, and how to write it."""

from __future__ import annotations

import pytest

from generator.load.nearest import nearest
from generator.load.yaml_tree import read_tree


@pytest.mark.parametrize(
    ("text", "line", "sentence", "hint"),
    [
        ("类别:　行政许可\n名称: 甲\n", 1, "冒号后面是全角空格", "写成“类别: 行政许可”"),
        ("名称: 甲\n类别:　行政许可\n", 2, "冒号后面是全角空格", "写成“类别: 行政许可”"),
        ("{名称:甲}\n类别: 乙\n", 1, "冒号后面少了空格", "写成“名称: 甲”"),
        ("岗位: [{名称:甲, 职责: 乙}]\n", 1, "冒号后面少了空格", "写成“名称: 甲”"),
        ("岗位: [{名称：甲, 职责: 乙}]\n", 1, "冒号是全角的", "写成“名称: 甲”"),
        ("a: 1\n\tb: 2\n", 2, "缩进用了 Tab 键", "改成空格"),
        ("制度:\n  首问责任制\n  - {名称: 甲}\n", 2, "没有短横线", "写成“- 首问责任制”"),
        ("步骤:\n  - 齐全？\n    岗位: 窗口\n", 2, "没有字段名", "“- 字段: 齐全？”"),
        ("a:\n  b: 1\n c: 2\n", 3, "缩进和上面的不一致", "这一行前面空 1 格，上一行的字段前面空 2"),
        ("- {问: 甲, 答: 不行: 没有牌}\n", 1, "值里面有冒号加空格", "“答”的值里面"),
        ("- {代号: law 名称: 法律}\n", 1, "“名称”前面少了逗号", "半角逗号"),
        ("- {叫法: 校车证，用语: 校车}\n", 1, "“，”不是半角逗号", "“用语”前面的全角“，”"),
    ],
)
def test_a_slip_is_named_on_its_own_line(text: str, line: int, sentence: str, hint: str) -> None:
    """One problem, at the line to mend, in words about what was typed."""
    tree, problems = read_tree("a.yml", text.encode())

    assert tree is None
    [problem] = problems
    assert problem.span.line == line
    assert sentence in problem.sentence
    assert hint in problem.hint


@pytest.mark.parametrize(
    "text",
    [
        "备注: 第一行\n  第二行\n名称: 甲\n",
        '步骤: {"是否：急": 受理}\n',
        "{a: '', b: ''}\n",
        "时间: 8:30\n",
    ],
)
def test_what_only_looks_like_a_slip_is_read(text: str) -> None:
    """Values over several lines, quoted names, empty values, hours."""
    assert read_tree("a.yml", text.encode())[1] == []


@pytest.mark.parametrize(
    ("word", "words", "found"),
    [
        ("電話", ["电话", "地址"], "电话"),
        ("类別", ["类别", "分类"], "类别"),
        ("bm-01", ["bm-001", "bm-014"], "bm-001"),
        ("xuk", ["xuke", "chufa"], "xuke"),
        ("gongan", ["education", "laodingshan"], ""),
        ("待办", ["直办", "代办", "协办"], ""),
        ("承若件", ["承诺件", "即办件"], "承诺件"),
    ],
)
def test_the_nearest_word_is_offered_only_where_it_is_clear(
    word: str, words: list[str], found: str
) -> None:
    """Traditional characters and missing zeros are seen through; a toss-up offers nothing."""
    assert nearest(word, words) == found
