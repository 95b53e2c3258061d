"""Chinese text → how it is usually read; the only module that knows pypinyin.

Its phrases take a quarter of a second to load. Where another core is idle, another process loads
them meanwhile and reads what will be asked for.
"""

from __future__ import annotations

import multiprocessing
import sys
from collections.abc import Callable, Iterable
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import lru_cache

NEEDS = (__name__, "pypinyin")
"""Modules that a process imports to read."""

_read: dict[str, tuple[str, ...]] = {}
"""What another process has read."""


def syllables_of(text: str) -> tuple[str, ...]:
    """A text → its syllables by the phrases it holds, without tones: `("zhai", "ji", "di")`.

    Letters and digits stay, signs fall away.
    """
    return _read.get(text) or _syllables(text)


def begin_reading(texts: Iterable[str]) -> Callable[[], None]:
    """Let another process read some texts → what waits until it has, so that all are known here.

    Where there is no such process, each text is read when it is asked for.
    """
    wanted = sorted(set(texts))
    if not wanted or sys.platform == "win32" or "pypinyin" in sys.modules:
        return _nothing
    pool = ProcessPoolExecutor(1, multiprocessing.get_context("forkserver"))
    result = pool.submit(_read_all, wanted)
    pool.shutdown(wait=False)

    def wait() -> None:
        try:
            _read.update(zip(wanted, result.result(), strict=True))
        except (BrokenProcessPool, OSError):
            return

    return wait


def _nothing() -> None:
    """Nothing to wait for."""


def _read_all(texts: list[str]) -> list[tuple[str, ...]]:
    return [_syllables(text) for text in texts]


@lru_cache(maxsize=65536)
def _syllables(text: str) -> tuple[str, ...]:
    if not text:
        return ()
    from pypinyin import Style, lazy_pinyin  # A quarter of a second, which few commands need.

    parts = lazy_pinyin(text, style=Style.NORMAL)
    kept = ("".join(sign for sign in part.lower() if sign.isalnum()) for part in parts)
    return tuple(part for part in kept if part)
