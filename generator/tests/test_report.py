"""Problems as a terminal shows them: marks under wide characters, nothing a terminal obeys."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from generator.cli import main
from generator.problem import OtherPlace, Problem, Severity, Span, error, in_order
from generator.report import (
    read_pages,
    summary,
    to_github,
    to_json,
    to_sarif,
    to_text,
    width,
)
from generator.tests.rule_pages import MINIMAL


def test_the_mark_stands_under_wide_characters() -> None:
    """A Han character takes two columns, so the mark is twice as long and starts twice as far."""
    problem = error("x", "不对", Span("a.yml", 1, 5, 2), "改")

    text = to_text([problem], lambda file: ["名称: 卫生局"])

    assert text.splitlines()[2:5] == ["  |", "1 | 名称: 卫生局", "  |       ^^^^"]


def test_a_place_without_a_line_shows_only_the_place() -> None:
    """A file that cannot be read has no excerpt."""
    problem = error("x", "读不了", Span("a.yml", 3, 1), "")

    assert to_text([problem], lambda file: []) == "错误[x] 读不了\n --> a.yml:3:1\n"


def test_signs_that_a_terminal_obeys_are_made_visible() -> None:
    """An escape in a file name, a sentence or a line arrives as letters."""
    problem = error("x", "含\x1b[2J", Span("a\x1b.yml", 1, 1), "\u202e")

    text = to_text([problem], lambda file: ["\x1b]0;标题"])

    assert "\x1b" not in text
    assert "\u202e" not in text
    assert "<U+001B>" in text


@given(st.text(max_size=300), st.integers(1, 400), st.integers(1, 50))
def test_any_line_and_place_give_a_block(line: str, column: int, length: int) -> None:
    """Whatever the line and the place, the mark is not lost; an empty line is not shown."""
    problem = error("x", "不对", Span("a.yml", 1, column, length))

    text = to_text([problem], lambda file: [line])

    assert ("^" in text) == bool(line)


def test_the_summary_counts_by_severity() -> None:
    """Errors first; nothing is said of what there is none of."""
    span = Span("a.yml")
    problems = [error("x", "甲", span), Problem("y", Severity.HINT, "乙", span)]

    assert summary(problems) == "1 个错误，1 个提示"
    assert summary([]) == "没有问题"


def test_json_keeps_every_part() -> None:
    """Code, severity, sentence, place and hint come back as they were."""
    [row] = json.loads(to_json([error("x-y", "甲", Span("a.yml", 2, 3, 4), "乙")]))

    assert (row["code"], row["file"], row["line"], row["column"]) == ("x-y", "a.yml", 2, 3)
    assert (row["severity"], row["sentence"], row["hint"]) == ("错误", "甲", "乙")


@given(st.text(alphabet="a汉，１ é"))
def test_width_counts_two_for_wide_characters(text: str) -> None:
    """Between one and two columns for each character."""
    assert len(text) <= width(text) <= 2 * len(text)


def test_problems_are_sorted_by_place_and_said_once() -> None:
    """File, line, column, code; a repeated problem is one."""
    first, second = error("b", "乙", Span("a.yml", 1)), error("a", "甲", Span("a.yml", 2))

    assert in_order([second, first, second]) == [first, second]


def test_github_has_one_line_a_problem() -> None:
    """Level, place and title as properties, escaped; sentence, hint and second place as words."""
    other = OtherPlace(Span("b.yml", 7), "写在这里")
    problem = Problem("x-y", Severity.WARNING, "含100%", Span("a,b:c.yml", 2, 3, 4), "改", (other,))

    assert to_github([problem]) == (
        "::warning file=a%2Cb%3Ac.yml,line=2,endLine=2,col=3,endColumn=7,title=提醒[x-y]"
        "::含100%25%0A怎么改：改%0A写在这里：b.yml:7\n"
    )
    assert to_github([]) == ""


@given(st.text(max_size=60), st.text(max_size=20))
def test_no_text_opens_a_second_github_command(words: str, file: str) -> None:
    """A line end in a sentence or a file name cannot start a command of its own."""
    text = to_github([error("x", words, Span(file), words)])

    assert text.count("\n") == 1
    assert "\r" not in text


def test_sarif_describes_the_rules_that_found_something() -> None:
    """One rule for two results of one code, with its page; places by character."""
    problems = [
        error("stale", "甲", Span("村/a.yml", 2, 3, 4), "乙"),
        Problem("stale", Severity.HINT, "丙", Span("b.yml", 1), "", (OtherPlace(Span("c"), "丁"),)),
    ]

    [run] = json.loads(to_sarif(problems, read_pages()))["runs"]

    [rule] = run["tool"]["driver"]["rules"]
    first, second = run["results"]
    assert (rule["id"], rule["shortDescription"]["text"]) == ("stale", "一年没有核对")
    assert "## 改好以后" in rule["help"]["markdown"]
    assert (first["level"], second["level"]) == ("error", "note")
    assert first["message"]["text"] == "甲\n怎么改：乙"
    place = first["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "%E6%9D%91/a.yml"
    assert place["region"] == {"startLine": 2, "startColumn": 3, "endColumn": 7}
    assert second["relatedLocations"][0]["message"]["text"] == "丁"
    assert run["columnKind"] == "unicodeCodePoints"


def test_sarif_of_nothing_is_an_empty_run() -> None:
    """Code scanning takes away what is mended only if a run without results is handed in."""
    [run] = json.loads(to_sarif([], read_pages()))["runs"]

    assert run["results"] == []
    assert run["tool"]["driver"]["rules"] == []


@pytest.mark.parametrize(
    ("form", "opening"), [("github", "::error file=powers/health/unit.yml,line=7,"), ("sarif", "{")]
)
def test_check_writes_what_machines_read(form: str, opening: str, tmp_path: Path) -> None:
    """Nothing but the form asked for on standard output, and exit code 1."""
    root = Path(shutil.copytree(MINIMAL, tmp_path / "world"))
    with (root / "powers/health/unit.yml").open("a", encoding="utf-8") as file:
        file.write("监督电活: 0355-0000001\n")

    words = ["check", "--root", str(root), "--format", form]
    said = CliRunner().invoke(main, words, standalone_mode=False)

    assert said.return_value == 1
    assert said.stdout.startswith(opening)
    assert "unknown-field" in said.stdout
    assert "个错误" not in said.stdout


@pytest.mark.parametrize("form", ["github", "sarif"])
def test_machines_read_paths_from_the_top_of_the_repository(form: str, tmp_path: Path) -> None:
    """A district in a folder of its repository: annotations stand beside the right file."""
    (tmp_path / ".git").mkdir()
    root = Path(shutil.copytree(MINIMAL, tmp_path / "data" / "world"))
    (root / "powers/health/unit.yml").write_text("名称:甲\n", encoding="utf-8")

    words = ["check", "--root", str(root), "--format", form]
    said = CliRunner().invoke(main, words, standalone_mode=False)

    assert "data/world/powers/health/unit.yml" in said.stdout


def test_a_wide_line_is_cut_on_both_sides_of_the_place() -> None:
    """The mark stays below the fault, … tells of the rest."""
    line = f"{'前' * 90}错{'后' * 90}"
    text = to_text([error("x", "甲", Span("a.yml", 1, 91))], lambda _: [line])
    shown, mark = text.split("\n")[3:5]

    assert shown.startswith("1 | …前")
    assert shown.endswith("后…")
    assert width(shown.removeprefix("1 | ")) <= 100
    assert width(shown.partition("错")[0]) == mark.index("^")


def test_marks_on_a_sign_take_no_column() -> None:
    """Accents, variation selectors and enclosing marks stand on the sign before them."""
    assert width("e\u0301") == 1
    assert width("☎\ufe0f") == width("☎")
