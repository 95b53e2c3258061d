"""Many documents → their PDFs, from the memo or set by two processes that keep what they set."""

from __future__ import annotations

import multiprocessing
import os
import sys
import tempfile
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from generator.output import Printed
from generator.problem import Problem, Span, error
from generator.publish import memo, preflight
from generator.publish.fonts import Fonts
from generator.publish.typeset import Press, Result, key_of_pdf

if TYPE_CHECKING:
    from multiprocessing.context import ForkServerContext

PROCESSES = 2
_AHEAD = 4
"""Documents that are made before the first of them must be done."""

SECONDS = 60
GIGABYTES = 4
"""What one document may use; a handbook of 148 pages takes two or three seconds."""


@dataclass(frozen=True, slots=True)
class Copy:
    """A document that was set, or what is wrong with it; the memo keeps it under *key*."""

    key: str
    content: bytes | None
    problems: list[Problem]


def typeset_each(documents: Iterable[Printed], fonts: Fonts, workshop: Path) -> Iterator[Copy]:
    """Documents → how each was set, in their order; they are taken shortly before they are set.

    A document whose inputs have not changed comes from the memo.
    """
    waiting: deque[_Order] = deque()
    with _crew(fonts) as crew:
        for document in documents:
            waiting.append(_ordered(document, crew, workshop))
            if len(waiting) > _AHEAD:
                yield _done(waiting.popleft(), crew, workshop)
        while waiting:
            yield _done(waiting.popleft(), crew, workshop)
    memo.prune(workshop)


@dataclass(frozen=True, slots=True)
class _Order:
    """A document and its PDF, kept or to come; neither where its data are wrong."""

    document: Printed
    key: str
    kept: bytes | None
    result: Future[Result] | None
    problems: list[Problem]


def _ordered(document: Printed, crew: _Crew, workshop: Path) -> _Order:
    """Look a document up, or let it be set while its data are looked at."""
    key = key_of_pdf(document, crew.fonts)
    kept = memo.recall(workshop, key)
    if kept is not None:
        return _Order(document, key, kept, None, [])
    result = crew.begin(document)
    problems = preflight.before(document, crew.fonts)
    return _Order(document, key, None, None if problems else result, problems)


def _done(order: _Order, crew: _Crew, workshop: Path) -> Copy:
    """Wait for a document; what was made of one whose data are wrong is nobody's."""
    if order.result is None:
        return Copy(order.key, order.kept, order.problems)
    content, problems = crew.end(order.result, order.document)
    if content is not None:
        memo.keep(workshop, order.key, content)
    return Copy(order.key, content, problems)


class _Crew:
    """Processes that set documents; one that breaks its process spoils no other."""

    def __init__(self, fonts: Fonts, room: Path) -> None:
        self.fonts = fonts
        self._room = room
        self._pool: ProcessPoolExecutor | None = None

    def begin(self, document: Printed) -> Future[Result]:
        """Let a document be set by the next process that is free."""
        if self._pool is None:
            self._pool = self._processes(PROCESSES)
        try:
            return self._pool.submit(_typeset_within_limits, document)
        except BrokenProcessPool:
            self._pool = self._processes(PROCESSES)
            return self._pool.submit(_typeset_within_limits, document)

    def end(self, result: Future[Result], document: Printed) -> Result:
        """Wait for a document that was begun."""
        try:
            return result.result()
        except BrokenProcessPool:
            return self._alone(document)

    def leave(self, *, wait: bool) -> None:
        """End the processes; a document that nobody waits for is not begun.

        Idle ones give back half a gigabyte, which takes a tenth of a second: no need to *wait*.
        """
        if self._pool:
            self._pool.shutdown(wait=wait, cancel_futures=True)

    def _alone(self, document: Printed) -> Result:
        """Set it in a process of its own, to learn whether this is the one that breaks it."""
        with self._processes(1) as pool:
            try:
                return pool.submit(_typeset_within_limits, document).result()
            except BrokenProcessPool:
                return None, [_too_much(document)]

    def _processes(self, count: int) -> ProcessPoolExecutor:
        """New processes; where the system can, copies of one that has imported what they need."""
        begin = (self.fonts, self._room)
        if sys.platform == "win32":
            context = multiprocessing.get_context("spawn")
            return ProcessPoolExecutor(count, context, _set_up, begin)
        return ProcessPoolExecutor(count, _forkserver(), _set_up, begin)


def get_ready(*also: str) -> None:
    """Begin to import what processes need, and *also* others, in the one they will be copies of.

    It takes most of a second on a core of its own: time in which a district can be read.
    """
    if sys.platform == "win32":
        return
    from multiprocessing.forkserver import ensure_running

    _forkserver(*also)
    ensure_running()


def _forkserver(*also: str) -> ForkServerContext:
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([__name__, "typst", "pikepdf", "segno", *also])
    return context


@contextmanager
def _crew(fonts: Fonts) -> Iterator[_Crew]:
    """Processes for as long as they are needed, with a room for their folders."""
    with tempfile.TemporaryDirectory(prefix="mingbai-press-") as room:
        crew = _Crew(fonts, Path(room))
        is_done = False
        try:
            yield crew
            is_done = True
        finally:
            crew.leave(wait=not is_done)


def _too_much(printed: Printed) -> Problem:
    return error(
        "print-too-slow",
        f"{printed.path} 没有排完：用了 {SECONDS} 秒以上，或者内存 {GIGABYTES} GB 不够",
        Span(preflight.place(printed)),
        "看看这本手册里有没有长得不合情理的文字",
    )


_press: list[Press] = []
"""The one of this process."""


def _set_up(fonts: Fonts, room: Path) -> None:
    """Make this process ready to set documents."""
    _press[:] = [Press(fonts, room / str(os.getpid()))]


def _typeset_within_limits(printed: Printed) -> Result:
    _limit()
    return _press[0].set(printed)


def _limit() -> None:
    """Let the system end this process when a document takes too much; Windows knows no such limit.

    The limit of processor time counts from the start of the process, so it moves on per document.
    """
    if sys.platform == "win32":
        return
    import resource

    used = resource.getrusage(resource.RUSAGE_SELF)
    seconds = int(used.ru_utime + used.ru_stime) + SECONDS
    _, hardest = resource.getrlimit(resource.RLIMIT_CPU)
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, hardest))
    _, hardest = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (GIGABYTES << 30, hardest))
