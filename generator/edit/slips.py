"""Lines of YAML with a usual slip of the pen → the lines as they were surely meant."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from generator.edit.braces import Names, inside_braces, wide_brackets
from generator.edit.quotes import closed, quoted
from generator.load.forms import named_fields
from generator.load.kinds import SHEETS

Lines = tuple[str, ...]
Done = tuple[int, str]
"""The number of a line (from 1; 0 for the whole file), and what was done in the clerk's words."""

Mending = tuple[Lines, tuple[Done, ...]]
"""Lines, and what has been done to them."""

Depth = Callable[[str], int]

_NAMES: Names = frozenset(
    ("追加", "删去", *(name for sheet in SHEETS.values() for name in named_fields(sheet.model)))
)
_DASHES = "－—–−‐‑‒―﹣"
_ROW = r"(?P<before>[ \t\u3000\xa0]*(?:- +)*)"
_WIDE_COLON = re.compile(
    _ROW + r"(?P<name>[^\s:：\"'{}\[\],]{1,30})[ \u3000]*：[ \u3000]*(?P<rest>.*)"
)
_TIGHT_COLON = re.compile(
    _ROW + r"(?P<name>[^\s:：\"'{}\[\],]{1,30}):(?:[\u3000\xa0]+ *)?(?P<rest>[^\s/].*)"
)
_WIDE_DASH = re.compile(
    rf"(?P<before>[ \t\u3000\xa0]*)[{_DASHES}][ \u3000]*(?P<rest>[^\s{_DASHES}-].*)"
)
_TIGHT_DASH = re.compile(r"(?P<before>[ \t\u3000\xa0]*)-(?P<rest>[^\s-].*)")
_ID = re.compile(r"[a-z]+(?:-[a-z0-9]+)*(?:[{\[].*)?")
"""An id with a group of fields behind it or below: 改动, 本村事项 and 岗位对应 have such names."""

_WRITTEN_NAME = re.compile(r" *(?:- +)*(?P<name>[^\s:\"'{}\[\],#]{1,30}):(?: |$)")
_ODD_INDENT = re.compile(r"(?P<indent> *[\t\u3000\xa0][ \t\u3000\xa0]*)(?P<rest>.*)")
_BLOCK = re.compile(
    r"(?P<before> *(?:- +)*)(?P<name>[^#\"'\s][^#\"']*?:\s+)?[|>][-+0-9]{0,2}\s*(?:\s#.*)?"
)


@dataclass(frozen=True, slots=True)
class Slip:
    """One kind of slip: what mending it does, in the clerk's words, and how.

    *mend* gives the line unchanged where it has no such slip. Where *depth* is given, the lines
    beside it that are as deep are mended too: alone it would swallow them as more of its value.
    """

    words: str
    mend: Callable[[str, Names], str]
    depth: Depth | None = None


def depth_of_row(line: str) -> int:
    """The column where a line begins."""
    return len(line) - len(line.lstrip())


def depth_of_field(line: str) -> int:
    """The column where a line's field name begins, behind the dashes of its rows."""
    return len(line) - len(line.lstrip(" \t\u3000\xa0-"))


def _wide_colon(line: str, names: Names) -> str:
    found = _WIDE_COLON.fullmatch(line)
    if found and (found["name"] in names or _ID.fullmatch(found["name"] + found["rest"])):
        return f"{found['before']}{found['name']}: {found['rest']}".rstrip(" ")
    return line


def _tight_colon(line: str, names: Names) -> str:
    found = _TIGHT_COLON.fullmatch(line)
    if found and (found["name"] in names or _ID.fullmatch(found["name"] + found["rest"][:1])):
        return f"{found['before']}{found['name']}: {found['rest']}"
    return line


def _wide_dash(line: str, _: Names) -> str:
    found = _WIDE_DASH.fullmatch(line)
    return f"{found['before']}- {found['rest']}" if found else line


def _tight_dash(line: str, _: Names) -> str:
    found = _TIGHT_DASH.fullmatch(line)
    return f"{found['before']}- {found['rest']}" if found else line


