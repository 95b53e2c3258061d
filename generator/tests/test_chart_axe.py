"""Pages with charts under axe-core: no finding, in both themes, on phones and wide screens."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from generator.tests.conftest import do_without, refuse

AXE = Path(__file__).parents[2] / "requirements/js/node_modules/axe-core/axe.min.js"
PAGES = (
    "powers/education/xk-002/index.html",
    "powers/education/flows/minban-sheli/index.html",
    "villages/flows/siyi/index.html",
    "villages/laodingshan/guancun/index.html",
    "charts/legend/index.html",
    "powers/laodingshan/index.html",
    "powers/laodingshan/posts/index.html",
    "powers/laodingshan/guides/index.html",
    "places/index.html",
)
OPEN = "() => document.querySelectorAll('details').forEach(fold => { fold.open = true; })"
RUN = """async () => (await axe.run(document, {resultTypes: ['violations']})).violations.map(
  found => `${found.id}: ${found.nodes.slice(0, 3).map(node => node.target).join(' ')}`)"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1366])
def test_axe_finds_nothing(browser: Browser, host: str, width: int, scheme: str) -> None:
    if not AXE.exists():
        do_without("axe-core")
    faults: list[str] = []
    context = browser.new_context(
        viewport={"width": width, "height": 800},
        color_scheme="dark" if scheme == "dark" else "light",
    )
    page = context.new_page()
    for address in PAGES:
        page.goto(host + address)
        page.evaluate(OPEN)
        page.evaluate(AXE.read_text(encoding="utf-8"))
        faults += [f"{address} {fault}" for fault in page.evaluate(RUN)]
    page.goto(host + PAGES[0])
    page.get_by_role("link", name="放大看流程图").first.click()
    page.evaluate(AXE.read_text(encoding="utf-8"))
    faults += [f"full size {fault}" for fault in page.evaluate(RUN)]
    context.close()

    refuse(faults)
