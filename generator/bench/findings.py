"""An input that went wrong → the smallest one that goes wrong in the same way, kept on disk."""

from __future__ import annotations

import hashlib
import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from generator.load.files import FileKind
from generator.load.sheets import look

SLOW = 0.3
"""Processor seconds that reading one file may take."""

_PATIENCE = 3.0
"""Seconds spent on making one finding smaller."""


class Unsaid(Exception):
    """A file was neither read nor refused, or was refused at a line that it does not have."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What went wrong with which input: *fault* is the same for inputs with the same cause."""

    kind: FileKind
    fault: str
    raw: bytes


def fault_of(run: Callable[[], None]) -> str:
    """Run something → what it threw and where, or that it was slow, or nothing."""
    began = time.process_time()
    try:
        run()
    except Exception as thrown:  # noqa: BLE001 - that nothing at all is thrown is what is tried
        place = traceback.extract_tb(thrown.__traceback__)[-1]
        return f"{type(thrown).__name__} {Path(place.filename).name}:{place.lineno}"
    return "slow" if time.process_time() - began > SLOW else ""


def read_as(kind: FileKind, raw: bytes) -> None:
    """Read a file of one kind; whatever is wrong with it has to come back as problems."""
    tree, problems = look(kind, f"{kind.value}.yml", raw)
    if tree is None and not problems:
        raise Unsaid("neither a tree nor a problem")
    last = raw.count(b"\n") + raw.count(b"\r") + 1
    if any(not 1 <= problem.span.line <= last for problem in problems):
        raise Unsaid("a line that is not there")


def smaller(finding: Finding) -> Finding:
    """Leave out ever smaller pieces as long as the fault stays the same."""
    raw, until = finding.raw, time.monotonic() + _PATIENCE
    size = len(raw) // 2
    while size and time.monotonic() < until:
        at = 0
        while at < len(raw) and time.monotonic() < until:
            shorter = raw[:at] + raw[at + size :]
            if _fault(finding.kind, shorter) == finding.fault:
                raw = shorter
            else:
                at += size
        size //= 2
    return Finding(finding.kind, finding.fault, raw)


def _fault(kind: FileKind, raw: bytes) -> str:
    return fault_of(lambda: read_as(kind, raw))


def keep(finding: Finding, folder: Path) -> Path:
    """Write a finding down; its name begins with the kind of file, as that of a case does."""
    name = f"{finding.kind.value}.{hashlib.sha256(finding.raw).hexdigest()[:10]}.yml"
    path = folder / name
    path.write_bytes(finding.raw)
    return path
