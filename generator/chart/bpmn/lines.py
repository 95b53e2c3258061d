"""A text → how many lines a BPMN program makes of it, so that symbols are large enough.

bpmn-js cuts a line at the last blank or hyphen that fits, else a character before it is full. Other
programs break lines later, not earlier.
"""

from __future__ import annotations

import re
from functools import lru_cache

from generator.chart.text import width_of

NAME, LABEL = 12, 11
"""Sizes of letters that BPMN programs use inside symbols and beside them, in px."""
NAME_LINE, LABEL_LINE = 15, 14
_SLACK = 2
_BREAK = re.compile(r"(\s|-|\u00ad)")


@lru_cache(maxsize=16384)
def lines_of(text: str, size: int, width: int) -> int:
    """A text, its size and the width it may take, in px → the number of its lines."""
    count = 0
    for part in text.splitlines() or [""]:
        left = part
        while left:
            line = _fitting(left, size, width - _SLACK)
            left = left[len(line) :].strip()
            count += 1
    return max(1, count)


def _fitting(line: str, size: int, width: int) -> str:
    """As much of a line as stands in one row."""
    while len(line) > 1 and _width(line, size) > width:
        most = max(1.0, len(line) * width / _width(line, size))
        line = _to_a_break(line, most) or line[: max(1, int(most - 0.5))]
    return line


def _width(line: str, size: int) -> int:
    """The width of a line in the widest of the fonts such programs fall back to."""
    return width_of(line, size) + sum(sign.isascii() for sign in line) * size // 8


def _to_a_break(line: str, most: float) -> str:
    """The beginning of a line up to the last blank or hyphen before so many characters."""
    kept: list[str] = []
    used = 0
    parts = _BREAK.split(line)
    if len(parts) < 2:
        return ""
    for part in parts:
        if not part or len(part) + used >= most:
            if part in ("-", "\u00ad") and kept:
                kept.pop()
            break
        kept.append(part)
        used += len(part)
    return "".join(kept)
