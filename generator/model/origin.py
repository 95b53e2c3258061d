"""Where every value stands in the clerks' files.

A `Located` tree mirrors one YAML file: what was written and where. Overriding a shared list
merges two trees, so each value keeps the file and line it came from; that is how a page knows
通用 from 本地.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.problem import Span

Key = str | int
"""A step of a path: a field name, or a row number from 0."""

Values = str | list["Values"] | dict[str, "Values"]
"""What a tree says without its places, every scalar as text."""


@dataclass(slots=True, eq=False)
class Located:
    """A value as written and its place: a text, a mapping of fields, or a list of rows.

    Built by `load` only and never changed afterwards. *key* is the place of the field name that
    leads here, None for a row of a list and for the root.
    """

    file: str
    line: int
    column: int
    length: int
    content: str | dict[str, Located] | list[Located]
    key: Span | None = None

    @property
    def span(self) -> Span:
        """The place of the value itself."""
        return Span(self.file, self.line, self.column, self.length)

    @property
    def key_span(self) -> Span:
        """The place of the field name, or of the value where there is no name."""
        return self.key or self.span

    def child(self, key: Key) -> Located | None:
        """The field or row *key*, None where there is none."""
        if isinstance(self.content, dict):
            return self.content.get(key) if isinstance(key, str) else None
        if isinstance(self.content, list) and isinstance(key, int) and key < len(self.content):
            return self.content[key]
        return None

    def row(self, name: str, number: int) -> Located:
        """Row *number* of the field *name*, which may be written as one value instead of a list."""
        field = self.child(name) or self
        return field.child(number) or field

    def nearest(self, *path: Key) -> Located:
        """The value at *path*, or the last one on the way to it that exists."""
        here = self
        for key in path:
            step = here.child(key)
            if step is None:
                return here
            here = step
        return here

    def place(self, *path: Key) -> Span:
        """The span of the value at *path*, or of the nearest one above it."""
        return self.nearest(*path).span

    def files(self) -> frozenset[str]:
        """Every file that a value below came from."""
        return frozenset({self.file, *(text.file for _, text in self.texts())} - {""})

    def texts(self) -> Iterator[tuple[tuple[Key, ...], Located]]:
        """Every text below, with its path, in the order of the file."""
        waiting: list[tuple[tuple[Key, ...], Located]] = [((), self)]
        while waiting:
            path, here = waiting.pop()
            if isinstance(here.content, str):
                yield path, here
            elif isinstance(here.content, dict):
                waiting.extend(((*path, key), value) for key, value in _backwards(here.content))
            else:
                rows = reversed(list(enumerate(here.content)))
                waiting.extend(((*path, number), row) for number, row in rows)


def as_json(tree: Located) -> Values:
    """A tree → the same values without their places."""
    if isinstance(tree.content, dict):
        return {name: as_json(value) for name, value in tree.content.items()}
    if isinstance(tree.content, list):
        return [as_json(row) for row in tree.content]
    return tree.content


def _backwards(fields: dict[str, Located]) -> list[tuple[str, Located]]:
    """Fields, last first, so that a stack gives them back in the order written."""
    return list(reversed(fields.items()))
