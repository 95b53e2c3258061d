"""A mended file → what a clerk sees before it is written: the lines that change, and why."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import unified_diff

from generator import report
from generator.edit.mend import Mended

_PLACE = re.compile(r"@@ -(?P<line>\d+).*")
_TAB = "⇥"


def difference(label: str, mended: Mended) -> str:
    """A file's path and the file mended → a unified diff under Chinese headings, and a list."""
    return "\n".join([f"文件 {report.printable(label)}", *_changes(mended), *_list(mended)]) + "\n"


def _changes(mended: Mended) -> Iterator[str]:
    """The lines as they are (-) and as they would be (+); a tab is shown as an arrow."""
    rows = unified_diff(_rows(mended.start), _rows(mended.end), n=1, lineterm="")
    for number, row in enumerate(rows):
        if number < 2:
            yield ("--- 现在", "+++ 改好以后")[number]
        elif found := _PLACE.fullmatch(row):
            yield f"@@ 第 {found['line']} 行起 @@"
        else:
            yield report.printable(row.replace("\t", _TAB))


def _rows(text: str) -> list[str]:
    return text.removesuffix("\n").split("\n")


def _list(mended: Mended) -> Iterator[str]:
    """What was done, each kind of it once, with the lines where it was."""
    for words in dict.fromkeys(words for _, words in mended.done):
        lines = sorted({line for line, said in mended.done if said == words and line})
        place = f"第 {'、'.join(map(str, lines))} 行：" if lines else ""
        yield f"  · {place}{words}"
