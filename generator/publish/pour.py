"""A page and the frame → the bytes of its HTML file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from generator.output import DataFile, Page
from generator.publish.holes import Pieces, Values, cut, fill
from generator.publish.identity import SiteIdentity

_DEEPEST = 8
NOT_FOUND = "404.html"
_FOOT = '<footer class="mb-foot">'
"""How the end of a computed page begins."""


@dataclass(frozen=True)
class Frame:
    """The empty page with its holes, the hand-written pages, and the files that these need.

    *ways_in* are the files below the site that the empty page itself links to.
    """

    text: str
    site_title: str
    identity: SiteIdentity
    pages: tuple[Page, ...]
    files: tuple[DataFile, ...]
    ways_in: frozenset[str]

    @cached_property
    def by_base(self) -> Mapping[str, Pieces]:
        """The frame cut at its holes, for every way up to the root."""
        ways = [way_up(depth) for depth in range(_DEEPEST + 1)]
        base_path = self.identity.base_path
        if base_path is not None:
            ways.append(base_path)
        return {way: cut(self.text.replace("⟦base⟧", way)) for way in ways}


def way_up(depth: int) -> str:
    """How a page that many folders deep spells the root of the site, without a slash at the end."""
    return "/".join([".."] * depth) or "."


def file_of(address: str) -> str:
    """The file of a page: `powers/education/` → `powers/education/index.html`."""
    return address if address.endswith(".html") else f"{address}index.html"


def pour(frame: Frame, page: Page) -> bytes:
    """A page → its HTML file.

    404 may be shown at any depth: its links start from the host's root where 网址 is known.
    """
    base = frame.identity.base_path if page.address == NOT_FOUND else None
    way = way_up(page.address.count("/")) if base is None else base
    return fill(frame.by_base[way], _values(frame, page)).encode()


def joined(page: Page, handwritten: Page) -> Page:
    """A computed page and the hand-written one of its address → one, the computed part first.

    The end of the computed page, with its 核对日期, stays the end of both. A computed page without
    a list of contents (the home page) does not get one for a few words.
    """
    before, foot, end = page.body.rpartition(_FOOT)
    told, end = (before, foot + end) if foot else (end, "")
    return replace(
        page,
        body=f"{told}\n{handwritten.body}\n{end}",
        description=page.description or handwritten.description,
        contents=page.contents + handwritten.contents if page.contents else (),
        inputs=page.inputs | handwritten.inputs,
    )


def _values(frame: Frame, page: Page) -> Values:
    identity = frame.identity
    meta = (("description", page.description), *_site_meta(frame), *page.meta)
    address = "" if page.address == NOT_FOUND else page.address
    with_url = identity.url and page.address != NOT_FOUND
    url = f"{identity.url.rstrip('/')}/{address}"
    return {
        "title": f"{page.title} - {frame.site_title}" if page.address else frame.site_title,
        "heading": page.title,
        "meta": [{"name": name, "content": content} for name, content in meta if content],
        "canonical": [{"url": url}] if with_url else [],
        "contents": [{"headings": _headings(page)}] if page.contents else [],
        "body": page.body,
        **_tab(page),
    }


def _site_meta(frame: Frame) -> tuple[tuple[str, str], ...]:
    identity = frame.identity
    return (
        ("SiteName", frame.site_title),
        ("SiteDomain", identity.domain),
        ("SiteIDCode", identity.site_code),
    )


def _headings(page: Page) -> list[Values]:
    return [{"anchor": heading.anchor, "words": heading.words} for heading in page.contents]


def _tab(page: Page) -> Values:
    if not page.tab and page.address:
        return {}
    current = "page" if page.tab == page.address else "true"
    return {f"tab {page.tab}": [{"current": current}]}
