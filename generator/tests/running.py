"""`mingbai` as a process of its own: what it printed, how it left, its seconds and megabytes."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
import threading
import time
from dataclasses import dataclass
from pathlib import Path
from typing import IO

_PACKAGE_PARENT = Path(__file__).parents[2]
_HANGS_AFTER = 60.0
"""Seconds, generous: a hang ends the test, a busy machine does not."""


@dataclass(frozen=True, slots=True)
class Ended:
    """How a run ended: a negative code is a signal; memory is the peak in MB."""

    code: int
    out: str
    err: str
    seconds: float
    megabytes: float

    @property
    def fault(self) -> str:
        """What no run may ever show, "" where nothing of it came."""
        told = self.out + self.err
        if self.code not in (0, 1, 2):
            return f"left with {self.code}: {told[-300:]}"
        return "showed a traceback" if "Traceback" in told else ""


def mingbai(*words: str | Path, folder: Path = _PACKAGE_PARENT) -> Ended:
    """Run `mingbai` with *words* in *folder* to its end."""
    environment = {**os.environ, "PYTHONPATH": str(_PACKAGE_PARENT), "PYTHONUTF8": "1"}
    command = [sys.executable, "-m", "generator", *map(str, words)]
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        began = time.perf_counter()
        child = subprocess.Popen(command, stdout=out, stderr=err, cwd=folder, env=environment)
        guard = threading.Timer(_HANGS_AFTER, os.kill, (child.pid, signal.SIGKILL))
        guard.start()
        _, status, used = os.wait4(child.pid, 0)
        guard.cancel()
        child.returncode = os.waitstatus_to_exitcode(status)
        seconds = time.perf_counter() - began
        said, complained = _all_of(out), _all_of(err)
    unit = 1 if sys.platform == "darwin" else 1024
    return Ended(child.returncode, said, complained, seconds, used.ru_maxrss * unit / 1e6)


def _all_of(stream: IO[bytes]) -> str:
    stream.seek(0)
    return stream.read().decode("utf-8", "backslashreplace")
