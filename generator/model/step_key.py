"""A flow → the lasting name of each step, for addresses that lead to it.

Numbers change when a step is put in before others. These names stay as long as a step keeps its
代号; without one, as long as it keeps its text.
"""

from __future__ import annotations

from zlib import crc32

from generator.model.flow import Flow


def step_keys(flow: Flow) -> tuple[str, ...]:
    """A flow → a few ASCII signs for each step, no two alike, in the order of the steps."""
    return flow.once("step keys", _step_keys)


def _step_keys(flow: Flow) -> tuple[str, ...]:
    taken: dict[str, int] = {}
    for number, step in enumerate(flow.steps):
        said, again = step.code or step.text, 1
        key = _key(said)
        while key in taken:
            again += 1
            key = _key(f"{said} {again}")
        taken[key] = number
    return tuple(taken)


def _key(words: str) -> str:
    return f"{crc32(words.encode()) & 0xFFFFFF:06x}"
