"""A question → the lines that make its diamond least tall. Lengths in px."""

from __future__ import annotations

from functools import lru_cache

from generator.chart.entries import BODY, BODY_LINE
from generator.chart.text import width_of, wrap

TALLEST_DIAMOND = 118


def diamond_text(text: str, width: int) -> tuple[int, tuple[str, ...]]:
    """The lines that make a diamond least tall, and its height; too tall where none fits."""
    best: tuple[int, tuple[str, ...]] = (TALLEST_DIAMOND + 2, ())
    for wide, lines in _broken(text):
        if wide >= width * 4 // 5:
            break
        height = even(len(lines) * BODY_LINE * width // (width - wide) + 8)
        if height < best[0]:
            best = (height, lines)
    return max(52, best[0]), best[1]


@lru_cache(maxsize=1024)
def _broken(text: str) -> list[tuple[int, tuple[str, ...]]]:
    """A question in ever longer lines, until it is one or has 11 signs, each with its width."""
    found: list[tuple[int, tuple[str, ...]]] = []
    for signs in range(4, 12):
        lines = wrap(text, BODY, signs * BODY)
        found.append((max([width_of(line, BODY) for line in lines]), lines))
        if len(lines) == 1:
            break
    return found


forget_questions = _broken.cache_clear


def even(length: int) -> int:
    """Diamonds need their tips at whole px."""
    return length + length % 2
