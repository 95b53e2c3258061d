"""`mingbai explain`: a code's page for a terminal, all codes, and near names for a slip."""

from __future__ import annotations

import re

import pytest
from click.testing import CliRunner, Result

from generator import report
from generator.cli import main
from generator.model.rule_page import RulePage
from generator.report.explain import COLUMNS

PAGES = report.read_pages()
_FENCE = re.compile(r"^```[a-z]*$", re.MULTILINE)


def asked(*words: str) -> Result:
    """`mingbai explain` with these words, as a pipe reads it."""
    return CliRunner().invoke(main, ["explain", *words])


def test_a_code_gives_its_page() -> None:
    """Title, level, why, wrong, report, right, near miss; no bold where nobody looks."""
    said = asked("stale")

    assert said.exit_code == 0
    assert said.output.startswith("一年没有核对　提醒　stale\n\n电话会换")
    assert "    核对日期: 2025-03-01\n" in said.output
    assert "    提醒[stale] " in said.output
    assert "\x1b" not in said.output


@pytest.mark.parametrize(
    ("written", "offered"),
    [
        ("stal", "stale"),
        ("Step_Unreachable", "step-unreachable"),
        ("fee-without-base", "fee-without-basis"),
        ("核对", "stale"),
    ],
)
def test_a_slip_offers_near_names(written: str, offered: str) -> None:
    """Exit code 2, and what may be meant."""
    said = asked(written)

    assert said.exit_code == 2
    assert f"没有“{written}”这个代号，是不是 " in said.output
    assert offered in said.output


def test_a_code_like_no_other_leads_to_the_list() -> None:
    """Nothing is guessed."""
    assert "不写代号的 mingbai explain 列出全部" in asked("???").output


def test_without_a_code_every_page_is_listed() -> None:
    """Code, level and title."""
    said = asked()

    assert said.exit_code == 0
    for page in PAGES:
        assert any(page.code in line and page.title in line for line in said.output.splitlines())


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.code)
def test_prose_fits_and_code_is_kept(page: RulePage) -> None:
    """Prose is at most one closing sign wider than the line, nothing is lost, code is verbatim."""
    text = report.to_lines(page)
    bare = text.replace("\x1b[1m", "").replace("\x1b[0m", "")

    prose = [line for line in bare.splitlines()[1:] if not line.startswith("    ")]
    assert max(report.width(line) for line in prose) <= COLUMNS + 4
    parts = (page.why, *(words for part in page.sections for words in (part.title, part.text)))
    wanted = _FENCE.sub("", "\n".join(parts)).replace("`", "")
    assert "".join(wanted.split()) in "".join(bare.replace("`", "").split())
