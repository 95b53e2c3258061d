"""Words that tell people to ring → the same with each number a link that a phone rings."""

from __future__ import annotations

import re

from markupsafe import Markup, escape

from generator.model.phone import in_pieces

_TAG = re.compile(r"<a\b.*?</a>|<[^>]*>", re.DOTALL)
_LINK = Markup('<a href="{}">{}</a>')


def ringing(words: str | Markup) -> str | Markup:
    """Text → itself where it holds no number, else escaped, with its numbers as links."""
    if isinstance(words, Markup):
        return words
    pieces = in_pieces(words)
    if len(pieces) == 1:
        return words
    return Markup().join(_LINK.format(tel, part) if tel else escape(part) for part, tel in pieces)


def ringing_html(html: str) -> str:
    """Clean HTML → the same with the numbers in its text as links, but for those in links."""
    found: list[str] = []
    done = 0
    for tag in _TAG.finditer(html):
        found += [_rung(html[done : tag.start()]), tag[0]]
        done = tag.end()
    return "".join((*found, _rung(html[done:])))


def _rung(escaped: str) -> str:
    """Text between tags; a number holds no sign that would have to be escaped."""
    return "".join(_LINK.format(tel, part) if tel else part for part, tel in in_pieces(escaped))
