"""When two names mean one paper, what is a paper at all, and which paper of a flow is meant."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.check import check
from generator.check.papers import alike, is_paper
from generator.load import load
from generator.tests.rule_pages import Fields, world_with

ITEM = "powers/health/items/xk-001.yml"
FLOW = "powers/health/flows/xuke.yml"


@pytest.mark.parametrize(
    ("promised", "given"),
    [
        ("居民公约备案回执", "备案回执"),
        ("封存决定书和清单", "封存清单"),
        ("延缓入学批准书", "延缓入学或者休学批准书"),
        ("临时占用道路许可证", "占用或者挖掘道路许可证和现场公示牌"),
        ("股权出质设立登记通知书", "股权出质登记通知书"),
        ("查封（扣押）决定书", "查封扣押决定书"),
        ("换发的《食品经营许可证》", "食品经营许可证"),
        ("整改通知", "整改通知书"),
    ],
)
def test_names_of_one_paper_are_alike(promised: str, given: str) -> None:
    assert alike(promised, given)
    assert alike(given, promised)


@pytest.mark.parametrize(
    ("promised", "given"),
    [
        ("备案证明", "备案回执"),
        ("不予登记告知书", "不予确认告知书"),
        ("采矿许可证", "许可证件"),
        ("筹设批准书", "不予行政许可决定书"),
    ],
)
def test_names_of_different_papers_are_not(promised: str, given: str) -> None:
    assert not alike(promised, given)


def test_money_and_what_stays_in_the_files_is_no_paper() -> None:
    papers = ("取水许可证", "备案表（盖章）", "检查意见", "查询证明", "不予登记告知书", "调解协议")
    assert all(is_paper(name) for name in papers)
    others = ("补助款到账", "奖金或者表彰证书", "现场检查记录", "初审意见", "公布名单", "食宿")
    assert not any(is_paper(name) for name in others)


def _said(folder: Path, results: str, last: str) -> list[str]:
    """The hints about results of an item whose flow gives a refusal and ends with *last*."""
    steps = (
        "步骤:\n  - {开始: 申请, 岗位: 申请人, 送达文书: [收件回执]}\n"
        "  - {判断: 是否准予, 岗位: 医政股, 否: 不予}\n"
        f"  - {last}\n"
        "  - {结束: 不予, 代号: 不予, 结果: 不予, 送达文书: [不予许可决定书]}\n"
    )
    changes = (Fields(ITEM, f"结果: {results}\n"), Fields(FLOW, steps))
    registry, _ = load(world_with(folder / "world", *changes))
    assert registry is not None
    found = check(registry)
    return [p.hint.split("；")[0] for p in found if p.code == "result-not-handed-out"]


def test_a_refusal_is_meant_by_a_refusal(tmp_path: Path) -> None:
    last = "{结束: 办结, 结果: 准予, 送达文书: [批准书]}"
    assert _said(tmp_path, "[批准书, 不予延期通知书]", last) == [
        "流程里的“不予许可决定书”就是它的，"
        "在事项的“流程”里写“文书: {不予许可决定书: 不予延期通知书}”"
    ]


def test_a_step_that_says_so_itself_gives_it_out(tmp_path: Path) -> None:
    assert _said(tmp_path, "[校车标牌]", "{结束: 发给校车标牌, 结果: 准予}") == []


def test_without_a_near_paper_both_ways_are_told(tmp_path: Path) -> None:
    last = "{结束: 办结, 结果: 准予}"
    assert _said(tmp_path, "[校车标牌]", last) == ["在发它的那一步写“送达文书: [校车标牌]”"]


def test_a_renamed_paper_is_the_result_of_the_item_that_renames_it(tmp_path: Path) -> None:
    steps = (
        "步骤:\n  - {开始: 申请, 岗位: 申请人}\n"
        "  - {步骤: 制证, 岗位: 医政股, 送达文书: [许可证件]}\n  - {结束: 办结, 结果: 准予}\n"
    )
    own = "流程: {用: xuke, 文书: {许可证件: 卫生合格证明}}\n"
    found = {}
    for name, use in {"own": own, "usual": "流程: xuke\n"}.items():
        item = Fields(ITEM, f"{use}结果: [卫生合格证明]\n")
        registry, _ = load(world_with(tmp_path / name, item, Fields(FLOW, steps)))
        assert registry is not None
        codes = ("paper-is-no-result", "result-not-handed-out")
        found[name] = [p.code for p in check(registry) if p.code in codes]
    assert found == {"own": [], "usual": ["paper-is-no-result", "result-not-handed-out"]}


PART = "子项:\n  - {{代号: zhuxiao, 名称: 注销, 结果: [注销通知书]{}}}\n"
RENAMED = "文书: {许可证件: 注销通知书}"


@pytest.mark.parametrize(
    ("use", "part", "expected"),
    [
        ("xuke", "", f"在子项里写“流程: {{用: xuke, {RENAMED}}}”"),
        ("xuke", ", 流程: {用: xuke, 适用: 注销}", f"在子项的“流程”里写“{RENAMED}”"),
        (
            "{用: xuke, 岗位: {医政股: 卫生窗口}}",
            "",
            "把事项的“流程”抄到子项里，“文书”里把它改叫“注销通知书”",
        ),
        ("xuke", f", 流程: {{用: xuke, {RENAMED}}}", ""),
        (f"{{用: xuke, {RENAMED}}}", "", ""),
    ],
)
def test_what_a_part_gives_is_handed_out_too(
    tmp_path: Path, use: str, part: str, expected: str
) -> None:
    steps = (
        "步骤:\n  - {开始: 申请, 岗位: 申请人}\n"
        "  - {步骤: 制证, 岗位: 医政股, 送达文书: [许可证件]}\n  - {结束: 办结, 结果: 准予}\n"
    )
    item = Fields(ITEM, f"流程: {use}\n{PART.format(part)}")
    registry, _ = load(world_with(tmp_path / "world", item, Fields(FLOW, steps)))
    assert registry is not None
    found = [each for each in check(registry) if each.code == "result-not-handed-out"]
    says = [f"流程里的“许可证件”就是它的，{expected}；"] if expected else []
    assert [each.hint.partition("不是的")[0] for each in found] == says
    assert [each.sentence for each in found] == [
        "结果“注销通知书”，流程“许可流程”没有一步发它" for _ in says
    ]
