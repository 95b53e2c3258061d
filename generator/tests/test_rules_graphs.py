"""Rules on odd graphs: what runs at the same time, goes round, or leads nobody knows where."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.check import check_flow
from generator.load import read_flow

Row = dict[str, object]

COME: Row = {"开始": "来", "岗位": "甲"}
DONE: Row = {"结束": "完", "代号": "完"}
SPLIT: Row = {"步骤": "分头办", "代号": "分", "并行": ["子", "丑"]}
JOIN: Row = {"步骤": "汇总", "代号": "汇", "等齐": "是"}
ONE: Row = {"步骤": "这一路", "代号": "子", "转": "汇"}
OTHER: Row = {"步骤": "那一路", "代号": "丑", "转": "汇"}

CASES: dict[str, tuple[list[Row], list[tuple[str, int]]]] = {
    "two ways that meet": ([COME, SPLIT, ONE, OTHER, JOIN, DONE], []),
    "a split in a split in a loop": (
        [
            COME,
            SPLIT,
            {"步骤": "再分", "代号": "子", "并行": ["寅", "卯"]},
            {"步骤": "丙", "代号": "寅", "转": "小汇"},
            {"步骤": "丁", "代号": "卯", "转": "小汇"},
            {"步骤": "小汇", "代号": "小汇", "等齐": "是", "转": "汇"},
            OTHER,
            JOIN,
            {"判断": "齐全吗？", "是": "完", "否": "分"},
            DONE,
        ],
        [],
    ),
    "a way out of one branch": (
        [
            {**COME, "代号": "来"},
            SPLIT,
            {"判断": "齐全吗？", "代号": "子", "是": "汇", "否": "来"},
            OTHER,
            JOIN,
            DONE,
        ],
        [],
    ),
    "only one of the branches comes, and another way": (
        [
            {"判断": "急吗？", "岗位": "甲", "是": "汇", "否": "分"},
            SPLIT,
            ONE,
            {**OTHER, "转": "完"},
            JOIN,
            DONE,
        ],
        [("join-without-split", 5)],
    ),
    "a branch whose end nobody knows": (
        [COME, {**SPLIT, "并行": ["子", "未载明"]}, ONE, JOIN, DONE],
        [("target-not-stated", 2)],
    ),
    "a branch that runs on into its sister": (
        [COME, SPLIT, {"步骤": "这一路", "代号": "子"}, OTHER, JOIN, DONE],
        [("falls-into-branch", 3)],
    ),
    "labels that differ in width and blanks only": (
        [COME, {"判断": "哪种？", "分支": {"A 类": "完", "Ａ类": "不"}}, DONE, {"结束": "不"}],
        [("branch-labels-equal", 2)],
    ),
    "a vote whose ways nobody knows": (
        [COME, {"表决": "会议", "通过后": "未载明", "未通过": "未载明"}],
        [("target-not-stated", 2), ("target-not-stated", 2)],
    ),
    "a branch to itself": (
        [COME, {"判断": "哪种？", "代号": "哪", "分支": {"甲": "完", "乙": "哪"}}, DONE],
        [("loop-without-reason", 2)],
    ),
    "two starts": ([COME, {"开始": "巡查"}, {"步骤": "受理"}, DONE], [("several-starts", 2)]),
}


def told(folder: Path, steps: list[Row]) -> Iterator[tuple[str, int]]:
    """Steps as a clerk writes them, one a line → code and number of the step of each problem."""
    file = folder / "liucheng.yml"
    rows = "".join(f"- {json.dumps(step, ensure_ascii=False)}\n" for step in steps)
    file.write_text(f"名称: 流程\n步骤:\n{rows}", encoding="utf-8")
    flow, problems = read_flow(file)
    assert flow is not None
    for problem in (*problems, *check_flow(flow)):
        yield problem.code, problem.span.line - 2


@pytest.mark.parametrize("name", CASES)
def test_an_odd_graph_is_told_as_what_it_is(tmp_path: Path, name: str) -> None:
    steps, expected = CASES[name]

    assert list(told(tmp_path, steps)) == expected
