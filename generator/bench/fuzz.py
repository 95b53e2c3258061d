"""`make fuzz`: sound files → damaged ones without end, none of which may break the reader.

Inputs that reach lines no earlier one reached are kept and damaged further. Every now and then a
damaged file stands in a whole district, which is then loaded and checked.
"""

from __future__ import annotations

import argparse
import mmap
import shutil
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from random import Random

from generator.bench import district as written
from generator.bench.findings import Finding, fault_of, keep, read_as, smaller
from generator.bench.mutate import (
    LONGEST,
    Seed,
    with_bytes_changed,
    with_structure_changed,
    written_down,
)
from generator.bench.trail import Trail
from generator.check import check
from generator.load import load
from generator.load.files import FileKind, find

PACKAGE = Path(__file__).parents[1]
WORLD = PACKAGE / "tests" / "worlds" / "full"
CASES = PACKAGE / "tests" / "cases"
KEPT = PACKAGE.parent / ".build" / "fuzz"
FOLLOWED = 16
"""Of so many inputs one is followed line by line, which is slow."""

DISTRICTS = 2_000
"""After so many inputs one whole district is loaded and checked."""

_GRACE = 30.0
"""Seconds after the end at which a worker counts as hanging."""


@dataclass(slots=True)
class Tally:
    """What one worker did."""

    inputs: int = 0
    districts: int = 0
    kept: int = 0
    cpu: float = 0.0
    faults: Counter[str] = field(default_factory=Counter)
    found: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Order:
    """What one worker is to do: its number, the first chance, how long, what, and where to note."""

    number: int
    seed: int
    seconds: float
    share: float
    folder: Path

    @property
    def now(self) -> Path:
        """Where the input being read stands, for when the worker dies of it."""
        return self.folder / f"now-{self.number}"


def seeds() -> list[Seed]:
    """The files of the full world and the cases found before."""
    sound = [
        Seed(source.kind, source.path.read_bytes(), written.read(source.path))
        for source in find(WORLD).files
    ]
    cases = sorted(CASES.glob("*.yml"))
    return sound + [Seed(kind_of(path), path.read_bytes()) for path in cases]


def kind_of(case: Path) -> FileKind:
    """A case's file name → the kind of file it is: `flow.what-was-wrong.yml`."""
    return FileKind(case.name.partition(".")[0])


class Worker:
    """One process: it damages, reads and remembers."""

    def __init__(self, order: Order, world: Path) -> None:
        self.tally = Tally()
        self._order = order
        self._world = world
        self._chance = Random(f"{order.seed}/{order.number}")  # noqa: S311 - repeatable, no secret
        self._trail = Trail(PACKAGE / "load")
        self._corpus = seeds()
        self._sources = find(world).files
        self._now = _noted(order.now)

    def work(self) -> Tally:
        """Go on until the time is over."""
        until = time.monotonic() + self._order.seconds
        began = time.process_time()
        while time.monotonic() < until:
            for _ in range(FOLLOWED - 1):
                self._read(self._damaged())
            self._follow(self._damaged())
            if self.tally.inputs % DISTRICTS < FOLLOWED:
                self._try_district()
        self.tally.cpu = time.process_time() - began
        return self.tally

    def _damaged(self) -> Seed:
        """A seed or a kept input, damaged in its bytes or in its structure."""
        seed, other = self._chance.choice(self._corpus), self._chance.choice(self._corpus)
        if not seed.has_tree or self._chance.random() < self._order.share:
            return Seed(seed.kind, with_bytes_changed(seed.raw, other.raw, self._chance))
        tree = with_structure_changed(seed.tree, other.tree, self._chance)
        return Seed(seed.kind, written_down(tree, self._chance)[:LONGEST], tree)

    def _read(self, seed: Seed) -> None:
        self.tally.inputs += 1
        self._note(seed)
        if fault := fault_of(lambda: read_as(seed.kind, seed.raw)):
            self._report(Finding(seed.kind, fault, seed.raw))

    def _follow(self, seed: Seed) -> None:
        """Read an input line by line, and keep it if it got somewhere new."""
        if self._trail.fresh_lines(lambda: self._read(seed)):
            self._corpus.append(seed)
            self.tally.kept += 1

    def _try_district(self) -> None:
        """One damaged file with a whole district around it."""
        self.tally.districts += 1
        source = self._chance.choice(self._sources)
        sound = source.path.read_bytes()
        tree = with_structure_changed(written.read(source.path), None, self._chance)
        raw = self._chance.choice(
            (written_down(tree, self._chance), with_bytes_changed(sound, sound, self._chance))
        )
        self._note(Seed(source.kind, raw[:LONGEST]))
        source.path.write_bytes(raw)
        if fault := fault_of(self._load_and_check):
            words = f"{fault} in a district, as {source.label}"
            self._report(Finding(source.kind, words, raw), made_smaller=False)
        source.path.write_bytes(sound)

    def _load_and_check(self) -> None:
        registry, _ = load(self._world)
        if registry is not None:
            check(registry)

    def _note(self, seed: Seed) -> None:
        head = f"{seed.kind.value} {len(seed.raw)}\n".encode()
        self._now[: len(head) + len(seed.raw)] = head + seed.raw

    def _report(self, finding: Finding, *, made_smaller: bool = True) -> None:
        """Keep the first input of every fault."""
        self.tally.faults[finding.fault] += 1
        if self.tally.faults[finding.fault] == 1:
            path = keep(smaller(finding) if made_smaller else finding, self._order.folder)
            self.tally.found.append(f"{finding.fault}: {path}")


