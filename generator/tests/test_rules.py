"""A rule's page is its test: what it calls wrong is reported in its words, the rest is silent."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given

from generator.check import check, check_flow
from generator.check.rule import Rule
from generator.check.rules import FLOW_RULES, RULES
from generator.load import load
from generator.model.flow import Flow
from generator.problem import Problem, Severity
from generator.tests.load_world import WORLDS
from generator.tests.rule_pages import MINIMAL, RulePage, read_page, world_with
from generator.tests.strategies import flows

PAGES = Path(__file__).parents[1] / "check" / "rules"


def page_of(rule: Rule) -> RulePage:
    """The page beside a rule."""
    return read_page(PAGES / f"{rule.code.replace('-', '_')}.md")


def problems_of(root: Path) -> tuple[Problem, ...]:
    """Everything load and check say about a district."""
    registry, problems = load(root)
    assert registry is not None, problems
    return (*problems, *check(registry))


def said(problem: Problem) -> str:
    """A problem as a page quotes it: its first line and 怎么改."""
    first = f"{problem.severity.value}[{problem.code}] {problem.sentence}"
    return f"{first}\n  = 怎么改：{problem.hint}\n"


def test_the_minimal_world_has_no_problem() -> None:
    """The world that pages change is clean."""
    assert problems_of(MINIMAL) == ()


def test_every_page_has_its_rule() -> None:
    """No page without a rule, no rule without a page."""
    pages = {path.stem for path in PAGES.glob("*.md")}

    assert {rule.code.replace("-", "_") for rule in RULES} == pages


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_the_wrong_way_is_reported_in_the_words_of_the_page(rule: Rule, tmp_path: Path) -> None:
    """Exactly the quoted report, at the file the page names, and no other problem of the code."""
    page = page_of(rule)
    root = world_with(tmp_path / "world", *page.premise, page.wrong)

    found = [problem for problem in problems_of(root) if problem.code == rule.code]

    assert page.code == rule.code
    assert [said(problem) for problem in found] == [page.report.text]
    assert found[0].span.file == page.report.file
    assert (found[0].span.line, found[0].span.column) != (1, 1)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_the_right_way_is_clean(rule: Rule, tmp_path: Path) -> None:
    """After the change there is no error at all and nothing of this code."""
    page = page_of(rule)
    root = world_with(tmp_path / "world", *page.premise, page.right)

    found = [p for p in problems_of(root) if p.code == rule.code or p.severity.value == "错误"]

    assert found == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_the_near_miss_stays_silent(rule: Rule, tmp_path: Path) -> None:
    """What the page says is not reported is not reported."""
    page = page_of(rule)
    root = world_with(tmp_path / "world", *page.premise, page.near_miss)

    assert [problem for problem in problems_of(root) if problem.code == rule.code] == []


@given(flow=flows())
def test_any_flow_is_checked_without_an_exception(flow: Flow) -> None:
    """Well-formed flows of any shape: problems that point somewhere, never a traceback."""
    for problem in check_flow(flow):
        assert problem.sentence
        assert problem.code in {rule.code for rule in FLOW_RULES}


def test_every_field_of_the_full_world_passes_all_rules() -> None:
    """A district that uses every field: the rules read all of it and find no error."""
    assert [p for p in problems_of(WORLDS / "full") if p.severity is Severity.ERROR] == []
