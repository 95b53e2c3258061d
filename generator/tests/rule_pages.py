"""A rule's page → the district it breaks, the report it promises, and the districts it accepts.

A page shows fields of one file of `worlds/minimal`. The fields take the place of those of the same
name (a list takes the place of the whole file), and everything around them stays valid. What must
stand elsewhere for the mistake to be possible is shown first, under 前提.
"""

from __future__ import annotations

import re
import shutil
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

MINIMAL = Path(__file__).parent / "worlds" / "minimal"

_FIELD = re.compile(r"^\S", re.MULTILINE)
_SECTION = re.compile(r"^## (.+)\n", re.MULTILINE)
_FILE = re.compile(r"`((?:powers|villages)/[^`]+\.yml)`")
_BLOCK = re.compile(r"```(?:yaml)?\n(.*?)```", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Fields:
    """Fields of one file, as a page shows them."""

    file: str
    text: str


@dataclass(frozen=True, slots=True)
class RulePage:
    """What a page says: its code, what comes first if anything, and its four blocks.

    *report* is the text of the report and the file it stands in.
    """

    code: str
    premise: tuple[Fields, ...]
    wrong: Fields
    report: Fields
    right: Fields
    near_miss: Fields


def read_page(path: Path) -> RulePage:
    """A Markdown page → its parts; a block is of the file its section names, or of the first."""
    text = path.read_text(encoding="utf-8")
    code = re.search(r"` *([a-z0-9-]+) *`", text)
    assert code, f"{path.name} names no code"
    _, *parts = _SECTION.split(text)
    sections = dict(zip(parts[::2], parts[1::2], strict=True))
    first = _FILE.search(sections["错的写法"])
    assert first, f"{path.name} names no file"

    def block(name: str) -> Fields:
        blocks = _BLOCK.findall(sections[name])
        assert len(blocks) == 1, f"{path.name} needs one block in {name}"
        file = _FILE.search(sections[name]) or first
        return Fields(file[1], blocks[0])

    premise = (block("前提"),) if "前提" in sections else ()
    names = ("错的写法", "报告", "改好以后", "不报的情形")
    return RulePage(code[1], premise, *(block(name) for name in names))


def world_with(folder: Path, *changes: Fields) -> Path:
    """A copy of the minimal world in *folder* with each file's *changes* in place of its own."""
    shutil.copytree(MINIMAL, folder)
    for change in changes:
        path = folder / change.file
        before = path.read_text(encoding="utf-8") if path.exists() else ""
        path.write_text(replaced(before, change.text), encoding="utf-8")
    return folder


def replaced(text: str, fields: str) -> str:
    """A file's text with *fields* in place of the top-level fields of the same names."""
    if fields.startswith("- "):
        return fields
    new = _fields(fields)
    old = {name: block for name, block in _fields(text).items() if name not in new}
    return "".join((*old.values(), *new.values()))


def _fields(text: str) -> dict[str, str]:
    """Top-level fields by name, each with the lines below it."""
    starts = [found.start() for found in _FIELD.finditer(text)]
    blocks = [text[a:b] for a, b in pairwise((*starts, len(text)))]
    return {block.partition(":")[0]: block for block in blocks}
