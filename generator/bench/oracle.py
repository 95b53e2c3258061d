"""Problems → what is wrong with them: whatever is said has a place, a page and a way out."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from generator.problem import Problem, Span
from generator.report import read_pages

Lines = Callable[[str], Sequence[str]]
"""A file's path → its lines, none for a file that is not there."""


_QUOTED = re.compile("“.*”|「.*」|[0-9,]+|U\\+.*", re.DOTALL)


def gist(problem: Problem) -> str:
    """A problem without what it quotes: the same for all inputs with the same fault."""
    return f"{problem.code}: {_QUOTED.sub('…', problem.sentence)}"


def unfit(problems: Iterable[Problem], lines_of: Lines) -> Iterator[str]:
    """The complaints about problems, the code in front."""
    codes = {page.code for page in read_pages()}
    for problem in problems:
        if problem.code not in codes:
            yield f"{problem.code} has no page"
        if not problem.sentence.strip() or "None" in problem.sentence + problem.hint:
            yield f"nothing said by {gist(problem)}"
        if not problem.hint.strip():
            yield f"no way out of {gist(problem)}"
        for span in (problem.span, *(other.span for other in problem.others)):
            if not _is_there(span, lines_of(span.file)):
                yield f"no such place for {gist(problem)}"


def lines_in(raw: bytes) -> list[str]:
    """The bytes of a file → its lines, as the reader counts them."""
    unified = raw.removeprefix(b"\xef\xbb\xbf").replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    return unified.decode("utf-8", "replace").split("\n")


def lines_below(root: Path) -> Lines:
    """A folder → what tells the lines of the files in it."""

    def lines(file: str) -> Sequence[str]:
        path = root / file
        return lines_in(path.read_bytes()) if path.is_file() else []

    return lines


def _is_there(span: Span, lines: Sequence[str]) -> bool:
    """Whether a place is in a file with these lines, or right behind the end of one of them.

    A file that is not there has its first place only.
    """
    if not 1 <= span.line <= max(len(lines), 1):
        return False
    length = len(lines[span.line - 1]) if lines else 0
    return 1 <= span.column <= length + 1 and span.length >= 1
