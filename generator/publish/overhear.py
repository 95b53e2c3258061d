"""What a library would print while a block runs → a list of its sentences."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def overheard(speaker: str, said: list[str]) -> Iterator[None]:
    """Add the warnings of one logger to *said* while a block runs, and keep them off the screen."""

    def hear(record: logging.LogRecord) -> bool:
        said.append(record.getMessage())
        return False

    log = logging.getLogger(speaker)
    handler = logging.Handler(logging.WARNING)
    handler.addFilter(hear)
    spoke, log.propagate = log.propagate, False
    heard, log.handlers = log.handlers, [handler]
    try:
        yield
    finally:
        log.handlers = heard
        log.propagate = spoke
