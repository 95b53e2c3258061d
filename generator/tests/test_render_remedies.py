"""Whom to turn to against a decision: the right body, the right days, and nothing invented."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.chart.galleries import gallery
from generator.load import load
from generator.model.body import Unit
from generator.model.flow import Flow
from generator.model.item import Item
from generator.model.micro_power import MicroPower
from generator.model.registry import Holding, Ref, UsedFlow
from generator.render.differences import differences
from generator.render.item_card import days, standards_table
from generator.render.remedies import Remedies, own_remedies
from generator.render.site import Site
from generator.render.views import Fact
from generator.tests.rendered import read, registry_of, rendered, text_of
from generator.tests.rule_pages import Fields, world_with

UNIT = Unit.model_validate(
    {"名称": "甲局", "类型": "区直部门", "救济": {"复议机关": "本区政府", "起诉法院": "本区法院"}}
)
USUAL = ("六十日内（行政复议法第二十条）", "六个月内（行政诉讼法第四十六条）")


def said(item: dict[str, object], *flows: UsedFlow, unit: Unit | None = UNIT) -> str:
    """The fields of an item → all words of its remedies."""
    made = Item.model_validate({"名称": "甲", "类别": "行政处罚", **item})
    holding = Holding("powers/a", Ref("powers/a", "cf-001"), made, flows)
    return words_of(Remedies(holding, unit, "penalty").fact())


def words_of(fact: Fact) -> str:
    """Everything that a fact says."""
    return " ".join(f"{line.words} {line.note}" for line in fact.lines)


def test_what_the_unit_decides_goes_the_way_of_the_unit() -> None:
    words = said({})
    assert "行政复议：本区政府" in words
    assert "行政诉讼：本区法院" in words
    assert all(days in words for days in USUAL)


def test_an_item_says_its_own_bodies_and_days() -> None:
    own = {
        "复议机关": "市政府",
        "起诉法院": "中院",
        "起诉期限": "30日以内",
        "依据": ["《乙法》第十四条"],
    }
    words = said({"救济": {**own, "说明": "林权争议也一样"}})
    assert "行政复议：市政府" in words
    assert "行政诉讼：中院 知道之日起30日内" in words
    assert "六十日内" in words
    assert "六个月" not in words
    assert "依据：《乙法》第十四条" in words
    assert "林权争议也一样" in words


@pytest.mark.parametrize("part", ["决定", "初审", "受委托实施"])
def test_where_another_body_decides_the_units_own_is_never_named(part: str) -> None:
    words = said({"决定机关": "区人民政府", "本级职责": part})
    assert "本区" not in words
    assert "行政复议：未提供 由作出决定的机关的上一级受理，请先问本单位" in words
    named = said({"决定机关": "区人民政府", "救济": {"复议机关": "市政府"}})
    assert "行政复议：市政府" in named
    assert "行政诉讼：未提供" in named


def test_reconsideration_first_is_said_plainly() -> None:
    words = said({"救济": {"复议前置": "是"}})
    assert words.startswith("必须先申请行政复议")
    assert "收到复议决定书之日起十五日内（行政诉讼法第四十五条）" in words


def test_a_penalty_on_the_spot_is_reconsidered_first() -> None:
    steps = [{"开始": "发现"}, {"结束": "处罚"}]
    flow = Flow.model_validate({"名称": "行政处罚简易程序", "步骤": steps})
    words = said({}, UsedFlow(Ref("powers/_common", "jianyi"), flow))
    assert words.startswith("简易程序当场作出的处罚：先申请行政复议")
    assert "行政复议法第二十三条第一款第一项" in words
    assert "简易" not in said({})


def test_what_is_no_decision_has_only_its_sentence() -> None:
    words = said({"救济": {"不适用": "调解不是行政决定"}})
    assert words.strip() == "调解不是行政决定"


def test_a_village_assumes_no_remedy() -> None:
    plain = MicroPower.model_validate({"名称": "甲", "分类": "便民服务"})
    assert own_remedies(plain) == ()
    told = plain.model_copy(
        update={
            "remedy": Item.model_validate(
                {"名称": "乙", "类别": "丙", "救济": {"复议机关": "镇政府"}}
            ).remedy
        }
    )
    assert "行政复议：镇政府" in words_of(own_remedies(told)[0])


def test_public_notes_of_limits_and_standards_are_shown() -> None:
    item = Item.model_validate(
        {
            "名称": "甲",
            "类别": "行政给付",
            "时限": {"承诺": "5日", "说明": "查车的日子算在内", "备注": "内部"},
            "标准": [{"对象": "乙", "金额": "100元", "说明": "每年四月公布", "备注": "内部"}],
        }
    )
    assert "查车的日子算在内" in words_of(days(item.limits))
    registry = registry_of("minimal")
    site = Site(registry, gallery(registry, lambda done, total: None))
    cells = standards_table(site, item, "标准").rows[0].cells
    assert cells[1].note == "每年四月公布"
    assert "内部" not in words_of(days(item.limits))


def test_an_ended_item_says_first_what_to_do_now_and_shows_nothing_empty() -> None:
    page = rendered(registry_of("full"))[0]["powers/education/xk-002/"]
    notice = read(page).css_first(".mb-notice--ended")
    assert notice is not None
    words = " ".join(notice.text().split())
    assert words.startswith("现在怎么办 到教育局窗口办校车使用许可现在办理：")
    assert "不服找谁" not in text_of(page)
    assert "编码 未提供" not in text_of(page)
    assert [node.text() for node in read(page).css("p.mb-missing, dd .mb-missing")] == []


def test_differences_are_words_with_their_names() -> None:
    registry = registry_of("full")
    village = next(v for v in registry.villages if v.name == "上村")
    held = registry.micro_powers_of(village)
    shared = {each.ref: each for each in registry.shared_micro_powers}
    own = next(each for each in held if each.local)
    fact = differences(own, shared[own.ref], "本村")[0]
    assert fact.label == "时限 · 承诺"
    assert [line.words for line in fact.lines] == ["本村：5个工作日", "通用：10个工作日"]


def test_another_flow_and_other_days_of_a_flow_are_told_in_words(tmp_path: Path) -> None:
    """No id of a file stands on a page, and a step says what it takes here."""
    other = "改动: {rc-001: {流程: [{用: daiban, 时限: {登记并报到镇里: 当场}}]}}\n"
    world = world_with(tmp_path / "world", Fields("villages/hedong/dongtou.yml", other))
    registry, _ = load(world)
    assert registry is not None
    told = text_of(rendered(registry)[0]["villages/hedong/dongtou/"])
    assert "流程 · 第2步 本村：登记并报到镇里（村委会主任，当场）" in told
    assert "通用：登记并报到镇里（村委会主任，1个工作日）" in told
    assert "daiban" not in told


def test_the_words_for_the_phone_hold_a_code_only_where_there_is_one() -> None:
    pages = rendered(registry_of("full"))[0]
    assert "“校车使用许可”，编码 000105005000" in text_of(pages["powers/education/xk-001/"])
    assert "“校车司机登记”，教育局" in text_of(pages["powers/education/xk-002/"])


def test_home_says_what_people_call_a_thing_behind_its_official_name() -> None:
    assert "校车使用许可 （办校车证）" in text_of(rendered(registry_of("full"))[0][""])


def test_a_unit_names_its_own_posts_in_its_list_of_risks() -> None:
    page = rendered(registry_of("full"))[0]["powers/beishan/risks/"]
    shown = {node.text() for node in read(page).css('td[data-label="责任岗位"]')}
    assert "民政助理责任领导：民政助理" in shown
    assert not any("民政办" in words or "分管副镇长" in words for words in shown)