def _noted(path: Path) -> mmap.mmap:
    """A file as memory: what is put there survives the death of the process."""
    path.write_bytes(bytes(LONGEST + 100))
    with path.open("r+b") as file:
        return mmap.mmap(file.fileno(), 0)


def _labour(order: Order, answer: Connection) -> None:
    with tempfile.TemporaryDirectory(prefix="mingbai-fuzz-") as folder:
        world = Path(shutil.copytree(WORLD, Path(folder) / "world"))
        answer.send(Worker(order, world).work())


def run(orders: list[Order]) -> Iterator[Tally]:
    """Workers side by side → what each did; one that dies or hangs leaves its input behind."""
    context = get_context("spawn")
    started = []
    for order in orders:
        receiver, sender = context.Pipe(duplex=False)
        process = context.Process(target=_labour, args=(order, sender))
        process.start()
        sender.close()
        started.append((order, process, receiver))
    for order, process, receiver in started:
        try:
            yield receiver.recv() if receiver.poll(order.seconds + _GRACE) else _lost(order, "hung")
        except EOFError:
            yield _lost(order, "died")
        process.kill()
        process.join()
        if order.now.is_file():
            order.now.unlink()


def _lost(order: Order, how: str) -> Tally:
    """A worker that said nothing → a finding from the input it was at."""
    noted = order.now.read_bytes() if order.now.is_file() else b""
    head, _, rest = noted.partition(b"\n")
    kind, _, size = head.decode("ascii", "replace").partition(" ")
    if not size.isdigit():
        return Tally(faults=Counter([how]), found=[f"{how}: no input was read yet"])
    path = keep(Finding(FileKind(kind), how, rest[: int(size)]), order.folder)
    return Tally(faults=Counter([how]), found=[f"{how}: {path}"])


def main() -> None:
    """Damage and read for a while, say what was found; anything found is a failure."""
    words = argparse.ArgumentParser(prog="make fuzz", description="Try to break the reader.")
    words.add_argument("--seconds", type=float, default=60, help="how long")
    words.add_argument("--seed", type=int, default=1, help="where chance begins")
    words.add_argument("--workers", type=int, default=2, help="how many at once")
    words.add_argument("--bytes", type=float, default=0.6, help="share of damage to bare bytes")
    asked = words.parse_args()
    KEPT.mkdir(parents=True, exist_ok=True)
    numbers = range(asked.workers)
    orders = [Order(each, asked.seed, asked.seconds, asked.bytes, KEPT) for each in numbers]
    tallies = list(run(orders))
    faults = sum((tally.faults for tally in tallies), Counter[str]())
    slow = sum(count for fault, count in faults.items() if fault.startswith("slow"))
    print(
        f"{sum(tally.inputs for tally in tallies):,} inputs and"
        f" {sum(tally.districts for tally in tallies):,} districts in {asked.seconds:.0f} s"
        f" ({sum(tally.cpu for tally in tallies):.0f} CPU s),"
        f" {sum(tally.kept for tally in tallies)} reached new lines;"
        f" {faults.total() - slow} undeclared exceptions, {slow} slow"
    )
    for line in sorted(line for tally in tallies for line in tally.found):
        print(f"  {line}")
    if faults:
        print(f"To make a case of one: mend its cause, then copy it to {CASES}/KIND.WORDS.yml")
        sys.exit(1)


if __name__ == "__main__":
    main()
