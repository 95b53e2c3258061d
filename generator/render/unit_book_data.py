"""The booklet of a unit as finished words: what `unit-book.typ` may read."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass

from generator.render.booklet import Contact, Fact
from generator.render.poster_data import PosterChart

CHART_AREA = (174.0, 222.0)
"""Width and height of a flow chart on its page, in mm."""


@dataclass(frozen=True, slots=True)
class BookEntry:
    """One power with its duties; *charts* name the places of its charts in the book."""

    number: int
    name: str
    facts: tuple[Fact, ...]
    duties: tuple[str, ...]
    cases: str
    charts: tuple[str, ...]
    source: str


@dataclass(frozen=True, slots=True)
class BookPart:
    """The powers of one kind."""

    name: str
    entries: tuple[BookEntry, ...]


@dataclass(frozen=True, slots=True)
class BookChart:
    """A flow chart, and its risk chart on pages of its own, *turned* where those lie on a side."""

    tag: str
    name: str
    uses: str
    chart: PosterChart
    risks: tuple[str, ...]
    risk_alt: str
    turned: bool


@dataclass(frozen=True, slots=True)
class Book:
    """The whole booklet; *source* is the unit's file, *stamp* is empty for real data."""

    owner: str
    district: str
    title: str
    accent: str
    summary: str
    facts: tuple[Fact, ...]
    posts: tuple[Contact, ...]
    hotlines: tuple[Contact, ...]
    parts: tuple[BookPart, ...]
    charts: tuple[BookChart, ...]
    edition: str
    stamp: str
    foot: str
    qr: str
    warning: str
    source: str


def to_json(book: Book) -> str:
    """A booklet → the JSON text that its template reads."""
    return json.dumps(asdict(book), ensure_ascii=False, indent=1)
