"""Pairs: this line of YAML, this report."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.load import load
from generator.tests.load_world import copy_of, edited, report

ITEM = "powers/health/items/xk-001.yml"
FLOW = "powers/health/flows/xuke.yml"
UNIT = "powers/health/unit.yml"
LAWS = "powers/laws.yml"
VILLAGE = "villages/hedong/dongtou.yml"

PAIRS: tuple[tuple[str, str, str, list[str]], ...] = (
    (
        ITEM,
        "承办岗位: 医政股",
        "承办岗: 医政股",
        [f"错误[unknown-field] {ITEM}:3:1 不认识的字段“承办岗” ⇒ 是不是“承办岗位”"],
    ),
    (
        ITEM,
        "名称: 饮水卫生许可",
        "事项名称: 饮水卫生许可",
        [f"错误[unknown-field] {ITEM}:1:1 不认识的字段“事项名称” ⇒ 是不是“名称”"],
    ),
    (
        ITEM,
        "名称: 饮水卫生许可\n",
        "",
        [f"错误[missing-field] {ITEM}:1:1 缺少必填项“名称” ⇒ 加一行“名称: …”"],
    ),
    (
        ITEM,
        "名称: 饮水卫生许可",
        "名称:",
        [f"错误[missing-field] {ITEM}:1:1 必填项“名称”没有填 ⇒ 填写“名称: …”"],
    ),
    (
        ITEM,
        "收费: 不收费",
        "收费: 不收费\n本级职责: 审核上报",
        [
            f"错误[wrong-value] {ITEM}:12:7 “本级职责”不能填“审核上报”"
            " ⇒ 是不是“审核转报”；可以填：决定、初审、审核转报、受委托实施"
        ],
    ),
    (
        ITEM,
        "收费: 不收费",
        "调整: 2016年取消",
        [
            f"错误[wrong-shape] {ITEM}:11:5 “调整”要写成列表，现在是一段文字“2016年取消”"
            " ⇒ 每行以“- ”开头，或者写成 [甲, 乙]"
        ],
    ),
    (
        ITEM,
        "  承诺: 10个工作日",
        "  承诺: [10个工作日]",
        [
            f"错误[wrong-value] {ITEM}:10:7 “承诺”要写成“5个工作日”这样的一句话"
            " ⇒ 写成一句话，例如 5个工作日、当场、2个月"
        ],
    ),
    (
        ITEM,
        "  承诺: 10个工作日",
        "  承诺时限: 10个工作日",
        [f"错误[unknown-field] {ITEM}:10:3 不认识的字段“承诺时限” ⇒ 是不是“承诺”"],
    ),
    (
        ITEM,
        "收费: 不收费",
        "俗称: [喝水证, ]\n主题: [甲, '']",
        [f"错误[wrong-shape] {ITEM}:12:9 列表里有一行是空的 ⇒ 填上内容，或者删掉这一行"],
    ),
    (
        ITEM,
        "收费: 不收费",
        "核对日期: 2026/11/1",
        [
            f"错误[wrong-value] {ITEM}:11:7 “核对日期”填的是“2026/11/1”，"
            "要写成 2026-11-01 这样的样子 ⇒ 年四位，月、日两位，用半角短横线隔开"
        ],
    ),
    (
        ITEM,
        "收费: 不收费",
        "核对日期: 2026-02-30",
        [
            f"错误[wrong-value] {ITEM}:11:7 “核对日期”填的是“2026-02-30”，没有这一天"
            " ⇒ 年四位，月、日两位，用半角短横线隔开"
        ],
    ),
    (
        ITEM,
        "收费: 不收费",
        "示例数据: true",
        [
            f"错误[wrong-value] {ITEM}:11:7 “示例数据”填的是“true”，只能填 是 或 否"
            " ⇒ 写 是 或 否，不写 true、yes、√"
        ],
    ),
    (
        ITEM,
        "类别: 行政许可",
        "类别: 行政审批",
        [
            f"错误[wrong-value] {ITEM}:2:5 “类别”不能填“行政审批”"
            " ⇒ 可以填：行政许可、行政处罚、其他权力"
        ],
    ),
    (
        UNIT,
        "类型: 区直部门",
        "类型: 区直机关",
        [
            f"错误[wrong-value] {UNIT}:2:5 “类型”不能填“区直机关”"
            " ⇒ 是不是“区直部门”；可以填：区直部门、镇、乡、街道办事处、中心、平台"
        ],
    ),
    (
        UNIT,
        "岗位: [{名称: 卫生窗口}",
        "岗位: [卫生窗口",
        [
            f"错误[wrong-shape] {UNIT}:5:6 “岗位”的每一行要写成一组“字段: 值”，"
            "现在是一段文字“卫生窗口” ⇒ 写成 {名称: 卫生窗口}，或者换行缩进后写“字段: 值”"
        ],
    ),
    (
        FLOW,
        "  - 步骤: 审查并写出意见",
        "  - 步聚: 审查并写出意见",
        [
            f"错误[wrong-shape] {FLOW}:15:5 每一步须写且只写 "
            "开始、步骤、判断、表决、等待、流程、结束 中的一个 ⇒ “步聚”是不是“步骤”"
        ],
    ),
    (
        FLOW,
        "  - 步骤: 审查并写出意见\n",
        "  - 步骤: 审查并写出意见\n    kind: 步骤\n",
        [
            f"错误[wrong-shape] {FLOW}:15:5 每一步须写且只写 "
            "开始、步骤、判断、表决、等待、流程、结束 中的一个 ⇒ 例如“- 步骤: 受理申请”"
        ],
    ),
    (
        FLOW,
        "      - 高: 审查走过场",
        "      - 很高: 审查走过场",
        [
            f"错误[wrong-value] {FLOW}:20:9 “等级”不能填“很高” ⇒ 是不是“高”；可以填：高、低",
        ],
    ),
    (
        FLOW,
        "      - 高: 审查走过场",
        "      - 表现: 审查走过场",
        [f"错误[missing-field] {FLOW}:20:9 缺少必填项“等级” ⇒ 加一行“等级: …”"],
    ),
    (
        FLOW,
        "        责任岗位: 医政股",
        "        负责岗位: 医政股",
        [f"错误[unknown-field] {FLOW}:22:9 不认识的字段“负责岗位” ⇒ 是不是“责任岗位”"],
    ),
    (
        FLOW,
        "      - 高: 审查走过场",
        "      - 高:",
        [f"错误[missing-field] {FLOW}:20:9 必填项“高”没有填 ⇒ 填写“高: …”"],
    ),
    (
        FLOW,
        "        责任岗位: 医政股",
        "        责任岗:",
        [f"错误[unknown-field] {FLOW}:22:9 不认识的字段“责任岗” ⇒ 是不是“责任岗位”"],
    ),
    (
        VILLAGE,
        "电话: 0355-0000100}",
        "电话 0355-0000100}",
        [
            f"错误[yaml-syntax] {VILLAGE}:4:41 “电话 0355-0000100”后面没有冒号和值"
            " ⇒ “电话”后面补上半角冒号，写成“电话: 0355-0000100”"
        ],
    ),
    (
        FLOW,
        "    代号: 审查\n",
        "    代号: 补正\n",
        [f"错误[duplicate-id] {FLOW}:16:9 代号“补正”用了两次 ⇒ 换一个代号"],
    ),
    (
        LAWS,
        "位阶: 法律, 日的含义",
        "时效: 失效, 位阶: 法律, 日的含义",
        [f"错误[wrong-value] {LAWS}:1:26 “时效”不能填“失效” ⇒ 是不是“有效”；可以填：有效、废止"],
    ),
    (
        VILLAGE,
        "采用: _common",
        "采用: _commom",
        [f"错误[unknown-reference] {VILLAGE}:3:5 找不到通用清单“_commom” ⇒ 是不是“_common”"],
    ),
)


@pytest.mark.parametrize("pair", PAIRS, ids=[f"{pair[0]} {pair[2][:20]!r}" for pair in PAIRS])
def test_one_slip_gives_one_report(tmp_path: Path, pair: tuple[str, str, str, list[str]]) -> None:
    file, old, new, expected = pair
    root = copy_of("minimal", tmp_path)
    edited(root, file, old, new)
    assert report(load(root)[1]) == expected


def test_a_broken_file_hides_nothing_and_brings_no_others_along(tmp_path: Path) -> None:
    root = copy_of("minimal", tmp_path)
    edited(root, FLOW, "名称:", "名称：")
    edited(root, "powers/_township/items/qt-001.yml", "类别", "类型")
    edited(root, ITEM, "承办岗位", "承办岗")
    registry, problems = load(root)
    assert registry is not None
    assert sorted({problem.span.file for problem in problems}) == [
        "powers/_township/items/qt-001.yml",
        FLOW,
        ITEM,
    ]
    assert len(problems) == 3
