"""A mistyped word and the words there are → the one that was most likely meant."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import SequenceMatcher

_ALIKE = 0.5
_BEGINNING = 0.01


def nearest(word: str, words: Iterable[str]) -> str:
    """The word most like *word*, "" where none is like it."""
    known = sorted(set(words))
    scored = [(_likeness(word, other), other) for other in known]
    best = max(scored, default=(0.0, ""))
    if best[0] >= _ALIKE:
        return best[1]
    parts = [other for other in known if word and other and (word in other or other in word)]
    return parts[0] if len(parts) == 1 else ""


def _likeness(word: str, other: str) -> float:
    """How alike two words are, 0 to 1; of two equally alike the one that begins alike wins."""
    begins_alike = bool(word) and word[:1] == other[:1]
    return SequenceMatcher(None, other, word).ratio() + (_BEGINNING if begins_alike else 0)


def meant(word: str, words: Iterable[str], otherwise: str = "") -> str:
    """A hint that offers the nearest word, or *otherwise* where none is near."""
    found = nearest(word, words)
    return f"是不是“{found}”" if found else otherwise


def listed(words: Iterable[str]) -> str:
    """Words → 甲、乙、丙."""
    return "、".join(words)
