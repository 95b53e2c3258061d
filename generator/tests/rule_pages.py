"""A rule's page → the district it breaks, the report it promises, and the districts it accepts.

A page shows fields of one file of `worlds/minimal`. The fields take the place of those of the same
name (a list takes the place of the whole file), and everything around them stays valid.
"""

from __future__ import annotations

import re
import shutil
from dataclasses import dataclass
from pathlib import Path

MINIMAL = Path(__file__).parent / "worlds" / "minimal"

_FIELD = re.compile(r"^\S", re.MULTILINE)
_BLOCK = re.compile(r"```(?:yaml)?\n(.*?)```", re.DOTALL)


@dataclass(frozen=True, slots=True)
class RulePage:
    """What a page says: its code, the file it changes, and its four blocks."""

    code: str
    file: str
    wrong: str
    report: str
    right: str
    near_miss: str


def read_page(path: Path) -> RulePage:
    """A Markdown page → its parts; a page with another number of blocks is refused."""
    text = path.read_text(encoding="utf-8")
    code = re.search(r"` *([a-z-]+) *`", text)
    file = re.search(r"`((?:powers|villages)/[^`]+\.yml)`", text)
    blocks = _BLOCK.findall(text)
    assert code, f"{path.name} names no code"
    assert file, f"{path.name} names no file"
    assert len(blocks) == 4, f"{path.name} needs four blocks"
    wrong, report, right, near_miss = blocks
    return RulePage(code[1], file[1], wrong, report, right, near_miss)


def world_with(folder: Path, file: str, fields: str) -> Path:
    """A copy of the minimal world in *folder* whose *file* has *fields* in place of its own."""
    shutil.copytree(MINIMAL, folder)
    path = folder / file
    path.write_text(replaced(path.read_text(encoding="utf-8"), fields), encoding="utf-8")
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
    blocks = [text[a:b] for a, b in zip(starts, [*starts[1:], len(text)], strict=True)]
    return {block.partition(":")[0]: block for block in blocks}
