"""“3+X” on the home page of a township: the report's words, and what the data answers to them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from selectolax.lexbor import LexborNode

from generator.model.body import Post, Publication, Review, Unit, Window
from generator.model.registry import Registry
from generator.model.written import Written
from generator.output import Page
from generator.tests.rendered import read, registry_of, rendered, text_of

HOME = "powers/beishan/"


@pytest.fixture(scope="module")
def full() -> Registry:
    """The world that uses every field."""
    return registry_of("full")


@pytest.fixture(scope="module")
def pages(full: Registry) -> dict[str, Page]:
    """Its pages by address."""
    return rendered(full)[0]


def township(full: Registry, **changes: object) -> dict[str, Page]:
    """The pages of the world with a changed township."""
    units = tuple(
        unit.model_copy(update=changes) if unit.id == "beishan" else unit for unit in full.units
    )
    return rendered(replace(full, units=units), only="beishan")[0]


def doors_of(page: Page) -> list[LexborNode]:
    """The four doors of a township's home."""
    return read(page).css(".mb-tiles:not(.mb-tiles--four) .mb-tile")


def heading_of(page: Page, label: str) -> str:
    """What stands under one of the four headings."""
    found = {
        (row.css_first("dt") or row).text(): row.css_first("dd") or row
        for row in read(page).css("section[aria-labelledby=doors] dl > div")
    }
    return " ".join(found[label].text(separator=" ").split())


def test_the_four_questions_stand_in_the_order_of_the_report(pages: dict[str, Page]) -> None:
    told = [(door.css_first("strong") or door).text() for door in doors_of(pages[HOME])]
    expected = ["政府可以干什么", "干部可以干什么", "村官可以干什么", "群众需要怎么办"]
    assert told == expected


def test_each_question_leads_to_the_list_that_answers_it(pages: dict[str, Page]) -> None:
    leads = [door.attributes.get("href") for door in doors_of(pages[HOME])]
    assert leads == [
        "list/index.html",
        "posts/index.html",
        "../../villages/beishan/index.html",
        "guides/index.html",
    ]


def test_each_question_says_how_many(pages: dict[str, Page]) -> None:
    notes = [(door.css_first("span") or door).text() for door in doors_of(pages[HOME])]
    assert notes == ["权力清单，3项", "2个岗位的责任", "1个村的小微权力清单", "办事指南，2项"]


def test_a_question_without_an_answer_says_so_and_leads_nowhere(full: Registry) -> None:
    page = township(full, posts=())[HOME]
    officials = doors_of(page)[1]
    assert officials.attributes.get("href") is None
    assert "岗位责任：未提供" in officials.text()


def test_the_page_says_that_the_report_defines_neither_3_nor_x(pages: dict[str, Page]) -> None:
    words = text_of(pages[HOME])
    assert "报道没有写明“3”和“X”各指什么，这里只照引，不解释" in words


def test_the_page_on_the_report_is_led_to_where_it_is_written(
    full: Registry, pages: dict[str, Page]
) -> None:
    assert "报道怎么说" not in text_of(pages[HOME])
    written = {**full.handwritten, "content/about/liuquan.md": Written("六权治本")}
    page = rendered(replace(full, handwritten=written), only="beishan")[0][HOME]
    assert 'href="../../about/liuquan/index.html#three-x">报道怎么说' in page.body


def test_a_department_has_no_3_plus_x(pages: dict[str, Page]) -> None:
    assert "3+X" not in text_of(pages["powers/education/"])


def test_what_is_granted_counts_powers_duties_and_what_is_left_out(pages: dict[str, Page]) -> None:
    told = heading_of(pages[HOME], "科学确权")
    assert told.startswith("3项权力")
    assert "1项不归这里办" in told


def test_what_is_published_says_since_when_and_after_which_reviews(full: Registry) -> None:
    changed = township(
        full,
        publication=Publication.model_validate({"日期": "2015-09-30", "状态": "试运行"}),
        reviews=(Review.model_validate({"环节": "专家评审", "日期": "2015-08-18"}),),
    )
    told = heading_of(changed[HOME], "阳光晒权")
    assert "2015年9月30日公开 公开的状态：试运行" in told
    assert "1次审核" in told
    assert "两张清单，两种图，2项办事指南 公开的内容" in told


def test_a_list_never_published_says_that_nobody_told(pages: dict[str, Page]) -> None:
    assert heading_of(pages[HOME], "阳光晒权") == "未提供"


def test_how_power_is_watched_counts_risks_inspections_and_gives_the_phone(full: Registry) -> None:
    inspected = {"环节": "督查", "日期": "2015-10-12", "办结": "2015-10-17"}
    changed = township(full, reviews=(Review.model_validate(inspected),))
    told = heading_of(changed[HOME], "严格控权")
    assert "督查1次 1次已经办结" in told
    assert "0355-0000021 监督电话" in told


def test_a_post_shows_the_powers_stages_steps_and_risks_it_answers_for(full: Registry) -> None:
    page = rendered(full)[0]["powers/education/posts/"]
    assert read(page).css_first("#post-1") is not None
    words = text_of(page)
    assert "承办" in words
    assert "个流程里办" in words


def test_a_post_with_nothing_to_do_says_so(full: Registry) -> None:
    idle = Post.model_validate({"名称": "值班室"})
    page = township(full, posts=(idle,))["powers/beishan/posts/"]
    assert "值班室 未提供" in text_of(page)


def test_the_guides_say_what_to_bring_how_long_and_where(full: Registry) -> None:
    window = Window.model_validate({"名称": "民政窗口"})
    page = township(full, windows=(window,))["powers/beishan/guides/"]
    row = read(page).css_first("tbody tr")
    assert row is not None
    cells = {c.attributes.get("data-label"): " ".join(c.text().split()) for c in row.css("td")}
    assert cells["带什么"].endswith("样材料")
    assert cells["几天"] == "15个工作日"
    assert cells["去哪办"] == "民政窗口"


def test_a_unit_that_nobody_applies_to_has_no_guides(full: Registry) -> None:
    none: tuple[Unit, ...] = tuple(u.model_copy(update={"posts": ()}) for u in full.units)
    bare = replace(full, units=none, powers={})
    made = rendered(bare)[0]
    assert "powers/beishan/guides/" not in made
    assert "powers/beishan/posts/" not in made
    assert "办事指南：未提供" in text_of(made[HOME])
