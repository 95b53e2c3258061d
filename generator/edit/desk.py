"""A district's folder → what new files need to know of it: bodies, ids taken, flows in use."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.edit.draft import Refused
from generator.load import load
from generator.load.files import FileKind, find
from generator.load.ids import id_problem
from generator.load.nearest import listed, meant
from generator.model.district import KindTerm
from generator.model.micro_power import Chapter
from generator.model.registry import SHARED_POWERS, SHARED_VILLAGE, Registry
from generator.problem import Span

_NUMBERED = re.compile(r"(?P<prefix>.+)-(?P<number>\d+)")
_FEWEST_DIGITS = 3


@dataclass(frozen=True, slots=True)
class Desk:
    """The district as it is: the registry, and every file, also those that cannot be read.

    *lists* are the folders that hold items: of bodies, and shared ones.
    """

    root: Path
    registry: Registry
    ids: frozenset[tuple[FileKind, str, str]]
    lists: tuple[str, ...]

    def taken(self, kind: FileKind, folders: Iterable[str]) -> frozenset[str]:
        """The ids of one kind of file in some folders."""
        wanted = set(folders)
        return frozenset(name for k, folder, name in self.ids if k is kind and folder in wanted)

    def related(self, folder: str) -> tuple[str, ...]:
        """A list, the one it adopts and those that adopt it: an id means one thing in all."""
        adopts = {f"powers/{unit.id}": f"powers/{unit.adopts}" for unit in self.registry.units}
        adopts |= {f"villages/{v.id}": f"villages/{v.adopts}" for v in self.registry.villages}
        adopters = (each for each, shared in adopts.items() if shared == folder)
        return (folder, adopts.get(folder, folder), *adopters)

    def list_of(self, name: str) -> str:
        """`education` or `powers/education` → the folder of that list."""
        folder = name.strip("/") if "/" in name else f"powers/{name}"
        if folder in self.lists:
            return folder
        names = [each.removeprefix("powers/") for each in self.lists]
        raise Refused(f"没有“{name}”这个单位或清单；{meant(name, names, f'现有：{listed(names)}')}")

    def kind(self, name: str) -> KindTerm:
        """The word of a 权力类别."""
        term = self.registry.vocabulary.kind(name)
        if term is not None:
            return term
        names = [each.name for each in self.registry.vocabulary.kinds]
        if not name:
            raise Refused(f"要用 --kind 写明权力类别：{listed(names)}")
        raise Refused(f"用词表里没有权力类别“{name}”；{meant(name, names, listed(names))}")

    def prefix_of_kind(self, folder: str, kind: str) -> str:
        """How ids of a 权力类别 begin in a list, else elsewhere, else the word's own 代号."""
        code = self.kind(kind).code
        held = [*self.registry.shared_powers, *self.registry.all_powers()]
        same = [holding.ref for holding in held if holding.item.kind == kind]
        here = _usual(ref.id for ref in same if ref.folder == folder)
        return here or _usual(ref.id for ref in same) or code

    def prefix_of_chapter(self, chapter: Chapter) -> str:
        """How ids of a class of village items begin."""
        held = self.registry.shared_micro_powers
        found = _usual(holding.ref.id for holding in held if holding.item.chapter is chapter)
        return found or chapter.name.partition("_")[0].lower()

    def usual_flow(self, kind: str) -> str:
        """The flow of `_common` that most powers of a 权力类别 use, "" where none does."""
        held = [*self.registry.shared_powers, *self.registry.all_powers()]
        used = (use.ref for holding in held if holding.item.kind == kind for use in holding.flows)
        return _most(ref.id for ref in used if ref.folder == SHARED_POWERS)

    def duty_set(self, kind: str) -> str:
        """The first shared set of duties that is meant for a 权力类别, "" where there is none."""
        sets = sorted(self.registry.duty_sets.items())
        return next((name for name, found in sets if kind in found.kinds), "")


def open_desk(root: Path) -> Desk:
    """A district's folder → what is known of it; `Refused` where 区情 or 用词表 is unusable."""
    registry, _ = load(root)
    if registry is None:
        raise Refused("powers/district.yml 或 powers/vocabulary.yml 还有错误，先用 check 看怎么改")
    found = find(root)
    shared = {source.folder for source in found.files if "/_" in source.folder}
    folders = {*found.bodies, *shared, SHARED_VILLAGE}
    return Desk(
        root,
        registry,
        frozenset((source.kind, source.folder, source.id) for source in found.files),
        tuple(sorted(folders - {SHARED_POWERS})),
    )


def next_id(prefix: str, taken: Iterable[str]) -> str:
    """`xk` and the ids there are → `xk-008`: one more than the highest, never a gap filled."""
    numbers = [number for found, number in _numbered(taken) if found == prefix]
    width = max((len(number) for number in numbers), default=_FEWEST_DIGITS)
    return f"{prefix}-{max((int(number) for number in numbers), default=0) + 1:0{width}}"


def good_id(name: str) -> str:
    """An id that a file may have; `Refused` for any other."""
    problem = id_problem(name, Span(name))
    if problem:
        raise Refused(f"{problem.sentence}：{problem.hint}")
    return name


def _usual(ids: Iterable[str]) -> str:
    return _most(prefix for prefix, _ in _numbered(ids))


def _numbered(ids: Iterable[str]) -> Iterator[tuple[str, str]]:
    """`xk-008` → xk, 008; ids of other forms are passed over."""
    for found in map(_NUMBERED.fullmatch, ids):
        if found:
            yield found["prefix"], found["number"]


def _most(words: Iterable[str]) -> str:
    """The word that comes most often; of equally frequent ones the first by name."""
    counted = sorted(Counter(words).items(), key=lambda row: (-row[1], row[0]))
    return counted[0][0] if counted else ""
