"""Windows that several units share: written once, shown wherever their items are handled."""

from __future__ import annotations

from pathlib import Path

from generator.load import load
from generator.output import Page
from generator.tests.rendered import read, rendered, text_of
from generator.tests.rule_pages import Fields, world_with

CENTRE = Fields(
    "powers/hedong/unit.yml",
    "窗口: [{名称: 中心卫生窗口, 地点: 示例路9号, 电话: 0355-0000009}, "
    "{名称: 咨询台, 业务: [取号]}]\n",
)
ITEM = Fields(
    "powers/health/items/xk-001.yml", "办事指南: {办理窗口: [中心卫生窗口], 咨询: 0355-0000002}\n"
)


def _pages(folder: Path, *changes: Fields) -> dict[str, Page]:
    registry, _ = load(world_with(folder / "world", *changes))
    assert registry is not None
    return rendered(registry)[0]


def test_a_window_lists_the_items_that_are_handled_there(tmp_path: Path) -> None:
    pages = _pages(tmp_path, CENTRE, ITEM)
    (name,) = read(pages["powers/health/xk-001/"]).css("h1")
    told = text_of(pages["places/"])
    assert told.count("中心卫生窗口") == 1
    assert "地点 示例路9号 电话 0355-0000009 在这里办的1件事" in told
    assert f"在这里办的1件事 {name.text().strip()}" in told
    assert "咨询台 业务 取号" in told


def test_phones_and_items_of_a_window_can_be_tapped(tmp_path: Path) -> None:
    """Also from a stick: every link is relative or rings."""
    place = read(_pages(tmp_path, CENTRE, ITEM)["places/"])
    links = {a.attributes["href"]: a.text().strip() for a in place.css(".mb-place a")}
    assert links["tel:03550000009"] == "0355-0000009"
    assert "../powers/health/xk-001/index.html" in links
    assert "../powers/hedong/index.html#contact" in links
    assert "../villages/hedong/dongtou/index.html" in links


def test_the_page_of_a_unit_leads_to_what_is_done_at_its_windows(tmp_path: Path) -> None:
    unit = read(_pages(tmp_path, CENTRE, ITEM)["powers/health/"])
    links = {a.text().strip(): a.attributes["href"] for a in unit.css(".mb-table a")}
    assert links["中心卫生窗口"] == "../../places/index.html#u-hedong"


def test_a_unit_shows_the_windows_elsewhere_that_handle_its_items(tmp_path: Path) -> None:
    pages = _pages(tmp_path, CENTRE, ITEM)
    assert "中心卫生窗口 示例路9号 未提供 0355-0000009" in text_of(pages["powers/health/"])
    assert "咨询台" not in text_of(pages["powers/health/"])
    assert "中心卫生窗口 示例路9号" in text_of(pages["powers/health/xk-001/"])


def test_pages_that_show_a_window_name_the_file_it_is_written_in(tmp_path: Path) -> None:
    pages = _pages(tmp_path, CENTRE, ITEM)
    for address in ("powers/health/", "powers/health/xk-001/", "places/"):
        assert CENTRE.file in pages[address].inputs
    for address in ("powers/hedong/", "places/"):
        assert ITEM.file in pages[address].inputs


def test_what_an_office_writes_of_its_window_stands_as_written(tmp_path: Path) -> None:
    written = Fields(CENTRE.file, "窗口: [{名称: 中心卫生窗口, 业务: [开卫生许可]}]\n")
    told = text_of(_pages(tmp_path, written, ITEM)["places/"])
    assert "中心卫生窗口 业务 开卫生许可" in told


def test_a_units_own_window_comes_before_one_of_the_same_name(tmp_path: Path) -> None:
    own = Fields("powers/health/unit.yml", "窗口: [{名称: 中心卫生窗口, 地点: 示例路2号}]\n")
    pages = _pages(tmp_path, CENTRE, ITEM, own)
    assert "示例路2号" in text_of(pages["powers/health/xk-001/"])
    assert "示例路9号" not in text_of(pages["powers/health/"])


def test_a_village_says_where_it_serves_people_and_leaves_out_phones_that_no_meeting_has(
    tmp_path: Path,
) -> None:
    posts = Fields(
        "villages/hedong/dongtou.yml",
        "岗位: [{名称: 主任, 电话: 0355-0000101}, {名称: 村民会议}]\n",
    )
    village = _pages(tmp_path, posts)["villages/hedong/dongtou/"]
    assert "办事地点 村委会一楼 村便民服务中心" in text_of(village)
    rows = read(village).css(".mb-table tbody tr")[:2]
    assert [row.css("td")[-1].text().strip() for row in rows] == ["0355-0000101", ""]
