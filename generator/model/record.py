"""The base of all values that come from YAML: frozen, known by their Chinese field names."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Self

from pydantic import BaseModel, BeforeValidator, ConfigDict, PrivateAttr
from pydantic_core import PydanticCustomError

from generator.model.origin import NOWHERE, Key, Located
from generator.problem import Span

_DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


class Record(BaseModel):
    """A mapping of the data: unknown fields are refused, values never change."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Sourced(Record):
    """A record that remembers the tree it was made from, so that a rule can point at any field."""

    _source: Located = PrivateAttr(default_factory=lambda: NOWHERE)
    _id: str = PrivateAttr(default="")

    @property
    def id(self) -> str:
        """The permanent id: the file's name, or what stands for it (`laodingshan/guancun`)."""
        return self._id

    @property
    def source(self) -> Located:
        """The values as written."""
        return self._source

    def place(self, *path: Key) -> Span:
        """Where the field at *path* stands, or the nearest one above it."""
        return self._source.place(*path)

    def attach(self, source: Located, identity: str) -> Self:
        """This record, knowing its tree and id; called once, by `load`, right after making it."""
        self._source = source
        self._id = identity
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
