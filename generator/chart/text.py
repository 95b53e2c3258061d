"""Text → its width in px and its lines, without any font.

A Han character is one em wide in every font; for ASCII the widest of common sans-serif fonts is
taken, so that no browser makes a line longer than it was thought to be.
"""

from __future__ import annotations

import re
from functools import lru_cache
from unicodedata import category

_WIDTHS = {
    28: " ',.:;ij|",
    30: "Il",
    34: "!f()[]{}",
    38: "-t",
    40: "r/\\",
    48: '"*',
    51: "csxz",
    54: "vyJ",
    57: "#$0123456789?L^_ekag",
    62: "+<=>~`hnouFTZbdpq",
    68: "ABEKPSVXY&",
    74: "CDHNRU",
    81: "GOQw",
    84: "M",
    96: "%mW",
    102: "@",
}
_ASCII = {sign: width for width, signs in _WIDTHS.items() for sign in signs}
_NOT_FIRST = frozenset("，。、；：？！）》」』”’】〉〕％%…,.;:?!)]}·～—")
_NOT_LAST = frozenset("（《「『“‘【〈〔([{")
_AMOUNT = re.compile(
    r"\d+(?:个?工作日|个?自然日|个?小时|个?月|[日天年份人户次元米亩]|平方米)(?:以?内)?|.", re.DOTALL
)
_FIRST_WIDE = 0x2000
_HAN = range(0x3000, 0xA000)
_WITHOUT_WIDTH = ("Mn", "Me", "Cf")
_JOINER = "\u200d"
_HANGING = ("Mn", "Me", "Mc")
_SHADES = "🏻🏼🏽🏾🏿"
_PICTURES = range(0x1F000, 0x20000)


def _hundredths(sign: str) -> int:
    """A character → its width in hundredths of an em."""
    known = _ASCII.get(sign)
    if known is not None:
        return known
    point = ord(sign)
    if point in _HAN:
        return 100
    if category(sign) in _WITHOUT_WIDTH:
        return 0
    if point < _FIRST_WIDE:
        return 75
    return 140 if point in _PICTURES else 100


@lru_cache(maxsize=16384)
def width_of(text: str, size: int) -> int:
    """A text and its size in px → its width in px, rounded up."""
    return -(-sum(map(_hundredths, text)) * size // 100)


@lru_cache(maxsize=16384)
def wrap(text: str, size: int, limit: int) -> tuple[str, ...]:
    """A text → the fewest lines of at most *limit* px, as even as they can be.

    No line begins with a closing sign or ends with an opening one (避头尾). Words in ASCII and
    amounts with their unit (5个工作日) stay whole unless one alone is longer than a line.
    """
    pieces = tuple(
        (part, width_of(part, size)) for piece in _pieces(text) for part in _cut(piece, size, limit)
    )
    lines = _fill(pieces, limit)
    if len(lines) < 2:
        return lines
    low = max(limit // 2, sum(width for _, width in pieces) // len(lines))
    for narrower in range(low, limit, max(2, size // 3)):
        even = _fill(pieces, narrower)
        if len(even) == len(lines):
            return even
    return lines


def _pieces(text: str) -> list[str]:
    """Text → parts that no line break may tear."""
    pieces: list[str] = []
    for part in _AMOUNT.findall(" ".join(text.split())):
        if pieces and _belongs_together(pieces[-1], part[0]):
            pieces[-1] += part
        else:
            pieces.append(part)
    return pieces


def _belongs_together(before: str, sign: str) -> bool:
    if sign in _NOT_FIRST or _hangs_on(sign) or before[-1] == _JOINER or before[-1] in _NOT_LAST:
        return True
    return sign.isascii() and sign != " " and before[-1].isascii() and before[-1] != " "


def _hangs_on(sign: str) -> bool:
    """Whether a sign is part of the one before: accents, joiners, variants, shades of skin."""
    return sign == _JOINER or category(sign) in _HANGING or sign in _SHADES


def _cut(piece: str, size: int, limit: int) -> list[str]:
    """A piece longer than a line → parts that fit; every other piece as it is."""
    if width_of(piece, size) <= limit:
        return [piece]
    parts = [""]
    for sign in piece:
        if parts[-1] and not _hangs_on(sign) and width_of(parts[-1] + sign, size) > limit:
            parts.append("")
        parts[-1] += sign
    return parts


def _fill(pieces: tuple[tuple[str, int], ...], limit: int) -> tuple[str, ...]:
    """Pieces and their widths → lines, each as full as it can be."""
    lines: list[str] = []
    line, used = "", 0
    for piece, width in pieces:
        if line and used + width > limit:
            lines.append(line.strip())
            line, used = "", 0
        line += piece
        used += width
    return (*lines, line.strip()) if line.strip() or not lines else tuple(lines)
