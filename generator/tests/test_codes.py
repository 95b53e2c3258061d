"""Every code that the program can print has a page, and a page says what the program says."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator import build
from generator.model.rule_page import RulePage
from generator.problem import Problem, Severity
from generator.progress import Silence
from generator.report import read_pages
from generator.settings import Settings
from generator.tests.conftest import refuse
from generator.tests.raw_pages import (
    NEAR_MISS,
    REPORT,
    RIGHT,
    WHAT_NOW,
    WHEN,
    WRONG,
    block,
    district_with,
    is_tried,
    shown,
)
from generator.tests.test_house import PRODUCTION, Module

PAGES = read_pages()
OF_RULES = "generator/check/"
RAW = [page for page in PAGES if not page.file.startswith(OF_RULES)]
TRIED = [page for page in RAW if is_tried(page)]
TOLD = [page for page in RAW if not is_tried(page)]

_MAKERS = {"Problem", "advice", "error", "refuse", "warning"}
_CODE = re.compile(r"[a-z]+(?:-[a-z0-9]+)*")
_PASSED_ON = {"problem.py", "load/files.py", "load/references.py"}
"""Modules that pass on the code that their caller gives."""


def codes_of(module: Module) -> Iterator[tuple[ast.Call, str]]:
    """Every call that makes a problem, with its code; "" where the code is a variable."""
    constants = {
        target.id: node.value.value
        for node in module.tree.body
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant)
        for target in node.targets
        if isinstance(target, ast.Name)
    }
    for call, name, owner in module.calls():
        if name not in _MAKERS or not call.args or owner == "_log":
            continue
        first = call.args[0]
        if isinstance(first, ast.Constant):
            yield call, str(first.value)
        else:
            named = constants.get(first.id, "") if isinstance(first, ast.Name) else ""
            yield call, str(named)


def test_every_code_has_one_page_and_every_page_a_code() -> None:
    """The codes in the text of the program are the codes of the pages."""
    printed = {code for module in PRODUCTION for _, code in codes_of(module) if code}
    explained = [page.code for page in PAGES]

    assert all(_CODE.fullmatch(code) for code in printed)
    assert sorted(printed) == sorted(explained)


def test_a_code_stands_where_the_problem_is_made() -> None:
    """So that the codes can be found in the text of the program."""
    refuse(
        module.at(call, "the code is to be written here")
        for module in PRODUCTION
        for call, code in codes_of(module)
        if not code and module.name not in _PASSED_ON
    )


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.code)
def test_a_page_is_called_like_its_code(page: RulePage) -> None:
    """`explain` and an editor find it by its name."""
    assert page.file.endswith(f"/{page.code.replace('-', '_')}.md")


def problems_of(page: RulePage, title: str, folder: Path) -> list[Problem]:
    """What the program says about the district that a section shows."""
    root = district_with(folder / "world", shown(page, title))
    settings = Settings(root, root / "site", "", prints=False)
    if page.file.startswith("generator/publish/"):
        return list(build.site(settings, Silence()))
    return list(build.checked(settings, Silence())[1])


def said(problem: Problem) -> str:
    """A problem as a page quotes it: its first line and 怎么改."""
    first = f"{problem.severity.value}[{problem.code}] {problem.sentence}\n"
    return first + (f"  = 怎么改：{problem.hint}\n" if problem.hint else "")


@pytest.mark.parametrize("page", TRIED, ids=lambda page: page.code)
def test_the_wrong_way_is_reported_in_the_words_of_the_page(page: RulePage, tmp_path: Path) -> None:
    """Exactly the quoted report, of the level and at the file that the page names."""
    found = [each for each in problems_of(page, WRONG, tmp_path) if each.code == page.code]

    assert [said(problem) for problem in found] == [block(page, REPORT)]
    assert found[0].severity is page.severity
    assert found[0].span.file in (shown(page, REPORT).file, "mkdocs.yml")


@pytest.mark.parametrize("page", TRIED, ids=lambda page: page.code)
def test_the_right_way_is_clean(page: RulePage, tmp_path: Path) -> None:
    """After the change there is no error at all and nothing of this code."""
    found = problems_of(page, RIGHT, tmp_path)

    assert [p for p in found if p.code == page.code or p.severity is Severity.ERROR] == []


@pytest.mark.parametrize("page", TRIED, ids=lambda page: page.code)
def test_the_near_miss_stays_silent(page: RulePage, tmp_path: Path) -> None:
    """What the page says is not reported is not reported."""
    found = problems_of(page, NEAR_MISS, tmp_path)

    assert [problem for problem in found if problem.code == page.code] == []


@pytest.mark.parametrize("page", TOLD, ids=lambda page: page.code)
def test_what_no_file_brings_about_is_told_in_the_words_of_the_program(page: RulePage) -> None:
    """When, report, what now; what is fixed in the sentence and the hint stands in the report."""
    assert [part.title for part in page.sections] == [WHEN, REPORT, WHAT_NOW]
    report = block(page, REPORT)
    assert report.startswith(f"{page.level}[{page.code}] ")
    [call] = [call for module in PRODUCTION for call, code in codes_of(module) if code == page.code]
    fixed = [words for number in (1, 3) for words in _fixed(call.args[number])]
    assert [words for words in fixed if words not in report] == []


def _fixed(sentence: ast.expr) -> list[str]:
    """The words of a text in the program that are the same in every report."""
    return [
        str(node.value)
        for node in ast.walk(sentence)
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and not node.value.isascii()
    ]
