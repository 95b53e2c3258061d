"""Two texts that ought to be the same → where they are not, in a few words."""

from __future__ import annotations

from difflib import SequenceMatcher
from itertools import pairwise

_AROUND = 8
"""Characters shown on either side of a difference."""


def longest_run(words: str, text: str) -> int:
    """The longest run of characters that two texts have in common."""
    return SequenceMatcher(None, words, text, autojunk=False).find_longest_match().size


def first_difference(words: str, text: str) -> str:
    """Where a quotation first differs from the text that it nearly is."""
    matcher = SequenceMatcher(None, words, text, autojunk=False)
    blocks = [block for block in matcher.get_matching_blocks() if block.size >= 2]
    if not blocks:
        return f"写的是“{words[: 2 * _AROUND]}”"
    first = blocks[0]
    if first.a > 0:
        begin = max(first.b - first.a, 0)
        return _both(words[: first.a + 2], text[begin : first.b + 2])
    for before, after in pairwise(blocks):
        said = words[before.a + before.size : after.a]
        held = text[before.b + before.size : after.b]
        if said or held:
            start, other = before.a + before.size, before.b + before.size
            return _both(
                words[max(start - _AROUND, 0) : after.a + 2],
                text[max(other - _AROUND, 0) : after.b + 2],
            )
    last = blocks[-1]
    rest = words[last.a + last.size :]
    return _both(
        words[max(last.a + last.size - _AROUND, 0) :],
        text[max(last.b + last.size - _AROUND, 0) : last.b + last.size + len(rest)],
    )


def _both(said: str, held: str) -> str:
    return f"写的是“{_shortened(said)}”，原文是“{_shortened(held)}”"


def _shortened(text: str) -> str:
    most = 4 * _AROUND
    return text if len(text) <= most else f"{text[: most // 2]}…{text[-most // 2 :]}"
