"""A post that a flow or a body does not know is told, wherever it is written."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.load import load
from generator.tests.load_world import copy_of, edited, report

ITEM = "powers/health/items/xk-001.yml"
UNIT = "powers/health/unit.yml"
TOWNSHIP = "powers/hedong/unit.yml"
SHARED_POWER = "powers/_township/items/qt-001.yml"

PAIRS: tuple[tuple[str, str, str, list[str]], ...] = (
    (
        UNIT,
        "岗位: [{名称: 卫生窗口}, {名称: 医政股}, {名称: 分管副局长}]",
        "岗位对应: {xuke: {审批岗: 甲科}}",
        [
            f"提醒[unknown-post] {UNIT}:5:15 流程“许可流程”里没有“审批岗”"
            " ⇒ 流程里的岗位：申请人、卫生窗口、医政股、分管副局长"
        ],
    ),
    (
        SHARED_POWER,
        "流程: zhuanban",
        "流程: [{用: zhuanban, 岗位: {受理员: 便民服务中心}}]",
        [
            f"提醒[unknown-post] {SHARED_POWER}:4:25 流程“转办流程”里没有“受理员”"
            " ⇒ 流程里的岗位：便民服务中心"
        ],
    ),
    (
        ITEM,
        "流程: xuke",
        "流程: xuke\n子项: [{代号: a, 名称: 首次, 流程: {用: xuke, 岗位: {医政科: 医政股}}}]",
        [f"提醒[unknown-post] {ITEM}:6:41 流程“许可流程”里没有“医政科” ⇒ 是不是“医政股”"],
    ),
    (
        TOWNSHIP,
        "采用: _township\n",
        "采用: _township\n改动: {qt-001: {承办岗位: 民政办}}\n",
        [
            f"提醒[unknown-post] {TOWNSHIP}:4:21 “岗位”里没有“民政办”"
            " ⇒ 在“岗位”里加上它，或者改成已有的岗位"
        ],
    ),
    (
        UNIT,
        "监督电话: 0355-0000001",
        "岗位风险: [{风险点: 用章, 等级: 低, 表现: 乱盖章, 措施: [登记],"
        " 责任岗位: 医政股, 责任领导: 副县长}]",
        [f"提醒[unknown-post] {UNIT}:4:61 “岗位”里没有“副县长” ⇒ 是不是“分管副局长”"],
    ),
)


@pytest.mark.parametrize("pair", PAIRS, ids=[f"{pair[0]} {pair[2][:20]!r}" for pair in PAIRS])
def test_a_post_nobody_has_is_told(tmp_path: Path, pair: tuple[str, str, str, list[str]]) -> None:
    file, old, new, expected = pair
    root = copy_of("minimal", tmp_path)
    edited(root, file, old, new)
    assert report(load(root)[1]) == expected
