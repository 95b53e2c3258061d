"""Python code that runs → the lines it reached that no earlier run did."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from types import CodeType, FrameType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from _typeshed import TraceFunction


class Trail:
    """The lines of one folder's code that were reached so far.

    A function whose every line was seen is not looked at again, so that following the trail costs
    less the longer it goes on.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = str(folder.resolve())
        self._unseen: dict[CodeType, set[int]] = {}
        self._fresh = 0

    def fresh_lines(self, run: Callable[[], None]) -> int:
        """Run something and count the lines reached for the first time."""
        self._fresh = 0
        before = sys.gettrace()
        sys.settrace(self._called)
        try:
            run()
        finally:
            sys.settrace(before)
        return self._fresh

    @property
    def missed(self) -> int:
        """Lines not reached in the functions that were entered."""
        return sum(map(len, self._unseen.values()))

    def _called(self, frame: FrameType, event: str, _: object) -> TraceFunction | None:
        """Follow a function with unseen lines; leave every other at full speed."""
        code = frame.f_code
        unseen = self._unseen.get(code)
        if unseen is None:
            unseen = self._unseen[code] = self._lines(code)
        return self._stepped if unseen and event == "call" else None

    def _stepped(self, frame: FrameType, event: str, _: object) -> TraceFunction | None:
        unseen = self._unseen[frame.f_code]
        if event == "line" and frame.f_lineno in unseen:
            unseen.discard(frame.f_lineno)
            self._fresh += 1
        return self._stepped

    def _lines(self, code: CodeType) -> set[int]:
        """The lines of a function; none for the code of others."""
        if not code.co_filename.startswith(self._folder):
            return set()
        lines = {line for _, _, line in code.co_lines() if line is not None}
        return lines - {code.co_firstlineno}
