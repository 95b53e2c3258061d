"""What is wrong with the data: a value that every stage returns and `report` writes down."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import Enum


class Severity(Enum):
    """How much a problem stops: 错误 stops publishing, 提醒 goes on the board, 提示 is advice."""

    ERROR = "错误"
    WARNING = "提醒"
    HINT = "提示"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A place in a file: path below the root, line and column from 1, length in characters."""

    file: str
    line: int = 1
    column: int = 1
    length: int = 1


@dataclass(frozen=True, slots=True)
class OtherPlace:
    """A second place that explains a problem, with a few words about what stands there."""

    span: Span
    words: str


@dataclass(frozen=True, slots=True)
class Problem:
    """One cause, said once: *code* names the wrong thing, *hint* says 怎么改.

    *held* says that it stops nothing: the body it stands in is published as it last was.
    """

    code: str
    severity: Severity
    sentence: str
    span: Span
    hint: str = ""
    others: tuple[OtherPlace, ...] = ()
    held: bool = False

    @property
    def sort_key(self) -> tuple[str, int, int, str, str]:
        """Order of every report: file, line, column, code, sentence."""
        return (self.span.file, self.span.line, self.span.column, self.code, self.sentence)


def in_order(problems: list[Problem]) -> list[Problem]:
    """Problems → the same ones, each once, sorted by place."""
    return sorted(set(problems), key=lambda problem: problem.sort_key)


def stops(problems: Iterable[Problem]) -> bool:
    """Whether any problem is an error that is not held back."""
    return any(problem.severity is Severity.ERROR and not problem.held for problem in problems)


def told(problems: Iterable[Problem], strict: bool = False) -> tuple[Problem, ...]:
    """Problems in order, each once; *strict* makes every 提醒 an error."""
    return tuple(in_order([_fatal(each) if strict else each for each in problems]))


def _fatal(problem: Problem) -> Problem:
    is_warning = problem.severity is Severity.WARNING
    return replace(problem, severity=Severity.ERROR) if is_warning else problem


def error(code: str, sentence: str, span: Span, hint: str = "") -> Problem:
    """A problem that stops publishing."""
    return Problem(code, Severity.ERROR, sentence, span, hint)


def warning(code: str, sentence: str, span: Span, hint: str = "") -> Problem:
    """A problem for the board; publishing goes on."""
    return Problem(code, Severity.WARNING, sentence, span, hint)


def advice(code: str, sentence: str, span: Span, hint: str = "") -> Problem:
    """A problem that only makes reading harder."""
    return Problem(code, Severity.HINT, sentence, span, hint)
