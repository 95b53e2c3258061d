"""What lists of other places write is taken, and shown as people understand it."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.check import check
from generator.load import load
from generator.model.phone import phone_link, phones
from generator.output import Page
from generator.tests.load_world import added, copy_of, edited, joined, report
from generator.tests.rendered import read, rendered, text_of

ITEM = "powers/health/items/xk-001.yml"
UNIT = "powers/health/unit.yml"

ITEM_OF_ANOTHER_PLACE = """名称: 示例许可（首次）
编码: 11140499MB0000000A4000117010000
类别: 行政许可
行使层级: 县级
依据:
  - "【行政法规】《甲条例》（国务院令第六百号）第二十一条规定：“按本条例第九条申领许可证。”"
  - 《乙办法》（甲部令第21号）第六、七、八条
  - 甲发〔2016〕9号附件第12项
流程: xuke
责任: {事项: [{环节: 受理, 内容: 一次告知, 时限: 自受理之日起5个工作日内}]}
时限: {法定: 20（工作日）, 承诺: 自受理之日起五个工作日内, 延长: 10个工作日}
收费: 否
结果: 示例许可证
办事指南:
  服务对象: [自然人, 其他组织]
  办理形式: 窗口办理
  申请材料: 无
  办理时间: 法定工作日8:00—12:00
  到场次数: 最多跑一次
  到场原因: 核验原件
  咨询: 电话0355-0000000；网上 https://example.invalid/
监督电话: 0355-0000000转801、0355-12345（夜间）
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The minimal world with one more item, typed from a list of another form."""
    made = copy_of("minimal", tmp_path)
    added(made, "powers/health/items/xk-002.yml", ITEM_OF_ANOTHER_PLACE)
    added(made, "powers/laws.yml", "- {名称: 甲文件, 位阶: 规范性文件, 文号: 甲发〔2016〕9号}\n")
    return made


def test_a_list_of_another_form_is_taken_as_it_is(root: Path) -> None:
    registry, problems = load(root)
    assert report(problems) == []
    assert registry is not None
    item = next(h.item for h in registry.all_powers() if h.ref.id == "xk-002")
    assert item.limits is not None
    assert item.limits.promised is not None
    assert item.limits.promised.amount == 5
    assert [(each.title, each.articles) for each in item.basis] == [
        ("甲条例", ("第二十一条",)),
        ("乙办法", ("第六条", "第七条", "第八条")),
        ("甲发〔2016〕9号", ()),
    ]
    unknown = [p.sentence for p in check(registry) if p.code == "law-unknown"]
    assert unknown == ["依据库里没有“甲条例”", "依据库里没有“乙办法”"]


def _page(root: Path) -> Page:
    return rendered(joined(root))[0]["powers/health/xk-002/"]


def test_it_is_shown_as_people_understand_it(root: Path) -> None:
    text = text_of(_page(root))
    assert "带什么 不用带材料" in text
    assert "多少钱 不收费" in text
    assert "跑几次 最多跑一次" in text
    assert "办理时间 法定工作日 8:00—12:00" in text
    assert "结果 示例许可证" in text


def test_each_phone_rings(root: Path) -> None:
    links = {
        node.attributes["href"]: node.text() for node in read(_page(root)).css("a[href^='tel:']")
    }
    assert links["tel:03550000000"] in ("电话0355-0000000", "0355-0000000转801")
    assert links["tel:035512345"] == "0355-12345（夜间）"


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("0355-0000000", "tel:03550000000"),
        ("（0355）0000000", "tel:03550000000"),
        ("0355-0000000转801", "tel:03550000000"),
        ("0355-0000000 分机12", "tel:03550000000"),
        ("12345（市民热线）", "tel:12345"),
        ("工作日8:00-12:00拨打0355-0000000", "tel:03550000000"),
        ("+86 355 0000000", "tel:863550000000"),
        ("0355-0000000、0355-0000001", ""),
        ("０３５５－０００００００", "tel:03550000000"),
        ("0355-0000000-801", "tel:03550000000"),
        ("0355-0000000/1", "tel:03550000000"),
        ("到窗口问", ""),
        ("", ""),
    ],
)
def test_a_phone_is_found_in_what_is_written(text: str, address: str) -> None:
    assert phone_link(text) == address


def test_measures_in_one_text_are_told(root: Path) -> None:
    edited(
        root,
        UNIT,
        "电话: 0355-0000000\n",
        "电话: 0355-0000000\n岗位风险: [{低: 公车私用, 措施: 1.教育提醒; 2.按月核对; 3.公示}]\n",
    )
    registry, _ = load(root)
    assert registry is not None
    told = [each for each in check(registry) if each.code == "names-run-together"]
    assert report(tuple(told)) == [
        f"提醒[names-run-together] {UNIT}:4:22 “措施”的几条写在了一起"
        " ⇒ 每条写一行，以“- ”开头，前面不用编号"
    ]


def test_a_risk_table_of_another_place_is_taken(root: Path) -> None:
    """Categories and levels by that place's own words; the order of fields does not matter."""
    vocabulary = root / "powers/vocabulary.yml"
    text = vocabulary.read_text(encoding="utf-8")
    vocabulary.write_text(text + "风险类别: [{代号: post, 名称: 岗位职责风险}]\n", encoding="utf-8")
    row = (
        "- {类别: 岗位职责风险, 风险点: 公车管理, 表现: 公车私用、违规加油及维修。, 等级: 低,\n"
        "     措施: [按月公示], 责任岗位: 医政股, 责任领导: 分管副局长}\n"
    )
    edited(root, UNIT, "电话: 0355-0000000\n", f"电话: 0355-0000000\n岗位风险:\n   {row}")
    page = rendered(joined(root))[0]["powers/health/risks/"]
    assert "公车私用、违规加油及维修。 公车管理 低 按月公示 医政股 责任领导：分管副局长" in text_of(
        page
    )


def test_several_phones_are_told_apart() -> None:
    assert phones("0355-0000000、0000001") == ("0355-0000000", "0000001")
    assert phones("0355-0000000 0355-0000001") == ("0355-0000000", "0355-0000001")
    assert phones("0355-0000000/0355-0000001") == ("0355-0000000", "0355-0000001")
    assert phones("0355-0000000/1") == ("0355-0000000/1",)
    assert phones("到窗口问，或者打12345") == ("到窗口问，或者打12345",)
