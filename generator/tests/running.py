"""`mingbai`, or another module, as a process: what it said, its code, seconds and megabytes."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import IO

_PACKAGE_PARENT = Path(__file__).parents[2]
_HANGS_AFTER = 60.0
"""Seconds, generous: a hang ends the test, a busy machine does not."""

_MARK = "\nmeasured:"
_LAUNCHER = f"""
import ctypes, os, sys, time
if sys.platform == "linux":
    ctypes.CDLL(None).prctl(36, 1, 0, 0, 0)  # What the child leaves behind becomes ours.
began = time.perf_counter()
child = os.posix_spawn(sys.argv[1], sys.argv[1:], os.environ)
_, status, used = os.wait4(child, 0)
code, seconds = os.waitstatus_to_exitcode(status), time.perf_counter() - began
size, cpu = used.ru_maxrss, used.ru_utime + used.ru_stime
while True:
    try:
        _, _, used = os.wait4(-1, 0)
    except ChildProcessError:
        break
    size, cpu = max(size, used.ru_maxrss), cpu + used.ru_utime + used.ru_stime
sys.stderr.write({_MARK!r} + f"{{code}} {{seconds}} {{size}} {{cpu}}")
"""
"""A small process in between: the peak of a child begins at the size of what forked it.

It waits for what the child leaves behind too, such as the process that printing copies.
"""


@dataclass(frozen=True, slots=True)
class Ended:
    """How a run ended: a negative code is a signal.

    *megabytes* is the peak of its largest process, *cpu* the processor seconds of all of them.
    """

    code: int
    out: str
    err: str
    seconds: float
    megabytes: float
    cpu: float = 0.0

    @property
    def fault(self) -> str:
        """What no run may ever show, "" where nothing of it came."""
        told = self.out + self.err
        if self.code not in (0, 1, 2):
            return f"left with {self.code}: {told[-300:]}"
        return "showed a traceback" if "Traceback" in told else ""


def mingbai(
    *words: str | Path, folder: Path = _PACKAGE_PARENT, patience: float = _HANGS_AFTER
) -> Ended:
    """Run `mingbai` with *words* in *folder* to its end, or for as many seconds as *patience*."""
    return module("generator", *words, folder=folder, patience=patience)


def module(
    name: str, *words: str | Path, folder: Path = _PACKAGE_PARENT, patience: float = _HANGS_AFTER
) -> Ended:
    """Run the module *name* likewise."""
    environment = {**os.environ, "PYTHONPATH": str(_PACKAGE_PARENT), "PYTHONUTF8": "1"}
    command = [sys.executable, "-m", name, *map(str, words)]
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        launcher = subprocess.Popen(
            [sys.executable, "-I", "-c", _LAUNCHER, *command],
            stdout=out,
            stderr=err,
            cwd=folder,
            env=environment,
            start_new_session=True,
        )
        try:
            launcher.wait(patience)
        except subprocess.TimeoutExpired:
            os.killpg(launcher.pid, signal.SIGKILL)
            launcher.wait()
        said, complained = _all_of(out), _all_of(err)
    complained, _, told = complained.rpartition(_MARK)
    code, seconds, size, cpu = told.split() if told else ("-9", str(patience), "0", "0")
    unit = 1 if sys.platform == "darwin" else 1024
    return Ended(int(code), said, complained, float(seconds), int(size) * unit / 1e6, float(cpu))


def _all_of(stream: IO[bytes]) -> str:
    stream.seek(0)
    return stream.read().decode("utf-8", "backslashreplace")
