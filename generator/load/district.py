"""The folder of a district → its registry, and everything that is wrong with its files."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from pathlib import Path

from generator.load.blank_forms import missing_forms
from generator.load.codes import unfit_codes
from generator.load.frame_files import frame_problems
from generator.load.law_texts import read_law_texts
from generator.load.oddities import odd_values
from generator.load.papers import unknown_papers
from generator.load.part import read_part
from generator.load.posts import unknown_posts
from generator.load.references import References
from generator.load.resolve import resolve
from generator.load.sheets import Sheets, read_sheets
from generator.load.twice import said_twice
from generator.load.unknown import one_each
from generator.load.words import unknown_words
from generator.load.written import attached, written
from generator.memory import nothing_collected
from generator.model.checked_bases import every_basis, laws_of
from generator.model.law_text import NO_TEXTS, LawShelf
from generator.model.registry import Ref, Registry
from generator.problem import Problem, in_order


def loaded(
    root: Path, left_out: Collection[str] = ()
) -> tuple[Registry | None, tuple[Problem, ...]]:
    """The folder of a district → its registry and all problems, in the order of the files."""
    with nothing_collected():
        sheets = read_sheets(root)
        sheets.broken.update(Ref(folder, "unit") for folder in left_out)
        return _joined(root, sheets)


def loaded_for(root: Path, village: str) -> tuple[Registry | None, tuple[Problem, ...]]:
    """The folder of a district → what the handbook of a village is made of, and its problems."""
    with nothing_collected():
        return _joined(root, read_part(root, village))


def _joined(root: Path, sheets: Sheets) -> tuple[Registry | None, tuple[Problem, ...]]:
    registry, problems = resolve(sheets)
    unread = frozenset(sheets.broken)
    found = [
        *sheets.problems,
        *problems,
        *References(registry, unread).problems(),
        *unknown_words(registry),
        *odd_values(registry),
        *unknown_posts(registry),
        *unknown_papers(registry),
        *said_twice(registry),
        *frame_problems(root),
        *unfit_codes(registry),
    ]
    usable = sheets.district is not None and sheets.vocabulary is not None
    if not usable:
        return None, _each_once(found)
    known = replace(registry, handwritten=written(root), attached=attached(root), unread=unread)
    texts, wrong = _law_texts(root, known)
    return replace(known, law_texts=texts), _each_once([*found, *wrong, *missing_forms(known)])


def _law_texts(root: Path, registry: Registry) -> tuple[LawShelf, list[Problem]]:
    """The texts of the laws that anything cites, where 区情 names a folder of law texts."""
    district = registry.district
    if not district.law_texts:
        return NO_TEXTS, []
    cited = (law for basis in every_basis(registry) for law in laws_of(registry, basis))
    texts, wrong = read_law_texts(root / district.law_texts, cited)
    return texts, [replace(problem, span=district.place("法律文本")) for problem in wrong]


def _each_once(problems: list[Problem]) -> tuple[Problem, ...]:
    """Problems in order; one that two bodies' lists share is said once, whatever their hints."""
    once = {problem.sort_key: problem for problem in problems}
    return tuple(in_order(one_each(once.values())))
