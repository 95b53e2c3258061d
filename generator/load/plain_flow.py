"""A list or mapping written on one line, `[甲, 乙]` or `{字段: 值}` → its value, if it is plain."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from generator.load.refusals import name_problem
from generator.load.remarkable import Remarkable
from generator.model.origin import Values
from generator.problem import Span

MOST_BRACKETS = 8
"""Lists and mappings that may open on one line."""

NAME = r"[^\W_][\w（）、，。《》“”/.+-]*"
"""The name of a field, as plain as they all are."""

_PIECE = re.compile(
    rf"""([\[\]{{}},]) *|({NAME}): +(?=[^ ,\]}}])"""
    r"""|('[^'\n]*'|"[^"\\\n]*"|[^\s"'#%&*,:>?@\[\]`{|}!-](?:[^"'#,:\[\]{}]|:(?=\w))*)"""
)
"""A sign, the name of a field, or a text with the spaces behind it."""


def flow_value(text: str) -> Values:
    """A bracketed text → its lists, mappings and texts; Remarkable where it is not plain."""
    if text.count("[") + text.count("{") > MOST_BRACKETS:
        raise Remarkable
    pieces = _pieces(text)
    value = _value(next(pieces), pieces)
    if next(pieces, None) is not None:
        raise Remarkable
    return value


_Piece = tuple[str, str, str]
_END: _Piece = ("", "", "")


def _pieces(text: str) -> Iterator[_Piece]:
    """The pieces of a text, which have to follow each other without a gap."""
    at = 0
    while at < len(text):
        found = _PIECE.match(text, at)
        if found is None:
            raise Remarkable
        yield found[1] or "", found[2] or "", found[3] or ""
        at = found.end()


def _value(piece: _Piece, pieces: Iterator[_Piece]) -> Values:
    """The value that begins with a piece."""
    sign, _, text = piece
    if text:
        value = text[1:-1] if text[0] in "'\"" else text.rstrip(" ")
        if not value.strip():
            raise Remarkable
        return value
    if sign == "[":
        return list(_rows(pieces))
    if sign == "{":
        return _fields(pieces)
    raise Remarkable


def _rows(pieces: Iterator[_Piece]) -> Iterator[Values]:
    """The rows up to the closing bracket."""
    piece = next(pieces, _END)
    while piece[0] != "]":
        yield _value(piece, pieces)
        piece = _behind(pieces, "]")


def _fields(pieces: Iterator[_Piece]) -> dict[str, Values]:
    """The fields up to the closing brace."""
    fields: dict[str, Values] = {}
    piece = next(pieces, _END)
    while piece[0] != "}":
        name = field_name(piece[1], fields)
        fields[name] = _value(next(pieces, _END), pieces)
        piece = _behind(pieces, "}")
    return fields


def _behind(pieces: Iterator[_Piece], closing: str) -> _Piece:
    """What follows a row or field: the closing sign, or what stands behind a comma."""
    piece = next(pieces, _END)
    if piece[0] == closing:
        return piece
    following = next(pieces, _END)
    if piece[0] != "," or following[0] == closing:
        raise Remarkable
    return following


def field_name(written: str, beside: dict[str, Values]) -> str:
    """A field name in the form a tree has it; Remarkable where it is no name or stands twice."""
    name = known_name(written)
    if not name or name in beside:
        raise Remarkable
    return name


@lru_cache(maxsize=10_000)
def known_name(text: str) -> str:
    """A field name in the form a tree has it, "" where it is no name."""
    name = unicodedata.normalize("NFC", text)
    return "" if name_problem(name, Span(""), "") else name
