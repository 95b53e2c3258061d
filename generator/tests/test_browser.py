"""Every page type of the sample in a real browser: no errors, no strangers, no sideways scroll."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, Request

PAGES = {
    "home": "",
    "bodies": "powers/",
    "body": "powers/education/",
    "power list": "powers/education/list/",
    "duty list": "powers/education/duties/",
    "flow list": "powers/education/flows/",
    "risk list": "powers/education/risks/",
    "township": "powers/laodingshan/",
    "windows": "places/",
    "villages": "villages/",
    "village": "villages/laodingshan/guancun/",
    "village without township": "villages/unplaced/xiaozhuang/",
    "kinds": "kinds/",
    "kind": "kinds/licensing/",
    "a-z": "a-z/",
    "changes": "changes/",
    "handwritten": "charts/",
    "oversight": "oversight/",
    "handwritten in a section": "about/report/",
    "handwritten under a computed page": "map/",
}

FOUND_BY_PATTERN = {
    "item": "powers/education/xk-*/index.html",
    "penalty": "powers/education/cf-*/index.html",
    "flow": "powers/education/flows/*/index.html",
    "shared flow": "powers/common/flows/*/index.html",
    "adopted item": "powers/laodingshan/*/index.html",
    "shared township item": "powers/township/*/index.html",
    "shared village item": "villages/items/*/index.html",
    "village flow": "villages/flows/*/index.html",
    "topic": "topics/*/index.html",
}

WIDTHS = (320, 360, 1366)


def addresses(site: Path) -> dict[str, str]:
    """Page type → an address: the fixed ones, and the first that fits each pattern."""
    found = dict(PAGES)
    for kind, pattern in FOUND_BY_PATTERN.items():
        match = sorted(site.glob(pattern))
        assert match, f"no page of the type {kind}: {pattern}"
        found[kind] = match[0].parent.relative_to(site).as_posix() + "/"
    return found


@contextlib.contextmanager
def watched(
    browser: Browser, host: str, width: int, scheme: str
) -> Iterator[tuple[Page, list[str]]]:
    """A page of a width and colour scheme, and the list of what went wrong on it."""
    wrong: list[str] = []
    context = browser.new_context(
        viewport={"width": width, "height": 760},
        color_scheme="dark" if scheme == "dark" else "light",
    )
    page = context.new_page()

    def hear(message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            wrong.append(f"console: {message.text}")

    page.on("console", hear)
    page.on("pageerror", lambda fault: wrong.append(f"script: {fault}"))

    def miss(request: Request) -> None:
        # Leaving a page ends what it was still fetching; that is no fault of the page.
        if request.failure != "net::ERR_ABORTED":
            wrong.append(f"failed: {request.url}")

    page.on("requestfailed", miss)

    def look(url: str) -> None:
        if not url.startswith((host, "data:")):
            wrong.append(f"foreign request: {url}")

    page.on("request", lambda request: look(request.url))
    yield page, wrong
    context.close()


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_page_types_open_without_a_fault(
    sample_site: Path, host: str, browser: Browser, width: int, scheme: str
) -> None:
    """Each page type: no console error, no foreign request, no sideways scroll, one h1, a title."""
    faults: list[str] = []
    with watched(browser, host, width, scheme) as (page, wrong):
        for kind, address in addresses(sample_site).items():
            page.goto(f"{host}{address}index.html", wait_until="load")
            overflow = page.evaluate(
                "document.documentElement.scrollWidth - document.documentElement.clientWidth"
            )
            if overflow > 0:
                faults.append(f"{kind} ({address}) scrolls sideways by {overflow} px")
            if page.locator("h1:visible").count() != 1:
                faults.append(f"{kind} ({address}) has {page.locator('h1:visible').count()} h1")
            if not page.title():
                faults.append(f"{kind} ({address}) has no title")
            faults += [f"{kind} ({address}): {fault}" for fault in wrong]
            wrong.clear()

    assert faults == []


def test_every_page_states_when_it_was_checked(sample_site: Path) -> None:
    """核对日期 stands on every page of the site."""
    missing = [
        path.relative_to(sample_site).as_posix()
        for path in sorted(sample_site.rglob("*.html"))
        if "核对日期" not in path.read_text(encoding="utf-8")
    ]

    assert missing == []
