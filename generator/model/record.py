"""The base of all values that come from YAML: frozen, known by their Chinese field names."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Annotated, NamedTuple, Self, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, PrivateAttr
from pydantic_core import PydanticCustomError

from generator.model.origin import Key, Located
from generator.model.source import NOWHERE, Source
from generator.problem import Span

Result = TypeVar("Result")

_DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


class Record(BaseModel):
    """A mapping of the data: unknown fields are refused, values never change."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Where(NamedTuple):
    """A place to be: a record and the path of a field in it.

    A list that is written as one value is the place of its row 0; what is not written stands where
    the nearest thing above it does.
    """

    record: Sourced
    path: tuple[Key, ...]
    is_name: bool = False
    """Whether the name of the field is meant, not its value."""

    @property
    def node(self) -> Located:
        """The value as written."""
        here = self.record.source
        for key in self.path:
            below = here.child(key)
            if below is None and isinstance(key, str):
                break
            here = below or here
        return here

    @property
    def span(self) -> Span:
        """Where the value or the name stands."""
        return self.node.key_span if self.is_name else self.node.span

    def below(self, *path: Key) -> Where:
        """The place of a field inside this one."""
        return Where(self.record, (*self.path, *path))

    @property
    def name(self) -> Where:
        """The place of the name of this field."""
        return self._replace(is_name=True)


@dataclass(slots=True)
class _Kept:
    """What a record remembers besides its fields; copies of the record share it."""

    source: Source = NOWHERE
    id: str = ""
    worked_out: dict[str, object] = field(default_factory=dict)


class Sourced(Record):
    """A record that remembers the tree it was made from, so that a rule can point at any field."""

    _kept: _Kept = PrivateAttr(default_factory=_Kept)

    @property
    def id(self) -> str:
        """The permanent id: the file's name, or what stands for it (`laodingshan/guancun`)."""
        return self._remembered.id

    @property
    def written(self) -> Source:
        """What was written: the file, the values as texts, and their places on demand."""
        return self._remembered.source

    @property
    def source(self) -> Located:
        """The values as written, with their places: made when first asked for, which costs."""
        return self.written.tree

    @property
    def _remembered(self) -> _Kept:
        # Taken where pydantic keeps it: its own way costs as much as a rule does.
        kept: _Kept = (self.__pydantic_private__ or {})["_kept"]
        return kept

    def once(self, name: str, work: Callable[[Self], Result]) -> Result:
        """What *work* makes of this record, worked out once: records never change.

        Copies share it, so it must not depend on what copies change.
        """
        known: dict[str, Result] = (self.__pydantic_private__ or {})["_kept"].worked_out
        if name not in known:
            known[name] = work(self)
        return known[name]

    def says_the_same(self, other: Self) -> bool:
        """Whether all fields are equal, wherever both were written; mappings in whatever order."""
        return self is other or self.__dict__ == other.__dict__

    def place(self, *path: Key) -> Span:
        """Where the field at *path* stands, or the nearest one above it."""
        return self.source.place(*path)

    def at(self, *path: Key) -> Where:
        """The place of the field at *path*, found only where somebody asks for it."""
        return Where(self, path)

    def attach(self, source: Source, identity: str) -> Self:
        """This record, knowing its source and id; called once, by `load`, right after making it."""
        self._kept = _Kept(source, identity)
        return self


def _listed(value: object) -> object:
    return [value] if isinstance(value, str | dict) else value


def _truth(value: object) -> object:
    if isinstance(value, bool):
        return value
    if value in ("是", "否"):
        return value == "是"
    raise PydanticCustomError("yes_or_no", "只能填 是 或 否")


def _date(value: object) -> object:
    if not isinstance(value, str):
        return value
    try:
        if _DATE.fullmatch(value):
            return date.fromisoformat(value)
    except ValueError:
        raise PydanticCustomError("date_form", "没有这一天") from None
    raise PydanticCustomError("date_form", "要写成 2026-11-01 这样的样子")


Date = Annotated[date, BeforeValidator(_date)]
"""A day, written 2026-11-01."""

YesNo = Annotated[bool, BeforeValidator(_truth)]
"""是 or 否."""

Rows = BeforeValidator(_listed)
"""For a list of records: one alone, as text or as fields, stands for a list of one."""

Texts = Annotated[tuple[str, ...], BeforeValidator(_listed)]
"""A list of texts; one text alone stands for a list of one."""
