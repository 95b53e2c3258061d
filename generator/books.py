"""The villages of a district → their handbooks as PDF and as data, printed or from the last run.

Where nothing at all has changed, nothing is rendered: the memo knows which PDFs belong to a
district, under the name that `unchanged.py` gives to all it is made from.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from pydantic import TypeAdapter

from generator.model.body import Village
from generator.model.charts import Charts
from generator.model.edition import BookEdition, edition_json
from generator.model.registry import Registry
from generator.model.rule_page import RulePage
from generator.output import Booklet, DataFile, Printed
from generator.problem import Problem
from generator.publish import fonts_of, memo, pages_of, print_each
from generator.render import Beside, render_handbooks, urls
from generator.render.edition import with_pages
from generator.render.handbook import Book, in_printing_order
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
    """A village's handbook: the PDF, which the memo keeps under *key*, and what it says as data."""

    village: str
    pages: int
    key: str
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


@cache
def _rows() -> TypeAdapter[tuple[_Row, ...]]:
    return TypeAdapter(tuple[_Row, ...])


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
    villages = in_printing_order(wish.villages)
    books = render_handbooks(registry, wish.charts, villages)
    printed, problems = bound(villages, books, settings, tell)
    if printed is None:
        return None, problems
    by_village = {each.village: each for each in printed}
    shelf = Shelf(tuple(by_village[each.id] for each in wish.villages))
    if wish.made_from and fingerprint(settings.root) == wish.made_from:
        _keep(settings, named, shelf)
    return shelf, problems


def bound(
    villages: Sequence[Village], books: Iterable[Book], settings: Settings, tell: Tell
) -> tuple[list[PrintedBook] | None, list[Problem]]:
    """The handbooks of villages → printed; None where one of them cannot be."""
    fonts, problems = fonts_of(settings)
    if fonts is None:
        return None, problems
    editions: deque[BookEdition] = deque()
    proofs = print_each(_documents(books, editions), fonts, settings)
    done: list[PrintedBook] = []
    tell(0, len(villages))
    for number, (village, proof) in enumerate(zip(villages, proofs, strict=True), 1):
        edition = editions.popleft()
        problems += proof.problems
        done += [_printed(village, edition, proof.key, proof.file)] if proof.file else []
        tell(number, len(villages))
    return (done if len(done) == len(villages) else None), problems


def _documents(books: Iterable[Book], editions: deque[BookEdition]) -> Iterator[Printed]:
    """Books → their documents; of a book that was taken no more than its edition is kept."""
    for book in books:
        editions.append(book.edition)
        yield book.printed


def _printed(village: Village, edition: BookEdition, key: str, file: DataFile) -> PrintedBook:
    pages = pages_of(file.content)
    content = edition_json(with_pages(edition, pages.many, pages.places))
    told = DataFile(urls.of_edition(village.id), content, file.inputs)
    return PrintedBook(village.id, pages.many, key, file, told)


def _keep(settings: Settings, named: str, shelf: Shelf) -> None:
    rows = tuple(
        _Row(
            each.village,
            each.pages,
            each.key,
            each.edition.content.decode(),
            tuple(sorted(each.pdf.inputs)),
        )
        for each in shelf.books
    )
    memo.keep(settings.workshop, named, _rows().dump_json(rows))


def _recalled(settings: Settings, named: str) -> tuple[PrintedBook, ...] | None:
    """The handbooks kept under a name; None unless every one of them is there."""
    kept = memo.recall(settings.workshop, named)
    rows = _rows().validate_json(kept) if kept is not None else ()
    found: list[PrintedBook] = []
    for row in rows:
        content = memo.recall(settings.workshop, row.key)
        if content is None:
            return None
        inputs = frozenset(row.inputs)
        pdf = DataFile(urls.of_handbook(row.village), content, inputs)
        told = DataFile(urls.of_edition(row.village), row.edition.encode(), inputs)
        found.append(PrintedBook(row.village, row.pages, row.key, pdf, told))
    return tuple(found) or None
