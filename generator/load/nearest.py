"""A mistyped word and the words there are → the one that was most likely meant."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches


def nearest(word: str, words: Iterable[str]) -> str:
    """The word most like *word*, "" where none is like it."""
    known = sorted(set(words))
    found = get_close_matches(word, known, n=1, cutoff=0.5)
    if found:
        return found[0]
    parts = [other for other in known if word and other and (word in other or other in word)]
    return parts[0] if len(parts) == 1 else ""


def meant(word: str, words: Iterable[str], otherwise: str = "") -> str:
    """A hint that offers the nearest word, or *otherwise* where none is near."""
    found = nearest(word, words)
    return f"是不是“{found}”" if found else otherwise


def listed(words: Iterable[str]) -> str:
    """Words → 甲、乙、丙."""
    return "、".join(words)
