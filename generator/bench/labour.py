"""One worker of `make fuzz`: it damages files, reads them, and remembers what led somewhere new.

Two things are tried: the bytes of one file → its model (the *inputs*), and every now and then the
files of a whole district with a damaged one among them → registry → what the rules say (the
*districts*). A part of either is followed line by line. What takes a step from line to line that
nothing took before, or is answered as nothing was before, is kept and damaged further.
"""

from __future__ import annotations

import mmap
import time
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from generator import report
from generator.bench import district as written
from generator.bench.findings import Finding, Unsaid, fault_of, keep, read_as, smaller
from generator.bench.mutate import (
    LONGEST,
    Seed,
    with_bytes_changed,
    with_structure_changed,
    written_down,
)
from generator.bench.oracle import gist, lines_below, unfit
from generator.bench.trail import Line, Trail
from generator.check import check
from generator.load import load
from generator.load.files import FileKind, SourceFile, find
from generator.problem import Problem
from generator.settings import PACKAGE
from generator.verdict import source_lines

WORLD = PACKAGE / "tests" / "worlds" / "full"
CASES = PACKAGE / "tests" / "cases"
STAGES = tuple(PACKAGE / name for name in ("load", "model", "check"))
"""The code whose steps lead the way."""

FOLLOWED = 16
"""Of so many inputs one is followed line by line, which is slow."""

DISTRICTS = 256
"""After so many inputs one whole district is loaded and checked."""

DISTRICTS_FOLLOWED = 4


@dataclass(frozen=True, slots=True)
class Order:
    """What one worker is to do: its number, where chance begins, how much at most, and how."""

    number: int
    seed: int
    seconds: float
    inputs: int
    share: float
    folder: Path
    run: int = 0

    @property
    def now(self) -> Path:
        """Where the input being read stands, for when the worker dies of it; each run its own."""
        return self.folder / f"now-{self.run}-{self.number}"


