"""Files made to exhaust a reader → what refusing the worst of them costs, interpreter included."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from pathlib import Path

from generator.tests.bad_files import TOO_MUCH
from generator.tests.running import mingbai


@dataclass(frozen=True, slots=True)
class Refusing:
    """How many files were read one after another, and the worst time and memory among them."""

    files: int
    seconds: float
    slowest: str
    megabytes: float
    largest: str


def refusing() -> Refusing:
    """`mingbai read` of every file of the family, each as a process of its own."""
    with tempfile.TemporaryDirectory(prefix="mingbai-bench-") as folder:
        file = Path(folder) / "a.yml"
        runs = []
        for name, bad in TOO_MUCH.items():
            file.write_bytes(bad.raw)
            runs.append((name, mingbai("read", file)))
    slowest = max(runs, key=lambda run: run[1].seconds)
    largest = max(runs, key=lambda run: run[1].megabytes)
    return Refusing(len(runs), slowest[1].seconds, slowest[0], largest[1].megabytes, largest[0])
