"""Bytes → a tree, or a problem at the line where the clerk has to mend something."""

from __future__ import annotations

import gzip
import time
from pathlib import Path

import pytest

from generator.load import as_json, read_file
from generator.load.text import is_usable, unusable_in
from generator.load.yaml_tree import DEEPEST, read_tree

FAMILIES: dict[str, tuple[bytes, str, int]] = {
    "GBK": ("单位: 甲\n电话: 乙\n".encode("gbk"), "bad-encoding", 1),
    "one line of GBK": ("单位: 甲\n".encode() + "电话: 乙".encode("gbk"), "bad-encoding", 2),
    "UTF-16": ("单位: 甲\n".encode("utf-16"), "bad-encoding", 1),
    "UTF-16 without a mark": ("单位: abcd\n".encode("utf-16-le"), "bad-encoding", 1),
    "an overlong form": (b"a: \xc0\xaf\n", "bad-encoding", 1),
    "an empty byte": (b"a: b\nc: \x00d and more text\n", "bad-character", 2),
    "only empty bytes": (bytes(4096), "bad-character", 1),
    "a second mark": ("a: b\n\ufeffc: d\n".encode(), "bad-character", 2),
    "a line break of other systems": ("a: b\x85c\n".encode(), "bad-character", 1),
    "text turned round": ("a: b\u202ec\n".encode(), "bad-character", 1),
    "zero width": ("a: 甲\u200b乙\n".encode(), "bad-character", 1),
    "private use": ("a: b\nc: 甲\ue123\n".encode(), "bad-character", 2),
    "a lost character": ("a: 甲\ufffd\n".encode(), "bad-character", 1),
    "an escaped turn": (b'a: b\nc: "\\u202e"\n', "bad-character", 2),
    "an escaped surrogate": (b'a: "\\ud800"\n', "yaml-syntax", 1),
    "a spreadsheet": (b"PK\x03\x04rest", "not-yaml-text", 1),
    "an archive": (gzip.compress(b"a: b"), "not-yaml-text", 1),
    "a page of an error": (b"<!DOCTYPE html>\n<html></html>", "not-yaml-text", 1),
    "a pointer": (b"version https://git-lfs.github.com/spec/v1\noid x\n", "not-yaml-text", 1),
    "nothing": (b"", "empty-file", 1),
    "a comment": ("# 待填\n".encode(), "empty-file", 1),
    "a marker": (b"---\n", "empty-file", 1),
    "too much": (b"a: " + b"b" * 1_000_000, "file-too-large", 1),
    "a long text": (b"a: b\nc: " + b"d" * 100_001, "text-too-long", 2),
    "too many values": (
        b"".join(b"a%d: b\n" % n for n in range(50_001)),
        "too-many-values",
        50_000,
    ),
    "deep brackets": (b"a: b\nc: " + b"[" * 100_000, "too-deep", 2),
    "deep braces": (b"a: " + b"{a: " * 20_000, "too-deep", 1),
    "deep questions": (b"? " * 100_000, "unsupported-yaml", 1),
    "laughs": (b"a: &a [b]\nc: *a\n", "unsupported-yaml", 1),
    "an alias": (b"a: b\nc: *d\n", "unsupported-yaml", 2),
    "a tag": (b"a: b\nc: !!set {d}\n", "unsupported-yaml", 2),
    "an include": (b"a: !include /etc/passwd\n", "unsupported-yaml", 1),
    "a merge": (b"a: b\n<<: {c: d}\n", "unsupported-yaml", 2),
    "a second document": (b"a: b\n---\nc: d\n", "unsupported-yaml", 2),
    "a directive": (b"%YAML 1.1\n---\na: b\n", "unsupported-yaml", 1),
    "a list as a name": ("[甲, 乙]: 1\n".encode(), "unsupported-yaml", 1),
    "a name twice": ("单位: 甲\n电话: 1\n单位: 乙\n".encode(), "duplicate-key", 3),
    "a name twice, composed apart": ("é: 1\ne\u0301: 2\n".encode(), "duplicate-key", 2),
    "a name with a space": ('"单位 ": 甲\n'.encode(), "bad-field-name", 1),
    "a wide indent": ("事项:\n\u3000- 名称: 甲\n".encode(), "bad-field-name", 2),
    "a tab": ("事项:\n\t- 甲\n".encode(), "yaml-syntax", 2),
    "a wide colon": ("单位： 甲\n电话: 1\n".encode(), "yaml-syntax", 1),
    "a wide colon below": ("单位: 甲\n电话：1\n地址: 乙\n".encode(), "yaml-syntax", 2),
    "only wide colons": ("单位：甲\n电话：乙\n".encode(), "wrong-shape", 1),
    "no space after a dash": ("事项:\n  -甲\n  -乙\n".encode(), "yaml-syntax", 2),
    "long dashes": ("事项:\n  — 甲\n  — 乙\n".encode(), "yaml-syntax", 2),
    "wide dashes": ("事项:\n  －甲\n".encode(), "yaml-syntax", 2),
    "an open quote": ("单位: '甲\n电话: 乙\n".encode(), "yaml-syntax", 1),
    "an open bracket": ("单位: 甲\n事项: [乙, 丙\n电话: 1\n".encode(), "yaml-syntax", 2),
    "Chinese quotes": ("名称: “甲: 乙”\n".encode(), "yaml-syntax", 1),
    "a colon in a value": ("单位: 甲\n说明: 注意: 带原件\n".encode(), "yaml-syntax", 2),
    "an indent too many": ("单位: 甲\n  电话: 乙\n".encode(), "yaml-syntax", 2),
    "a comment that was no comment": ("单位: 甲\n地址: 3号楼 #2单元\n".encode(), "yaml-syntax", 2),
    "a value that is a comment": ("单位: 甲\n地址: #2单元\n".encode(), "yaml-syntax", 2),
    "a backtick": ("代码: `abc`\n".encode(), "yaml-syntax", 1),
    "a conflict": (b"a: b\n<<<<<<< HEAD\nc: 1\n=======\nc: 2\n>>>>>>> d\n", "merge-conflict", 2),
}

