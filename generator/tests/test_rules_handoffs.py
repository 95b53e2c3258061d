"""Papers that both ends of a hand-on ask for: what is unknown below, what is named otherwise."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.check import check
from generator.load import load
from generator.problem import Problem, Severity
from generator.tests.rule_pages import Fields, world_with

BELOW = "villages/_common/items/bm-001.yml"
ABOVE = "powers/_township/items/qt-001.yml"
FLOW = "villages/_common/flows/daiban.yml"
NEEDED = "{名称: 结婚证, 必要性: 必要}"


def _found(folder: Path, below: str, above: str, *more: Fields) -> list[Problem]:
    """What is said where the village asks for *below* and its township for *above*."""
    guide = f"办事指南: {{申请材料: [{above}], 到场次数: 0, 咨询: 0355-0000000}}\n"
    asked = Fields(BELOW, f"申请材料: [{below}]\n") if below else Fields(BELOW, "俗称: [证明]\n")
    registry, _ = load(world_with(folder / "world", asked, Fields(ABOVE, guide), *more))
    assert registry is not None
    return [each for each in check(registry) if each.code == "handoff-ends-disagree"]


def test_both_places_of_a_name_are_told(tmp_path: Path) -> None:
    (found,) = _found(tmp_path, "申请书, 身份证和户口簿", "户口簿、身份证")

    assert found.severity is Severity.HINT
    assert found.sentence == "“身份证和户口簿”在接着办的“便民事项转办”里叫“户口簿、身份证”"
    assert (found.span.file, [other.span.file for other in found.others]) == (BELOW, [ABOVE])


@pytest.mark.parametrize(
    ("below", "above", "expected"),
    [
        ("申请书", NEEDED, ["提醒"]),
        ("申请书", "结婚证", ["提醒"]),
        ("申请书", "{名称: 结婚证, 必要性: 非必要}", []),
        ("申请书", "{名称: 结婚证, 必要性: 结了婚的才要}", []),
        ("申请书", "{名称: 结婚证, 必要性: 必要, 说明: 镇里报来}", []),
        ("申请书", "{名称: 申请, 说明: 可以口头提出}, 无", []),
        ("结婚证（复印件）", NEEDED, []),
        ("夫妻的身份证和结婚证", NEEDED, []),
        ("结婚证或者离婚证", NEEDED, []),
        ("老人的身份证", "老人身份证", ["提示"]),
        ("", NEEDED, []),
        ("无", NEEDED, ["提醒"]),
    ],
)
def test_only_what_must_be_brought_and_is_unknown_below_is_told(
    tmp_path: Path, below: str, above: str, expected: list[str]
) -> None:
    found = _found(tmp_path, below, above)
    assert [each.severity.value for each in found] == expected


def test_what_the_flow_below_takes_in_is_known(tmp_path: Path) -> None:
    steps = "步骤:\n  - {开始: 提出, 岗位: 村民, 材料: [结婚证]}\n  - {结束: 送镇}\n"
    assert _found(tmp_path, "申请书", NEEDED, Fields(FLOW, steps)) == []


def test_an_item_that_ended_asks_for_nothing(tmp_path: Path) -> None:
    ended = "调整: [{日期: 2020-01-01, 方式: 取消, 文件: 示例文件, 理由: 不用办了}]\n"
    assert _found(tmp_path, "申请书", NEEDED, Fields(ABOVE, ended)) == []


def test_an_item_that_is_not_handed_on_is_left_alone(tmp_path: Path) -> None:
    assert _found(tmp_path, "申请书", NEEDED, Fields(BELOW, '交由: ""\n')) == []
