"""Words that tell people whom to ring and when to come → numbers as links, hours in one piece."""

from __future__ import annotations

import re
from collections.abc import Iterable

from markupsafe import Markup, escape

from generator.model.phone import in_pieces

_TAG = re.compile(r"<a\b.*?</a>|<[^>]*>", re.DOTALL)
_LINK = Markup('<a href="{}">{}</a>')
_HOURS = re.compile(r"\d{1,2}:\d{2}[—–-]\d{1,2}:\d{2}")
_WHOLE = Markup('<span class="mb-whole">{}</span>')


def ringing(words: str | Markup) -> str | Markup:
    """Text → itself where it holds neither number nor hours, else escaped, with both marked up."""
    if isinstance(words, Markup):
        return words
    pieces = in_pieces(words)
    if len(pieces) == 1 and not _HOURS.search(words):
        return words
    marked = _marked([(str(escape(part)), tel) for part, tel in pieces])
    return Markup(marked)  # noqa: S704  # Escaped just now; the markup is ours.


def ringing_html(html: str) -> str:
    """Clean HTML → the same with the numbers in its text as links, but for those in links."""
    found: list[str] = []
    done = 0
    for tag in _TAG.finditer(html):
        found += [_marked(in_pieces(html[done : tag.start()])), tag[0]]
        done = tag.end()
    return "".join((*found, _marked(in_pieces(html[done:]))))


def _marked(pieces: Iterable[tuple[str, str]]) -> str:
    """Escaped text → HTML; neither numbers nor hours hold a sign that would have to be escaped."""
    return "".join(
        _LINK.format(tel, part) if tel else _HOURS.sub(lambda hours: _WHOLE.format(hours[0]), part)
        for part, tel in pieces
    )
