"""Waiting in a browser without `eval` in the page, which the site's policy forbids."""

from __future__ import annotations

from playwright.sync_api import Page

_STEP = 50
"""Milliseconds between two looks."""


def until(page: Page, expression: str, patience: int = 15_000) -> None:
    """Look at a page until a JavaScript expression is true; fail after *patience* milliseconds."""
    for _ in range(0, patience, _STEP):
        if page.evaluate(expression):
            return
        page.wait_for_timeout(_STEP)
    raise AssertionError(f"never true: {expression}")
