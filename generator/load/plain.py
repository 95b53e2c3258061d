"""Text of a plain YAML file → its values, without places; None where a careful look is needed.

The short road: most of what reading with care costs is the place of every value, and places are
asked for only where something is wrong. A plain file says one thing a line, `字段: 值` or `- 值`,
in plain or simply quoted words, or in a block below `|`, and leaves no value empty. Whatever else
there is, and whatever the careful reader would report or read otherwise, is refused here; tests
compare the two on damaged files.
"""

from __future__ import annotations

import re

from generator.load.plain_block import block_at, without_blocks
from generator.load.plain_flow import MOST_BRACKETS, NAME, flow_value, known_name
from generator.load.refusals import LONGEST_TEXT
from generator.load.remarkable import Remarkable
from generator.load.yaml_tree import DEEPEST, MOST_VALUES
from generator.model.origin import Values

_VALUE = (
    r"""[^\s"'#%&*,:>?@\[\]`{|}!-][^\n\t#:]*(?::(?=\S)[^\n\t#:]*)*(?<! )"""
    r"""|'[^'\n\t]*'|"[^"\\\n\t]*"|\[[^\n\t]*\]|\{[^\n\t]*\}"""
)
_LINE = re.compile(
    rf"^(?:( *)(- )?(?:({NAME}):(?: +({_VALUE}))?|({_VALUE}))| *(?:# .*)?)$", re.MULTILINE
)
"""Indent, dash, field name and its value, or the value of a row; nothing in blanks and comments."""

_Row = tuple[str, str, str, str, str]
_Fields = dict[str, Values]
_Open = tuple[_Fields | list[Values], int]
"""A mapping or list that is being filled, and its column."""

_FILE = "file"
"""The field that the whole file fills."""

_SEPARATORS = "\n,[{"
"""What parts one value from the next; a file has at most two values for each."""

_DASH = 2
"""Columns from a dash to what follows it."""


def plain_values(text: str) -> Values | None:
    """Clean text → the values that `as_json` gives of its tree, or None for a careful look."""
    if len(text) > LONGEST_TEXT or 2 * sum(map(text.count, _SEPARATORS)) > MOST_VALUES:
        return None
    try:
        text, blocks = without_blocks(text) if ": |" in text else (text, [])
        rows: list[_Row] = _LINE.findall(text)
        return _values_of(rows, blocks) if len(rows) == text.count("\n") + 1 else None
    except Remarkable:
        return None


def _values_of(rows: list[_Row], blocks: list[str]) -> Values | None:
    """The lines of a file → its values, None where all are blank."""
    file: _Fields = {}
    above: list[_Open] = []
    here: _Fields | list[Values] = file
    fields, name = file, _FILE
    column = -1
    for indent, dash, field, value, row in rows:
        if not field and not row:
            continue
        start = len(indent)
        if start != column or (type(here) is list) is not (dash != ""):
            if dash and not name and _is_next_row(above, start):
                here, column = above.pop()
            else:
                here, column = _moved(above, (here, column), name, (start, dash)), start
        elif name:
            raise Remarkable
        if isinstance(here, list):
            if row:
                here.append(row if row[0] not in _SIGNS else _signed(row, above, blocks))
                name = ""
                continue
            inner: _Fields = {}
            here.append(inner)
            above.append((here, column))
            here, column = inner, start + _DASH
        elif row:
            raise Remarkable
        fields, name = here, known_name(field)
        if not name or name in fields:
            raise Remarkable
        if value:
            here[name] = value if value[0] not in _SIGNS else _signed(value, above, blocks)
            name = ""
    if name:
        raise Remarkable
    return file[_FILE]


_SIGNS = frozenset("'\"[{")


def _signed(text: str, above: list[_Open], blocks: list[str]) -> Values:
    """A quoted text, the mark of a block, or a list or mapping on one line → its value."""
    if text[0] in "'\"":
        if not text[1:-1].strip():
            raise Remarkable
        return block_at(text[1:-1], blocks)
    if len(above) + MOST_BRACKETS > DEEPEST:
        raise Remarkable
    return flow_value(text)


def _moved(
    above: list[_Open], now: _Open, name: str, line: tuple[int, str]
) -> _Fields | list[Values]:
    """What is open, the field that waits in it, and a line's column and dash → what the line fills.

    A field without a value takes what stands deeper, or rows beside it, and is remarkable where it
    stays empty; what lies further left closes what is open.
    """
    (here, column), (start, dash) = now, line
    if name and isinstance(here, dict):
        if start > column or (start == column and dash):
            inner: _Fields | list[Values] = [] if dash else {}
            here[name] = inner
            above.append(now)
            if len(above) >= DEEPEST:
                raise Remarkable
            return inner
        raise Remarkable
    while above and (start < column or (start == column and not dash and isinstance(here, list))):
        here, column = above.pop()
    if start != column or isinstance(here, list) is not bool(dash):
        raise Remarkable
    return here


def _is_next_row(above: list[_Open], start: int) -> bool:
    """Whether a dash at a column begins another row of the list around what is open."""
    return bool(above) and above[-1][1] == start and isinstance(above[-1][0], list)
