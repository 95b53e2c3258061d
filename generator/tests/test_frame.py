"""The frame: one empty page made by MkDocs, into which every page is poured."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from generator.output import Page
from generator.publish import SiteIdentity
from generator.publish.frame import make_frame
from generator.publish.frame_templates import find_version
from generator.publish.holes import Values, cut, fill
from generator.publish.patches import mended
from generator.publish.pour import Frame, pour, way_up
from generator.tests.publish_district import BODIES, BODY, HOME, IDENTITY, NOT_FOUND, write_district

_VERSIONS = {"assets/theme.css": "0a1b2c3d", "assets/find.js": "4e5f6a7b"}


def frame_of(root: Path, identity: SiteIdentity = IDENTITY) -> Frame:
    write_district(root)
    frame, problems = make_frame(root, identity, _VERSIONS)
    assert problems == []
    assert frame is not None
    return frame


@pytest.fixture(scope="module")
def frame(tmp_path_factory: pytest.TempPathFactory) -> Frame:
    return frame_of(tmp_path_factory.mktemp("district"))


def poured(frame: Frame, page: Page = BODY) -> str:
    return pour(frame, page).decode()


def read(text: str) -> LexborNode:
    root = LexborHTMLParser(text).root
    assert root is not None
    return root


def one(node: LexborNode, selector: str) -> LexborNode:
    found = node.css_first(selector)
    assert found is not None
    return found


def test_holes_are_filled_escaped_and_never_searched_again() -> None:
    pieces = cut("<a title=⟦name⟧>⟦=body⟧⟦#rows⟧[⟦word⟧]⟦/rows⟧</a>")
    values: Values = {
        "name": '⟦=body⟧"<',
        "body": "<b>⟦name⟧</b>",
        "rows": [{"word": "甲"}, {"word": "乙"}],
    }
    assert fill(pieces, values) == ("<a title=⟦=body⟧&quot;&lt;><b>⟦name⟧</b>[甲][乙]</a>")


@pytest.mark.parametrize("text", ["⟦#a⟧", "⟦#a⟧⟦/b⟧", "⟦/a⟧"])
def test_a_part_that_does_not_close_is_our_fault(text: str) -> None:
    with pytest.raises(ValueError, match="close"):
        cut(text)


def test_every_hole_of_the_empty_page_is_filled(frame: Frame) -> None:
    assert "⟦" not in poured(frame)


def test_a_marker_in_the_data_stays_as_it_is(frame: Frame) -> None:
    hostile = replace(BODY, title="⟦=body⟧", description="⟦/meta⟧", body="<p>⟦=body⟧⟦base⟧</p>")
    text = poured(frame, hostile)
    assert text.count("<p>⟦=body⟧⟦base⟧</p>") == 1
    assert "<title>⟦=body⟧ - 示例区明白账</title>" in text
    assert '<meta name="description" content="⟦/meta⟧">' in text


def test_a_marker_in_the_districts_name_stays_as_it_is(tmp_path: Path) -> None:
    frame = frame_of(tmp_path, replace(IDENTITY, name="⟦=body⟧区", sponsor="<b>⟦#meta⟧</b>"))
    seen = read(poured(frame))
    assert one(seen, ".mb-brand__district").text() == "⟦=body⟧区"
    assert "主办单位：<b>⟦#meta⟧</b>" in one(seen, ".mb-footer__facts").text()
    assert poured(frame).count("<h1>教育局</h1>") == 1


@pytest.mark.parametrize("depth", range(7))
def test_links_of_the_frame_lead_up_from_every_depth(frame: Frame, depth: int) -> None:
    address = "a/" * depth
    seen = read(poured(frame, replace(BODY, address=address, body="")))
    links = [node.attributes["href"] or "" for node in seen.css("header a, nav a, footer a, link")]
    inside = [link for link in links if not link.startswith(("#", "tel:"))]
    assert inside
    assert all(link.startswith(f"{way_up(depth)}/") for link in inside)
    assert all(link.partition("?")[0].endswith((".html", ".css", ".svg")) for link in inside)


def test_the_page_says_its_title_description_meta_and_contents(frame: Frame) -> None:
    seen = read(poured(frame))
    meta = {
        node.attributes.get("name") or node.attributes.get("property"): node.attributes["content"]
        for node in seen.css("meta[content]")
    }
    assert one(seen, "title").text() == "教育局 - 示例区明白账"
    assert meta["description"] == "教育局的清单"
    assert meta["ColumnName"] == "教育局"
    assert meta["SiteName"] == meta["og:site_name"] == "示例区明白账"
    contents = [(a.attributes["href"], a.text()) for a in seen.css(".mb-contents a")]
    assert contents == [("#basis", "依据")]
    assert one(seen, "html").attributes["lang"] == "zh-CN"


def test_a_page_without_headings_has_no_contents_list(frame: Frame) -> None:
    assert "mb-contents" not in poured(frame, HOME)


@pytest.mark.parametrize(
    ("address", "tab", "marked"),
    [
        ("", "", [("首页", "page")]),
        ("powers/", "powers/", [("找部门", "page")]),
        ("powers/education/", "powers/", [("找部门", "true")]),
        ("a-z/", "", []),
    ],
)
def test_the_tab_of_a_page_is_marked(
    frame: Frame, address: str, tab: str, marked: list[tuple[str, str]]
) -> None:
    seen = read(poured(frame, replace(BODY, address=address, tab=tab)))
    current = [
        (a.text(), a.attributes["aria-current"]) for a in seen.css(".mb-tabs [aria-current]")
    ]
    assert current == marked


def test_own_assets_are_asked_for_by_their_content(frame: Frame) -> None:
    text = poured(frame)
    assert '<link rel="stylesheet" href="../../assets/theme.css?0a1b2c3d">' in text
    assert '<script src="../../assets/find.js?4e5f6a7b" defer></script>' in text
    assert "site.js" not in text


def test_the_find_box_is_a_link_until_a_script_makes_it_one(frame: Frame) -> None:
    seen = read(poured(frame))
    box = one(seen, ".mb-find")
    assert box.attributes["data-base"] == "../.."
    assert one(seen, ".mb-find a.mb-find__link").attributes["href"] == "../../a-z/index.html"


def test_the_find_index_is_asked_for_anew_with_other_scripts_or_another_edition() -> None:
    scripts = {"assets/find.js": "1", "assets/find-text.js": "2", "assets/site.css": "3"}
    version = find_version(scripts, IDENTITY)

    assert version == find_version(scripts | {"assets/site.css": "4"}, IDENTITY)
    assert version != find_version(scripts | {"assets/find-text.js": "4"}, IDENTITY)
    assert version != find_version(scripts, replace(IDENTITY, edition=date(2027, 3, 1)))


def test_the_footer_says_what_the_district_gives_and_no_more(frame: Frame) -> None:
    footer = one(read(poured(frame)), "footer")
    assert "示例数据" in footer.text()
    assert one(footer, 'a[href="tel:12345"]').text() == "12345"
    facts = [line.text() for line in footer.css(".mb-footer__facts li")]
    assert facts == ["主办单位：示例主办", "核对日期：2026年9月1日", "发布日期：2026年11月22日"]
    ways = [line.text().strip() for line in footer.css(".mb-footer__ways li")]
    assert ways == ["关于", "监督与投诉", "按拼音找"]


def test_the_phone_for_mistakes_rings(tmp_path: Path) -> None:
    told = replace(IDENTITY, correction="发现内容有误，请拨打 12345，报出名称")
    footer = one(read(poured(frame_of(tmp_path, told))), "footer .mb-footer__facts")
    assert "纠错：发现内容有误，请拨打 12345，报出名称" in footer.text()
    assert one(footer, "a").attributes["href"] == "tel:12345"


def test_404_starts_from_the_path_of_the_site(tmp_path: Path) -> None:
    frame = frame_of(tmp_path, replace(IDENTITY, url="https://gov.example/gk/"))
    text = poured(frame, NOT_FOUND)
    assert 'href="/gk/powers/index.html"' in text
    assert 'src="/gk/assets/frame.js' in text
    assert "canonical" not in text
    assert '<link rel="canonical" href="https://gov.example/gk/powers/">' in poured(frame, BODIES)


def test_without_an_address_404_is_relative_and_nothing_is_canonical(frame: Frame) -> None:
    assert 'href="./powers/index.html"' in poured(frame, NOT_FOUND)
    assert "canonical" not in poured(frame)


def test_the_security_policy_holds_for_the_frame_itself(frame: Frame) -> None:
    seen = read(poured(frame))
    policy = one(seen, 'meta[http-equiv="Content-Security-Policy"]').attributes["content"]
    assert policy is not None
    assert "script-src 'self'; style-src 'self'" in policy
    assert [script.html for script in seen.css("script:not([src])")] == []
    assert seen.css("style, [style], [onclick]") == []
    assert "://" not in poured(frame)


def test_the_frame_is_light(frame: Frame) -> None:
    assert len(pour(frame, replace(BODY, body="", contents=()))) < 6_000


def test_a_theme_that_reads_otherwise_is_noticed() -> None:
    with pytest.raises(RuntimeError, match="0 places"):
        mended("<html>")
