"""Documents to print → PDF files of the site, or what keeps them from being printed."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from generator.output import DataFile, Printed
from generator.problem import Problem
from generator.publish.fonts import prepare
from generator.publish.typeset import key_of_pdf, typeset_all
from generator.settings import Settings


def print_all(
    documents: Sequence[Printed], settings: Settings, tell: Callable[[int, int], None]
) -> tuple[tuple[DataFile, ...], list[Problem]]:
    """Documents → their files, in order; none of one that has a problem."""
    if not documents:
        return (), []
    fonts, problems = prepare(settings.workshop)
    if fonts is None:
        return (), problems
    contents, faults = typeset_all(documents, fonts, settings.workshop, tell)
    files = [
        DataFile(document.path, contents[document.path], document.inputs)
        for document in documents
        if document.path in contents
    ]
    return tuple(files), [*problems, *faults]


def keys_of(documents: Sequence[Printed], settings: Settings) -> tuple[str, ...]:
    """Documents that were printed → the names under which the memo keeps their PDFs."""
    fonts, _ = prepare(settings.workshop)
    return tuple(key_of_pdf(document, fonts) for document in documents) if fonts else ()
