"""Data files, previews and hostile data: what a small district's outputs hold beside its pages."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator.chart import gallery
from generator.model.charts import Drawings
from generator.model.registry import Registry
from generator.output import Booklet, Page
from generator.render import Beside, render
from generator.render.handbook_link import size_in_words
from generator.settings import Settings
from generator.tests.load_world import copy_of, edited, joined
from generator.tests.rendered import read, registry_of, rendered, text_of

HOSTILE = "<script>alert(1)</script><b id='x'>{{ 7*7 }}</b>]]>\"'&amp;"


@pytest.fixture(scope="module")
def full() -> Registry:
    """The world that uses every field."""
    return registry_of("full")


@pytest.fixture(scope="module")
def files(full: Registry) -> dict[str, str]:
    """Its files by path."""
    return rendered(full)[1]


def test_item_data_holds_every_field_as_written_but_no_remark(
    full: Registry, files: dict[str, str]
) -> None:
    data = json.loads(files["powers/education/xk-001/item.json"])
    item = next(h.item for h in full.all_powers() if h.ref.id == "xk-001")
    public = [(path, text) for path, text in item.source.texts() if "备注" not in path]
    written = [text.content for _, text in public]
    assert data["事项"]["名称"] == "校车使用许可"
    assert data["事项"]["编码"] == "000105005000"
    assert sorted(_texts(data["事项"])) == sorted(str(text) for text in written)
    assert data["来源"] == {
        "文件": "powers/education/items/xk-001.yml",
        "采用": "",
        "本地字段": [],
    }
    adopted = json.loads(files["powers/beishan/ms-001/item.json"])
    assert adopted["来源"]["采用"] == "powers/_township"
    assert "时限/承诺" in adopted["来源"]["本地字段"]


def _texts(tree: object) -> list[str]:
    if isinstance(tree, dict):
        return [text for value in tree.values() for text in _texts(value)]
    if isinstance(tree, list):
        return [text for value in tree for text in _texts(value)]
    return [str(tree)]


def test_hostile_text_is_inert_and_verbatim(tmp_path: Path) -> None:
    root = copy_of("full", tmp_path)
    item = "powers/education/items/xk-001.yml"
    quoted = json.dumps(HOSTILE, ensure_ascii=False)
    edited(root, item, "权限范围: 本区义务教育学校", f"权限范围: {quoted}")
    edited(root, item, "受理条件: 车况好，司机有校车驾驶资格。", f"受理条件: {quoted}")
    page = rendered(joined(root))[0]["powers/education/xk-001/"]
    tree = read(page)
    assert tree.css("script") == []
    assert tree.css("#x") == []
    assert text_of(page).count("<script>alert(1)</script>") == 2
    assert "{{ 7*7 }}" in text_of(page)


def test_a_preview_makes_one_body_and_no_dead_link(full: Registry) -> None:
    pages, _ = rendered(full, only="education")
    others = [a for a in pages if not a.startswith("powers/education/")]
    ways = ["", "404.html", "a-z/", "map/", "map/handoffs/", "powers/", "villages/"]
    assert sorted(others) == ways
    made = {f"{address}index.html" for address in pages}
    body = pages["powers/"].body
    assert "北山镇" in body
    assert "beishan" not in body
    assert "education/index.html" in body
    assert "powers/education/index.html" in made


def test_the_same_district_gives_the_same_bytes(full: Registry) -> None:
    assert rendered(full) == rendered(full)


def test_a_sitemap_stands_only_where_the_site_has_an_address(
    files: dict[str, str], tmp_path: Path
) -> None:
    assert "<loc>https://example.invalid/mingbai/powers/education/</loc>" in files["sitemap.xml"]
    assert "404" not in files["sitemap.xml"]
    root = copy_of("full", tmp_path)
    edited(root, "powers/district.yml", "网址: https://example.invalid/mingbai/\n", "")
    _, without = rendered(joined(root))
    assert "sitemap.xml" not in without
    assert "robots.txt" not in without


def test_a_handbook_is_linked_with_its_size_and_days_where_it_is_printed(full: Registry) -> None:
    drawings = Drawings(gallery(full, lambda _done, _all: None))
    beside = Beside(booklets={"beishan/shangcun": Booklet(1_340_000, 124)})
    outputs = render(full, drawings, Settings(Path(), Path("site")), beside)
    pages = {each.address: each.body for each in outputs if isinstance(each, Page)}
    told = "PDF，124页，1.3 MB"
    own = pages["villages/beishan/shangcun/"]
    assert f'href="handbook.pdf">打开本村手册（{told}）</a>' in own
    assert "2016年第一版，编印日期：2016-01，核对日期：2026年11月5日" in own
    assert 'href="handbook.json"' in own
    for address, href in (("villages/", "beishan/"), ("villages/beishan/", "")):
        link = f'href="{href}shangcun/handbook.pdf">上村手册（{told}，2016年第一版，编印'
        assert link in pages[address]
    assert 'href="../villages/beishan/shangcun/handbook.json">上村手册的数据' in pages["data/"]
    other = pages["villages/unplaced/xiacun/"]
    assert "这一次发布没有印本村的手册" in other
    assert "handbook." not in other


def test_no_page_leads_to_handbooks_that_were_not_printed(full: Registry) -> None:
    pages, _ = rendered(full)
    assert [a for a, page in pages.items() if "handbook.pdf" in page.body] == []
    assert "和手册" not in pages["villages/"].description
    assert "这一次发布没有印本村的手册" in pages["villages/beishan/shangcun/"].body
    assert size_in_words(400) == "1 KB"
    assert size_in_words(820_400) == "820 KB"


def test_every_page_states_its_title_date_and_source(full: Registry) -> None:
    page = rendered(full)[0]["powers/education/xk-001/"]
    assert dict(page.meta) == {
        "ColumnName": "找部门",
        "ArticleTitle": "校车使用许可 - 教育局",
        "PubDate": "2026-11-22",
        "ContentSource": "样样区人民政府",
    }


def test_the_page_of_the_data_leads_to_every_file_of_the_district(
    full: Registry, files: dict[str, str]
) -> None:
    pages, _ = rendered(full)
    links = {node.attributes["href"] for node in read(pages["data/"]).css("a[href$='.json']")}
    district = {path.removeprefix("data/") for path in files if path.startswith("data/")}
    assert len(district) == 10
    assert district <= links
    assert "../villages/beishan/shangcun/village.json" in links
    laws = json.loads(files["data/laws.json"])
    assert laws[0]["简称"] == ["行政许可法"]
    assert "备注" not in laws[0]


def test_a_flow_has_the_date_of_its_unit_where_it_says_none(full: Registry) -> None:
    pages, files = rendered(full)
    assert "核对日期 2026年11月2日" in text_of(pages["powers/education/flows/chufa/"])
    assert "核对日期 2026年11月3日" in text_of(pages["powers/education/flows/xiaoche/"])
    assert (
        json.loads(files["powers/education/flows/chufa/flow.json"])["核对日期"] == "2026年11月2日"
    )
