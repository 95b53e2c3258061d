"""Handbooks of villages → the PDFs to hand out: one book each, or two where that was asked for."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.books import Tell, bound
from generator.model.body import Village
from generator.model.edition import BookEdition, edition_json
from generator.output import Printed
from generator.problem import Problem
from generator.publish import Proof, fonts_of, pages_of, print_each
from generator.render.edition import with_pages
from generator.render.handbook import Book
from generator.render.volumes import in_volumes
from generator.settings import Settings


@dataclass(frozen=True, slots=True)
class Binding:
    """A village's PDFs by what their names end in ("" for a single book), and its edition file."""

    village: str
    pdfs: Mapping[str, bytes]
    edition: bytes


Bindings = tuple[list[Binding] | None, list[Problem]]


def in_one(
    villages: Sequence[Village], books: Iterable[Book], settings: Settings, tell: Tell
) -> Bindings:
    """Each handbook as one book; None where one of them cannot be printed."""
    done, problems = bound(villages, books, settings, tell)
    if done is None:
        return None, problems
    return [Binding(b.village, {"": b.pdf.content}, b.edition.content) for b in done], problems


def in_two(
    villages: Sequence[Village], books: Iterable[Book], settings: Settings, tell: Tell
) -> Bindings:
    """Each handbook in its volumes; None where one of them cannot be printed."""
    fonts, problems = fonts_of(settings)
    if fonts is None:
        return None, problems
    waiting: deque[_Waiting] = deque()
    done: list[Binding] = []
    whose = enumerate(villages, 1)
    proofs: list[Proof] = []
    tell(0, len(villages))
    for proof in print_each(_volumes(books, waiting), fonts, settings):
        problems += proof.problems
        proofs.append(proof)
        if len(proofs) == len(waiting[0].endings):
            number, village = next(whose)
            done += _binding(village, waiting.popleft(), proofs)
            proofs.clear()
            tell(number, len(villages))
    return (done if len(done) == len(villages) else None), problems


@dataclass(frozen=True, slots=True)
class _Waiting:
    """A book whose volumes are being printed: what it says, and what their names end in."""

    edition: BookEdition
    endings: tuple[str, ...]


def _volumes(books: Iterable[Book], waiting: deque[_Waiting]) -> Iterator[Printed]:
    for book in books:
        volumes = in_volumes(book)
        waiting.append(_Waiting(book.edition, tuple(each.ending for each in volumes)))
        yield from (each.printed for each in volumes)


def _binding(village: Village, book: _Waiting, proofs: Sequence[Proof]) -> Iterator[Binding]:
    """A book whose volumes are all there; each item stands in one, so their pages can be joined."""
    files = [proof.file.content for proof in proofs if proof.file]
    if len(files) < len(book.endings):
        return
    pages = [pages_of(content) for content in files]
    places = {label: page for each in pages for label, page in each.places.items()}
    told = with_pages(book.edition, sum(each.many for each in pages), places)
    pdfs = dict(zip(book.endings, files, strict=True))
    yield Binding(village.id, pdfs, edition_json(told))
