"""The bytes of a YAML file → the same with its certain slips mended, and what was done to it.

Nothing is guessed: a line is touched only where the reader finds a fault, and a change stays only
if the file then reads further or with fewer problems. A file that reads well keeps its values.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import PurePath

from generator.edit.braces import Names
from generator.edit.encoding import plain_text
from generator.edit.inner import inner_problems
from generator.edit.slips import (
    SLIPS,
    Done,
    Lines,
    Mending,
    has_slip,
    kept_as_text,
    lines_above,
    names_in,
    straightened,
    with_slips,
)
from generator.load.files import FileKind
from generator.load.kinds import kind_of
from generator.load.sheets import look
from generator.load.yaml_tree import read_tree
from generator.model.origin import Located, as_json
from generator.problem import Problem

MOST_TRIALS = 600
"""How often one file is read at most while it is being mended."""

MOST_BYTES = 10_000_000
"""How much is read at most for one file: a large one is read less often."""

_MOST_ROUNDS = 5
_MOST_FAULTS = 40
_INDENTS = ((2, 2), (2, 1), (4, 2), (8, 2))
"""Spaces that a tab and a full-width space may stand for, the likeliest first."""

_ONE_BY_ONE = tuple((slip,) for slip in SLIPS)
Score = tuple[int, int]
_UNREADABLE: Score = (0, 0)
"""The score of a file whose very bytes are refused."""


@dataclass(frozen=True, slots=True)
class Mended:
    """A file as it was and as it would be.

    *start* and *end* are its text with UTF-8 and LF already right; *done* says what changed,
    *problems* what is still wrong. *better* is whether it reads clean, or better than before.
    """

    before: bytes
    after: bytes
    start: str
    end: str
    done: tuple[Done, ...]
    problems: tuple[Problem, ...]
    better: bool


@dataclass(frozen=True, slots=True)
class _State:
    """Lines and what reading them gives."""

    lines: Lines
    tree: Located | None
    problems: tuple[Problem, ...]

    @property
    def score(self) -> Score:
        """How well it reads: clean, then few problems, then a first fault far down."""
        if not self.problems:
            return 3, 0
        if self.tree is not None:
            return 2, -len(self.problems)
        return 1, min(problem.span.line for problem in self.problems)


_Found = tuple[_State, tuple[Done, ...]]
"""A better state and what led to it."""


@dataclass(slots=True)
class _Bench:
    """Reads candidates of one file, and counts how often."""

    label: str
    kind: FileKind | None
    names: Names
    trials: int = 0
    bytes_read: int = 0

    @property
    def tired(self) -> bool:
        """Whether enough has been tried."""
        return self.trials >= MOST_TRIALS or self.bytes_read >= MOST_BYTES

    def read(self, raw: bytes) -> tuple[Located | None, tuple[Problem, ...]]:
        """Bytes → their tree, and the problems of YAML and fields as far as the kind is known."""
        self.trials += 1
        self.bytes_read += len(raw)
        if self.kind is None:
            tree, problems = read_tree(self.label, raw)
        else:
            written, problems = look(self.kind, self.label, raw)
            tree = written.tree if written else None
            if tree is not None and not problems:
                problems = [*inner_problems(self.kind, tree)]
        return tree, tuple(problems)

    def state(self, lines: Lines) -> _State:
        """Lines → the same with what reading them gives."""
        return _State(lines, *self.read("\n".join(lines).encode()))


@dataclass(slots=True)
class _Work:
    """The state reached so far and what has been done."""

    state: _State
    done: list[Done] = field(default_factory=list)


def mend(label: str, raw: bytes, names: Names = frozenset(), *, gbk: bool = False) -> Mended:
    """A file's path and bytes → the file mended.

    *names* are field names that only this district has; *gbk* allows reading the file as GBK.
    """
    bench = _Bench(label, kind_of(PurePath(label)), names)
    text, done = plain_text(raw, gbk=gbk)
    _, problems = bench.read(raw)
    if text is None:
        return Mended(raw, raw, "", "", (), problems, better=False)
    first = bench.state(tuple(text.split("\n")))
    work = _Work(first, [(0, words) for words in done])
    for _ in range(_MOST_ROUNDS):
        before = work.state.lines
        _strip_ends(bench, work)
        _mend_slips(bench, work)
        if work.state.lines == before:
            break
    end = work.state
    after = "\n".join(end.lines).encode()
    score = first.score if problems == first.problems else _UNREADABLE
    better = after != raw and (not end.problems or end.score > score)
    return Mended(raw, after, text, "\n".join(end.lines), tuple(work.done), end.problems, better)


def _strip_ends(bench: _Bench, work: _Work) -> None:
    """Take spaces off the ends of lines where no value changes by it."""
    lines = work.state.lines
    kept = kept_as_text(lines)
    stripped = tuple(
        line if number in kept else line.rstrip(" \t") for number, line in enumerate(lines)
    )
    if stripped == lines:
        return
    new = bench.state(stripped)
    if _values(new) == _values(work.state) and new.score >= work.state.score:
        count = sum(a != b for a, b in zip(lines, stripped, strict=True))
        work.state = new
        work.done.append((0, f"删去行尾的空格，共 {count} 行"))


def _values(state: _State) -> object:
    return None if state.tree is None else as_json(state.tree)


def _mend_slips(bench: _Bench, work: _Work) -> None:
    """Mend slip after slip for as long as the file reads better for it."""
    while work.state.problems and not bench.tired:
        found = _first_better(bench, work.state) or _best_straight(bench, work.state)
        if found is None:
            return
        work.state = found[0]
        work.done += found[1]


def _first_better(bench: _Bench, state: _State) -> _Found | None:
    """The least mending of lines at fault that makes the file read better."""
    for lines, done in _mendings(bench, state):
        if bench.tired:
            return None
        new = bench.state(lines)
        if new.score > state.score:
            return new, done
    return None


def _mendings(bench: _Bench, state: _State) -> Iterator[Mending]:
    """Lines with one line at fault mended, then with one slip of it, then with all such lines."""
    names = bench.names | names_in(state.lines)
    numbers = _lines_at_fault(state, names)
    single = [((number,), slips) for slips in (SLIPS, *_ONE_BY_ONE) for number in numbers]
    for chosen, slips in (*single, (tuple(numbers), SLIPS)):
        lines, done = with_slips(state.lines, chosen, slips, names)
        if lines != state.lines:
            yield lines, done


def _best_straight(bench: _Bench, state: _State) -> _Found | None:
    """The state with plain indents that reads best, together with a line at fault mended."""
    best: _Found | None = None
    for lines, done in _straight(bench, state):
        new = bench.state(lines)
        if new.score > (best[0] if best else state).score:
            best = new, done
    return best


def _straight(bench: _Bench, state: _State) -> Iterator[Mending]:
    """Lines whose indents hold no tab and no full-width space, for each width these may have."""
    kept = kept_as_text(state.lines)
    names = bench.names | names_in(state.lines)
    for tab, wide in _INDENTS:
        lines = tuple(
            line if number in kept else straightened(line, tab, wide)
            for number, line in enumerate(state.lines)
        )
        count = sum(a != b for a, b in zip(state.lines, lines, strict=True))
        if not count:
            return
        told = (0, f"缩进里的 Tab 键和全角空格改为半角空格，共 {count} 行")
        yield lines, (told,)
        numbers = _lines_at_fault(state, names)
        for chosen in (*((number,) for number in numbers), tuple(numbers)):
            more, done = with_slips(lines, chosen, SLIPS, names)
            yield more, (told, *done)


def _lines_at_fault(state: _State, names: Names) -> list[int]:
    """The numbers (from 0) of lines with a slip where problems are seen, or that hold such lines.

    A slip may show only further down: what follows it was swallowed as more of its text.
    """
    faults = [min(problem.span.line, len(state.lines)) - 1 for problem in state.problems]
    near = [number for fault in faults for number in (fault, fault - 1) if number >= 0]
    above = [n for fault in faults[:_MOST_FAULTS] for n in lines_above(state.lines, fault)]
    kept = kept_as_text(state.lines)
    numbers = [n for n in dict.fromkeys((*near, *above)) if n not in kept]
    return [n for n in numbers if has_slip(state.lines[n], names)][:_MOST_FAULTS]
