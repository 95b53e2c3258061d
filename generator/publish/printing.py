"""Documents to print → PDF files, or what keeps them from being printed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from generator.output import DataFile, Printed
from generator.problem import Problem
from generator.publish.fonts import prepare
from generator.publish.presses import typeset_each
from generator.publish.typeset import key_of_pdf
from generator.settings import Settings


@dataclass(frozen=True, slots=True)
class Proof:
    """What became of a document: its file, or what is wrong; the memo keeps it under *key*."""

    file: DataFile | None
    problems: list[Problem]
    key: str = ""


def print_each(documents: Iterable[Printed], settings: Settings) -> Iterator[Proof]:
    """Documents → what became of each, in order; a few are taken ahead, not all at once.

    Without fonts there is one proof, with the problem, however many documents there are.
    """
    fonts, problems = prepare(settings.workshop)
    if fonts is None:
        yield Proof(None, problems)
        return
    taken: list[tuple[str, frozenset[str]]] = []

    def noted() -> Iterator[Printed]:
        for document in documents:
            taken.append((document.path, document.inputs))
            yield document

    for copy in typeset_each(noted(), fonts, settings.workshop):
        path, inputs = taken.pop(0)
        file = None if copy.content is None else DataFile(path, copy.content, inputs)
        yield Proof(file, copy.problems, copy.key)


def print_all(
    documents: Sequence[Printed], settings: Settings, tell: Callable[[int, int], None]
) -> tuple[tuple[DataFile, ...], list[Problem]]:
    """Documents → their files, in order; none of one that has a problem."""
    files: list[DataFile] = []
    problems: list[Problem] = []
    if not documents:
        return (), []
    tell(0, len(documents))
    for done, proof in enumerate(print_each(documents, settings), 1):
        files += [proof.file] if proof.file else []
        problems += proof.problems
        tell(done, len(documents))
    return tuple(files), problems


def keys_of(documents: Sequence[Printed], settings: Settings) -> tuple[str, ...]:
    """Documents that were printed → the names under which the memo keeps their PDFs."""
    fonts, _ = prepare(settings.workshop)
    return tuple(key_of_pdf(document, fonts) for document in documents) if fonts else ()
