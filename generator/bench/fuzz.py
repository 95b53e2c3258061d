"""`make fuzz`: sound files → damaged ones by the million, none of which may break the reader."""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path

from generator.bench.findings import Finding, keep
from generator.bench.labour import CASES, STAGES, WORLD, Order, Tally, Worker
from generator.bench.trail import lines_to_reach
from generator.load.files import FileKind
from generator.settings import PACKAGE

KEPT = PACKAGE.parent / ".build" / "fuzz"
HANGS_AFTER = 10.0
"""Seconds that one input may take, also while a finding is made smaller."""

_LOOKS = 0.5
"""Seconds between two looks at what the workers are at."""


@dataclass(slots=True)
class _Job:
    """A worker's process, and what it was last seen at, and when it began that."""

    order: Order
    process: BaseProcess
    answer: Connection
    at: bytes = b""
    since: float = 0.0

    def hangs(self) -> bool:
        """Whether it is at the same input for too long."""
        at = _noted(self.order)
        if at != self.at:
            self.at, self.since = at, time.monotonic()
        return time.monotonic() - self.since > HANGS_AFTER


def run(orders: Iterable[Order]) -> Iterator[Tally]:
    """Workers side by side → what each did; one that dies or hangs leaves its input behind."""
    context = get_context("spawn")
    jobs = []
    for order in orders:
        receiver, sender = context.Pipe(duplex=False)
        process = context.Process(target=_labour, args=(order, sender))
        process.start()
        sender.close()
        jobs.append(_Job(order, process, receiver, since=time.monotonic()))
    while jobs:
        for job in [*jobs]:
            tally = _answer(job, _LOOKS / len(jobs))
            if tally is not None:
                jobs.remove(job)
                yield tally


def _labour(order: Order, answer: Connection) -> None:
    with tempfile.TemporaryDirectory(prefix="mingbai-fuzz-") as folder:
        world = Path(shutil.copytree(WORLD, Path(folder) / "world"))
        answer.send(Worker(order, world).work())


def _answer(job: _Job, seconds: float) -> Tally | None:
    """What a worker did, None while it is at work."""
    try:
        if job.answer.poll(seconds):
            tally: Tally = job.answer.recv()
        elif job.hangs():
            tally = _lost(job.order, "hung")
        else:
            return None
    except EOFError:
        tally = _lost(job.order, "died")
    job.process.kill()
    job.process.join()
    if job.order.now.is_file():
        job.order.now.unlink()
    return tally


def _noted(order: Order) -> bytes:
    return order.now.read_bytes() if order.now.is_file() else b""


def _lost(order: Order, how: str) -> Tally:
    """A worker that said nothing → a finding from the input it was at."""
    head, _, rest = _noted(order).partition(b"\n")
    number, _, words = head.decode("ascii", "replace").partition(" ")
    kind, _, size = words.partition(" ")
    if not size.isdigit():
        return Tally(faults=Counter([how]), found=[f"{how}: no input was read yet"])
    path = keep(Finding(FileKind(kind), how, rest[: int(size)]), order.folder)
    return Tally(int(number), faults=Counter([how]), found=[f"{how}: {path}"])


def told(tallies: list[Tally], seconds: float) -> Iterator[str]:
    """What the workers did together, in lines."""
    faults = sum((tally.faults for tally in tallies), Counter[str]())
    inputs, cpu = sum(tally.inputs for tally in tallies), sum(tally.cpu for tally in tallies)
    hung, slow = faults["hung"], faults["slow"]
    yield (
        f"{inputs:,} inputs (bytes → model) and {sum(tally.districts for tally in tallies):,}"
        f" districts (files → registry → rules) in {seconds:.0f} s:"
        f" {inputs / max(seconds, 1):,.0f} inputs a second, {cpu:.0f} CPU s"
    )
    kept = " + ".join(str(tally.kept) for tally in tallies)
    steps = " and ".join(f"{tally.steps:,}" for tally in tallies)
    answers = " and ".join(f"{tally.answers:,}" for tally in tallies)
    yield f"kept for a new step or a new answer: {kept}; steps: {steps}; answers: {answers}"
    reached = frozenset[tuple[str, int]]().union(*(tally.lines for tally in tallies))
    shares = []
    for stage in STAGES:
        lines = lines_to_reach(stage)
        shares.append(f"{stage.name} {len(lines & reached) / len(lines):.0%}")
    yield f"lines of functions reached: {', '.join(shares)}"
    yield (
        f"{faults.total() - slow - hung} undeclared exceptions or useless answers,"
        f" {hung} hangs over {HANGS_AFTER:.0f} s, {slow} slow"
    )
    yield from (f"  {line}" for line in sorted(line for each in tallies for line in each.found))


def main() -> None:
    """Damage and read, say what was found; anything found is a failure."""
    words = argparse.ArgumentParser(prog="make fuzz", description="Try to break the reader.")
    words.add_argument("--inputs", type=int, default=1_000_000, help="how many files to try")
    words.add_argument("--seconds", type=float, default=900, help="how long at most")
    words.add_argument("--seed", type=int, default=1, help="where chance begins")
    words.add_argument("--workers", type=int, default=2, help="how many at once")
    words.add_argument("--bytes", type=float, default=0.6, help="share of damage to bare bytes")
    asked = words.parse_args()
    KEPT.mkdir(parents=True, exist_ok=True)
    each = -(-asked.inputs // asked.workers)
    orders = [
        Order(number, asked.seed, asked.seconds, each, asked.bytes, KEPT, os.getpid())
        for number in range(asked.workers)
    ]
    began = time.monotonic()
    tallies = list(run(orders))
    print("\n".join(told(tallies, time.monotonic() - began)))
    if any(tally.faults for tally in tallies):
        print(f"To make a case of one: mend its cause, then copy it to {CASES}/KIND.WORDS.yml")
        sys.exit(1)


if __name__ == "__main__":
    main()
