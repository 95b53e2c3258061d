"""Work that makes much and frees little → the same without looking over what was made."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def nothing_collected() -> Iterator[None]:
    """Leave garbage collection out: all that such work makes stays, or goes at once.

    What was made is set apart from later collections too, until the next such work.
    """
    collecting = gc.isenabled()
    gc.disable()
    gc.unfreeze()
    try:
        yield
    finally:
        gc.freeze()
        if collecting:
            gc.enable()


def about_to_end() -> None:
    """Leave out the last look over all that was made, which a process that ends does for nothing.

    It takes a twentieth of a second.
    """
    gc.freeze()
