"""Problems → one HTML page that stands alone: counts, then file by file, each with its lines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import groupby

from generator import report
from generator.model.rule_page import RulePage
from generator.problem import Problem
from generator.publish.holes import Values, cut, fill
from generator.settings import PACKAGE

_TEMPLATE = PACKAGE / "frame" / "problems" / "page.html"


def to_html(problems: Sequence[Problem], lines: report.Lines, pages: Sequence[RulePage]) -> str:
    """Problems in order → the page; *pages* say why each is one."""
    known = {page.code: page for page in pages}
    files = groupby(problems, key=lambda problem: problem.span.file)
    values: Values = {
        "summary": report.summary(problems),
        "kinds": _kinds(problems, known),
        "files": [
            {
                "file": report.printable(file),
                "problems": [_problem(each, lines, known) for each in rows],
            }
            for file, rows in files
        ],
    }
    return fill(cut(_TEMPLATE.read_text(encoding="utf-8")), values)


def _kinds(problems: Sequence[Problem], known: dict[str, RulePage]) -> list[Values]:
    """How often each code was found, errors first."""
    counts = Counter((problem.severity, problem.code) for problem in problems)
    severities = list(type(problems[0].severity)) if problems else []
    return [
        {
            "level": severity.value,
            "code": code,
            "title": known[code].title if code in known else "",
            "count": str(count),
        }
        for wanted in severities
        for (severity, code), count in sorted(counts.items(), key=lambda entry: entry[0][1])
        if severity is wanted
    ]


def _problem(problem: Problem, lines: report.Lines, known: dict[str, RulePage]) -> Values:
    """One problem with the lines that the terminal shows of it."""
    _, *rest = report.to_text([problem], lines).splitlines()
    source = [row for row in rest if not row.startswith("  = ")]
    why = known[problem.code].why if problem.code in known else ""
    return {
        "level": problem.severity.value,
        "code": problem.code,
        "sentence": report.printable(problem.sentence),
        "line": str(problem.span.line),
        "column": str(problem.span.column),
        "source": [{"words": "\n".join(source)}] if len(source) > 1 else [],
        "hint": [{"words": report.printable(problem.hint)}] if problem.hint else [],
        "held": [{}] if problem.held else [],
        "why": [{"words": why.replace("`", "")}] if why else [],
    }
