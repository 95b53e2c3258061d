"""Visits that a guide counts, against where things are handed in and fetched."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.check import check
from generator.load import load
from generator.tests.rule_pages import Fields, world_with

ITEM = "powers/health/items/xk-001.yml"
HANDED = "到场次数写1：来窗口交一次，办好再来“{}”一次，是两次"


def _said(folder: Path, guide: str) -> list[str]:
    """What is said of the visits of a guide with these fields."""
    fields = f"办事指南: {{申请材料: [甲], 咨询: 0355-0000000, {guide}}}\n"
    registry, _ = load(world_with(folder / "world", Fields(ITEM, fields)))
    assert registry is not None
    return [each.sentence for each in check(registry) if each.code == "visits-too-few"]


@pytest.mark.parametrize(
    ("guide", "expected"),
    [
        ("到场次数: 0, 办理形式: [窗口]", "到场次数写0，办理形式却只有“窗口”"),
        (
            "到场次数: 0, 办理形式: [政务大厅, 窗口受理]",
            "到场次数写0，办理形式却只有“政务大厅、窗口受理”",
        ),
        ("到场次数: 0, 办理形式: [窗口, 电话]", ""),
        (
            "到场次数: 0, 办理形式: [网上], 结果送达: [窗口领取]",
            "到场次数写0，结果却只能“窗口领取”",
        ),
        (
            "到场次数: 0, 办理形式: [网上], 结果送达: [当场打印, 自取]",
            "到场次数写0，结果却只能“当场打印、自取”",
        ),
        ("到场次数: 0, 办理形式: [网上], 结果送达: [窗口领取, 邮寄]", ""),
        ("到场次数: 0, 办理形式: [村级代办], 结果送达: [窗口领取]", ""),
        (
            "到场次数: 1, 到场原因: 交, 办件类型: 承诺件, 办理形式: 窗口, 结果送达: 自取",
            HANDED.format("自取"),
        ),
        ("到场次数: 1, 到场原因: 交, 办件类型: 即办件, 办理形式: 窗口, 结果送达: 窗口领取", ""),
        ("到场次数: 1, 到场原因: 交, 办件类型: 承诺件, 办理形式: 窗口, 结果送达: 当场领取", ""),
        ("到场次数: 2, 到场原因: 交, 办件类型: 承诺件, 办理形式: 窗口, 结果送达: 窗口领取", ""),
        ("办件类型: 承诺件, 办理形式: 窗口, 结果送达: 窗口领取", ""),
    ],
)
def test_visits_are_told_only_where_they_cannot_be_enough(
    tmp_path: Path, guide: str, expected: str
) -> None:
    assert _said(tmp_path, guide) == ([expected] if expected else [])
