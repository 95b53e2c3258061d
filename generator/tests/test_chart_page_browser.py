"""Charts on pages in a real browser: which drawing is shown, and how it is read and enlarged."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

WITH_CHARTS = (
    "powers/education/xk-002/index.html",
    "powers/education/flows/minban-sheli/index.html",
    "villages/items/zd-001/index.html",
)
SHOWN = """() => [...document.querySelectorAll('.mb-flow .mb-chart')].map(chart => [
  ...chart.querySelectorAll('.mb-chart__view svg')].filter(svg => svg.getClientRects().length)
  .map(svg => svg.getAttribute('class').split(' ')[1]))"""
IDS_IN_DRAWINGS = "() => document.querySelectorAll('svg.chart [id], svg.chart[id]').length"
NO_CONTAINERS = """() => {
  for (const sheet of document.styleSheets)
    for (let n = sheet.cssRules.length - 1; n >= 0; n--)
      if (sheet.cssRules[n] instanceof CSSContainerRule) sheet.deleteRule(n);
  document.querySelectorAll('details').forEach(fold => { fold.open = true; });
}"""
UNFOLD = "() => document.querySelectorAll('details').forEach(fold => { fold.open = true; })"


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page of a screen as wide as a test sets it."""
    context = browser.new_context(viewport={"width": 1366, "height": 800})
    yield context.new_page()
    context.close()


def until(page: Page, condition: str) -> None:
    """Wait until a page says that *condition* holds; its policy forbids Playwright's own way."""
    for _ in range(100):
        if page.evaluate(condition):
            return
        page.wait_for_timeout(50)
    pytest.fail(f"never came true: {condition}")


def shown(page: Page) -> set[tuple[str, ...]]:
    """The drawings that can be seen, chart by chart; one of each pair."""
    return {tuple(views) for views in page.evaluate(SHOWN)}


NARROW = {("chart-spine", "chart-risk-narrow"), ("chart-spine",)}
WIDE = {("chart-lanes", "chart-risk"), ("chart-lanes",)}


@pytest.mark.parametrize("address", WITH_CHARTS)
def test_one_drawing_of_each_pair_is_shown_and_none_has_ids(
    page: Page, host: str, address: str
) -> None:
    for width, expected in ((320, NARROW), (360, NARROW), (768, WIDE), (1366, WIDE)):
        page.set_viewport_size({"width": width, "height": 800})
        page.goto(host + address)
        page.evaluate(UNFOLD)

        assert shown(page), f"no chart at {width} px"
        assert shown(page) <= expected
        assert page.evaluate(IDS_IN_DRAWINGS) == 0


def test_paper_and_browsers_without_container_queries_show_one_of_each_pair(
    page: Page, host: str
) -> None:
    page.goto(host + WITH_CHARTS[0])
    page.evaluate(UNFOLD)
    page.emulate_media(media="print")
    assert shown(page) <= WIDE
    page.emulate_media(media="screen")
    page.evaluate(NO_CONTAINERS)
    assert shown(page) <= NARROW


def heard(page: Page) -> list[tuple[str, str]]:
    """Name and description of every drawing that Chromium tells a screen reader of."""
    tree = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")
    named = [(node.get("name"), node.get("description")) for node in tree["nodes"]]
    words = [(str((n or {}).get("value")), str((d or {}).get("value"))) for n, d in named]
    return sorted({pair for pair in words if "文字版见步骤清单" in pair[1]})


def test_a_screen_reader_meets_one_drawing_of_each_pair(page: Page, host: str) -> None:
    page.goto(host + "powers/education/flows/xiaoche-xuke/index.html")
    asked = "17步，{}3处判断或表决{}。文字版见步骤清单。"
    for width, posts in ((360, ""), (1366, "7个岗位，")):
        page.set_viewport_size({"width": width, "height": 800})

        assert heard(page) == [
            ("校车使用许可流程：权力运行流程图", "共" + asked.format(posts, "")),
            ("校车使用许可流程：风险防控图", "共" + asked.format("", "，4个风险点")),
        ]


def test_ids_are_unique_where_a_page_has_several_charts(page: Page, host: str) -> None:
    for address in WITH_CHARTS:
        page.goto(host + address)
        ids = page.evaluate("() => [...document.querySelectorAll('[id]')].map(one => one.id)")

        assert len(set(ids)) == len(ids)


@pytest.mark.parametrize(("width", "view"), [(360, "spine"), (1366, "lanes")])
def test_a_box_leads_to_its_line_and_the_line_back_to_the_box(
    page: Page, host: str, width: int, view: str
) -> None:
    page.set_viewport_size({"width": width, "height": 700})
    page.goto(host + WITH_CHARTS[0])
    box = page.locator(f".mb-chart__view--{view} a").nth(4)
    line = page.locator(str(box.get_attribute("href")))
    box.dispatch_event("click")
    expect(line).to_be_in_viewport()
    expect(box).to_have_class("c-here")
    line.get_by_role("link", name="图上第5步").click()
    expect(box).to_be_in_viewport()
    expect(box).to_be_focused()


