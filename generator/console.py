"""A build's progress → lines on a terminal: bars where a person looks, plain lines elsewhere."""

from __future__ import annotations

import time
from collections.abc import Sequence

from rich.console import Console as Terminal
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn

from generator.progress import SITE, Stage


class StageLines:
    """Tells the stages of a run one by one, with counts and seconds."""

    def __init__(self, terminal: Terminal, stages: Sequence[Stage] = SITE) -> None:
        self._terminal = terminal
        self._stages = stages
        self._stage = Stage.LOAD
        self._began = 0.0
        self._bar: Progress | None = None
        self._task = TaskID(0)

    def begin(self, stage: Stage) -> None:
        """Remember the hour; a bar appears with the first advance."""
        self._stage = stage
        self._began = time.monotonic()

    def advance(self, done: int, total: int) -> None:
        """Move the bar, on a terminal only."""
        if not self._terminal.is_terminal:
            return
        if self._bar is None:
            columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
            self._bar = Progress(*columns, console=self._terminal, transient=True)
            self._bar.start()
            self._task = self._bar.add_task(self._stage.value, total=total)
        self._bar.update(self._task, completed=done, total=total)

    def end(self, counts: str) -> None:
        """Print the stage's line."""
        self.stop()
        seconds = time.monotonic() - self._began
        number = self._stages.index(self._stage) + 1
        line = f"{number}/{len(self._stages)} {self._stage.value}　{counts}　{seconds:.1f} 秒"
        self._terminal.print(line, highlight=False, markup=False, soft_wrap=True)

    def stop(self) -> None:
        """Take the bar away, also when a stage ended early."""
        if self._bar is not None:
            self._bar.stop()
            self._bar = None