TEXTS = (
    "0355 8:30 no NO on y ~ null 1.10 0x1F .nan 1_000 2016-09-30 000105 +86 1e3 =1+1 <b>甲</b>"
    " 𠮷野家 😀 –甲 【甲】"
).split()


@pytest.mark.parametrize("family", FAMILIES)
def test_bad_bytes_are_refused_at_their_line(family: str) -> None:
    raw, code, line = FAMILIES[family]
    began = time.perf_counter()
    tree, problems = read_tree("f.yml", raw)
    assert tree is None
    assert (problems[0].code, problems[0].span.line) == (code, line)
    assert time.perf_counter() - began < 20


@pytest.mark.parametrize("text", TEXTS)
def test_every_scalar_arrives_as_written(text: str) -> None:
    tree, problems = read_tree("f.yml", f"字段: {text}\n".encode())
    assert problems == []
    assert tree is not None
    assert as_json(tree) == {"字段": text}


def test_a_mark_and_foreign_line_ends_do_no_harm() -> None:
    tree, problems = read_tree("f.yml", "\ufeff单位: 甲\r\n电话: 乙\r地址: 丙\n".encode())
    assert problems == []
    assert tree is not None
    assert as_json(tree) == {"单位": "甲", "电话": "乙", "地址": "丙"}
    assert tree.place("地址").line == 3


def test_every_value_knows_its_place() -> None:
    tree, _ = read_tree("f.yml", "步骤:\n  - 步骤: 受理\n    时限: '5日'\n".encode())
    assert tree is not None
    limit = tree.nearest("步骤", 0, "时限")
    assert (limit.line, limit.column, limit.length) == (3, 9, 4)
    assert (limit.key_span.line, limit.key_span.column, limit.key_span.length) == (3, 5, 2)


def test_all_repeated_names_are_reported_in_one_run() -> None:
    _, problems = read_tree("f.yml", b"a: 1\nb: 2\na: 3\nb: 4\n")
    assert [problem.span.line for problem in problems] == [3, 4]
    assert [other.span.line for problem in problems for other in problem.others] == [1, 2]


def test_an_odd_indent_is_one_problem() -> None:
    _, problems = read_tree("f.yml", "时限:\n  法定: 5日\n　承诺: 3日\n  原: 9日\n".encode())
    assert [(problem.code, problem.span.line) for problem in problems] == [("bad-field-name", 3)]


def test_a_comment_with_a_space_is_a_comment() -> None:
    tree, problems = read_tree("f.yml", "单位: 甲 # 待核实\n# 全行\n地址: 3号#2\n".encode())
    assert problems == []
    assert tree is not None
    assert as_json(tree) == {"单位": "甲", "地址": "3号#2"}


def test_depth_is_allowed_up_to_its_bound() -> None:
    inside = DEEPEST - 1
    tree, problems = read_tree("f.yml", b"a: " + b"[" * inside + b"b" + b"]" * inside)
    assert problems == []
    assert tree is not None


def test_the_line_is_shown_as_gbk() -> None:
    _, problems = read_tree("f.yml", "单位: 示例镇\n".encode("gbk"))
    assert problems[0].hint == "本行按 GBK 读是「单位: 示例镇」，请另存为 UTF-8"


@pytest.mark.parametrize(
    ("line", "hint"),
    [
        ("单位：甲\n电话: 1", "“单位”后面的全角冒号“：”改成半角冒号加空格“: ”"),
        ("事项:\n  -甲", "短横线后面加一个空格，写成“- 甲”"),
        ("事项:\n  — 甲", "行首的“—”改成半角短横线加空格“- ”"),
        ("事项:\n\t- 甲", "行首用了 Tab 键，改成空格"),
        ("单位: 甲\n电话:1", "冒号后面加一个空格，写成“电话: 1”"),
        ("说明: 注意: 带原件", "值里面有冒号加空格，给整个值加引号：“说明: '注意: 带原件'”"),
    ],
)
def test_the_usual_slips_are_named(line: str, hint: str) -> None:
    _, problems = read_tree("f.yml", f"{line}\n".encode())
    assert [problem.hint for problem in problems] == [hint]


def test_one_file_may_be_a_list_only_if_its_name_says_so(tmp_path: Path) -> None:
    for name, fits in (("laws.yml", True), ("unit.yml", False)):
        path = tmp_path / name
        path.write_text("- 甲\n- 乙\n", encoding="utf-8")
        tree, problems = read_file(path)
        assert (tree is not None) == fits
        assert [problem.code for problem in problems] == ([] if fits else ["wrong-shape"])


def test_the_glance_at_a_text_never_passes_an_unusable_character() -> None:
    points = (chr(point) for point in range(0x110000))
    assert [sign for sign in points if is_usable(sign) and unusable_in(sign)] == []
