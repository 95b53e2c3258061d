"""Refusals that leave nothing written behind: which ways are seen, and who counts as asking."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.check import check
from generator.load import load
from generator.problem import Problem, Severity
from generator.tests.rule_pages import Fields, world_with

ITEM = "powers/health/items/xk-001.yml"
FLOW = "powers/health/flows/xuke.yml"
VILLAGE_ITEM = "villages/_common/items/rc-001.yml"
VILLAGE_FLOW = "villages/_common/flows/daiban.yml"
VILLAGE = "villages/hedong/dongtou.yml"
GUIDE = "办事指南: {办件类型: 承诺件, 申请材料: [申请书], 到场次数: 0, 咨询: 0355-0000000}\n"
ASKED = "申请材料: [申请书]\n服务对象: [本村村民]\n"
START = "  - {开始: 申请, 岗位: 申请人}\n"
REFUSED = "  - {结束: 退回, 代号: 不予, 结果: 不予}\n"


def _found(folder: Path, *changes: Fields) -> list[Problem]:
    """What is said of refusals in the minimal district with these changes."""
    registry, _ = load(world_with(folder / "world", *changes))
    assert registry is not None
    return [each for each in check(registry) if each.code == "refusal-without-paper"]


def _of_steps(folder: Path, steps: str, item: str = GUIDE) -> list[Problem]:
    return _found(folder, Fields(ITEM, item), Fields(FLOW, f"步骤:\n{START}{steps}"))


TWO_WAYS = (
    "  - {判断: 归本局吗, 岗位: 医政股, 否: 告诉}\n"
    "  - {表决: 评审, 通过后: 发证, 未通过: 不予}\n"
    "  - {结束: 发证, 代号: 发证, 结果: 准予}\n"
    "  - {步骤: 说明归谁管, 代号: 告诉, 送达文书: [不予办理告知单], 转: 不予}\n"
)


def test_the_way_without_a_paper_is_told_by_its_decision(tmp_path: Path) -> None:
    (found,) = _of_steps(tmp_path, TWO_WAYS + REFUSED)

    assert found.severity is Severity.WARNING
    assert found.sentence == "走到第6步“退回”的人，流程里没有一步给他文书"
    lines = (tmp_path / "world" / FLOW).read_text(encoding="utf-8").splitlines()
    assert "结束: 退回" in lines[found.span.line - 1]
    assert ["表决: 评审" in lines[other.span.line - 1] for other in found.others] == [True]


@pytest.mark.parametrize(
    ("before", "end", "count"),
    [
        ("判断: 准不准, 岗位: 医政股, 否: 不予", "结果: 不予", 1),
        ("判断: 准不准, 岗位: 医政股, 否: 不予", "结果: 不予, 送达文书: [决定书]", 0),
        ("判断: 准不准, 岗位: 医政股, 否: 不予, 送达文书: [决定书]", "结果: 不予", 0),
        ("判断: 准不准, 岗位: 医政股, 否: 不予", "结果: 不予, 送达文书: [受理通知书]", 1),
        ("判断: 准不准, 岗位: 医政股, 否: 不予", "结果: 不予, 送达文书: [不予受理通知书]", 0),
        ("判断: 准不准, 岗位: 医政股, 否: 不予", "结果: 终止", 0),
        ("步骤: 分流, 岗位: 医政股, 分支: {准: 发证, 不准: 不予}", "结果: 不予", 1),
    ],
)
def test_a_receipt_is_no_paper_and_only_a_no_needs_one(
    tmp_path: Path, before: str, end: str, count: int
) -> None:
    steps = (
        f"  - {{{before}}}\n  - {{结束: 发证, 代号: 发证, 结果: 准予}}\n"
        f"  - {{结束: 退回, 代号: 不予, {end}}}\n"
    )
    assert len(_of_steps(tmp_path, steps)) == count


def test_what_is_not_accepted_needs_a_paper_whatever_the_end_is_called(tmp_path: Path) -> None:
    steps = (
        "  - {判断: 归本局吗, 岗位: 医政股, 否: 不收}\n  - {结束: 发证, 结果: 准予}\n"
        "  - {结束: 不予受理, 代号: 不收, 结果: 终止}\n"
    )
    assert len(_of_steps(tmp_path, steps)) == 1


def test_ways_that_lead_back_end_the_search(tmp_path: Path) -> None:
    steps = (
        "  - {步骤: 看材料, 岗位: 医政股, 代号: 看, 送达文书: [检查意见], 转: 不予}\n"
        "  - {步骤: 再看, 代号: 再看, 转: 不予}\n  - {步骤: 补, 转: 再看}\n"
    )
    assert _of_steps(tmp_path, steps + REFUSED) == []


def test_nobody_applies_where_no_papers_are_asked_for(tmp_path: Path) -> None:
    plain = "  - {判断: 准不准, 岗位: 医政股, 否: 不予}\n  - {结束: 发证, 结果: 准予}\n" + REFUSED
    own_motion = GUIDE + "类别: 其他权力\n"

    assert _of_steps(tmp_path / "a", plain, item="收费: 不收费\n") == []
    assert _of_steps(tmp_path / "b", plain, item=own_motion) == []


def test_a_flow_inside_gives_the_paper(tmp_path: Path) -> None:
    inner = (
        "名称: 送达\n步骤:\n  - {步骤: 送达, 岗位: 医政股, 送达文书: [决定书]}\n  - {结束: 送到}\n"
    )
    steps = (
        "  - {判断: 准不准, 岗位: 医政股, 否: 送}\n  - {结束: 发证, 结果: 准予}\n"
        "  - {流程: 送达决定, 代号: 送, 用: songda}\n" + REFUSED
    )
    found = _found(
        tmp_path,
        Fields(ITEM, GUIDE),
        Fields(FLOW, f"步骤:\n{START}{steps}"),
        Fields("powers/health/flows/songda.yml", inner),
    )
    assert found == []


@pytest.mark.parametrize(
    ("item", "begun_by", "count"),
    [
        (ASKED + "分类: 便民服务\n办理方式: 直办\n", "村委会主任", 1),
        (ASKED + "分类: 重大决策\n", "村民", 1),
        (ASKED + "分类: 重大决策\n", "村委会主任", 0),
        ("申请材料: [发票]\n分类: 日常工作\n", "经手人", 0),
    ],
)
def test_villages_are_advised_where_people_come_to_ask(
    tmp_path: Path, item: str, begun_by: str, count: int
) -> None:
    steps = (
        f"步骤:\n  - {{开始: 有事, 岗位: {begun_by}}}\n"
        "  - {表决: 讨论, 岗位: 村民代表会议, 通过后: 办, 未通过: 不予}\n"
        "  - {结束: 办结, 代号: 办, 结果: 办结}\n" + REFUSED
    )
    found = _found(
        tmp_path,
        Fields(VILLAGE_ITEM, item),
        Fields(VILLAGE_FLOW, steps),
        Fields(VILLAGE, "岗位: [{名称: 村委会主任}, {名称: 村民代表会议}]\n"),
    )
    assert [each.severity for each in found] == [Severity.HINT] * count
