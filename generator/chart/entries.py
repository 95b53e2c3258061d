"""What a step says → the lines of a box: texts broken to a width, and document signs."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, partial
from typing import NamedTuple

from generator.chart.text import width_of, wrap
from generator.model.drawing import Tone
from generator.model.flow import Counting, Step, StepKind

BODY, SMALL = 14, 12
BODY_LINE, SMALL_LINE = 20, 16
DOCUMENT_HEIGHT = 21
_DOCUMENT_SIDES = 12
_MAIN, _MUTED = Tone.MAIN, Tone.MUTED
_WAIT, _NOT_COUNTED = StepKind.WAIT, Counting.NOT_COUNTED
"""What every step asks for is looked up once: members of an enumeration are slow to come by."""


class Entry(NamedTuple):
    """One line of a box: a text, or a document sign with its text."""

    text: str
    size: int
    tone: Tone
    height: int
    document: bool = False


_entry: Callable[[tuple[str, int, Tone, int, bool]], Entry] = partial(tuple.__new__, Entry)
"""All fields → an entry, in two thirds of the time of `Entry(…)`: hundreds are made for a chart."""


@lru_cache(maxsize=4096)
def body(text: str, inner: int) -> tuple[Entry, ...]:
    """The text of a step → its lines, at most *inner* px wide."""
    lines = wrap(text, BODY, inner)
    return tuple([_entry((line, BODY, _MAIN, BODY_LINE, False)) for line in lines])


@lru_cache(maxsize=4096)
def small(text: str, inner: int) -> tuple[Entry, ...]:
    """A text in small letters → its lines; "" has none."""
    if not text:
        return ()
    lines = wrap(text, SMALL, inner)
    return tuple([_entry((line, SMALL, _MUTED, SMALL_LINE, False)) for line in lines])


def forget_lines() -> None:
    """Break every text anew from here on."""
    body.cache_clear()
    small.cache_clear()


def widest(entries: tuple[Entry, ...], first: int) -> int:
    """The width of the widest entry, with *first* px before each."""
    wide = [width_of(entry.text, entry.size) + 12 * entry.document for entry in entries]
    return first + max(wide, default=0)


def tall(entries: tuple[Entry, ...]) -> int:
    """The height of entries, one below the other."""
    return sum([entry.height for entry in entries])


def asides(step: Step, inner: int) -> tuple[Entry, ...]:
    """What stands in small letters below the text: where a case comes from, limit, documents …"""
    limits: tuple[Entry, ...] = ()
    if step.origins:
        limits = small(f"来源：{'、'.join(step.origins)}", inner)
    if step.limit is not None:
        limits = (*limits, *small(f"时限：{step.limit.text}", inner))
    if step.kind is _WAIT or step.counting is _NOT_COUNTED:
        limits = (*limits, *small("（不计入时限）", inner))
    if step.discretion:
        limits = (*limits, *small("有裁量", inner))
    if step.handoff:
        other = "转由其他单位办理" if "/" in step.handoff else "转到另一事项办理"
        limits = (*limits, *small(other, inner))
    return (*limits, *_documents(step, inner))


def _documents(step: Step, inner: int) -> tuple[Entry, ...]:
    """Document signs: what is handed in or out, by name if it is one and short, else how many."""
    if not step.documents and not step.served_documents:
        return ()
    told = (("交", "材料", step.documents), ("发", "文书", step.served_documents))
    return tuple(
        Entry(_paper(words, inner), SMALL, _MUTED, DOCUMENT_HEIGHT + 4, document=True)
        for words in told
        if words[2]
    )


def _paper(words: tuple[str, str, tuple[str, ...]], inner: int) -> str:
    """What a document sign says: the most that fits."""
    verb, word, names = words
    count = f"{word}{len(names)}份"
    tries = [f"{verb}：{names[0]}"] if len(names) == 1 else []
    fitting = (text for text in (*tries, verb + count) if width_of(text, SMALL) + 14 <= inner)
    return next(fitting, count)