@dataclass(slots=True)
class Tally:
    """What one worker did."""

    inputs: int = 0
    districts: int = 0
    kept: int = 0
    steps: int = 0
    answers: int = 0
    cpu: float = 0.0
    lines: frozenset[Line] = frozenset()
    faults: Counter[str] = field(default_factory=Counter)
    found: list[str] = field(default_factory=list)


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
    """One process at work on an order, with a copy of the full world of its own."""

    def __init__(self, order: Order, world: Path) -> None:
        self.tally = Tally()
        self._order = order
        self._world = world
        self._chance = Random(f"{order.seed}/{order.number}")  # noqa: S311 - repeatable, no secret
        self._trail = Trail(*STAGES)
        self._corpus: defaultdict[FileKind, list[Seed]] = defaultdict(list)
        for seed in seeds():
            self._corpus[seed.kind].append(seed)
        self._sources = find(world).files
        self._now = _noted(order.now)
        self._heard: set[str] = set()

    def work(self) -> Tally:
        """Go on until the time is over or enough was tried."""
        until = time.monotonic() + self._order.seconds
        began = time.process_time()
        while time.monotonic() < until and self.tally.inputs < self._order.inputs:
            for _ in range(FOLLOWED - 1):
                self._try(self._damaged(self._any_kind()))
            self._follow(self._damaged(self._any_kind()))
            if self.tally.inputs % DISTRICTS < FOLLOWED:
                self._try_district()
        self.tally.cpu = time.process_time() - began
        self.tally.steps, self.tally.lines = self._trail.length, self._trail.lines
        self.tally.answers = len(self._heard)
        return self.tally

    def _any_kind(self) -> FileKind:
        return self._chance.choice(list(self._corpus))

    def _damaged(self, kind: FileKind) -> Seed:
        """A seed or a kept input of a kind, damaged in its bytes or in its structure."""
        seed = self._chance.choice(self._corpus[kind])
        other = self._chance.choice(self._corpus[self._any_kind()])
        if not seed.has_tree or self._chance.random() < self._order.share:
            return Seed(kind, with_bytes_changed(seed.raw, other.raw, self._chance))
        tree = with_structure_changed(seed.tree, other.tree, self._chance)
        return Seed(kind, written_down(tree, self._chance)[:LONGEST], tree)

    def _try(self, seed: Seed) -> None:
        """Read an input, and keep it if the answer is a new one."""
        if self._read(seed):
            self._remember(seed)

    def _follow(self, seed: Seed) -> None:
        """Read an input line by line, and keep it if it took a new step."""
        if self._trail.fresh_steps(lambda: self._read(seed)):
            self._remember(seed)

    def _read(self, seed: Seed) -> bool:
        """Read an input; whether it was answered as none before."""
        self.tally.inputs += 1
        self._note(seed)
        answers: list[Problem] = []
        if fault := fault_of(lambda: answers.extend(read_as(seed.kind, seed.raw))):
            self._examine(Finding(seed.kind, fault, seed.raw))
        return self._is_new(answers)

    def _examine(self, finding: Finding) -> None:
        """Make the first finding of a fault smaller; what is slow only once is the machine's."""

        def reading(raw: bytes) -> str:
            return fault_of(lambda: read_as(finding.kind, raw))

        if finding.fault == "slow" and reading(finding.raw) != "slow":
            return
        if self._is_first(finding):
            self._keep(smaller(finding, reading))

    def _is_new(self, answers: Iterable[Problem]) -> bool:
        """Whether a problem is among them that was never said before, whatever it quotes."""
        before = len(self._heard)
        self._heard.update(map(gist, answers))
        return len(self._heard) > before

    def _remember(self, seed: Seed) -> None:
        self._corpus[seed.kind].append(seed)
        self.tally.kept += 1

    def _try_district(self) -> None:
        """One damaged file with a whole district around it."""
        source = self._chance.choice(self._sources)
        seed = self._damaged(source.kind)
        before = len(self._heard)
        self._note(seed)
        if self.tally.districts % DISTRICTS_FOLLOWED:
            self._judge(source, seed)
            fresh = len(self._heard) - before
        else:
            fresh = self._trail.fresh_steps(lambda: self._judge(source, seed))
        if fresh:
            self._remember(seed)
        self.tally.districts += 1

    def _judge(self, source: SourceFile, seed: Seed) -> None:
        sound = source.path.read_bytes()
        if fault := self._checking(source, seed.raw):
            finding = Finding(seed.kind, fault, seed.raw)
            if self._is_first(finding):
                small = smaller(finding, lambda raw: self._checking(source, raw))
                self._keep(small, f" as {source.label}")
        source.path.write_bytes(sound)

    def _checking(self, source: SourceFile, raw: bytes) -> str:
        source.path.write_bytes(raw)
        fault = fault_of(self._load_and_check)
        return f"{fault} in a district" if fault and fault != "slow" else ""

    def _load_and_check(self) -> None:
        registry, problems = load(self._world)
        if registry is None and not problems:
            raise Unsaid("neither a registry nor a problem")
        found = (*problems, *(check(registry) if registry else ()))
        self._is_new(found)
        for complaint in unfit(found, lines_below(self._world)):
            raise Unsaid(complaint)
        report.to_text(found, source_lines(self._world))

    def _note(self, seed: Seed) -> None:
        head = f"{self.tally.inputs} {seed.kind.value} {len(seed.raw)}\n".encode()
        self._now[: len(head) + len(seed.raw)] = head + seed.raw

    def _is_first(self, finding: Finding) -> bool:
        self.tally.faults[finding.fault] += 1
        return self.tally.faults[finding.fault] == 1

    def _keep(self, finding: Finding, where: str = "") -> None:
        self.tally.found.append(f"{finding.fault}{where}: {keep(finding, self._order.folder)}")


def _noted(path: Path) -> mmap.mmap:
    """A file as memory: what is put there survives the death of the process."""
    path.write_bytes(bytes(LONGEST + 100))
    with path.open("r+b") as file:
        return mmap.mmap(file.fileno(), 0)
