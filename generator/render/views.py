"""What templates see on many pages: frozen values that hold finished words and links."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead somewhere; with no *href* plain text (a page that a preview leaves out)."""

    words: str
    href: str = ""


@dataclass(frozen=True, slots=True)
class Stamp:
    """A mark on a page: 示例数据, 待审, 已取消; *tone* names its colours."""

    words: str
    tone: str


@dataclass(frozen=True, slots=True)
class Head:
    """The top of a page: the way to it, its title, what it is also called, its marks.

    *lead* is one sentence under the title.
    """

    title: str
    crumbs: tuple[Link, ...] = ()
    aliases: str = ""
    tags: tuple[Link, ...] = ()
    stamps: tuple[Stamp, ...] = ()
    lead: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a fact: words, perhaps leading somewhere, and a remark in smaller letters."""

    words: str
    href: str = ""
    note: str = ""
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Fact:
    """A label and what is known; *rich* is a longer text instead of lines, *missing* is 未提供."""

    label: str
    lines: tuple[Line, ...] = ()
    rich: str | Markup = ""
    missing: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table: its words, perhaps a link, and a remark under it."""

    words: str
    href: str = ""
    note: str = ""
    missing: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table; *key* is what the filter searches in, *group* what it narrows to."""

    cells: tuple[Cell, ...]
    key: str = ""
    group: str = ""
    stamps: tuple[Stamp, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """A table that becomes cards on a phone; *groups* are the choices of its filter.

    *hint* is the filter's placeholder; without one the table has no filter.
    """

    caption: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    hint: str = ""
    group_label: str = ""
    groups: tuple[str, ...] = ()
    count: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a list of links: where it leads, and what it is; *current* is this very page.

    *more* is a second link of the same line.
    """

    link: Link
    note: str = ""
    stamps: tuple[Stamp, ...] = ()
    current: bool = False
    more: Link | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """Entries under a heading with an ASCII *anchor*."""

    title: str
    anchor: str
    entries: tuple[Entry, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Figure:
    """A computed number and what it counts."""

    number: str
    words: str
    href: str = ""


@dataclass(frozen=True, slots=True)
class Foot:
    """The end of a page: when it was last checked, and where its data stands.

    *data* leads to the same as JSON; *held* says in a sentence that the page shows an earlier
    edition.
    """

    checked: str
    source: str = ""
    sample: bool = False
    data: str = ""
    held: str = ""


@dataclass(frozen=True, slots=True)
class PartPage:
    """What the template of one table sees; *parts* are the ways to the tables beside it."""

    head: Head
    parts: tuple[Entry, ...]
    table: Table
    note: str
    foot: Foot


def known(label: str, *texts: str) -> Fact:
    """A label and what is known about it; nothing known is said so."""
    lines = tuple(Line(text) for text in texts if text)
    return Fact(label, lines, missing=not lines)


def cell(words: str, href: str = "", note: str = "") -> Cell:
    """A cell of a table; an empty one says 未提供."""
    return Cell(words or "未提供", href, note, missing=not words)
