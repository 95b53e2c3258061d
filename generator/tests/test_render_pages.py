"""What the pages of a whole small district hold, and that nothing in the data can break them."""

from __future__ import annotations

import re
from collections import Counter
from importlib import import_module
from pathlib import Path
from urllib.parse import urldefrag

import pytest

from generator.model.registry import Registry
from generator.output import Page
from generator.render import urls
from generator.tests.conftest import refuse
from generator.tests.load_world import copy_of, edited, joined
from generator.tests.rendered import read, registry_of, rendered, text_of


@pytest.fixture(scope="module")
def full() -> Registry:
    """The world that uses every field."""
    return registry_of("full")


@pytest.fixture(scope="module")
def pages(full: Registry) -> dict[str, Page]:
    """Its pages by address."""
    return rendered(full)[0]


@pytest.fixture(scope="module")
def files(full: Registry) -> dict[str, str]:
    """Its files by path."""
    return rendered(full)[1]


@pytest.mark.parametrize(
    "address",
    [
        "",
        "powers/",
        "powers/education/",
        "powers/education/list/",
        "powers/education/duties/",
        "powers/education/flows/",
        "powers/education/risks/",
        "powers/education/posts/",
        "powers/education/guides/",
        "powers/education/xk-001/",
        "powers/education/cf-001/",
        "powers/education/flows/xiaoche/",
        "powers/common/flows/",
        "powers/common/flows/lianhe/",
        "powers/township/",
        "powers/township/ms-001/",
        "powers/township/flows/jiuzhu/",
        "powers/beishan/",
        "powers/beishan/ms-001/",
        "villages/",
        "villages/beishan/",
        "villages/beishan/shangcun/",
        "villages/unplaced/",
        "villages/unplaced/xiacun/",
        "villages/items/",
        "villages/items/bm-001/",
        "villages/flows/",
        "villages/flows/siyi/",
        "kinds/",
        "kinds/licensing/",
        "topics/",
        "topics/school/",
        "places/",
        "a-z/",
        "changes/",
        "data/",
        "404.html",
    ],
)
def test_every_page_type_has_its_address(pages: dict[str, Page], address: str) -> None:
    page = pages[address]
    assert page.title
    assert page.description
    assert page.inputs
    assert "核对日期" in page.body


def test_a_district_of_the_least_data_renders() -> None:
    pages, files = rendered(registry_of("minimal"))
    assert {"", "powers/", "villages/", "a-z/", "404.html"} <= set(pages)
    assert "assets/find-index.js" in files


def test_every_page_has_one_title_unique_ids_and_ascii_anchors(pages: dict[str, Page]) -> None:
    faults = []
    for address, page in pages.items():
        tree = read(page)
        ids = [node.attributes["id"] or "" for node in tree.css("[id]")]
        faults += [
            f"{address}: {i} stands twice" for i in sorted({i for i in ids if ids.count(i) > 1})
        ]
        faults += [
            f"{address}: {i} is no anchor" for i in ids if not re.fullmatch(r"[a-z0-9_-]+", i)
        ]
        faults += [f"{address}: {len(tree.css('h1'))} h1"] if len(tree.css("h1")) != 1 else []
        faults += [
            f"{address}: no place {heading.anchor}"
            for heading in page.contents
            if heading.anchor not in ids
        ]
    refuse(faults)


def test_every_link_between_data_pages_leads_to_a_page(
    pages: dict[str, Page], files: dict[str, str]
) -> None:
    handwritten = {"oversight/index.html", "charts/index.html", "about/index.html"}
    attached = registry_of("full").attached
    known = handwritten | attached | set(files) | {f"{address}index.html" for address in pages}
    faults = []
    for address, page in pages.items():
        if address == urls.NOT_FOUND:
            continue
        for node in read(page).css("a[href]"):
            href = urldefrag(node.attributes["href"] or "").url
            if not href or re.match(r"[a-z]+:", href):
                continue
            steps = [*address.split("/")[:-1], *href.split("/")]
            path: list[str] = []
            for step in steps:
                path = path[:-1] if step == ".." else [*path, step]
            if "/".join(path) not in known:
                faults.append(f"{address or '首页'} → {href}")
    refuse(faults)


def test_only_the_wrong_address_page_has_absolute_links(pages: dict[str, Page]) -> None:
    absolute = [a for a, page in pages.items() if 'href="https://example.invalid' in page.body]
    assert absolute == ["404.html"]


def test_an_item_page_tells_things_in_the_order_people_ask(pages: dict[str, Page]) -> None:
    headings = [n.attributes.get("id") for n in read(pages["powers/education/xk-001/"]).css("h2")]
    expected = ["card", "steps", "documents", "guide", "variants", "power", "basis", "duties"]
    assert headings == [*expected, "oversight", "history"]


