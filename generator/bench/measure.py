"""A command → what running it cost."""

from __future__ import annotations

import os
import resource
import subprocess
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

_STEADY = {"PYTHONHASHSEED": "0", "NO_COLOR": "1", "NO_MKDOCS_2_WARNING": "1"}
_LEFT_OUT = "PYTHONDONTWRITEBYTECODE"
"""With it every process would compile anew what it imports, as it does at no clerk's desk."""


class RunFailed(Exception):
    """A measured command did not end well; the message holds the end of what it said."""


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds of processor time, its own and its children's, and seconds on the clock."""

    cpu: float
    wall: float


def run(command: Sequence[str], folder: Path) -> Cost:
    """Run *command* in *folder* to its end."""
    env = {name: value for name, value in os.environ.items() if name != _LEFT_OUT} | _STEADY
    before, started = _children_cpu(), time.perf_counter()
    done = subprocess.run(command, cwd=folder, env=env, capture_output=True, text=True, check=False)
    cost = Cost(_children_cpu() - before, time.perf_counter() - started)
    if done.returncode != 0:
        said = (done.stdout + done.stderr)[-4000:]
        raise RunFailed(f"{' '.join(command)}\n{said}")
    return cost


@dataclass(frozen=True, slots=True)
class Site:
    """What came of a run: HTML pages, all files, and their bytes."""

    pages: int
    files: int
    size: int


def measured(site: Path) -> Site:
    """A folder → how much is in it."""
    files = [path for path in site.rglob("*") if path.is_file()]
    pages = sum(1 for path in files if path.suffix == ".html")
    return Site(pages, len(files), sum(path.stat().st_size for path in files))


def _children_cpu() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime
