"""The villages of a district → their handbooks as PDF and as data, printed or from the last run.

Where nothing at all has changed, nothing is rendered: the memo knows which PDFs belong to a
district, under the name that `unchanged.py` gives to all it is made from.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from pydantic import TypeAdapter

from generator.model.body import Village
from generator.model.charts import Charts
from generator.model.edition import edition_json
from generator.model.registry import Registry
from generator.model.rule_page import RulePage
from generator.output import Booklet, DataFile
from generator.problem import Problem
from generator.publish import keys_of, memo, pages_of, print_all
from generator.render import Beside, render_handbooks, urls
from generator.render.edition import with_pages
from generator.render.handbook import Book
from generator.settings import Settings
from generator.unchanged import fingerprint

Tell = Callable[[int, int], None]
"""Hears how many of how many handbooks are done."""


@dataclass(frozen=True, slots=True)
class Wish:
    """Whose handbooks are wanted; *made_from* is the fingerprint before anything was read.

    *charts* are the drawings that the handbooks show. *made_from* is "" where that is not what
    they are made from.
    """

    villages: tuple[Village, ...]
    charts: Mapping[str, Charts]
    made_from: str


@dataclass(frozen=True, slots=True)
class PrintedBook:
    """A village's handbook: the PDF, and what it says as data."""

    village: str
    pages: int
    pdf: DataFile
    edition: DataFile

    @property
    def booklet(self) -> Booklet:
        """What pages tell of it."""
        return Booklet(len(self.pdf.content), self.pages)


@dataclass(frozen=True, slots=True)
class _Row:
    """One handbook in the memo; *key* is that of its PDF."""

    village: str
    pages: int
    key: str
    edition: str
    inputs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Shelf:
    """The handbooks that were wanted, in the order of the villages."""

    books: tuple[PrintedBook, ...] = ()

    @property
    def files(self) -> tuple[DataFile, ...]:
        """Every file of them."""
        return tuple(file for book in self.books for file in (book.pdf, book.edition))

    def beside(self, rule_pages: tuple[RulePage, ...]) -> Beside:
        """What pages tell of them, and the pages that explain the rules."""
        return Beside(rule_pages, {each.village: each.booklet for each in self.books})


_ROWS = TypeAdapter(tuple[_Row, ...])


def print_books(
    registry: Registry, wish: Wish, settings: Settings, tell: Tell
) -> tuple[Shelf | None, list[Problem]]:
    """Some villages → their handbooks, or what keeps one of them from being printed."""
    if not wish.villages:
        return Shelf(), []
    named = memo.key_of("handbooks", wish.made_from, *(each.id for each in wish.villages))
    kept = _recalled(settings, named) if wish.made_from else None
    if kept is not None:
        tell(len(kept), len(kept))
        return Shelf(kept), []
    books = render_handbooks(registry, wish.charts, wish.villages)
    shelf, problems = bound(wish.villages, books, settings, tell)
    if shelf and wish.made_from and fingerprint(settings.root) == wish.made_from:
        keys = keys_of([book.printed for book in books], settings)
        _keep(settings, named, shelf, keys)
    return shelf, problems


def bound(
    villages: Sequence[Village], books: Sequence[Book], settings: Settings, tell: Tell
) -> tuple[Shelf | None, list[Problem]]:
    """The handbooks of villages → printed; None where one of them cannot be."""
    files, problems = print_all([book.printed for book in books], settings, tell)
    if len(files) < len(books):
        return None, problems
    return Shelf(tuple(_printed(*each) for each in zip(villages, books, files, strict=True))), []


def _printed(village: Village, book: Book, file: DataFile) -> PrintedBook:
    pages = pages_of(file.content)
    edition = edition_json(with_pages(book.edition, pages.many, pages.places))
    told = DataFile(urls.of_edition(village.id), edition, file.inputs)
    return PrintedBook(village.id, pages.many, file, told)


def _keep(settings: Settings, named: str, shelf: Shelf, keys: Sequence[str]) -> None:
    rows = tuple(
        _Row(
            each.village,
            each.pages,
            key,
            each.edition.content.decode(),
            tuple(sorted(each.pdf.inputs)),
        )
        for each, key in zip(shelf.books, keys, strict=True)
    )
    memo.keep(settings.workshop, named, _ROWS.dump_json(rows))


def _recalled(settings: Settings, named: str) -> tuple[PrintedBook, ...] | None:
    """The handbooks kept under a name; None unless every one of them is there."""
    kept = memo.recall(settings.workshop, named)
    rows = _ROWS.validate_json(kept) if kept is not None else ()
    found: list[PrintedBook] = []
    for row in rows:
        content = memo.recall(settings.workshop, row.key)
        if content is None:
            return None
        inputs = frozenset(row.inputs)
        pdf = DataFile(urls.of_handbook(row.village), content, inputs)
        told = DataFile(urls.of_edition(row.village), row.edition.encode(), inputs)
        found.append(PrintedBook(row.village, row.pages, pdf, told))
    return tuple(found) or None
