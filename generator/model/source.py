"""What one record was written as: its values at once, and their places once somebody asks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from functools import cached_property, partial

from generator.model.origin import Key, Located, Values, as_json


class Source:
    """What one record was written as: its file, its values, and where they stand once asked.

    *make* gives the tree of the same values. Most records are never asked for a place, so nothing
    is placed before that. *text*, if any, is what the values were read from, none of them blank.
    """

    def __init__(
        self, file: str, values: Values, make: Callable[[], Located], text: str = ""
    ) -> None:
        self.file = file
        self.values = values
        self._make = make
        self._text = text
        self._merged = False

    @classmethod
    def of(cls, tree: Located) -> Source:
        """The source of a record whose tree is there already, perhaps merged from two files."""
        return cls.merged(tree, lambda: tree)

    @classmethod
    def merged(cls, tree: Located, make: Callable[[], Located]) -> Source:
        """The source of a record that two files made; *tree* has its values, perhaps no places."""
        source = cls(tree.file, as_json(tree), make)
        source._merged = True
        return source

    def unplaced(self) -> Located:
        """The values as a tree without places, which costs little."""
        return _unplaced(self.file, self.values)

    def fields_of(self, name: str) -> dict[str, Source]:
        """The fields of the mapping written under *name*; none where there is no mapping."""
        return next(
            (
                {str(key): inner for key, inner in part.parts()}
                for field, part in self.parts()
                if field == name and isinstance(part.values, dict)
            ),
            {},
        )

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
    def _by_field(self) -> Mapping[str, list[str]]:
        found: defaultdict[str, list[str]] = defaultdict(list)
        if isinstance(self.values, str):
            found[""].append(self.values)
        else:
            _gather(self.values, "", found)
        return found

    @cached_property
    def words(self) -> str:
        """Every text below and perhaps more: one look settles what none of them holds."""
        return self._text or "\n".join("\n".join(texts) for texts in self._by_field.values())

    @property
    def has_blanks(self) -> bool:
        """Whether any text below is empty or all spaces."""
        if self._text:
            return False
        return any(not text.strip() for texts in self._by_field.values() for text in texts)

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


def _unplaced(file: str, values: Values) -> Located:
    if isinstance(values, dict):
        fields = {name: _unplaced(file, value) for name, value in values.items()}
        return Located(file, 1, 1, 1, fields)
    if isinstance(values, list):
        return Located(file, 1, 1, 1, [_unplaced(file, row) for row in values])
    return Located(file, 1, 1, 1, values)


def _gather(
    values: list[Values] | dict[str, Values], field: str, found: defaultdict[str, list[str]]
) -> None:
    """Note every text below *values*, which stand under *field*, by the name of its own field."""
    if isinstance(values, list):
        for row in values:
            if isinstance(row, str):
                found[field].append(row)
            else:
                _gather(row, field, found)
        return
    for name, value in values.items():
        if isinstance(value, str):
            found[name].append(value)
        else:
            _gather(value, name, found)


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


NOWHERE = Source.of(Located("", 1, 1, 1, {}))
"""The source of a value that no file holds (made in a test or by the program)."""
