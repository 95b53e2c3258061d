"""A handbook that is too thick to staple → two: what the village decides and manages, and services.

Both have the front pages, the ways to complain, a slip and an index of their own; how a village
decides and the forms for that are in the first. Items keep their numbers.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from generator.model.micro_power import Chapter as Part
from generator.output import Printed
from generator.render.booklet import BackMatter, Chapter, Handbook, IndexGroup, to_json
from generator.render.handbook import Book

_SERVICES = frozenset({Part.SERVICES.value})
_NAMES = ("上册", "下册")


@dataclass(frozen=True, slots=True)
class Volume:
    """One of the two, as a document to be typeset; *ending* tells their files apart."""

    ending: str
    printed: Printed


def in_volumes(book: Book) -> tuple[Volume, ...]:
    """A handbook → its volumes; the handbook itself where it has only one half."""
    chapters = book.handbook.chapters
    halves = [
        tuple(each for each in chapters if (each.name in _SERVICES) is services)
        for services in (False, True)
    ]
    if not all(halves):
        return (Volume("", book.printed),)
    return tuple(
        Volume(f"-{number}", _document(book, _volume(book.handbook, halves, number), number))
        for number in (1, 2)
    )


def _volume(book: Handbook, halves: list[tuple[Chapter, ...]], number: int) -> Handbook:
    here, there = halves[number - 1], halves[2 - number]
    named = "、".join(f"{each.name}（{len(each.entries)}件）" for each in there)
    return replace(
        book,
        chapters=here,
        volume=_NAMES[number - 1],
        elsewhere=f"{named}在{_NAMES[2 - number]}。",
        back=_back(book.back, here, decides=number == 1),
    )


def _back(back: BackMatter, chapters: tuple[Chapter, ...], *, decides: bool) -> BackMatter:
    """What of the pages behind the items speaks of these chapters."""
    here = {entry.number for chapter in chapters for entry in chapter.entries}
    council = back.council if decides else None
    if council:
        council = replace(council, numbers=tuple(n for n in council.numbers if n in here))
    groups = (
        IndexGroup(group.letter, tuple(row for row in group.rows if row[1] in here))
        for group in back.index
    )
    return replace(
        back,
        council=council,
        spending=tuple(each for each in back.spending if each.number in here),
        index=tuple(group for group in groups if group.rows),
        forms=decides,
    )


def _document(book: Book, volume: Handbook, number: int) -> Printed:
    data = to_json(volume)
    path = PurePosixPath(book.printed.path)
    shown = {name: svg for name, svg in book.printed.images.items() if f'"{name}"' in data}
    return replace(
        book.printed,
        path=path.with_stem(f"{path.stem}-{number}").as_posix(),
        data=data,
        images=shown,
        like=f"{book.printed.like} {number}",
    )
