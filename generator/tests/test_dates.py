"""A day that must be past is told when it lies after the edition, wherever it is written."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.check import check
from generator.load import load
from generator.tests.load_world import copy_of, edited, report

DISTRICT = "powers/district.yml"
UNIT = "powers/health/unit.yml"
ITEM = "powers/health/items/xk-001.yml"
FLOW = "powers/health/flows/xuke.yml"
LAWS = "powers/laws.yml"
VILLAGE = "villages/hedong/dongtou.yml"

LATE = (
    (DISTRICT, "核对日期: 2026-11-01", "核对日期: 2027-01-01", "4:7 “核对日期”"),
    (UNIT, "日期: 2026-10-08", "日期: 2027-01-01", "6:22 “日期”"),
    (
        UNIT,
        "监督电话: 0355-0000001",
        "制度: [{名称: 首问责任制, 日期: 2027-01-01}]",
        "4:22 “日期”",
    ),
    (ITEM, "收费: 不收费", "核对日期: 2027-01-01", "11:7 “核对日期”"),
    (FLOW, "名称: 许可流程\n", "名称: 许可流程\n核对日期: 2027-01-01\n", "2:7 “核对日期”"),
    (LAWS, "日的含义: 工作日", "公布日期: 2027-01-01", "1:36 “公布日期”"),
    (
        VILLAGE,
        "监督电话: 0355-0000102",
        "公开号码: [{号码: 0355-0000102, 用途: 值班, 同意: 书面, 日期: 2027-01-01}]",
        "6:47 “日期”",
    ),
)


def _said(root: Path) -> list[str]:
    registry, problems = load(root)
    assert problems == ()
    assert registry is not None
    found = [each for each in check(registry) if each.code == "date-after-edition"]
    return [line.partition(" ⇒ ")[0] for line in report(tuple(found))]


@pytest.mark.parametrize(("file", "old", "new", "place"), LATE)
def test_a_day_after_the_edition_is_told(
    tmp_path: Path, file: str, old: str, new: str, place: str
) -> None:
    root = copy_of("minimal", tmp_path)
    edited(root, file, old, new)
    assert _said(root) == [
        f"提醒[date-after-edition] {file}:{place}是2027-01-01，晚于发布日期2026-11-22"
    ]


def test_what_is_to_come_may_lie_after_the_edition(tmp_path: Path) -> None:
    root = copy_of("minimal", tmp_path)
    event = "调整: [{日期: 2027-01-01, 方式: 取消, 文件: 示例文件}]"
    edited(root, ITEM, "收费: 不收费", event)
    edited(root, LAWS, "日的含义: 工作日", "施行日期: 2027-01-01")
    assert _said(root) == []
