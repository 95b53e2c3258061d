"""Documents to print → PDF files of the site, or what keeps them from being printed."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from generator.output import DataFile, Output, Printed
from generator.problem import Problem
from generator.publish.fonts import prepare
from generator.publish.typeset import typeset_all
from generator.settings import Settings


def print_all(
    outputs: Sequence[Output], settings: Settings, tell: Callable[[int, int], None]
) -> tuple[tuple[DataFile, ...], list[Problem]]:
    """Outputs → the files of the documents in them, in order; none of one that has a problem."""
    documents = tuple(output for output in outputs if isinstance(output, Printed))
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
