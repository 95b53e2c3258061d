"""The style sheet of charts: the colours of `ink.py`, and enough contrast in both themes."""

from __future__ import annotations

import re

import pytest

from generator.chart.ink import LIGHT, PARTS, PRINT
from generator.settings import PACKAGE

SHEET = (PACKAGE / "assets" / "chart.css").read_text(encoding="utf-8")
FILLS = ("paper", "box", "terminal", "decision", "vote", "wait", "document", "head")
LINES = ("line", "return", "grid", "box-line", "decision-line", "vote-line", "wait-line")
SHAPES = (
    ("box-line", "box"),
    ("box-line", "terminal"),
    ("decision-line", "decision"),
    ("vote-line", "vote"),
    ("wait-line", "wait"),
    ("box-line", "document"),
    *((f"risk-{level}", "paper") for level in (1, 2, 3)),
)
TEXTS = (
    *(("ink", fill) for fill in FILLS),
    *(("muted", fill) for fill in FILLS),
    ("line", "paper"),
    ("line", "decision"),
    ("on-number", "box-line"),
    *(("on-colour", f"risk-{level}") for level in (1, 2, 3)),
)


def colours(selector: str) -> dict[str, str]:
    """The custom properties that the sheet sets for a selector."""
    block = re.search(rf"(?m)^\s*{re.escape(selector)} \{{([^}}]*--chart-ink[^}}]*)\}}", SHEET)
    assert block is not None
    return dict(re.findall(r"--chart-([\w-]+): (#\w+);", block[1]))


THEMES = {
    "light": colours(".chart"),
    "dark": colours('[data-md-color-scheme="slate"] .chart'),
    "print": PRINT,
}


def contrast(one: str, other: str) -> float:
    """Two colours → their contrast by WCAG 2.2."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_the_sheet_has_the_light_colours_of_the_ink() -> None:
    assert colours(".chart") == LIGHT


def test_a_page_without_a_scheme_follows_the_system() -> None:
    assert colours("body:not([data-md-color-scheme]) .chart") == THEMES["dark"]


def test_every_part_has_its_rule_with_a_fall_back() -> None:
    rules = dict(re.findall(r"(?m)^\.chart \.c-([\w-]+) \{\n([^}]*)\}", SHEET))

    assert set(PARTS) == set(rules)
    for name, part in PARTS.items():
        for colour in filter(None, (part.fill, part.stroke)):
            assert f"var(--chart-{colour}, {LIGHT[colour]})" in rules[name]


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("pair", TEXTS)
def test_texts_stand_out(theme: str, pair: tuple[str, str]) -> None:
    assert contrast(THEMES[theme][pair[0]], THEMES[theme][pair[1]]) >= 4.5


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("pair", [*((line, "paper") for line in LINES), *SHAPES])
def test_lines_and_shapes_stand_out(theme: str, pair: tuple[str, str]) -> None:
    assert contrast(THEMES[theme][pair[0]], THEMES[theme][pair[1]]) >= 3


def test_forced_colours_and_paper_set_every_colour() -> None:
    for query in ("forced-colors: active", "print"):
        found = re.search(rf"@media \(?{query}\)? \{{(.*?)\n\}}", SHEET, re.DOTALL)
        assert found is not None
        assert set(LIGHT) == set(re.findall(r"--chart-([\w-]+):", found[1]))
