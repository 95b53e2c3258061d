"""A district that names a folder of law texts: each basis says how it agrees with them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator.check import check
from generator.load import load
from generator.load.law_texts import read_law_texts
from generator.model.citation import Cited
from generator.model.registry import Registry
from generator.problem import Severity
from generator.tests.rendered import rendered, text_of
from generator.tests.rule_pages import Fields, world_with

ITEM = "powers/health/items/xk-001.yml"
BASES = """依据:
  - 《中华人民共和国行政许可法》第三十八条
  - {引用: 《示例渡口办法》第三条, 类型: 实施, 摘录: "渡船应当配备救生衣, 每人一件"}
  - {引用: 《示例渡口办法》第二条, 类型: 实施, 摘录: 应当征求水利、交通部门的意见}
  - {引用: 《示例渡口办法》第七条, 类型: 责任}
"""
ELSEWHERE = """责任:
  事项: [{环节: 受理, 内容: 当场一次告知, 依据: 《示例渡口办法》第六条}]
  追责依据: [《示例渡口办法》第七条]
收费: {标准: 每件5元, 依据: 《示例渡口办法》第八条}
时限:
  法定: {期限: 20个工作日, 依据: 《示例渡口办法》第九条}
  承诺: 10个工作日
救济: {依据: 《示例渡口办法》第十条}
子项: [{代号: a, 名称: 甲, 依据: {引用: 《示例渡口办法》第十一条}}]
标准: [{对象: 甲, 金额: 5元, 依据: [《示例渡口办法》第二条, 《示例渡口办法》第十二条]}]
"""
CONDITIONS = "有水处理设备、消毒设备，制水人员取得健康证明，水质检验合格"


def _district(folder: Path, texts: str) -> tuple[Registry, list[str]]:
    setting = Fields("powers/district.yml", texts)
    root = world_with(folder / "world", setting, Fields(ITEM, BASES))
    registry, problems = load(root)
    assert registry is not None
    return registry, [each.code for each in (*problems, *check(registry))]


def test_the_outcome_stands_beside_each_basis_with_the_day_of_the_text(tmp_path: Path) -> None:
    registry, codes = _district(tmp_path, "法律文本: law-texts\n")
    pages, _ = rendered(registry)
    told = text_of(pages["powers/health/xk-001/"])
    outcomes = (
        "未收录",
        "一致（2021-06-01文本）",
        "旧版（2015-03-01文本）",
        "不符（2021-06-01文本）",
    )
    assert [told.count(f"核对原文：{outcome}") for outcome in outcomes] == [2, 1, 1, 1]
    assert codes == ["quotation-of-older-version", "article-missing"]


def test_the_outcome_stands_beside_bases_of_duties_fees_and_parts_too(tmp_path: Path) -> None:
    setting = Fields("powers/district.yml", "法律文本: law-texts\n")
    root = world_with(tmp_path / "world", setting, Fields(ITEM, ELSEWHERE))
    registry, _ = load(root)
    assert registry is not None
    told = text_of(rendered(registry)[0]["powers/health/xk-001/"])

    missing = "不符，2021-06-01文本"
    for article in ("第六条", "第七条", "第十一条", "第十二条"):
        assert f"《示例渡口办法》{article}〔{missing}〕" in told
    assert "《示例渡口办法》第二条〔一致，2021-06-01文本〕" in told


def test_the_outcome_stands_beside_bases_of_remedies_wherever_they_stand(tmp_path: Path) -> None:
    remedy = "救济: {不适用: 甲, 依据: [《示例渡口办法》第二条, 《示例渡口办法》第十条]}\n"
    village = "villages/_common/items/bm-001.yml"
    basis = "依据: [《示例渡口办法》第二条]\n"
    setting = Fields("powers/district.yml", "法律文本: law-texts\n")
    changes = (Fields(ITEM, remedy), Fields(village, remedy + basis))
    registry, _ = load(world_with(tmp_path / "world", setting, *changes))
    assert registry is not None
    pages, files = rendered(registry)

    found = "《示例渡口办法》第二条〔一致，2021-06-01文本〕"
    missing = "《示例渡口办法》第十条〔不符，2021-06-01文本〕"
    for address in ("powers/health/xk-001/", "villages/hedong/dongtou/", "villages/items/bm-001/"):
        assert f"依据：{found}、{missing}" in text_of(pages[address])
    assert "核对原文：一致（2021-06-01文本）" in text_of(pages["villages/hedong/dongtou/"])
    rows = json.loads(files["powers/health/xk-001/item.json"])["核对原文"]
    told = [(row["条"], row["结论"]) for row in rows if row["字段"].startswith("救济/依据")]
    assert told == [("第二条", "一致"), ("第十条", "不符")]


def test_a_district_without_law_texts_says_nothing_of_them(tmp_path: Path) -> None:
    registry, codes = _district(tmp_path, "制度文件: []\n")
    pages, _ = rendered(registry)
    assert "核对原文" not in text_of(pages["powers/health/xk-001/"])
    assert codes == []


def test_a_folder_without_laws_is_told_at_its_line(tmp_path: Path) -> None:
    _, codes = _district(tmp_path, "法律文本: nowhere\n")
    assert codes == ["missing-file"]


def test_the_number_of_the_document_finds_a_law_under_another_name(tmp_path: Path) -> None:
    basis = "依据: [{引用: 《渡口管理规定》第一条, 文号: 示例省人民政府令第30号}]\n"
    root = world_with(
        tmp_path / "w", Fields("powers/district.yml", "法律文本: law-texts\n"), Fields(ITEM, basis)
    )
    registry, _ = load(root)
    assert registry is not None
    pages, _ = rendered(registry)
    assert "核对原文：一致（2021-06-01文本）" in text_of(pages["powers/health/xk-001/"])


def test_a_law_text_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    folder = tmp_path / "laws"
    folder.mkdir()
    (folder / "示例渡口办法(2021-06-01).md").symlink_to(tmp_path / "nowhere.md")
    _, problems = read_law_texts(folder, [Cited("示例渡口办法")])
    assert [(each.code, each.severity) for each in problems] == [
        ("unreadable-file", Severity.WARNING)
    ]


@pytest.mark.parametrize(
    ("title", "codes"),
    [("示例饮水法", ["basis-speaks-of-another-matter"]), ("示例行政许可法", [])],
)
def test_a_law_on_procedure_may_speak_of_no_matter_at_all(
    title: str, codes: list[str], tmp_path: Path
) -> None:
    told = f"依据: [《{title}》第八条]\n办事指南:\n  受理条件: {CONDITIONS}\n"
    setting = Fields("powers/district.yml", "法律文本: law-texts\n")
    root = world_with(tmp_path / "w", setting, Fields(ITEM, told))
    known = (root / "law-texts" / "示例饮水卫生办法(2020-03-01).md").read_text("utf-8")
    renamed = known.replace("示例饮水卫生办法", title)
    (root / "law-texts" / f"{title}(2020-03-01).md").write_text(renamed, "utf-8")
    registry, _ = load(root)
    assert registry is not None
    assert [each.code for each in check(registry) if "another" in each.code] == codes


def test_bases_outside_the_field_of_bases_are_compared_too(tmp_path: Path) -> None:
    setting = Fields("powers/district.yml", "法律文本: law-texts\n")
    root = world_with(tmp_path / "w", setting, Fields(ITEM, ELSEWHERE))
    flow = root / "powers/health/flows/xuke.yml"
    first = flow.read_text("utf-8").replace("步骤:\n", "依据: 《示例渡口办法》第十三条\n步骤:\n", 1)
    flow.write_text(first, "utf-8")
    registry, _ = load(root)
    assert registry is not None
    missing = [each for each in check(registry) if each.code == "article-missing"]
    told = [each.sentence.partition("没有")[2].partition("条")[0] for each in missing]
    assert sorted(told) == sorted(
        f"第{number}" for number in "六 七 八 九 十 十一 十二 十三".split()
    )
    assert len({(each.span.file, each.span.line, each.span.column) for each in missing}) == 8


def test_open_data_says_what_was_found_of_each_basis(tmp_path: Path) -> None:
    registry, _ = _district(tmp_path, "法律文本: law-texts\n")
    _, files = rendered(registry)
    rows = json.loads(files["powers/health/xk-001/item.json"])["核对原文"]
    told = [(row["字段"], row["条"], row["结论"], row["文本"]) for row in rows]
    assert told == [
        ("时限/法定/依据", "第四十二条", "未收录", ""),
        ("依据/0", "第三十八条", "未收录", ""),
        ("依据/1", "第三条", "一致", "2021-06-01"),
        ("依据/2", "第二条", "旧版", "2015-03-01"),
        ("依据/3", "第七条", "不符", "2021-06-01"),
    ]
    assert rows[4]["说明"] == "2021-06-01的文本里没有第七条，只到第四条之一"


def test_open_data_of_a_district_without_law_texts_finds_nothing(tmp_path: Path) -> None:
    registry, _ = _district(tmp_path, "制度文件: []\n")
    _, files = rendered(registry)
    assert json.loads(files["powers/health/xk-001/item.json"])["核对原文"] == []
