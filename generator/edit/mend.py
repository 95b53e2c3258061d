"""The bytes of a YAML file → the same with its certain slips mended, and what was done to it.

Nothing is guessed: a line is touched only where the reader finds a fault, and a change stays only
if the file then reads further or with fewer problems. A file that reads well keeps its values.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import PurePath

from generator.edit.encoding import plain_text
from generator.edit.slips import SLIPS, Slip, kept_as_text, names_in, straightened
from generator.load.files import FileKind
from generator.load.kinds import kind_of
from generator.load.shape import as_json
from generator.load.sheets import look
from generator.load.yaml_tree import read_tree
from generator.model.origin import Located
from generator.problem import Problem

MOST_TRIALS = 600
"""How often one file is read at most while it is being mended."""

_MOST_ROUNDS = 5
_INDENTS = ((2, 2), (2, 1), (4, 2), (8, 2))
"""Spaces that a tab and a full-width space may stand for, the likeliest first."""

Lines = tuple[str, ...]
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
    done: tuple[str, ...]
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


@dataclass(slots=True)
class _Bench:
    """Reads candidates of one file, and counts how often."""

    label: str
    kind: FileKind | None
    trials: int = 0

    def read(self, raw: bytes) -> tuple[Located | None, tuple[Problem, ...]]:
        """Bytes → their tree, and the problems of YAML and fields as far as the kind is known."""
        self.trials += 1
        found = look(self.kind, self.label, raw) if self.kind else read_tree(self.label, raw)
        return found[0], tuple(found[1])

    def state(self, lines: Lines) -> _State:
        """Lines → the same with what reading them gives."""
        return _State(lines, *self.read("\n".join(lines).encode()))


@dataclass(slots=True)
class _Work:
    """The state reached so far and what has been done."""

    state: _State
    done: list[str] = field(default_factory=list)


def mend(label: str, raw: bytes, *, gbk: bool) -> Mended:
    """A file's path and bytes → the file mended; *gbk* allows reading it as GBK."""
    bench = _Bench(label, kind_of(PurePath(label)))
    text, done = plain_text(raw, gbk=gbk)
    _, problems = bench.read(raw)
    if text is None:
        return Mended(raw, raw, "", "", (), problems, better=False)
    first = bench.state(tuple(text.split("\n")))
    work = _Work(first, done)
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
    kept = kept_as_text([*lines])
    stripped = tuple(
        line if number in kept else line.rstrip(" \t") for number, line in enumerate(lines)
    )
    if stripped == lines:
        return
    new = bench.state(stripped)
    if _values(new) == _values(work.state) and new.score >= work.state.score:
        count = sum(a != b for a, b in zip(lines, stripped, strict=True))
        work.state = new
        work.done.append(f"删去行尾的空格，共 {count} 行")


def _values(state: _State) -> object:
    return None if state.tree is None else as_json(state.tree)


def _mend_slips(bench: _Bench, work: _Work) -> None:
    """Mend slip after slip for as long as the file reads better for it."""
    while work.state.problems and bench.trials < MOST_TRIALS:
        found = _first_better(bench, work.state) or _straight(bench, work.state)
        if found is None:
            return
        work.state = found[0]
        work.done += found[1]


def _first_better(bench: _Bench, state: _State) -> tuple[_State, list[str]] | None:
    """The first candidate that reads better, and what it changed."""
    for lines, done in _candidates(state):
        if bench.trials >= MOST_TRIALS:
            return None
        new = bench.state(lines)
        if new.score > state.score:
            return new, done
    return None


def _candidates(state: _State) -> Iterator[tuple[Lines, list[str]]]:
    """Lines with the slips at a fault mended: all of a line at once, then one by one."""
    faults = [problem.span.line - 1 for problem in state.problems]
    numbers = dict.fromkeys(number for fault in faults for number in (fault, fault - 1))
    kept = kept_as_text([*state.lines])
    for number in numbers:
        if not 0 <= number < len(state.lines) or number in kept:
            continue
        for slips in (SLIPS, *((slip,) for slip in SLIPS)):
            lines, done = _with_slips(state.lines, number, slips)
            if lines != state.lines:
                yield lines, done


def _with_slips(lines: Lines, number: int, slips: tuple[Slip, ...]) -> tuple[Lines, list[str]]:
    """Lines with some slips of one line mended, and of the rows beside it where they run."""
    new = [*lines]
    names = names_in(new)
    done: list[str] = []
    for slip in slips:
        for each in _rows_beside([*lines], number) if slip.runs else (number,):
            mended = slip.mend(new[each], names)
            if mended != new[each]:
                new[each] = mended
                done.append(f"第 {each + 1} 行：{slip.words}")
            elif each == number:
                break
    return tuple(new), done


def _rows_beside(lines: list[str], number: int) -> Iterator[int]:
    """A row, then those below and above it in the same list: as deep, nothing shallower between."""
    depth = _depth(lines[number])
    yield number
    kept = kept_as_text(lines)
    for way in (range(number + 1, len(lines)), range(number - 1, -1, -1)):
        for each in way:
            if lines[each].strip() and _depth(lines[each]) < depth:
                break
            if _depth(lines[each]) == depth and each not in kept:
                yield each


def _depth(line: str) -> int:
    return len(line) - len(line.lstrip())


def _straight(bench: _Bench, state: _State) -> tuple[_State, list[str]] | None:
    """The state with tabs and full-width spaces of indents as plain spaces, read the best way."""
    kept = kept_as_text([*state.lines])
    best, changed = state, 0
    for tab, wide in _INDENTS:
        lines = tuple(
            line if number in kept else straightened(line, tab, wide)
            for number, line in enumerate(state.lines)
        )
        if lines == state.lines:
            return None
        new = bench.state(lines)
        if new.score > best.score:
            best = new
            changed = sum(a != b for a, b in zip(state.lines, lines, strict=True))
    if best is state:
        return None
    return best, [f"缩进里的 Tab 键和全角空格改为半角空格，共 {changed} 行"]
