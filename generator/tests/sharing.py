"""What one process of a test run makes, the others use; `make test` starts one for each core."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from generator.publish.lock import Busy, locked


def folder_of_all(own: Path) -> Path:
    """Where this process keeps its temporary files → where all processes of the run may."""
    return own.parent if "PYTEST_XDIST_WORKER" in os.environ else own


@contextmanager
def alone(lock: Path) -> Iterator[None]:
    """Wait until no other process holds *lock*, and hold it."""
    with ExitStack() as held:
        while True:
            try:
                held.enter_context(locked(lock))
                break
            except Busy:
                time.sleep(0.2)
        yield


def made_once(folder: Path, make: Callable[[Path], object]) -> Path:
    """*folder*, filled by *make* in the process that asks first; where that failed, by the next."""
    made = folder.with_name(f"{folder.name}.made")
    with alone(folder.with_name(f"{folder.name}.lock")):
        if not made.exists():
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir(parents=True)
            make(folder)
            made.touch()
    return folder
