"""Problems → workflow commands that GitHub shows beside the lines of a change.

A command is one line: `::error file=…,line=…,title=…::words`. Percent signs and line ends are
written as %25, %0D, %0A; in the properties also colons and commas (GitHub's own escapes).
"""

from __future__ import annotations

from collections.abc import Sequence

from generator.problem import Problem, Severity
from generator.report.text import printable

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.HINT: "notice"}


def to_github(problems: Sequence[Problem]) -> str:
    """Problems → one command each, "" where there are none."""
    return "".join(f"{_command(problem)}\n" for problem in problems)


def _command(problem: Problem) -> str:
    span = problem.span
    properties = {
        "file": span.file,
        "line": str(span.line),
        "endLine": str(span.line),
        "col": str(span.column),
        "endColumn": str(span.column + max(1, span.length)),
        "title": f"{problem.severity.value}[{problem.code}]",
    }
    words = [printable(problem.sentence)]
    words += [f"怎么改：{printable(problem.hint)}"] if problem.hint else []
    words += [
        f"{other.words}：{printable(other.span.file)}:{other.span.line}" for other in problem.others
    ]
    told = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    return f"::{_LEVELS[problem.severity]} {told}::{_message(chr(10).join(words))}"


def _message(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _message(text).replace(":", "%3A").replace(",", "%2C")
