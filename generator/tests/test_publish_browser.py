"""The frame in a real browser, opened from the disk as from a USB stick."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, Request

from generator.publish import publish
from generator.tests.publish_district import IDENTITY, OUTPUTS, write_district
from generator.tests.waiting import until

_SMALL_TARGETS = """() => [...document.querySelectorAll(
    "header a, header button, header summary, .md-tabs a, footer a")]
  .filter(node => node.getClientRects().length)
  .filter(node => node.getBoundingClientRect().height < 44 || node.offsetWidth < 44)
  .map(node => node.outerHTML)"""
_SMALL_TEXT = """() => [...document.querySelectorAll("body *")]
  .filter(node => [...node.childNodes].some(part => part.nodeType === 3 && part.data.trim()))
  .filter(node => node.getClientRects().length)
  .filter(node => parseFloat(getComputedStyle(node).fontSize) < 14)
  .map(node => node.outerHTML)"""
_SIDEWAYS = "document.documentElement.scrollWidth - window.innerWidth"
_SCHEME = "document.body.getAttribute('data-md-color-scheme')"


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of the home page on the disk."""
    settings = write_district(tmp_path_factory.mktemp("district"))
    assert publish(OUTPUTS, IDENTITY, settings)[0].changed
    return (settings.out / "index.html").as_uri()


def _gone_wrong(request: Request) -> list[str]:
    """What failed, unless it was given up because the page was left."""
    return [] if request.failure == "net::ERR_ABORTED" else [request.url]


def opened(browser: Browser, url: str, width: int = 360, scheme: str = "light") -> Page:
    context = browser.new_context(
        viewport={"width": width, "height": 740},
        color_scheme="dark" if scheme == "dark" else "light",
    )
    page = context.new_page()
    page.goto(url)
    return page


@pytest.mark.parametrize("width", [320, 360, 800, 1366])
def test_it_fits_every_screen_and_thumb_and_asks_nobody(
    browser: Browser, home: str, width: int
) -> None:
    page = opened(browser, home, width)
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("requestfailed", lambda request: said.extend(_gone_wrong(request)))
    page.on("request", lambda request: said.extend([request.url] * (request.url[:5] != "file:")))
    for _ in range(2):
        page.reload()
        assert page.evaluate(_SIDEWAYS) == 0
        assert page.evaluate(_SMALL_TARGETS) == []
        assert page.evaluate(_SMALL_TEXT) == []
        page.goto(home.replace("index.html", "powers/education/index.html"))
    assert said == []
    page.context.close()


def test_one_browses_from_the_disk(browser: Browser, home: str) -> None:
    page = opened(browser, home, 1366)
    page.click(".mb-tabs >> text=找部门")
    page.click("text=教育局")
    assert page.url.endswith("/powers/education/index.html#basis")
    page.click("header .mb-brand")
    assert page.url == home
    page.context.close()


def test_light_and_dark_follow_the_system_until_chosen(browser: Browser, home: str) -> None:
    page = opened(browser, home, scheme="dark")
    assert page.evaluate(_SCHEME) == "slate"
    page.emulate_media(color_scheme="light")
    until(page, f"{_SCHEME} === 'default'")
    page.get_by_role("button", name="换成深色显示").click()
    assert page.evaluate(_SCHEME) == "slate"
    page.reload()
    assert page.evaluate(_SCHEME) == "slate"
    assert page.get_by_role("button", name="换成浅色显示").is_visible()
    page.context.close()


def test_the_menu_of_a_phone_works_by_keyboard(browser: Browser, home: str) -> None:
    page = opened(browser, home)
    menu = page.locator(".mb-menu")
    page.locator(".mb-menu__button").focus()
    page.keyboard.press("Enter")
    assert menu.get_by_role("link", name="找部门").is_visible()
    page.keyboard.press("Escape")
    assert not menu.get_by_role("link", name="找部门").is_visible()
    assert page.evaluate("document.activeElement.className") == "mb-menu__button"
    page.context.close()


def test_the_first_stop_of_the_keyboard_leads_to_the_text(browser: Browser, home: str) -> None:
    page = opened(browser, home)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "跳到正文"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "mb-main"
    page.context.close()


def test_paper_shows_the_text_without_the_frame(browser: Browser, home: str) -> None:
    page = opened(browser, home.replace("index.html", "powers/education/index.html"))
    page.emulate_media(media="print")
    assert not page.locator("header").is_visible()
    assert not page.locator(".mb-contents").is_visible()
    assert page.locator("h1").is_visible()
    assert page.locator("footer").is_visible()
    page.context.close()


def test_without_scripts_everything_is_still_reached(browser: Browser, home: str) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 740})
    page = context.new_page()
    page.goto(home)
    assert not page.locator(".mb-scheme").is_visible()
    page.locator(".mb-menu__button").click()
    page.locator(".mb-menu >> text=找部门").click()
    assert page.url.endswith("/powers/index.html")
    page.locator(".mb-find__link").click()
    assert page.url.endswith("/a-z/index.html")
    context.close()
