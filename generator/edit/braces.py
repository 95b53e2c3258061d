"""A line with braces or brackets on it → the same with the full-width signs in them mended."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

Names = frozenset[str]
"""Words that are certainly names of fields."""

_KEY = re.compile(
    r"(?P<name>[^\s:：\"'{}\[\],，]{1,30})(?:：[ \u3000]*|:[\u3000\xa0]+ *|:(?=[^\s/]))"
)
_NEXT = re.compile(r"，[ \u3000]*(?P<name>[^\s:：\"'{}\[\],，]{1,30})[:：]")
_BEFORE_OPENING = ":：-[{,，"
_HALF = str.maketrans("｛｝［］", "{}[]")


def wide_brackets(line: str, _: Names) -> str:
    """`｛名称: 甲｝` → `{名称: 甲}`: nobody writes these in a sentence."""
    return line.translate(_HALF)


def inside_braces(line: str, names: Names) -> str:
    """`{名称：甲，电话:1}` → `{名称: 甲, 电话: 1}`: where a name has to stand, it is one.

    A full-width comma is one of YAML only in front of a known name.
    """
    return "".join(_mended(_Walk(line), names))


@dataclass(slots=True)
class _Walk:
    """A way along a line: what is open there, and whether a field name comes next."""

    line: str
    at: int = 0
    open: list[str] = field(default_factory=list)
    quote: str = ""
    wants_name: bool = False

    @property
    def in_braces(self) -> bool:
        """Whether fields are around here."""
        return self.open[-1:] == ["{"]

    @property
    def begins_value(self) -> bool:
        """Whether a value begins here."""
        before = self.line[: self.at].rstrip()
        return not before or before[-1] in _BEFORE_OPENING

    def step(self) -> str:
        """One sign on."""
        sign = self.line[self.at]
        self.at += 1
        return sign


def _mended(walk: _Walk, names: Names) -> Iterator[str]:
    while walk.at < len(walk.line):
        sign = walk.line[walk.at]
        if walk.wants_name and not walk.quote and (key := _KEY.match(walk.line, walk.at)):
            walk.at, walk.wants_name = key.end(), False
            yield f"{key['name']}: "
        elif walk.in_braces and not walk.quote and _is_comma(walk, names):
            walk.at, walk.wants_name = walk.at + 1, True
            walk.at += len(walk.line[walk.at :]) - len(walk.line[walk.at :].lstrip())
            yield ", "
        else:
            _look(walk, sign)
            yield walk.step()


def _is_comma(walk: _Walk, names: Names) -> bool:
    found = _NEXT.match(walk.line, walk.at)
    return found is not None and found["name"] in names


def _look(walk: _Walk, sign: str) -> None:
    """Take note of what a sign opens or ends."""
    if walk.quote:
        walk.quote = "" if sign == walk.quote else walk.quote
    elif sign in "\"'" and walk.begins_value:
        walk.quote = sign
    elif sign in "{[" and (walk.open or walk.begins_value):
        walk.open.append(sign)
        walk.wants_name = sign == "{"
    elif sign in "}]":
        del walk.open[-1:]
        walk.wants_name = False
    elif sign == ",":
        walk.wants_name = walk.in_braces
    elif sign != " ":
        walk.wants_name = False
