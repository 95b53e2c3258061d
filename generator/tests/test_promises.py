"""Promises that a flow of days of different kinds cannot keep, and what is said of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.tests.test_rules_edges import FLOW, ITEM, problems_of

OVER = "path-longer-than-promise"
MIXED = """名称: 许可流程
步骤:
  - {开始: 申请人申请, 岗位: 申请人}
  - {步骤: 公示, 代号: 审查, 岗位: 受理岗, 时限: 7日}
  - {步骤: 决定, 时限: 9个工作日}
  - {结束: 办结}
"""


def said_of(root: Path, limits: str) -> list[tuple[str, str, str]]:
    """Severity, sentence and 怎么改 of each flow too long, by the 时限 of the item."""
    return [
        (each.severity.value, each.sentence, each.hint)
        for each in problems_of(root, (FLOW, MIXED), (ITEM, f"流程: xuke\n时限: {limits}\n"))
        if each.code == OVER
    ]


def test_a_way_of_different_days_is_added_up_and_told(tmp_path: Path) -> None:
    [(severity, sentence, hint)] = said_of(tmp_path, "{承诺: 15个自然日}")

    assert severity == "提醒"
    assert sentence == (
        "按流程“许可流程”最长要9个工作日加7日，至少是16日（7日、9个工作日至少9日），"
        "承诺时限是15个自然日"
    )
    assert hint == "缩短流程各步的时限，不算在内的写“计时: 不计入”，或改承诺时限"


def test_what_only_a_long_holiday_may_save_is_advice(tmp_path: Path) -> None:
    [(severity, sentence, hint)] = said_of(tmp_path, "{承诺: 12个工作日}")

    assert severity == "提示"
    assert sentence == (
        "按流程“许可流程”最长要9个工作日加7日，不碰上放假至少是14个工作日"
        "（7日里至少5个工作日、9个工作日），承诺时限是12个工作日"
    )
    assert hint.startswith("多半超过，碰上长假才不一定：")


@pytest.mark.parametrize(
    "limits",
    [
        "{承诺: 18个自然日}",
        "{承诺: 14个工作日}",
        "{承诺: 1个月}",
        "{承诺: 尽快}",
        "{法定: {期限: 15个自然日, 依据: 《测试法》第一条}, 延长: 10个自然日}",
    ],
)
def test_a_promise_that_may_be_kept_is_not_called_short(limits: str, tmp_path: Path) -> None:
    assert said_of(tmp_path, limits) == []


def test_without_a_promise_the_limit_of_the_law_binds(tmp_path: Path) -> None:
    law = "{法定: {期限: 15个自然日, 依据: 《测试法》第一条}}"
    [(_, sentence, hint)] = said_of(tmp_path, law)

    assert sentence.endswith("，法定时限是15个自然日")
    assert hint == "缩短流程各步的时限，不算在内的写“计时: 不计入”"
