"""The page of a code → lines for a terminal; a mistyped code → the codes that may be meant."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from difflib import get_close_matches

from generator.model.rule_page import RulePage, Section
from generator.report.text import width

COLUMNS = 78
"""Columns of a line of prose; code keeps its own lines."""

_BOLD, _PLAIN = "\x1b[1m", "\x1b[0m"
_FENCE = re.compile(r"^```[a-z]*\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_PIECE = re.compile(r"[!-~]+|.")
_NEVER_FIRST = "，。、；：！？）》」』”’…—·％%,.;:!?)]}"
_NEVER_LAST = "（《「『“‘([{"


def near(code: str, pages: Sequence[RulePage]) -> tuple[str, ...]:
    """A code that no page has → the codes that may be meant, the likeliest first."""
    wanted = code.strip().lower().replace("_", "-")
    titles = [page.code for page in pages if code in page.title]
    alike = get_close_matches(wanted, [page.code for page in pages], n=3, cutoff=0.5)
    return tuple(dict.fromkeys((*titles, *alike)))[:3]


def listed(pages: Sequence[RulePage]) -> str:
    """Every code with its level and title, group by group."""
    longest = max((len(page.code) for page in pages), default=0)
    lines: list[str] = []
    for group in dict.fromkeys(page.group for page in pages):
        lines += ["", f"{_BOLD}{group}{_PLAIN}"]
        own = (page for page in pages if page.group == group)
        lines += [f"  {page.code:<{longest}}  {page.severity.value}  {page.title}" for page in own]
    return "\n".join(lines[1:]) + "\n"


def to_lines(page: RulePage) -> str:
    """A page → text with bold headings, prose in lines of `COLUMNS`, code indented."""
    lines = [f"{_BOLD}{page.title}{_PLAIN}　{page.level}　{page.code}", "", *_prose(page.why)]
    for section in page.sections:
        lines += ["", f"{_BOLD}{section.title}{_PLAIN}", "", *_section(section)]
    return "\n".join(lines) + "\n"


def _section(section: Section) -> Iterable[str]:
    """Prose and blocks of code in the order written."""
    parts = _FENCE.split(section.text)
    blocks = [
        [f"    {line}".rstrip() for line in part.splitlines()] if number % 2 else _prose(part)
        for number, part in enumerate(parts)
        if part.strip() or number % 2
    ]
    for number, block in enumerate(blocks):
        yield from [""] * bool(number)
        yield from block


def _prose(text: str) -> list[str]:
    """Paragraphs and rows of lists in lines; backticks only mark code and are left out."""
    lines: list[str] = []
    for paragraph in text.strip("\n").split("\n"):
        lines += _wrapped(paragraph.replace("`", ""))
    return lines


def _wrapped(text: str) -> list[str]:
    """One paragraph in lines no wider than `COLUMNS`, none beginning with a closing sign."""
    lines, line = [], ""
    for piece in _PIECE.findall(text):
        full = width(line) + width(piece) > COLUMNS
        if full and piece[0] not in _NEVER_FIRST and line[-1:] not in _NEVER_LAST:
            lines.append(line.rstrip())
            line = ""
        line += piece if line or piece != " " else ""
    return [*lines, line]
