"""Text → its width in px and its lines, without any font.

A Han character is one em wide in every font; for ASCII the widest of common sans-serif fonts is
taken, so that no browser makes a line longer than it was thought to be.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache
from itertools import accumulate, pairwise
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
_NOT_LAST = frozenset("（《「『“‘【〈〔([{\u200d")
_AMOUNT = re.compile(
    r"\d+(?:个?工作日|个?自然日|个?小时|个?月|[日天年份人户次元米亩]|平方米)(?:以?内)?"
    r"|[\u4e00-\u9fff]+|.",
    re.DOTALL,
)
"""An amount, Han characters in a row (each of which is a piece of its own), or another sign."""
_WORD_SIGNS = frozenset(map(chr, range(128))) - {" "}
_FIRST_WIDE = 0x2000
_HAN = range(0x3000, 0xA000)
_IDEOGRAPHS = frozenset(map(chr, range(0x4E00, 0xA000)))
_WITHOUT_WIDTH = ("Mn", "Me", "Cf")
_JOINER = "\u200d"
_HANGING = ("Mn", "Me", "Mc")
_SHADES = "🏻🏼🏽🏾🏿"
_PICTURES = range(0x1F000, 0x20000)


class _Widths(dict[str, int]):
    """Characters → their widths in hundredths of an em, each found when it is first met."""

    def __missing__(self, sign: str) -> int:
        self[sign] = found = _hundredths(sign)
        return found


class _Followers(dict[str, bool]):
    """Characters → whether they stay with the one before, each found when it is first met."""

    def __missing__(self, sign: str) -> bool:
        self[sign] = found = sign in _NOT_FIRST or _hangs_on(sign)
        return found


def _hundredths(sign: str) -> int:
    """A character that is not ASCII → its width in hundredths of an em."""
    point = ord(sign)
    if point in _HAN:
        return 100
    if category(sign) in _WITHOUT_WIDTH:
        return 0
    if point < _FIRST_WIDE:
        return 75
    return 140 if point in _PICTURES else 100


class _Pieces(dict[str, int]):
    """Pieces of texts in one size → their widths in px; only short ones, which come again, stay."""

    def __init__(self, size: int) -> None:
        self.size = size

    def __missing__(self, piece: str) -> int:
        found = -(-sum(map(_width_of_sign, piece)) * self.size // 100)
        if len(piece) <= _OFTEN:
            self[piece] = found
        return found


_OFTEN = 2
_width_of_sign = _Widths(_ASCII).__getitem__
_follows = _Followers().__getitem__
_pieces_in = lru_cache(maxsize=64)(_Pieces)
"""A size of letters → the widths of pieces in it."""


_Row = tuple[list[str], list[int], int]
"""A text in one row: its pieces, where each begins and ends in px, how wide the widest is."""


@lru_cache(maxsize=16384)
def width_of(text: str, size: int) -> int:
    """A text and its size in px → its width in px, rounded up."""
    return -(-sum(map(_width_of_sign, text)) * size // 100)


def wrapped(text: str, size: int, limit: int) -> tuple[str, ...]:
    """A text → the fewest lines of at most *limit* px, as even as they can be.

    No line begins with a closing sign or ends with an opening one (避头尾). Words in ASCII and
    amounts with their unit (5个工作日) stay whole unless one alone is longer than a line.
    """
    pieces, ends, widest = _row(text, size)
    if widest > limit:
        pieces = [part for piece in pieces for part in _cut(piece, size, limit)]
        ends = [*accumulate(map(_pieces_in(size).__getitem__, pieces), initial=0)]
    width = ends[-1]
    if width <= limit:
        return ("".join(pieces).strip(),)
    fewest = _breaks(ends, limit)
    low = max(limit // 2, width // (len(fewest) - 1))
    for narrower in range(low, limit, max(2, size // 3)):
        even = _breaks(ends, narrower)
        if len(even) == len(fewest):
            return _lines(pieces, even)
    return _lines(pieces, fewest)


wrap = lru_cache(maxsize=16384)(wrapped)
"""The same for texts that are broken to the same width again and again."""


def forget_texts() -> None:
    """Measure every text anew from here on."""
    for kept in (width_of, wrap, _row, _pieces_in):
        kept.cache_clear()


@lru_cache(maxsize=16384)
def _row(text: str, size: int) -> _Row:
    """A text, which may have to be broken to many widths, measured once."""
    pieces, others = _pieces(text)
    width_in = _pieces_in(size)
    widths = [size] * len(pieces)
    for number in others:
        widths[number] = width_in[pieces[number]]
    return pieces, [0, *accumulate(widths)], max(widths) if others else size


def _pieces(text: str) -> tuple[list[str], list[int]]:
    """Text → parts that no line break may tear; the numbers of those that are no Han character."""
    pieces: list[str] = []
    others: list[int] = []
    before = " "
    for part in _AMOUNT.findall(" ".join(text.split())):
        sign, last = part[0], part[-1]
        if sign in _IDEOGRAPHS:
            joined = pieces and before in _NOT_LAST
            if joined:
                pieces[-1] += sign
            pieces.extend(part[1:] if joined else part)
        else:
            in_word = before in _WORD_SIGNS and sign in _WORD_SIGNS
            if pieces and (in_word or before in _NOT_LAST or _follows(sign)):
                pieces[-1] += part
            else:
                pieces.append(part)
            number = len(pieces) - 1
            if not others or others[-1] != number:
                others.append(number)
        before = last
    return pieces, others


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


def _breaks(ends: list[int], limit: int) -> list[int]:
    """Where pieces end → the number of the first piece of each line, and the number of pieces.

    Each line is as full as it can be.
    """
    here, last = 0, len(ends) - 1
    found = [0]
    while here < last:
        full = bisect_right(ends, ends[here] + limit, here + 1) - 1
        here = full if full > here else here + 1
        found.append(here)
    return found


def _lines(pieces: list[str], breaks: list[int]) -> tuple[str, ...]:
    return tuple(["".join(pieces[begin:end]).strip() for begin, end in pairwise(breaks)])
