"""What a step says → the lines of a box: texts broken to a width, and document signs."""

from __future__ import annotations

from functools import lru_cache

from generator.chart.brief import Brief
from generator.chart.text import width_of, wrapped
from generator.model.drawing import Tone

BODY, SMALL = 14, 12
BODY_LINE, SMALL_LINE = 20, 16
DOCUMENT_HEIGHT = 21
_DOCUMENT_SIDES = 12
_MAIN, _MUTED = Tone.MAIN, Tone.MUTED
"""What every step asks for is looked up once: members of an enumeration are slow to come by."""

Entry = tuple[str, int, Tone, int, bool]
"""One line of a box: its text, the size of its letters, its tone, its height, and whether it is a
document sign. Hundreds are made for a chart: with names they would be seven times as dear."""


@lru_cache(maxsize=4096)
def body(text: str, inner: int) -> tuple[Entry, ...]:
    """The text of a step → its lines, at most *inner* px wide."""
    lines = wrapped(text, BODY, inner)
    return tuple([(line, BODY, _MAIN, BODY_LINE, False) for line in lines])


@lru_cache(maxsize=4096)
def small(text: str, inner: int) -> tuple[Entry, ...]:
    """A text in small letters → its lines; "" has none."""
    if not text:
        return ()
    lines = wrapped(text, SMALL, inner)
    return tuple([(line, SMALL, _MUTED, SMALL_LINE, False) for line in lines])


def forget_lines() -> None:
    """Break every text anew from here on."""
    body.cache_clear()
    small.cache_clear()


def widest(entries: tuple[Entry, ...]) -> int:
    """The width of the widest entry, 0 where there are none."""
    if not entries:
        return 0
    return max([entry_width(entry) for entry in entries])


def entry_width(entry: Entry) -> int:
    """The width of an entry, with the sides of a document sign."""
    text, size, _, _, document = entry
    return width_of(text, size) + _DOCUMENT_SIDES * document


def tall(entries: tuple[Entry, ...]) -> int:
    """The height of entries, one below the other."""
    found = 0
    for _, _, _, height, _ in entries:
        found += height
    return found


def asides(brief: Brief, inner: int) -> tuple[Entry, ...]:
    """What stands in small letters below the text, and the document signs."""
    found: tuple[Entry, ...] = ()
    for text in brief.asides:
        found += small(text, inner)
    if not brief.papers:
        return found
    height = DOCUMENT_HEIGHT + 4
    signs = [(_paper(words, inner), SMALL, _MUTED, height, True) for words in brief.papers]
    return (*found, *signs)


def _paper(words: tuple[str, ...], inner: int) -> str:
    """What a document sign says: the most that fits."""
    for text in words:
        if width_of(text, SMALL) + 14 <= inner:
            return text
    return words[-1]
