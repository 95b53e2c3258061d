"""The Markdown files beside the code → the page of every code that the program can print."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from generator.model.rule_page import RulePage, Section
from generator.settings import PACKAGE

GROUPS = {
    "load/pages": "文件和写法",
    "check/rules": "清单和流程",
    "publish/pages": "生成、印刷和发布",
}
"""Folders of pages below the package → what the codes in them are about."""

_OPENING = re.compile(
    r"# (?P<title>.+)\n\n(?P<level>[^·`\n]*(?:错误|提醒|提示)) · `(?P<code>[a-z0-9-]+)`\n\n"
)
_HEADING = re.compile(r"^## (.+)\n\n", re.MULTILINE)


class PageMisread(Exception):
    """A page has not the form that every page has; the message names it."""


@cache
def read_pages() -> tuple[RulePage, ...]:
    """Every page, group by group, sorted by code."""
    return tuple(
        _page(path, group)
        for folder, group in GROUPS.items()
        for path in sorted((PACKAGE / folder).glob("*.md"))
    )


def _page(path: Path, group: str) -> RulePage:
    text = path.read_text(encoding="utf-8")
    opening = _OPENING.match(text)
    if opening is None:
        raise PageMisread(path.name)
    why, *rest = _HEADING.split(text[opening.end() :])
    pairs = zip(rest[::2], rest[1::2], strict=True)
    sections = tuple(Section(title, part.strip("\n")) for title, part in pairs)
    file = path.relative_to(PACKAGE.parent).as_posix()
    code, title, level = opening["code"], opening["title"], opening["level"]
    return RulePage(code, title, level, group, why.strip(), sections, file)
