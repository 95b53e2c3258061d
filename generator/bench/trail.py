"""Python code that runs → the steps from line to line that no earlier run took."""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path
from types import CodeType, FrameType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from _typeshed import TraceFunction

Line = tuple[str, int]
"""A file of Python and the number of a line."""


class Trail:
    """The steps from one line of a function to another, in the code of some folders."""

    def __init__(self, *folders: Path) -> None:
        self._folders = tuple(str(folder.resolve()) for folder in folders)
        self._steps: defaultdict[CodeType, set[tuple[int, int]]] = defaultdict(set)
        self._followed: dict[CodeType, bool] = {}

    def fresh_steps(self, run: Callable[[], object]) -> int:
        """Run something and count the steps taken for the first time."""
        known = self.length
        before = sys.gettrace()
        sys.settrace(self._called)
        try:
            run()
        finally:
            sys.settrace(before)
        return self.length - known

    @property
    def length(self) -> int:
        """How many different steps were taken."""
        return sum(map(len, self._steps.values()))

    @property
    def lines(self) -> frozenset[Line]:
        """The lines that were reached."""
        return frozenset(
            (code.co_filename, line) for code, steps in self._steps.items() for _, line in steps
        )

    def _called(self, frame: FrameType, event: str, _: object) -> TraceFunction | None:
        """Follow a function of the folders; leave every other at full speed."""
        code = frame.f_code
        if code not in self._followed:
            self._followed[code] = code.co_filename.startswith(self._folders)
        return _stepping(self._steps[code]) if self._followed[code] and event == "call" else None


def _stepping(steps: set[tuple[int, int]]) -> TraceFunction:
    """What notes each step of one call."""
    before = 0

    def stepped(frame: FrameType, event: str, _: object) -> TraceFunction:
        nonlocal before
        if event == "line":
            steps.add((before, frame.f_lineno))
            before = frame.f_lineno
        return stepped

    return stepped


def lines_to_reach(folder: Path) -> frozenset[Line]:
    """The lines inside all functions below a folder, whether they ran or not."""
    return frozenset(
        (str(path), line)
        for path in sorted(folder.resolve().rglob("*.py"))
        for code in _functions(compile(path.read_bytes(), str(path), "exec"))
        for _, _, line in code.co_lines()
        if line is not None and line != code.co_firstlineno
    )


def _functions(code: CodeType) -> Iterator[CodeType]:
    """The functions, lambdas and comprehensions in a piece of code, however deep."""
    for inner in code.co_consts:
        if isinstance(inner, CodeType):
            yield from _functions(inner)
            if inner.co_flags & 0x02:  # CO_NEWLOCALS: a function, not the body of a class
                yield inner
