"""Files → one registry: flows with own posts, duties, hand-offs, dates; what leads nowhere."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from generator.load import load, read_flow
from generator.model.registry import Ref, Registry
from generator.tests.load_world import WORLDS, added, copy_of, edited, joined, report

ITEM = "powers/health/items/xk-001.yml"
FLOW = "powers/health/flows/xuke.yml"
UNIT = "powers/health/unit.yml"
VILLAGE = "villages/hedong/dongtou.yml"
SHARED_VILLAGE = "villages/_common/items/bm-001.yml"


@pytest.fixture(scope="module")
def full() -> Registry:
    """The registry of the full world."""
    return joined(WORLDS / "full")


def test_an_item_has_its_flow_with_its_own_posts_and_days(full: Registry) -> None:
    holding = next(held for held in full.powers["powers/education"] if held.ref.id == "cf-001")
    used = holding.flows[0]
    assert used.ref == Ref("powers/education", "chufa")
    assert used.adapted
    assert used.flow.lane_order() == ("执法股",)
    assert full.flows[used.ref].lane_order() == ("执法岗",)


def test_posts_of_shared_flows_come_from_the_body(full: Registry) -> None:
    shared = next(held for held in full.shared_powers if held.ref.id == "ms-002")
    held = next(held for held in full.powers["powers/beishan"] if held.ref.id == "ms-002")
    assert held.item is shared.item
    assert shared.flows[0].flow.lane_order() == ("申请人", "民政办")
    assert held.flows[0].flow.lane_order() == ("申请人", "民政助理")
    risks = [risk for _, risk in held.flows[0].flow.risk_points()]
    assert {(risk.owner, risk.leader) for risk in risks} == {("民政助理", "民政助理")}


def test_equal_adaptations_are_one_flow(full: Registry) -> None:
    adapted = [
        held.flows[0].flow
        for held in full.powers["powers/beishan"]
        if held.flows[0].ref.id == "jiuzhu"
    ]
    assert len({id(flow) for flow in adapted}) == 1


def test_a_shared_set_of_duties_is_joined_in(full: Registry) -> None:
    holding = next(held for held in full.powers["powers/education"] if held.ref.id == "xk-001")
    stages = [duty.stage for duty in holding.accountability.duties]
    assert stages == ["受理", "决定", "送达", "审查"]
    assert holding.accountability.forms == ("责令改正", "处分")


def test_a_village_hands_over_to_its_own_township(full: Registry) -> None:
    micro = full.micro_powers
    ours = next(h for h in micro["villages/beishan/shangcun"] if h.ref.id == "bm-001")
    unplaced = next(h for h in micro["villages/unplaced/xiacun"] if h.ref.id == "bm-001")
    assert ours.handoff == Ref("powers/beishan", "ms-001")
    assert unplaced.handoff == Ref("powers/_township", "ms-001")
    target = next(h for h in full.powers["powers/beishan"] if h.ref.id == "ms-001")
    assert target.received == (Ref("powers/beishan", "bs-001"), Ref("villages/_common", "bm-001"))
    assert full.item_named("powers/_township", "_township/ms-001") == unplaced.handoff
    assert full.item_named("villages/beishan/shangcun", "_township/ms-001") == ours.handoff


def test_a_target_that_the_township_omits_is_no_target(tmp_path: Path) -> None:
    root = copy_of("minimal", tmp_path)
    omits = "采用: _township\n不采用: [{事项: qt-001, 理由: 无}]\n"
    edited(root, "powers/hedong/unit.yml", "采用: _township\n", omits)
    held = joined(root).micro_powers["villages/hedong/dongtou"][0]
    assert held.item.handoff == "_township/qt-001"
    assert held.handoff is None


def test_the_nearer_date_and_stamp_win(full: Registry) -> None:
    dates = {
        (held.holder, held.ref.id): (held.checked_on, held.is_sample) for held in full.all_powers()
    }
    assert dates["powers/education", "xk-001"] == (date(2026, 11, 4), True)
    assert dates["powers/education", "cf-001"] == (date(2026, 11, 2), True)
    assert dates["powers/beishan", "ms-001"] == (date(2026, 11, 1), True)
    assert full.flow_checked_on(Ref("powers/education", "xiaoche")) == date(2026, 11, 3)
    assert full.flow_checked_on(Ref("powers/education", "chufa")) == date(2026, 11, 2)
    assert full.flow_checked_on(Ref("villages/_common", "siyi")) == date(2026, 11, 1)
    assert full.flow_is_sample(Ref("villages/_common", "siyi"))


def test_loading_twice_gives_the_same(full: Registry) -> None:
    assert repr(joined(WORLDS / "full")) == repr(full)


def test_one_flow_file_can_be_read_alone() -> None:
    flow, problems = read_flow(WORLDS / "minimal" / FLOW)
    assert problems == ()
    assert flow is not None
    assert (flow.id, flow.name, len(flow.steps)) == ("xuke", "许可流程", 7)


PAIRS: tuple[tuple[str, str, str, list[str]], ...] = (
    (
        ITEM,
        "流程: xuke",
        "流程: xukee",
        [f"错误[unknown-reference] {ITEM}:5:5 找不到流程“xukee” ⇒ 是不是“xuke”"],
    ),
    (
        ITEM,
        "流程: xuke",
        "流程: {用: xuke, 岗位: {医政: 医政股, 医政股: 医政科}, 时限: {审核: 5日}}",
        [
            f"提醒[unknown-post] {ITEM}:5:20 流程“许可流程”里没有“医政” ⇒ 是不是“医政股”",
            f"提醒[unknown-post] {ITEM}:5:34 “岗位”里没有“医政科” ⇒ 是不是“医政股”",
            f"错误[unknown-reference] {ITEM}:5:45 找不到流程“许可流程”的步骤“审核” ⇒ 是不是“审查”",
        ],
    ),
    (
        ITEM,
        "承办岗位: 医政股",
        "承办岗位: 医政股股长、药政股",
        [
            f"提醒[unknown-post] {ITEM}:3:7 “岗位”里没有“药政股” ⇒ 是不是“医政股”",
        ],
    ),
    (
        ITEM,
        "责任:\n",
        "责任:\n  套用: xuke\n",
        [
            f"错误[unknown-reference] {ITEM}:7:7 没有通用责任可以套用，"
            "缺少 powers/_common/duties.yml ⇒ "
            "新建这个文件，写明各套通用责任；或者不写“套用”，把责任写在事项里"
        ],
    ),
    (
        ITEM,
        "收费: 不收费",
        "交由: hedong/qt-002",
        [f"错误[unknown-reference] {ITEM}:11:5 找不到事项“hedong/qt-002” ⇒ 是不是“hedong/qt-001”"],
    ),
    (
        ITEM,
        "收费: 不收费",
        "共同实施: [hedon, 公安分局]",
        [f"错误[unknown-reference] {ITEM}:11:8 找不到单位“hedon” ⇒ 是不是“hedong”"],
    ),
    (
        ITEM,
        "收费: 不收费",
        "调整: [{日期: 2016-01-01, 方式: 整合, 文件: 甲, 去向: [xk-002, 区里]}]",
        [f"错误[unknown-reference] {ITEM}:11:43 找不到事项“xk-002” ⇒ 是不是“xk-001”"],
    ),
    (
        FLOW,
        "    代号: 审查\n",
        "    代号: 审查\n    用: siyi\n    交由: _township/qt-9\n",
        [
            f"错误[unknown-reference] {FLOW}:17:8 找不到流程“siyi” ⇒ 现有：xuke",
            f"错误[unknown-reference] {FLOW}:18:9 找不到事项“_township/qt-9”"
            " ⇒ 是不是“_township/qt-001”",
        ],
    ),
    (
        UNIT,
        "电话: 0355-0000000",
        "岗位对应: {xukee: {医政股: 医政股}}",
        [f"错误[unknown-reference] {UNIT}:3:8 找不到流程“xukee” ⇒ 是不是“xuke”"],
    ),
    (
        SHARED_VILLAGE,
        "交由: _township/qt-001",
        "交由: _township/qt-002",
        [
            f"错误[unknown-reference] {SHARED_VILLAGE}:9:5 找不到事项“_township/qt-002”"
            " ⇒ 是不是“_township/qt-001”"
        ],
    ),
    (
        VILLAGE,
        "采用: _common\n",
        "采用: _common\n"
        "本村事项: {bm-001: {名称: 甲, 分类: 日常工作}, 甲: {名称: 乙, 分类: 日常工作}}\n",
        [
            f"错误[id-reused] {VILLAGE}:4:8 编号“bm-001”已经被通用清单里的“代办证明”占用"
            " ⇒ 换一个编号；要改通用事项，写在“改动”里",
            f"错误[bad-id] {VILLAGE}:4:35 “甲”不能作编号"
            " ⇒ 编号用小写字母、数字和短横线，以字母或数字开头，最多 64 个",
        ],
    ),
)


@pytest.mark.parametrize("pair", PAIRS, ids=[f"{pair[0]} {pair[2][:20]!r}" for pair in PAIRS])
def test_what_leads_nowhere_is_reported(
    tmp_path: Path, pair: tuple[str, str, str, list[str]]
) -> None:
    file, old, new, expected = pair
    root = copy_of("minimal", tmp_path)
    edited(root, file, old, new)
    assert report(load(root)[1]) == expected


def test_a_village_needs_its_township(tmp_path: Path) -> None:
    root = copy_of("minimal", tmp_path)
    (root / "villages/hedong").rename(root / "villages/hexi")
    assert report(load(root)[1]) == [
        "错误[unknown-reference] villages/hexi/dongtou.yml:1:1 找不到乡镇或街道“hexi”"
        " ⇒ 现有：hedong"
    ]


def test_two_items_of_one_name_are_reported_once(tmp_path: Path) -> None:
    root = copy_of("minimal", tmp_path)
    text = (root / SHARED_VILLAGE).read_text(encoding="utf-8")
    added(root, "villages/_common/items/bm-002.yml", text)
    problems = load(root)[1]
    assert report(problems) == [
        "提醒[same-name-twice] villages/_common/items/bm-002.yml:1:5 有两个事项都叫“代办证明”"
        " ⇒ 名称里写明区别，或者合并成一个"
    ]
    assert [other.span.file for other in problems[0].others] == [SHARED_VILLAGE]


def test_topics_are_known_both_ways(tmp_path: Path) -> None:
    root = copy_of("minimal", tmp_path)
    topics = "- {代号: water, 名称: 喝水, 事项: [health/xk-001, _common/bm-001, health/xk-9]}\n"
    added(root, "powers/topics.yml", topics)
    added(root, ITEM, "主题: [喝水, 吃饭]\n")
    assert report(load(root)[1]) == [
        f"错误[unknown-reference] {ITEM}:12:10 找不到主题“吃饭” ⇒ 现有：喝水",
        "错误[unknown-reference] powers/topics.yml:1:59 找不到事项“health/xk-9”"
        " ⇒ 是不是“health/xk-001”",
    ]