SLIPS = (
    Slip("行首的全角短横线改为半角短横线加空格", _wide_dash, depth_of_row),
    Slip("短横线后面补一个空格", _tight_dash, depth_of_row),
    Slip("字段名后面的全角冒号改为半角冒号加空格", _wide_colon, depth_of_field),
    Slip("冒号后面补一个半角空格", _tight_colon, depth_of_field),
    Slip("全角的方括号、花括号改为半角的", wide_brackets),
    Slip("花括号里的全角冒号、逗号改为半角的，后面空一格", inside_braces),
    Slip("值的末尾补上引号", closed),
    Slip("值里有 YAML 的符号，整个值加引号", quoted),
)
"""What is mended on a line at fault, in the order in which it is tried."""


def with_slips(
    lines: Lines, numbers: Sequence[int], slips: Sequence[Slip], names: Names
) -> Mending:
    """Lines with some slips of some lines mended, and of the lines beside them where they run."""
    new = [*lines]
    done: list[Done] = []
    for number in numbers:
        for slip in slips:
            done += _mend_run(new, number, slip, names)
    return tuple(new), tuple(done)


def _mend_run(lines: list[str], number: int, slip: Slip, names: Names) -> list[Done]:
    """Mend a slip of one line in place, and the same on the lines beside it, if it is there."""
    if slip.mend(lines[number], names) == lines[number]:
        return []
    done: list[Done] = []
    for each in [*_beside(lines, number, slip.depth)] if slip.depth else [number]:
        mended = slip.mend(lines[each], names)
        if mended != lines[each]:
            lines[each] = mended
            done.append((each + 1, slip.words))
    return done


def lines_above(lines: Lines, number: int) -> Iterator[int]:
    """The numbers of the lines that hold a line: the nearest above it that begin further left."""
    depth = depth_of_row(lines[number])
    for each in range(number - 1, -1, -1):
        here = depth_of_row(lines[each])
        if lines[each].strip() and here < depth:
            yield each
            depth = here


def _beside(lines: list[str], number: int, depth: Depth) -> Iterator[int]:
    """A line, then those below and above it that are as deep, with nothing shallower between."""
    wanted = depth(lines[number])
    kept = kept_as_text(lines)
    yield number
    for way in (range(number + 1, len(lines)), range(number - 1, -1, -1)):
        for each in way:
            if lines[each].strip() and depth(lines[each]) < wanted:
                break
            if depth(lines[each]) == wanted and each not in kept:
                yield each


def has_slip(line: str, names: Names) -> bool:
    """Whether anything on a line could be mended."""
    return any(slip.mend(line, names) != line for slip in SLIPS)


def names_in(lines: Sequence[str]) -> Names:
    """The names of all fields there are, and those that the file itself writes rightly."""
    return _NAMES | {found["name"] for line in lines if (found := _WRITTEN_NAME.match(line))}


def straightened(line: str, tab: int, wide: int) -> str:
    """A line whose indent holds tabs or full-width spaces → the same with as many plain ones."""
    found = _ODD_INDENT.fullmatch(line)
    if found is None:
        return line
    widths = {"\t": tab, "\u3000": wide, "\xa0": 1, " ": 1}
    return " " * sum(widths[sign] for sign in found["indent"]) + found["rest"]


def kept_as_text(lines: Sequence[str]) -> frozenset[int]:
    """The numbers (from 0) of the lines inside `|` and `>` texts: nothing in them is a slip."""
    return frozenset(_inside_blocks(lines))


def _inside_blocks(lines: Sequence[str]) -> Iterator[int]:
    floor: int | None = None
    for number, line in enumerate(lines):
        depth = len(line) - len(line.lstrip(" "))
        if floor is not None and (depth > floor or not line.strip()):
            yield number
            continue
        found = _BLOCK.fullmatch(line)
        floor = _floor(found) if found else None


def _floor(found: re.Match[str]) -> int:
    """The column a block text has to lie right of: that of its field name, or of its dash."""
    before = found["before"]
    return len(before) if found["name"] else max(before.rfind("-"), 0)