def test_the_card_of_a_service_says_who_what_days_money_visits_where_phone(
    pages: dict[str, Page],
) -> None:
    card = read(pages["powers/education/xk-001/"]).css_first(".mb-card__facts")
    assert card is not None
    labels = [node.text() for node in card.css("dt")]
    assert labels == ["谁能办", "带什么", "几天", "多少钱", "跑几次", "去哪办", "打电话"]
    assert 'href="tel:03550000002"' in (card.html or "")


def test_the_card_of_a_penalty_says_when_how_who_rights_and_remedies(
    pages: dict[str, Page],
) -> None:
    card = read(pages["powers/education/cf-001/"]).css_first(".mb-card__facts")
    assert card is not None
    labels = [node.text() for node in card.css("dt")]
    expected = ["什么情形", "怎么处理", "几天", "谁来查", "我的权利", "不服找谁", "监督电话"]
    assert labels == expected


def test_unknown_is_said_and_never_empty(pages: dict[str, Page]) -> None:
    for page in pages.values():
        for fact in read(page).css("dd"):
            assert fact.text(strip=True), page.address


def test_an_ended_item_says_when_why_and_where_to_go(pages: dict[str, Page]) -> None:
    notice = read(pages["powers/education/xk-002/"]).css_first(".mb-notice--ended")
    assert notice is not None
    assert "2016年3月1日整合" in notice.text()
    assert "示例文件" in notice.text()
    assert 'href="../xk-001/index.html"' in (notice.html or "")
    assert read(pages["powers/education/xk-002/"]).css_first("#card, #steps") is None


def test_an_adopted_item_shows_what_is_local(pages: dict[str, Page]) -> None:
    local = read(pages["powers/beishan/ms-001/"]).css_first(".mb-local")
    assert local is not None
    words = " ".join(local.text().split())
    assert "本地：15个工作日" in words
    assert "通用：20个工作日" in words


def test_a_handoff_is_shown_at_both_ends(pages: dict[str, Page]) -> None:
    village = pages["villages/beishan/shangcun/"].body
    assert 'href="../../../powers/beishan/ms-001/index.html">北山镇：低保初审' in village
    township = text_of(pages["powers/beishan/ms-001/"])
    assert "从哪里交来 低保代办" in township
    unplaced = pages["villages/unplaced/xiacun/"].body
    assert "powers/township/ms-001/index.html" in unplaced


def test_a_village_draws_a_chart_only_where_its_flow_differs(pages: dict[str, Page]) -> None:
    own = read(pages["villages/beishan/shangcun/"]).css(".mb-chart")
    same = read(pages["villages/unplaced/xiacun/"]).css(".mb-chart")
    assert len(own) > 0
    assert len(same) == 0


def test_a_shared_village_item_names_the_villages_and_how_they_differ(
    pages: dict[str, Page],
) -> None:
    words = text_of(pages["villages/items/bm-001/"])
    assert "上村 本村有不同：时限 · 承诺" in words
    assert "下村 与通用清单相同" in words
    assert "本村没有集体林场" in text_of(pages["villages/items/zd-001/"])


def test_a_flow_adapted_by_a_shared_village_item_is_drawn_once_on_its_page(tmp_path: Path) -> None:
    world = copy_of("full", tmp_path)
    own = "流程: [{用: daiban, 岗位: {村民: 困难户}}]"
    edited(world, "villages/_common/items/bm-001.yml", "流程: daiban", own)
    page = read(rendered(joined(world))[0]["villages/items/bm-001/"])
    named = Counter(str(node.attributes["id"]) for node in page.css("[id]"))
    assert page.css(".mb-chart")
    assert [name for name, times in named.items() if times > 1] == []


def test_a_flow_page_says_what_the_re_engineering_saved(pages: dict[str, Page]) -> None:
    words = text_of(pages["powers/education/flows/xiaoche/"])
    assert "再造前后对比 比什么 再造前 再造后 省了多少 步骤" in words
    assert "这是再造前的流程" in text_of(pages["powers/education/flows/xiaoche-jiu/"])


def test_a_topic_of_many_items_shows_them_body_by_body(monkeypatch: pytest.MonkeyPatch) -> None:
    module = import_module("generator.render.browse_pages")
    monkeypatch.setattr(module, "_MOST_IN_ONE_LIST", 0)
    page = rendered(registry_of("full"))[0]["topics/school/"]
    titles = [heading.text(strip=True) for heading in read(page).css("h2")]
    assert any(title.startswith("教育局（") for title in titles)
    assert [heading.words for heading in page.contents] == titles[: len(page.contents)]
