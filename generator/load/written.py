"""A district's folder → its hand-written pages: what each is called, and its headings."""

from __future__ import annotations

import re
from pathlib import Path

from generator.model.written import Written

_FRONT = re.compile(r"---[ \t]*\n(.*?\n)(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_TOLD = re.compile(r"(title|description)[ \t]*:[ \t]*(.*)")
_HEADING = re.compile(r"(#{1,6})[ \t]+(.+?)[ \t#]*")
_FENCE = re.compile(r"[ \t]*(?:```|~~~)")
_NUMBER = re.compile(r"[一二三四五六七八九十]+、")


def written(root: Path) -> dict[str, Written]:
    """Paths below the folder → the pages, in the order of the paths."""
    paths = sorted((root / "content").rglob("*.md"))
    return {path.relative_to(root).as_posix(): page_of(_text(path)) for path in paths}


def attached(root: Path) -> frozenset[str]:
    """Below the folder → the files that the site holds beside its pages: `files/a.pdf`."""
    content = root / "content"
    files = (path for path in content.rglob("*") if path.suffix != ".md" and path.is_file())
    return frozenset(path.relative_to(content).as_posix() for path in files)


def _text(path: Path) -> str:
    """What the file says; "" where it cannot be read, which the frame of the site reports."""
    try:
        return path.read_text("utf-8-sig", errors="replace")
    except OSError:
        return ""


def page_of(text: str) -> Written:
    """Markdown → its title and description from the front matter, and its headings in order."""
    front = _FRONT.match(text)
    told = _told(front.group(1)) if front else {}
    headings = _headings(text[front.end() :] if front else text)
    names = [_NUMBER.sub("", name, count=1) for _, name in headings]
    title = told.get("title") or next((name for level, name in headings if level == 1), "")
    return Written(title, told.get("description", ""), tuple(n for n in names if n != title))


def _told(front: str) -> dict[str, str]:
    found = (_TOLD.fullmatch(line.rstrip()) for line in front.splitlines())
    return {each[1]: each[2].strip("\"'") for each in found if each}


def _headings(text: str) -> list[tuple[int, str]]:
    """The level and the words of each heading; a # inside a block of code is none."""
    found: list[tuple[int, str]] = []
    in_code = False
    for line in text.splitlines():
        if _FENCE.match(line):
            in_code = not in_code
        heading = None if in_code else _HEADING.fullmatch(line)
        if heading:
            found.append((len(heading[1]), heading[2]))
    return found
