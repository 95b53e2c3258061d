"""What the pages of the sample do in a browser, opened from the disk."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Browser, expect


def _file(site: Path, address: str) -> str:
    return (site / address / "index.html").as_uri()


def test_a_table_filters_and_says_how_many_are_left(browser: Browser, sample_site: Path) -> None:
    page = browser.new_page()
    page.goto(_file(sample_site, "powers/education/list"))
    page.fill(".mb-filter input", "校车")
    rows = page.locator("tbody tr:visible")
    expect(page.locator(".mb-filter [role=status]")).to_contain_text(f"显示{rows.count()}项")
    assert all("校车" in words for words in rows.all_text_contents())
    page.close()


def test_a_table_is_whole_without_scripts(browser: Browser, sample_site: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(_file(sample_site, "powers/education/list"))
    assert page.locator("tbody tr").count() > 12
    expect(page.locator(".mb-find__link")).to_be_visible()
    context.close()


def test_the_chosen_village_is_offered_on_the_next_page(
    browser: Browser, sample_site: Path
) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto(_file(sample_site, "villages/laodingshan/guancun"))
    button = page.get_by_role("button", name="把关村设为我的村")
    button.click()
    expect(page.locator(".mb-mine button")).to_have_attribute("aria-pressed", "true")
    page.goto(_file(sample_site, ""))
    page.get_by_role("link", name="我的村：关村").click()
    page.wait_for_url("**/villages/laodingshan/guancun/index.html")
    page.locator(".mb-mine button").click()
    page.goto(_file(sample_site, ""))
    expect(page.get_by_role("link", name="我的村：关村")).to_have_count(0)
    context.close()


def test_a_phone_sees_the_narrow_chart_and_a_wide_screen_the_lanes(
    browser: Browser, sample_site: Path
) -> None:
    page = browser.new_page()
    page.goto(_file(sample_site, "powers/education/xk-001"))
    for width, seen, unseen in ((360, "spine", "lanes"), (1366, "lanes", "spine")):
        page.set_viewport_size({"width": width, "height": 800})
        expect(page.locator(f".mb-chart__view--{seen}").first).to_be_visible()
        expect(page.locator(f".mb-chart__view--{unseen}").first).to_be_hidden()
    page.close()


def test_two_columns_of_a_card_stand_apart(browser: Browser, sample_site: Path) -> None:
    page = browser.new_page(viewport={"width": 1366, "height": 800})
    page.goto(_file(sample_site, "powers/public-security/cf-001"))
    left, right = page.locator(".mb-card__facts > div").all()[:2]
    first, second = left.bounding_box(), right.bounding_box()
    assert first
    assert second
    assert first["y"] == second["y"]
    assert second["x"] - (first["x"] + first["width"]) >= 24
    page.close()


def test_a_step_of_the_chart_leads_to_its_line(browser: Browser, sample_site: Path) -> None:
    page = browser.new_page(viewport={"width": 360, "height": 700})
    page.goto(_file(sample_site, "powers/education/xk-001"))
    step = page.locator(".mb-chart__view--spine a").nth(2)
    target = step.get_attribute("href") or ""
    step.dispatch_event("click")
    expect(page.locator(target)).to_be_in_viewport()
    page.close()


def test_things_to_tap_are_large_enough_on_a_phone(browser: Browser, sample_site: Path) -> None:
    """Links that stand alone have at least 44 px one way or the other; links in text are text."""
    page = browser.new_page(viewport={"width": 360, "height": 700})
    names = ".mb-tile, .mb-chip, .mb-button, .mb-parts a, .mb-letters a, summary, .mb-go, a.mb-tag"
    names += ", .mb-place h3 a"
    addresses = ["", "a-z", "places", "powers/education/list", "villages/laodingshan/guancun"]
    for address in [*addresses, "powers/education/xk-001", "villages/items/bm-001"]:
        page.goto(_file(sample_site, address))
        small = page.locator(names).evaluate_all(
            """all => all.map(one => [one.textContent.trim(), one.getBoundingClientRect()])
            .filter(([, box]) => box.height && box.height < 43.5)
            .map(([words, box]) => `${words}: ${box.height}`)"""
        )
        assert small == [], address
    page.close()


def test_a_village_folds_its_powers_and_a_link_to_one_opens_it(
    browser: Browser, sample_site: Path
) -> None:
    page = browser.new_page(viewport={"width": 360, "height": 780})
    page.goto(_file(sample_site, "villages/laodingshan/guancun"))
    expect(page.locator("details.mb-power[open]")).to_have_count(0)
    count = page.locator("details.mb-power").count()
    assert count >= 61
    assert page.evaluate("document.documentElement.scrollHeight") < count * 140
    page.goto(f"{_file(sample_site, 'villages/laodingshan/guancun')}#rc-001")
    expect(page.locator("details.mb-power[open]")).to_have_count(1)
    expect(page.locator("#rc-001 .mb-todo")).to_be_in_viewport()
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    expect(page.locator("details:not([open])")).to_have_count(0)
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    expect(page.locator("details.mb-power[open]")).to_have_count(1)
    page.close()


def test_a_folded_power_opens_without_scripts(browser: Browser, sample_site: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{_file(sample_site, 'villages/laodingshan/guancun')}#rc-001")
    page.locator("#rc-001 > summary").click()
    expect(page.locator("#rc-001 .mb-todo")).to_be_visible()
    context.close()
