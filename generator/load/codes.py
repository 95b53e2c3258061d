"""A registry → codes that become addresses or anchors and could not be ones for good."""

from __future__ import annotations

from collections.abc import Iterator

from generator.load.ids import id_problem
from generator.model.origin import Located
from generator.model.registry import Registry
from generator.problem import Problem, Span


def unfit_codes(registry: Registry) -> Iterator[Problem]:
    """代号 of topics and of the rows of 用词表, and the names of duty sets, by the rule of ids."""
    codes = [(topic.code, topic.place("代号")) for topic in registry.topics]
    codes += _of_vocabulary(registry.vocabulary.source)
    codes += [(name, each.source.key_span) for name, each in registry.duty_sets.items()]
    for code, span in codes:
        if problem := id_problem(code, span):
            yield problem


def _of_vocabulary(tree: Located) -> Iterator[tuple[str, Span]]:
    lists = tree.content.values() if isinstance(tree.content, dict) else ()
    for rows in lists:
        for row in rows.content if isinstance(rows.content, list) else ():
            code = row.child("代号")
            if code and isinstance(code.content, str):
                yield code.content, code.span
