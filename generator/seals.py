"""A run whose files are all still there and made from the same → its result, without the run."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import TypeAdapter

from generator.load import village_named
from generator.problem import Problem
from generator.publish import Finish, memo
from generator.settings import Settings
from generator.unchanged import fingerprint, fingerprint_of

if TYPE_CHECKING:
    from generator.model.body import Village
    from generator.model.registry import Registry


@dataclass(frozen=True, slots=True)
class Order:
    """What to print: *choose* picks villages of the district, *finish* says in which form.

    *named* is what *choose* goes by: the same words pick the same villages of the same district.
    *volumes* makes two books of each handbook. *only* is the id of a village where no more has to
    be read than its handbook is made of, else "".
    """

    choose: Callable[[Registry], tuple[Village, ...]]
    finish: Finish
    named: tuple[str, ...] = ()
    volumes: bool = False
    only: str = ""

    @property
    def words(self) -> str:
        """The same for the same order."""
        return repr(("handbooks", self.finish, sorted(set(self.named)), self.volumes))


def only_one(settings: Settings, named: tuple[str, ...]) -> str:
    """The id of the one village that is meant; "" where the whole district has to be read."""
    if len(named) != 1 or settings.strict:
        return ""
    return village_named(settings.root, named[0]) or ""


@dataclass(frozen=True, slots=True)
class Seal:
    """What a run made: its files below `settings.out`, with SHA-256, and what it had to say.

    *laws* is the folder of law texts that it read, "" without; *law_texts* the fingerprint of that.
    """

    files: dict[str, str]
    problems: tuple[Problem, ...]
    laws: str = ""
    law_texts: str = ""


@cache
def _form() -> TypeAdapter[Seal]:
    return TypeAdapter(Seal)


def sealed(settings: Settings, order: str) -> Seal | None:
    """What the last run of an order made; None where its inputs or any of its files have changed.

    *order* says in words what was asked for.
    """
    kept = memo.recall(settings.workshop, _name(settings, order, fingerprint(settings.root)))
    if kept is None:
        return None
    seal = _form().validate_json(kept)
    is_whole = all(_sum(settings.out / file) == known for file, known in seal.files.items())
    return seal if is_whole and seal.law_texts == _of_laws(settings, seal.laws) else None


def keep_seal(settings: Settings, order: str, made_from: str, seal: Seal) -> None:
    """Remember what a run made, unless something changed since its fingerprint was taken.

    *made_from* is "" where the run used more than the district as it lies there.
    """
    if made_from and fingerprint(settings.root) == made_from:
        told = _form().dump_json(seal)
        memo.keep(settings.workshop, _name(settings, order, made_from), told)


def seal_of(
    settings: Settings, files: Iterable[Path], problems: tuple[Problem, ...], laws: str
) -> Seal:
    """The files of a run → its seal."""
    sums = {path.relative_to(settings.out).as_posix(): _sum(path) for path in files}
    return Seal(sums, problems, laws, _of_laws(settings, laws))


def _name(settings: Settings, order: str, made_from: str) -> str:
    out = settings.out.as_posix()
    return memo.key_of("seal", made_from, order, out, str(settings.strict))


def _of_laws(settings: Settings, laws: str) -> str:
    return fingerprint_of(settings.root / laws) if laws else ""


def _sum(path: Path) -> str:
    """The SHA-256 of a file, "" where it cannot be read."""
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        return ""
