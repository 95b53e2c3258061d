"""The printed handbook of a village as finished words: what the print templates may read.

A `Handbook` becomes JSON field by field; the templates know no domain.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

from generator.model.rail import Rail

if TYPE_CHECKING:
    from _typeshed import DataclassInstance


@dataclass(frozen=True, slots=True)
class Fact:
    """A label and the words beside it."""

    label: str
    words: str


@dataclass(frozen=True, slots=True)
class Contact:
    """Whom to ring: an empty phone leaves a line to write on."""

    name: str
    phone: str
    words: str = ""


@dataclass(frozen=True, slots=True)
class Web:
    """The village's page: the QR image to print, and what it is in words.

    *warning* says that the address is only an example; "" where it is real.
    """

    qr: str
    alt: str
    warning: str = ""


@dataclass(frozen=True, slots=True)
class PrintedStep:
    """A numbered step; *more* says how it goes on."""

    number: int
    posts: str
    words: str
    limit: str
    more: str = ""


@dataclass(frozen=True, slots=True)
class PrintedFlow:
    """A flow as steps and the rail that is drawn beside them, a row for each."""

    name: str
    steps: tuple[PrintedStep, ...]
    rail: Rail


@dataclass(frozen=True, slots=True)
class Sheet:
    """A small table: heads, and rows of as many cells."""

    name: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """One item; *source* is the file it is written in, *notes* stand at its foot.

    *fee* is empty where nobody would expect one; *to_bring* is empty where nothing is brought.
    *limit_note* explains the limit.
    """

    number: int
    name: str
    subtitle: str
    what_to_do: str
    to_bring: str
    documents: tuple[str, ...]
    limit: str
    fee: str
    post: str
    phone: str
    flows: tuple[PrintedFlow, ...]
    tables: tuple[Sheet, ...]
    notes: tuple[Fact, ...]
    source: str
    qr: str = ""
    limit_note: str = ""


@dataclass(frozen=True, slots=True)
class Chapter:
    """One of the three classes, with a sentence on what it holds.

    *shows_limits* says whether its list has the column 几天.
    """

    name: str
    words: str
    entries: tuple[Entry, ...]
    shows_limits: bool = True


@dataclass(frozen=True, slots=True)
class CouncilStep:
    """A step of the way in which a village decides: *vote* holds who must come and agree."""

    number: int
    posts: str
    words: str
    limit: str
    vote: tuple[str, ...]
    more: str


@dataclass(frozen=True, slots=True)
class Council:
    """四议两公开 as its flow says; *numbers* are the items that are decided this way."""

    name: str
    note: str
    basis: str
    steps: tuple[CouncilStep, ...]
    numbers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Spending:
    """An item that spends the village's money: who approves how much, and on what papers."""

    number: int
    name: str
    approvals: tuple[Fact, ...]
    papers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class IndexGroup:
    """The names under one letter; each row is (words, number of the item)."""

    letter: str
    rows: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class BackMatter:
    """What stands behind the items: how the village decides and pays, blank forms, the index.

    *forms* says whether the forms for decisions and spending are in this book.
    """

    council: Council | None = None
    spending: tuple[Spending, ...] = ()
    index: tuple[IndexGroup, ...] = ()
    forms: bool = True


@dataclass(frozen=True, slots=True)
class Handbook:
    """A whole handbook; *source* is the village's file, *stamp* is empty for real data.

    *meetings* are the posts that no phone belongs to: 村民会议, 村民代表会议 … *remedies* are the
    ways of the law against a decision, with their days. *volume* is 上册 or 下册, *elsewhere* says
    what the other one holds; "" where there is one book.
    """

    title: str
    district: str
    township: str
    village: str
    full_name: str
    accent: str
    edition: str
    stamp: str
    stamp_note: str
    summary: str
    phone: str
    oversight_phone: str
    footer: str
    centre: tuple[Fact, ...]
    posts: tuple[Contact, ...]
    meetings: tuple[Fact, ...]
    urgent: tuple[Contact, ...]
    chapters: tuple[Chapter, ...]
    routes: tuple[Contact, ...]
    omissions: tuple[Fact, ...]
    imprint: tuple[Fact, ...]
    source: str
    web: Web | None = None
    remedies: tuple[Fact, ...] = ()
    back: BackMatter = BackMatter()
    volume: str = ""
    elsewhere: str = ""


def to_json(handbook: Handbook) -> str:
    """A handbook → the JSON text that its template reads."""
    return json.dumps(handbook, ensure_ascii=False, default=_as_dict)


def _as_dict(part: DataclassInstance) -> dict[str, object]:
    """A part of a handbook as its fields; `asdict` would copy every text before it is written."""
    return {each.name: getattr(part, each.name) for each in fields(part)}