def test_every_box_is_reached_by_the_keyboard_and_seen_to_be(page: Page, host: str) -> None:
    page.goto(host + WITH_CHARTS[0])
    boxes = page.locator(".mb-chart__view--lanes").first.locator("a")
    page.locator(".mb-chart__view--lanes").first.focus()
    for number in range(boxes.count()):
        page.keyboard.press("Tab")
        expect(boxes.nth(number)).to_be_focused()
        expect(boxes.nth(number)).to_have_css("outline-style", "solid")
    page.keyboard.press("Enter")
    assert page.url.endswith(str(boxes.last.get_attribute("href")))


def test_the_address_of_a_step_marks_it_in_list_and_drawing(page: Page, host: str) -> None:
    page.goto(host + WITH_CHARTS[0])
    link = page.locator(".mb-step__number").nth(2)
    page.goto(f"{host}{WITH_CHARTS[0]}{link.get_attribute('href')}")
    marked = page.locator("svg a.c-here")

    expect(page.locator(".mb-step:target")).to_contain_text(str(link.text_content()))
    assert set(marked.evaluate_all("all => all.map(one => one.getAttribute('href'))")) == {
        link.get_attribute("href")
    }


def test_the_full_size_is_zoomed_by_keys_buttons_and_wheel(page: Page, host: str) -> None:
    page.goto(host + WITH_CHARTS[0])
    page.get_by_role("link", name="放大看流程图").first.press("Enter")
    picture = page.get_by_role("dialog").locator("svg")

    def wide() -> float:
        return float(picture.get_attribute("width") or 0)

    first = wide()
    page.keyboard.press("+")
    assert wide() > first
    page.keyboard.press("-")
    assert wide() == pytest.approx(first, abs=1)
    page.get_by_role("button", name="放大").click()
    larger = wide()
    page.mouse.move(600, 400)
    page.mouse.wheel(0, 200)
    assert wide() == larger
    page.keyboard.down("Control")
    page.mouse.wheel(0, 300)
    page.keyboard.up("Control")
    until(page, f"document.querySelector('dialog svg').width.baseVal.value < {larger}")
    page.get_by_role("button", name="全图").click()
    box = picture.bounding_box()
    assert box is not None
    assert box["height"] <= 800
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(page.get_by_role("link", name="放大看流程图").first).to_be_focused()


def test_a_box_in_full_size_leads_to_its_line(page: Page, host: str) -> None:
    page.goto(host + WITH_CHARTS[0])
    page.get_by_role("link", name="放大看风险防控图").first.click()
    box = page.get_by_role("dialog").locator("svg a").nth(1)
    target = str(box.get_attribute("href"))
    box.click()
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(page.locator(target)).to_be_in_viewport()


def test_two_fingers_zoom_the_full_size(browser: Browser, host: str) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 700}, has_touch=True)
    page = context.new_page()
    page.goto(host + WITH_CHARTS[0])
    page.get_by_role("link", name="放大看流程图").first.tap()
    width = "document.querySelector('dialog svg').width.baseVal.value"
    before = page.evaluate(width)
    touch = context.new_cdp_session(page)
    for kind, gap in (("touchStart", 40), ("touchMove", 60), ("touchMove", 80)):
        points = [{"x": 180 - gap, "y": 400, "id": 0}, {"x": 180 + gap, "y": 400, "id": 1}]
        touch.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})
    touch.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    until(page, f"{width} > {before} * 1.5")
    context.close()


def test_a_wheel_over_a_drawing_scrolls_the_page(page: Page, host: str) -> None:
    page.goto(host + WITH_CHARTS[0])
    page.locator(".mb-chart__view--lanes").first.scroll_into_view_if_needed()
    before = page.evaluate("window.scrollY")
    page.mouse.move(500, 400)
    page.mouse.wheel(0, 250)
    until(page, f"window.scrollY > {before}")


def test_without_scripts_the_full_size_is_the_file_of_the_drawing(
    browser: Browser, host: str
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    for address in WITH_CHARTS:
        page.goto(host + address)
        page.get_by_role("link", name="放大看流程图").first.click()
        page.wait_for_url("**/*lanes.svg")
    context.close()


def test_a_flow_stands_beside_the_one_it_replaced(page: Page, host: str) -> None:
    def columns() -> list[float]:
        boxes = [each.bounding_box() for each in page.locator(".mb-beside .chart-spine").all()]
        return [box["x"] for box in boxes if box]

    page.goto(host + WITH_CHARTS[1])
    before, after = columns()
    assert before < after
    page.set_viewport_size({"width": 360, "height": 800})
    before, after = columns()
    assert before == pytest.approx(after, abs=40)
    page.locator(".mb-beside a").first.click()
    expect(page.locator(".mb-step:target")).to_contain_text("举办者到股室递交申请")
    expect(page.locator(".mb-step:target")).to_be_in_viewport()
