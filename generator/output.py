"""What a renderer may yield; the publish stage makes files of it.

An address is the path of a page below the site, ending in a slash (`powers/education/`), or "" for
the home page; its file is `<address>index.html`. Every output names the inputs it was made from:
paths relative to the root, so that a later build can tell what an edit touches.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Heading:
    """A line of a page's own table of contents: ASCII anchor (without #) and its words."""

    anchor: str
    words: str


@dataclass(frozen=True, slots=True)
class Page:
    """A page to be poured into the frame of its depth.

    *body* is finished HTML, links in it are relative to the page's own address.
    *tab* is the address of the navigation tab to mark active ("" marks none but 首页 on home).
    *meta* are `<meta name=… content=…>` pairs for the head.
    """

    address: str
    title: str
    description: str
    tab: str
    body: str
    inputs: frozenset[str]
    contents: tuple[Heading, ...] = ()
    meta: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class DataFile:
    """A file that is published as it is (JSON, SVG, sitemap, script data)."""

    path: str
    content: bytes
    inputs: frozenset[str]


@dataclass(frozen=True, slots=True)
class Printed:
    """A document to be typeset: *template* below templates/print/, JSON-able *data*, SVG *images*.

    *data* is JSON text; *images* maps a file name the template asks for to SVG text, *codes* maps
    one to the address that its QR code leads to.
    *date* is the ISO date stamped into the PDF. *like* is the same for documents that share most of
    their pages, which are then set once.
    """

    path: str
    template: str
    data: str
    date: str
    inputs: frozenset[str]
    images: Mapping[str, str] = field(default_factory=dict)
    codes: Mapping[str, str] = field(default_factory=dict)
    like: str = ""


@dataclass(frozen=True, slots=True)
class Booklet:
    """A handbook that was printed, as pages tell of it: bytes of its file, and pages."""

    size: int
    pages: int


Output = Page | DataFile
