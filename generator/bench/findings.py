"""An input that went wrong → the smallest one that goes wrong in the same way, kept on disk."""

from __future__ import annotations

import hashlib
import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from generator.bench.oracle import lines_in, unfit
from generator.load.files import FileKind
from generator.load.sheets import look
from generator.model.origin import as_json
from generator.problem import Problem

SLOW = 0.3
"""Processor seconds that reading one file may take."""

_PATIENCE = 5.0
"""Seconds spent on making one finding smaller."""


class Unsaid(Exception):
    """A file was neither read nor refused, or what was said of it helps nobody."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What went wrong with which input: *fault* is the same for inputs with the same cause."""

    kind: FileKind
    fault: str
    raw: bytes


def fault_of(run: Callable[[], object]) -> str:
    """Run something → what it threw and where, or that it was slow, or nothing."""
    began = time.process_time()
    try:
        run()
    except Unsaid as thrown:
        return str(thrown)
    except Exception as thrown:  # noqa: BLE001 - that nothing at all is thrown is what is tried
        place = traceback.extract_tb(thrown.__traceback__)[-1]
        return f"{type(thrown).__name__} {Path(place.filename).name}:{place.lineno}"
    return "slow" if time.process_time() - began > SLOW else ""


def read_as(kind: FileKind, raw: bytes) -> list[Problem]:
    """Read a file of one kind; whatever is wrong with it has to come back as problems.

    What the short road of reading gave has to be what the careful reader makes of the file.
    """
    written, problems = look(kind, f"{kind.value}.yml", raw)
    if written is None and not problems:
        raise Unsaid("neither a tree nor a problem")
    if written is not None and as_json(written.tree) != written.values:
        raise Unsaid("read otherwise with care")
    if problems:
        lines = lines_in(raw)
        for complaint in unfit(problems, lambda _: lines):
            raise Unsaid(complaint)
    return problems


def smaller(finding: Finding, fault_with: Callable[[bytes], str]) -> Finding:
    """Leave out ever smaller pieces as long as the fault stays the same."""
    raw, until = finding.raw, time.monotonic() + _PATIENCE
    size = len(raw) // 2
    while size and time.monotonic() < until:
        at = 0
        while at < len(raw) and time.monotonic() < until:
            shorter = raw[:at] + raw[at + size :]
            if fault_with(shorter) == finding.fault:
                raw = shorter
            else:
                at += size
        size //= 2
    return Finding(finding.kind, finding.fault, raw)


def keep(finding: Finding, folder: Path) -> Path:
    """Write a finding down; its name begins with the kind of file, as that of a case does."""
    name = f"{finding.kind.value}.{hashlib.sha256(finding.raw).hexdigest()[:10]}.yml"
    path = folder / name
    path.write_bytes(finding.raw)
    return path
