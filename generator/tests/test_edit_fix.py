"""`mingbai fix`: this slip of the pen, this text; what reads well keeps its values."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import settings as effort
from hypothesis import strategies as st

from generator.edit.difference import difference
from generator.edit.mend import Mended, mend
from generator.load.files import FileKind
from generator.load.kinds import kind_of
from generator.load.sheets import look
from generator.model.origin import Values
from generator.tests.load_world import WORLDS

ITEM = "powers/education/items/xk-001.yml"
FLOW = "powers/education/flows/xuke.yml"
UNIT = "powers/education/unit.yml"
HEAD = "名称: 甲\n类别: 行政许可\n"
WORLD_FILES = tuple(sorted((WORLDS / "full").glob("[pv]*/**/*.yml")))

PAIRS = (
    ("a full-width colon", ITEM, "名称：甲\n类别: 行政许可\n", HEAD),
    ("full-width colons only", ITEM, "名称：甲\n类别：行政许可\n俗称：乙\n", HEAD + "俗称: 乙\n"),
    ("no space after a colon", ITEM, "名称:甲\n类别: 行政许可\n", HEAD),
    ("a colon between braces", UNIT, "名称: 甲\n类型: 镇\n岗位: [{名称：乙, 电话：1}]\n",
     "名称: 甲\n类型: 镇\n岗位: [{名称: 乙, 电话: 1}]\n"),
    ("no space after dashes", ITEM, HEAD + "俗称:\n  -乙\n  -丙\n  # 留着\n  -丁\n",
     HEAD + "俗称:\n  - 乙\n  - 丙\n  # 留着\n  - 丁\n"),
    ("full-width dashes", ITEM, HEAD + "俗称:\n  － 乙\n  －丙\n",
     HEAD + "俗称:\n  - 乙\n  - 丙\n"),
    ("a tab", ITEM, HEAD + "时限:\n\t承诺: 5日\n", HEAD + "时限:\n  承诺: 5日\n"),
    ("full-width indent", ITEM, HEAD + "时限:\n　承诺: 5日\n　原: 6日\n",
     HEAD + "时限:\n  承诺: 5日\n  原: 6日\n"),
    ("a tab beside spaces", ITEM, HEAD + "时限:\n    承诺: 5日\n\t原: 6日\n",
     HEAD + "时限:\n    承诺: 5日\n    原: 6日\n"),
    ("a swallowed field", FLOW, "名称: 甲\n步骤:\n  - 开始：乙\n    岗位：丙\n",
     "名称: 甲\n步骤:\n  - 开始: 乙\n    岗位: 丙\n"),
    ("slips of several kinds", UNIT, "名称：甲\n类型：镇\n岗位：\n\t-名称：乙\n电话:1\n",
     "名称: 甲\n类型: 镇\n岗位:\n  - 名称: 乙\n电话: 1\n"),
    ("a BOM twice", ITEM, f"\ufeff\ufeff{HEAD}", HEAD),
    ("a BOM of a joined file", ITEM, "名称: 甲\n\ufeff类别: 行政许可\n", HEAD),
    ("CR and LF", ITEM, HEAD.replace("\n", "\r\n"), HEAD),
    ("spaces at the end", ITEM, "名称: 甲  \n类别: 行政许可\t\n", HEAD),
    ("a sentence with a colon", ITEM, HEAD + "备注: 注意: 带原件\n",
     HEAD + "备注: '注意: 带原件'\n"),
    ("Chinese quotes around a colon", ITEM, HEAD + "备注: “甲: it's”\n",
     HEAD + "备注: '“甲: it''s”'\n"),
    ("signs of YAML first", ITEM, HEAD + "备注: *必填\n俗称:\n  - @乙\n  - !丙\n",
     HEAD + "备注: '*必填'\n俗称:\n  - '@乙'\n  - '!丙'\n"),
    ("a quote not closed", ITEM, HEAD + "备注: '乙\n俗称: 丙\n", HEAD + "备注: '乙'\n俗称: 丙\n"),
    ("signs in braces", UNIT, "名称: 甲\n类型: 镇\n窗口: [｛名称：乙，地点:丙｝]\n",
     "名称: 甲\n类型: 镇\n窗口: [{名称: 乙, 地点: 丙}]\n"),
    ("a full-width space behind a colon", ITEM, "名称:\u3000甲\n类别: 行政许可\n", HEAD),
    ("signs without width", ITEM, "名称: \u200b甲\n类别\u2060: 行政许可\n", HEAD),
    ("an id of 改动", UNIT, "名称: 甲\n类型: 镇\n改动:\n  ms-001：{备注: 乙}\n",
     "名称: 甲\n类型: 镇\n改动:\n  ms-001: {备注: 乙}\n"),
    ("fields inside an own item", "villages/a/b.yml",
     "名称: 甲\n本村事项:\n  bc-001:\n    名称：乙\n    分类：日常工作\n",
     "名称: 甲\n本村事项:\n  bc-001:\n    名称: 乙\n    分类: 日常工作\n"),
    ("a block text stays", ITEM, "名称：甲\n类别: 行政许可\n备注: |\n  名称：乙  \n  -丙\n",
     HEAD + "备注: |\n  名称：乙  \n  -丙\n"),
    ("comments stay", ITEM, "# 头\n名称：甲 # 说明：一\n类别: 行政许可\n",
     "# 头\n名称: 甲 # 说明：一\n类别: 行政许可\n"),
)  # fmt: skip
"""What is wrong, the file, its text, and the text it becomes."""

UNTOUCHED = (
    ("a sentence", ITEM, HEAD + "备注: 办理时间：工作日\n"),
    ("text over two lines", ITEM, HEAD + "备注: 前一行\n  电话：后一行\n"),
    ("a time", ITEM, HEAD + "备注: 8:30上班\n"),
    ("an address", ITEM, HEAD + "备注: https://a.cn/b:c\n"),
    ("an unknown name", ITEM, HEAD + "乙丙：丁\n"),
    ("a field there is not", ITEM, HEAD + "承办岗: 乙\n"),
    ("two fields on a line", ITEM, HEAD + "备注: 乙 俗称: 丙\n"),
    ("a comma that may be one of the sentence", UNIT, "名称: 甲\n窗口: [{名称: 乙，丙: 丁}]\n"),
    ("a tag", ITEM, HEAD + "备注: !include /etc/passwd\n"),
    ("a sentence in braces", ITEM, HEAD + "备注: 乙{丙：丁}\n"),
    ("a full-width space at the end", ITEM, HEAD + "备注: 乙　\n"),
)


@pytest.mark.parametrize(
    ("file", "before", "after"), [p[1:] for p in PAIRS], ids=[p[0] for p in PAIRS]
)
def test_a_slip_is_mended(file: str, before: str, after: str) -> None:
    mended = mend(file, before.encode())
    assert mended.after.decode() == after
    assert mended.better
    assert mended.problems == ()
    assert mend(file, mended.after).after == mended.after


@pytest.mark.parametrize(
    ("file", "text"), [p[1:] for p in UNTOUCHED], ids=[p[0] for p in UNTOUCHED]
)
def test_what_is_not_certain_stays(file: str, text: str) -> None:
    mended = mend(file, text.encode())
    assert (mended.after.decode(), mended.better) == (text, False)


def test_a_word_of_the_district_opens_a_risk() -> None:
    before = "名称: 甲\n步骤:\n  - 开始: 乙\n    风险:\n      - 高：丙\n        措施: [丁]\n"
    assert not mend(FLOW, before.encode()).better
    mended = mend(FLOW, before.encode(), frozenset({"高"}))
    assert mended.after.decode() == before.replace("：", ": ")


def test_gbk_becomes_utf_8_on_request() -> None:
    raw = HEAD.encode("gbk")
    assert not mend(ITEM, raw).better
    mended = mend(ITEM, raw, gbk=True)
    assert (mended.after.decode(), mended.better) == (HEAD, True)


def test_a_file_of_both_encodings_is_read_line_by_line() -> None:
    raw = "名称: 甲\n".encode() + "类别: 行政许可\n".encode("gbk")
    assert mend(ITEM, raw, gbk=True).after.decode() == HEAD


def test_a_line_that_could_be_either_is_left_alone_in_a_mixed_file() -> None:
    raw = (
        "名称: 甲\n".encode()
        + "类别: 行政许可\n".encode("gbk")
        + b"# "
        + "模".encode("gbk")
        + b"\n"
    )
    assert mend(ITEM, raw, gbk=True).after == raw


def test_what_is_no_text_is_left_alone() -> None:
    for raw in (b"", b"PK\x03\x04", b"\xff\xfe\x00", b"\x80", b"a: [", b"\x00" * 9):
        mended = mend(ITEM, raw, gbk=True)
        assert (mended.after, mended.better) == (raw, False)
        assert mended.problems


def test_a_large_broken_file_is_not_read_for_ever() -> None:
    raw = (HEAD + "俗称:\n" + "  - 甲：乙: 丙\n" * 20_000).encode()
    assert not mend(ITEM, raw).better


def test_a_change_is_shown_line_by_line() -> None:
    shown = difference(ITEM, mend(ITEM, "名称：甲\n类别：行政许可  \n".encode()))
    assert shown == (
        f"文件 {ITEM}\n"
        "--- 现在\n"
        "+++ 改好以后\n"
        "@@ 第 1 行起 @@\n"
        "-名称：甲\n"
        "-类别：行政许可  \n"
        "+名称: 甲\n"
        "+类别: 行政许可\n"
        "  · 删去行尾的空格，共 1 行\n"
        "  · 第 1、2 行：字段名后面的全角冒号改为半角冒号加空格\n"
    )


def _values(file: str, raw: bytes) -> Values | None:
    tree, problems = look(kind_of(Path(file)) or FileKind.ITEM, file, raw)
    return None if tree is None or problems else tree.values


SCRAMBLES = st.lists(
    st.tuples(
        st.sampled_from(("cr", "end", "bom", "colon", "tight", "dash", "tab", "cut", "swap")),
        st.integers(0, 10_000),
    ),
    max_size=4,
)


def _scrambled(text: str, how: str, where: int) -> str:
    """A text with one thing done to one of its lines."""
    lines = text.split("\n")
    at = where % len(lines)
    line = lines[at]
    lines[at] = {
        "cr": f"{line}\r",
        "end": f"{line} \t",
        "bom": line,
        "colon": line.replace(": ", "：", 1),
        "tight": line.replace(": ", ":", 1),
        "dash": line.replace("- ", "-", 1),
        "tab": line.replace("  ", "\t", 1),
        "cut": line[: where % (len(line) + 1)],
        "swap": line[::-1],
    }[how]
    return ("\ufeff" if how == "bom" else "") + "\n".join(lines)


@effort(max_examples=150)
@given(st.sampled_from(WORLD_FILES), SCRAMBLES)
@example(WORLD_FILES[0], [("cr", 1), ("end", 2), ("bom", 0)])
def test_mending_never_harms_and_settles(path: Path, slips: list[tuple[str, int]]) -> None:
    text = path.read_text(encoding="utf-8")
    for how, where in slips:
        text = _scrambled(text, how, where)
    file, raw = path.relative_to(WORLDS / "full").as_posix(), text.encode()
    before = _values(file, raw)
    mended = mend(file, raw)
    if before is not None:
        assert _values(file, mended.after) == before
    if mended.better:
        _, problems = look(kind_of(path) or FileKind.ITEM, file, raw)
        assert not mended.problems or len(mended.problems) <= len(problems)
    assert mend(file, mended.after).after == mended.after


@effort(max_examples=300)
@given(
    st.text(alphabet="名称类别:： -－\t　\n|>\"'{}[],#\\甲乙 \r\ufeff，｛｝*!@\u200b", max_size=40)
)
def test_any_text_keeps_what_it_says(text: str) -> None:
    raw = text.encode()
    before = _values(ITEM, raw)
    mended: Mended = mend(ITEM, raw)
    if before is not None:
        assert _values(ITEM, mended.after) == before
    assert mend(ITEM, mended.after).after == mended.after
