"""Handbooks of villages → the PDFs to hand out: one book each, or two where that was asked for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.books import Tell, bound
from generator.model.body import Village
from generator.model.edition import edition_json
from generator.output import DataFile
from generator.problem import Problem
from generator.publish import pages_of, print_all
from generator.render.edition import with_pages
from generator.render.handbook import Book
from generator.render.volumes import Volume, in_volumes
from generator.settings import Settings


@dataclass(frozen=True, slots=True)
class Binding:
    """A village's PDFs by what their names end in ("" for a single book), and its edition file."""

    village: str
    pdfs: Mapping[str, bytes]
    edition: bytes


Bindings = tuple[tuple[Binding, ...] | None, list[Problem]]


def in_one(
    villages: Sequence[Village], books: Sequence[Book], settings: Settings, tell: Tell
) -> Bindings:
    """Each handbook as one book; None where one of them cannot be printed."""
    shelf, problems = bound(villages, books, settings, tell)
    if shelf is None:
        return None, problems
    found = (Binding(b.village, {"": b.pdf.content}, b.edition.content) for b in shelf.books)
    return tuple(found), problems


def in_two(
    villages: Sequence[Village], books: Sequence[Book], settings: Settings, tell: Tell
) -> Bindings:
    """Each handbook in its volumes; None where one of them cannot be printed."""
    volumes = [in_volumes(book) for book in books]
    wanted = [volume.printed for each in volumes for volume in each]
    files, problems = print_all(wanted, settings, tell)
    if len(files) < len(wanted):
        return None, problems
    printed = iter(files)
    found = (
        _binding(village, book, [(volume, next(printed)) for volume in each])
        for village, book, each in zip(villages, books, volumes, strict=True)
    )
    return tuple(found), problems


def _binding(village: Village, book: Book, files: Sequence[tuple[Volume, DataFile]]) -> Binding:
    """Each item stands in one volume only, so their pages can be told together."""
    pages = [pages_of(file.content) for _, file in files]
    places = {label: page for each in pages for label, page in each.places.items()}
    told = with_pages(book.edition, sum(each.many for each in pages), places)
    pdfs = {volume.ending: file.content for volume, file in files}
    return Binding(village.id, pdfs, edition_json(told))
