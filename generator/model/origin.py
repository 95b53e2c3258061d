"""Where every value stands in the clerks' files.

A `Located` tree mirrors one YAML file: what was written and where. Overriding a shared list
merges two trees, so each value keeps the file and line it came from; that is how a page knows
通用 from 本地.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property, partial

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


class Source:
    """What one record was written as: its file, its values, and where they stand once asked.

    *make* gives the tree of the same values. Most records are never asked for a place, so nothing
    is placed before that.
    """

    def __init__(self, file: str, values: Values, make: Callable[[], Located]) -> None:
        self.file = file
        self.values = values
        self._make = make
        self._merged = False

    @classmethod
    def of(cls, tree: Located) -> Source:
        """The source of a record whose tree is there already, perhaps merged from two files."""
        source = cls(tree.file, as_json(tree), lambda: tree)
        source._merged = True
        return source

    @cached_property
    def tree(self) -> Located:
        """The values with their places."""
        return self._make()

    def parts(self) -> Iterator[tuple[Key, Source]]:
        """The source of every field or row, under its name or number."""
        if isinstance(self.values, str):
            return
        pairs = self.values.items() if isinstance(self.values, dict) else enumerate(self.values)
        for key, inside in pairs:
            yield key, Source(self.file, inside, partial(self._tree_below, key))

    def _tree_below(self, key: Key) -> Located:
        return self.tree.nearest(key)

    @cached_property
    def _by_field(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        if isinstance(self.values, str):
            found[""] = [self.values]
        else:
            _gather(self.values, "", found)
        return found

    @cached_property
    def words(self) -> str:
        """Every text below, one after the other: one look settles what none of them holds."""
        return "\n".join("\n".join(texts) for texts in self._by_field.values())

    def words_in(self, names: frozenset[str]) -> list[str]:
        """The texts that `texts_in` gives, without their paths: a look at what is there."""
        found = self._by_field
        return [text for name in names if name in found for text in found[name]]

    def texts(self) -> Iterator[tuple[tuple[Key, ...], str]]:
        """Every text below, with its path, in the order of the file."""
        return _texts((), self.values)

    def texts_in(self, names: frozenset[str]) -> list[tuple[tuple[Key, ...], str]]:
        """The texts of the fields *names*, and of the rows of lists in them, wherever they are."""
        return [] if isinstance(self.values, str) else _picked(self.values, names)

    @cached_property
    def files(self) -> frozenset[str]:
        """Every file that a value below came from."""
        return self.tree.files() if self._merged else frozenset({self.file} - {""})


def as_json(tree: Located) -> Values:
    """A tree → the same values without their places."""
    if isinstance(tree.content, dict):
        return {name: as_json(value) for name, value in tree.content.items()}
    if isinstance(tree.content, list):
        return [as_json(row) for row in tree.content]
    return tree.content


def _gather(
    values: list[Values] | dict[str, Values], field: str, found: dict[str, list[str]]
) -> None:
    """Note every text below *values*, which stand under *field*, by the name of its own field."""
    if isinstance(values, list):
        for row in values:
            if isinstance(row, str):
                found.setdefault(field, []).append(row)
            else:
                _gather(row, field, found)
        return
    for name, value in values.items():
        if not isinstance(value, str):
            _gather(value, name, found)
        elif name in found:
            found[name].append(value)
        else:
            found[name] = [value]


def _picked(
    values: list[Values] | dict[str, Values], names: frozenset[str], *, wanted: bool = False
) -> list[tuple[tuple[Key, ...], str]]:
    """The texts of the fields *names* below *values*; *wanted* says whether its own rows count."""
    found: list[tuple[tuple[Key, ...], str]] = []
    for key, value in values.items() if isinstance(values, dict) else enumerate(values):
        named = wanted if isinstance(key, int) else key in names
        if not isinstance(value, str):
            below = _picked(value, names, wanted=named and isinstance(value, list))
            found += [((key, *path), text) for path, text in below]
        elif named:
            found.append(((key,), value))
    return found


def _texts(path: tuple[Key, ...], values: Values) -> Iterator[tuple[tuple[Key, ...], str]]:
    if isinstance(values, str):
        yield path, values
    elif isinstance(values, dict):
        for name, value in values.items():
            if isinstance(value, str):
                yield (*path, name), value
            else:
                yield from _texts((*path, name), value)
    else:
        for number, row in enumerate(values):
            yield from _texts((*path, number), row)


def _backwards(fields: dict[str, Located]) -> list[tuple[str, Located]]:
    """Fields, last first, so that a stack gives them back in the order written."""
    return list(reversed(fields.items()))


NOWHERE = Source.of(Located("", 1, 1, 1, {}))
"""The source of a value that no file holds (made in a test or by the program)."""
