"""Problems → what the terminal shows of them, with their source lines, and the exit code."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import click

from generator import report
from generator.load.raw import read_bytes
from generator.load.text import lines_as_read
from generator.problem import Problem, stops

CLEAN, PROBLEMS, WRONG_USE = 0, 1, 2

_COLOURS = (
    (re.compile(r"^错误\[.*$", re.MULTILINE), "red"),
    (re.compile(r"^提醒\[.*$", re.MULTILINE), "yellow"),
    (re.compile(r"(?<=^) *\| *\^+", re.MULTILINE), "red"),
    (re.compile(r"^  = 怎么改：.*$", re.MULTILINE), "cyan"),
)
"""Lines of a report and the colours that tell them apart; the words say the same without."""


def tell(problems: tuple[Problem, ...], root: Path) -> int:
    """Print problems with their source lines and a count, and give the exit code.

    The files of the problems are named from *root*, or by their whole path.
    """
    if problems:
        click.echo(_coloured(report.to_text(problems, source_lines(root))))
    click.echo(report.summary(problems))
    if problems:
        click.echo("方括号里是代号，用 mingbai explain 代号 看为什么、怎么改。")
    return exit_code(problems)


def _coloured(text: str) -> str:
    """A report with colours, unless NO_COLOR asks for none; click takes them off for a pipe."""
    if os.environ.get("NO_COLOR"):
        return text
    for pattern, colour in _COLOURS:
        text = pattern.sub(click.style(r"\g<0>", fg=colour), text)
    return text


def exit_code(problems: tuple[Problem, ...]) -> int:
    """1 where anything stops, else 0."""
    return PROBLEMS if stops(problems) else CLEAN


def in_repository(problems: tuple[Problem, ...], root: Path) -> tuple[Problem, ...]:
    """Problems → the same with paths from the top of the repository, as its host wants them.

    Without a repository around *root* they stay paths from *root*.
    """
    tops = (folder for folder in (root, *root.parents) if (folder / ".git").exists())
    top = next(tops, root)
    return tuple(_below(problem, root.relative_to(top).as_posix()) for problem in problems)


def _below(problem: Problem, folder: str) -> Problem:
    if folder == ".":
        return problem
    span = replace(problem.span, file=f"{folder}/{problem.span.file}")
    others = tuple(
        replace(other, span=replace(other.span, file=f"{folder}/{other.span.file}"))
        for other in problem.others
    )
    return replace(problem, span=span, others=others)


def source_lines(root: Path) -> Callable[[str], Sequence[str]]:
    """A root folder → a reader of the lines of files below it; unreadable files have none."""
    known: dict[str, list[str]] = {}

    def lines(file: str) -> Sequence[str]:
        if file not in known:
            known[file] = _lines_of(root / file)
        return known[file]

    return lines


def _lines_of(path: Path) -> list[str]:
    raw, problems = read_bytes(path, "")
    return [] if problems else lines_as_read(raw)
