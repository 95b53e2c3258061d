"""The frame's templates: what they may see, and how they spell a link.

Everything that comes from outside is escaped, the marker of a hole included: a site called
`⟦body⟧` keeps its name. Links start with the hole `⟦base⟧`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Protocol
from urllib.parse import urlsplit

from markupsafe import Markup, escape

from generator.publish.assets import SCRIPTS, STYLES
from generator.publish.identity import SiteIdentity

_FOOTER = (("关于", "about/"), ("监督与投诉", "oversight/"), ("按拼音找", "a-z/"))
"""What the foot of every page leads to; hand-written pages that a district lacks are left out."""

_MARKER = Markup("&#10214;")
"""What opens a hole, as a character that is read and not cut."""


@dataclass(frozen=True, slots=True)
class Way:
    """A place of the site that the frame leads to: its words, its file, its address."""

    title: str
    link: str
    address: str


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What is the same on every page: who publishes, the tabs, and which pages are hand-written.

    *versions* names our own assets with the hash to ask for them by.
    """

    identity: SiteIdentity
    site_title: str
    tabs: tuple[Way, ...]
    handwritten: frozenset[str]
    versions: Mapping[str, str]


class Templates(Protocol):
    """The part of a template environment that is set here."""

    autoescape: bool | Callable[[str | None], bool]
    finalize: Callable[..., object] | None
    filters: dict[str, Callable[..., object]]
    globals: dict[str, object]


def furnish(templates: Templates, around: Surroundings) -> None:
    """Give the frame's templates their values, escaping, and links."""
    templates.autoescape = True
    templates.finalize = _harmless
    templates.filters["url"] = lambda link: _below_base(str(link), around.versions)
    templates.globals.update(
        identity=around.identity,
        site_title=around.site_title,
        tabs=around.tabs,
        footer_links=[
            way(title, address)
            for title, address in _FOOTER
            if address == "a-z/" or address in around.handwritten
        ],
        find_version=find_version(around.versions, around.identity),
        own_styles=[name for name in STYLES if name in around.versions],
        own_scripts=[name for name in SCRIPTS if name in around.versions],
    )


def find_version(versions: Mapping[str, str], identity: SiteIdentity) -> str:
    """What the scripts of the find box and its index are asked for by, the same for all of them.

    A program that reads the index differently, or another edition, has another version: what a
    browser has kept of an older one is never put together with it.
    """
    scripts = sorted(f"{path} {sign}" for path, sign in versions.items() if "/find" in path)
    told = "\n".join((*scripts, str(identity.edition or "")))
    return sha256(told.encode()).hexdigest()[:8]


def way(title: str, link: str) -> Way:
    """A link as the navigation has it (`powers/`, `about/index.html`) → the place it leads to."""
    file = f"{link}index.html" if link == "" or link.endswith("/") else link
    return Way(title, file, file.removesuffix("index.html"))


def site_title(identity: SiteIdentity, site_name: str) -> str:
    """The site's whole name: the district's, unless the site's own name says it already."""
    return site_name if identity.name in site_name else f"{identity.name}{site_name}"


def _harmless(value: object) -> object:
    if hasattr(value, "__html__") or not isinstance(value, str):
        return value
    return _MARKER.join(escape(part) for part in value.split("⟦"))


def _below_base(link: str, versions: Mapping[str, str]) -> Markup:
    parts = urlsplit(link)
    if parts.scheme or parts.netloc or link.startswith(("#", "/")):
        return escape(_harmless(link))
    version = f"?{versions[link]}" if link in versions else ""
    return Markup("⟦base⟧/{}{}").format(_harmless(link), version)
