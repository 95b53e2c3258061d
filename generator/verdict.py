"""Problems → what the terminal shows of them, with their source lines, and the exit code."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import click

from generator import report
from generator.load.raw import read_bytes
from generator.load.text import lines_as_read
from generator.problem import Problem, stops

CLEAN, PROBLEMS, WRONG_USE = 0, 1, 2


def tell(problems: tuple[Problem, ...], root: Path) -> int:
    """Print problems with their source lines and a count, and give the exit code.

    The files of the problems are named from *root*, or by their whole path.
    """
    if problems:
        click.echo(report.to_text(problems, source_lines(root)))
    click.echo(report.summary(problems))
    return exit_code(problems)


def exit_code(problems: tuple[Problem, ...]) -> int:
    """1 where anything stops, else 0."""
    return PROBLEMS if stops(problems) else CLEAN


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
