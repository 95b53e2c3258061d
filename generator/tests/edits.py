"""Lines of a valid file → the same with one thing done to them that hands or editors do."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import strategies as st

Lines = list[str]
Chance = Callable[[int], int]
"""A number below another one: where something is done, and which."""

VALUES = (
    *("", "[]", "{}", "[[]]", "[{}]", "~", "''", '"', "|", ">-", "- 甲", "甲: 乙", "{甲: 乙}"),
    *("[甲, [乙]]", "是", "否", "0", "-1", "1.5", "9" * 40, "2016-02-30", "2016年2月", "８", "无"),
    *("0日", "5个工作日内", "《》", "《甲法》第〇条", "education/xk-001", "_township/ms-001"),
    *(
        "xk-001",
        "../x",
        "a/b/c",
        "*甲",
        "&甲 乙",
        "!甲 乙",
        "<<",
        "?",
        "甲" * 400,
        "=1+1",
        "a\u0301",
    ),
)
"""What may come to stand behind a field name, whatever belongs there."""

SIGNS = (
    *": - \n \t [ ] { } , ' \" # & * ! | > % @ ` ? 、 ： — 　 “ \\ ~ 是 否 日 0 9".split(" "),
    *(" ", "\n  ", ": ", "\n- ", "<<: ", "---\n", "\r", "\x00", "\u202e", "\u2028", "追加", "删去"),
    *("名称: 甲\n", "采用: _common\n", "_township/", "<<<<<<< HEAD\n", "\ufeff"),
)
"""What may be typed anywhere."""

_WIDE = {ord(sign): chr(ord(sign) + 0xFEE0) for sign in map(chr, range(0x21, 0x7F))}


def subtree(lines: Lines, at: int) -> slice:
    """A line and all lines below it that belong to it."""
    depth, end = _depth(lines[at]), at + 1
    while end < len(lines) and (not lines[end].strip() or _depth(lines[end]) > depth):
        end += 1
    return slice(at, end)


def _depth(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _deleted(lines: Lines, at: int, _: Chance) -> None:
    del lines[at]


def _subtree_deleted(lines: Lines, at: int, _: Chance) -> None:
    del lines[subtree(lines, at)]


def _duplicated(lines: Lines, at: int, chance: Chance) -> None:
    lines.insert(chance(len(lines) + 1), lines[at])


def _subtree_duplicated(lines: Lines, at: int, chance: Chance) -> None:
    part = subtree(lines, at)
    there = chance(len(lines) + 1) if chance(2) else part.stop
    lines[there:there] = lines[part]


def _swapped(lines: Lines, at: int, chance: Chance) -> None:
    there = chance(len(lines))
    lines[at], lines[there] = lines[there], lines[at]


def _subtree_moved(lines: Lines, at: int, chance: Chance) -> None:
    """A field with all below it, put elsewhere at the depth it has there or at its own."""
    part = subtree(lines, at)
    moved, lines[part] = lines[part], []
    there = chance(len(lines) + 1)
    shift = _depth(lines[there]) - _depth(moved[0]) if there < len(lines) and chance(2) else 0
    lines[there:there] = [_shifted(line, shift) for line in moved]


def _values_swapped(lines: Lines, at: int, chance: Chance) -> None:
    """What stands behind two field names, each behind the other."""
    there = chance(len(lines))
    (name, colon, value), (other, sign, lent) = (
        lines[each].partition(": ") for each in (at, there)
    )
    if colon and sign:
        lines[at], lines[there] = f"{name}: {lent}", f"{other}: {value}"


def _retyped(lines: Lines, at: int, chance: Chance) -> None:
    """Another value behind a field name or a dash; what stood below it stays or goes."""
    line, value = lines[at], VALUES[chance(len(VALUES))]
    part = subtree(lines, at)
    name, colon, _ = line.partition(":")
    bare = line[: _depth(line)] + "-" if line.lstrip().startswith("- ") and chance(2) else ""
    lines[at] = f"{bare} {value}" if bare or not colon else f"{name}: {value}"
    if chance(2):
        del lines[at + 1 : part.stop]


def _renamed(lines: Lines, at: int, chance: Chance) -> None:
    """A field name taken from another line."""
    name, colon, value = lines[at].partition(":")
    other = lines[chance(len(lines))].partition(":")[0].strip(" -{[")
    lines[at] = f"{name[: len(name) - len(name.lstrip(' -'))]}{other}{colon}{value}"


def _truncated(lines: Lines, at: int, chance: Chance) -> None:
    """The line ends somewhere, and sometimes the file with it."""
    lines[at] = lines[at][: chance(len(lines[at]) + 1)]
    if chance(2):
        del lines[at + 1 :]


def _indented(lines: Lines, at: int, chance: Chance) -> None:
    lines[at] = (" ", "  ", "\t", "　", "    ", "- ")[chance(6)] + lines[at]


def _outdented(lines: Lines, at: int, chance: Chance) -> None:
    lines[at] = lines[at][1 + chance(3) :]


def _subtree_shifted(lines: Lines, at: int, chance: Chance) -> None:
    part = subtree(lines, at)
    shift = (-2, -1, 1, 2)[chance(4)]
    lines[part] = [_shifted(line, shift) for line in lines[part]]


def _shifted(line: str, by: int) -> str:
    return " " * by + line if by > 0 else line[min(-by, _depth(line)) :]


def _widened(lines: Lines, at: int, chance: Chance) -> None:
    """Signs as an input method for Chinese types them: all of a line, or its colons and dashes."""
    signs = ("", ":", "-", ",", "[]{}", "0123456789", " ")[chance(7)]
    table = {ord(sign): _WIDE.get(ord(sign), "\u3000") for sign in signs} if signs else _WIDE
    lines[at] = lines[at].translate(table)


def _typed(lines: Lines, at: int, chance: Chance) -> None:
    """Some characters gone and a sign in their place."""
    line, sign = lines[at], SIGNS[chance(len(SIGNS))]
    start = chance(len(line) + 1)
    lines[at] = line[:start] + sign + line[start + chance(4) :]


EDITS = {
    edit.__name__.strip("_"): edit
    for edit in (
        *(_deleted, _subtree_deleted, _duplicated, _subtree_duplicated, _swapped, _subtree_moved),
        *(_values_swapped, _retyped, _renamed, _truncated, _indented, _outdented),
        *(_subtree_shifted, _widened, _typed),
    )
}
"""Every edit by its name: it changes the lines, which are not none, at a line."""


@st.composite
def edited_texts(draw: st.DrawFn, text: str) -> str:
    """A text after one to three edits."""

    def chance(below: int) -> int:
        return draw(st.integers(0, below - 1))

    lines = text.split("\n")
    for _ in range(draw(st.sampled_from((1, 1, 1, 2, 3)))):
        if lines:
            EDITS[draw(st.sampled_from(sorted(EDITS)))](lines, chance(len(lines)), chance)
    return "\n".join(lines)
