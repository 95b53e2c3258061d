"""The page of a reader's or publisher's code → the files that it shows, written into a district.

A block is the fields of a file of `worlds/minimal`, or the whole file where its section says
整个文件 or where there is no such file. What cannot be printed is spelled out in the block:
`<U+200B>` is that character, `…（共 9 字）` repeats the sign before it, `…（共 9 个）` the row
before it, `[…（共 9 层）…]` the brackets; the block `NOTHING` and a link speak of the file itself.
"""

from __future__ import annotations

import re
import shutil
from dataclasses import dataclass
from pathlib import Path

from generator.model.rule_page import RulePage
from generator.tests.rule_pages import MINIMAL, replaced

NOTHING = "（没有这个文件）\n"
WRONG, REPORT, RIGHT, NEAR_MISS = "错的写法", "报告", "改好以后", "不报的情形"
WHEN, WHAT_NOW = "什么时候出现", "怎么办"

_LINK = re.compile(r"（这是一个链接，指向 (\S+)）\n")
_FILE = re.compile(r"`((?:(?:powers|villages|content)/[^`]+)|mkdocs\.yml)`")
_BLOCK = re.compile(r"```(?:yaml|markdown)?\n(.*?)```", re.DOTALL)
_CHARACTER = re.compile(r"<U\+([0-9A-F]{4,6})>")
_SIGNS = re.compile(r"(.)…（共 ([\d,]+) 字）")
_ROWS = re.compile(r"([^\s[]{1,9}, )…（共 ([\d,]+) 个）")
_LEVELS = re.compile(r"\[…（共 ([\d,]+) 层）…\]")


@dataclass(frozen=True, slots=True)
class Shown:
    """A block of a page: the file it is of, whether it is the whole of it, and its text."""

    file: str
    whole: bool
    encoding: str
    text: str

    @property
    def bytes(self) -> bytes:
        """The text as it lies on the disk."""
        text = _ROWS.sub(lambda told: told[1] * _number(told[2]), self.text)
        text = _LEVELS.sub(lambda told: "[" * _number(told[1]) + "]" * _number(told[1]), text)
        text = _SIGNS.sub(lambda told: told[1] * _number(told[2]), text)
        text = _CHARACTER.sub(lambda told: chr(int(told[1], 16)), text)
        return text.encode(self.encoding)


def is_tried(page: RulePage) -> bool:
    """Whether a page shows a file; the others tell of what no file of a district brings about."""
    return [part.title for part in page.sections] == [WRONG, REPORT, RIGHT, NEAR_MISS]


def block(page: RulePage, title: str) -> str:
    """The one block of a section."""
    [text] = (part.text for part in page.sections if part.title == title)
    blocks = _BLOCK.findall(text)
    assert len(blocks) == 1, f"{page.code} needs one block under {title}"
    return str(blocks[0])


def shown(page: RulePage, title: str) -> Shown:
    """What a section shows; a file that it does not name is the one of 错的写法."""
    texts = {part.title: _BLOCK.sub("", part.text) for part in page.sections}
    told = texts[title] if _FILE.search(texts[title]) else texts[WRONG]
    named = _FILE.search(told)
    assert named, f"{page.code} names no file"
    encoding = "gb18030" if "存成 GBK" in texts[title] else "utf-8"
    return Shown(named[1], "整个文件" in told, encoding, block(page, title))


def district_with(folder: Path, change: Shown) -> Path:
    """A copy of the minimal world in *folder* with *change* in it."""
    shutil.copytree(MINIMAL, folder)
    path = folder / change.file
    path.parent.mkdir(parents=True, exist_ok=True)
    link = _LINK.fullmatch(change.text)
    if change.text == NOTHING or link:
        path.unlink(missing_ok=True)
        if link:
            path.symlink_to(folder / link[1])
        return folder
    if change.whole or not path.exists():
        path.write_bytes(change.bytes)
        return folder
    fields = change.bytes.decode()
    path.write_text(replaced(path.read_text(encoding="utf-8"), fields), encoding="utf-8")
    return folder


def _number(told: str) -> int:
    return int(told.replace(",", ""))
