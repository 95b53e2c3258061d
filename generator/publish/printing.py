"""Documents to print → PDF files, or what keeps them from being printed."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from generator.output import DataFile, Printed
from generator.problem import Problem
from generator.publish.fonts import Fonts, prepare
from generator.publish.presses import typeset_each
from generator.settings import Settings


@dataclass(frozen=True, slots=True)
class Proof:
    """What became of a document: its file, or what is wrong; the memo keeps it under *key*."""

    file: DataFile | None
    problems: list[Problem]
    key: str


def fonts_of(settings: Settings) -> tuple[Fonts | None, list[Problem]]:
    """The fonts to print with, or the problem that says what to install."""
    return prepare(settings.workshop)


def print_each(documents: Iterable[Printed], fonts: Fonts, settings: Settings) -> Iterator[Proof]:
    """Documents → what became of each, in order; they are taken a few at a time."""
    taken: deque[Printed] = deque()
    for copy in typeset_each(_noted(documents, taken), fonts, settings.workshop):
        document = taken.popleft()
        file = None
        if copy.content is not None:
            file = DataFile(document.path, copy.content, document.inputs)
        yield Proof(file, copy.problems, copy.key)


def _noted(documents: Iterable[Printed], taken: deque[Printed]) -> Iterator[Printed]:
    for document in documents:
        taken.append(document)
        yield document


def print_all(
    documents: Sequence[Printed], settings: Settings, tell: Callable[[int, int], None]
) -> tuple[tuple[DataFile, ...], list[Problem]]:
    """Documents → their files, in order; none of one that has a problem."""
    if not documents:
        return (), []
    fonts, problems = fonts_of(settings)
    if fonts is None:
        return (), problems
    files: list[DataFile] = []
    tell(0, len(documents))
    for done, proof in enumerate(print_each(documents, fonts, settings), 1):
        files += [proof.file] if proof.file else []
        problems += proof.problems
        tell(done, len(documents))
    return tuple(files), problems
