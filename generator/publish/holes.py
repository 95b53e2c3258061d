"""Text with marked holes → pieces cut once → the text with its holes filled.

A hole is `⟦name⟧`, filled with escaped text; `⟦=name⟧` takes finished HTML. What stands between
`⟦#name⟧` and `⟦/name⟧` is repeated for every entry given, so a list of none leaves it out.
What is filled in is never searched again: a marker in the data stays the text it is.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape

_MARK = re.compile(r"⟦([#/=]?)([^⟦⟧]+)⟧")

Values = Mapping[str, "str | Sequence[Values]"]
"""What goes into the holes: text for a hole, entries for a repeated part."""


@dataclass(frozen=True, slots=True)
class Hole:
    """A place for a text; a finished one is HTML and taken as it is."""

    name: str
    finished: bool


@dataclass(frozen=True, slots=True)
class Repeated:
    """A part that stands once for every entry."""

    name: str
    pieces: Pieces


Pieces = tuple[str | Hole | Repeated, ...]


def cut(text: str) -> Pieces:
    """Text with markers → its pieces in order; ValueError where a repeated part does not close."""
    open_parts: list[tuple[str, list[str | Hole | Repeated]]] = [("", [])]
    end = 0
    for mark in _MARK.finditer(text):
        sign, name = mark.groups()
        open_parts[-1][1].append(text[end : mark.start()])
        end = mark.end()
        if sign == "#":
            open_parts.append((name, []))
        elif sign == "/":
            opened, pieces = open_parts.pop()
            if opened != name:
                raise ValueError(f"⟦/{name}⟧ closes ⟦#{opened}⟧")
            open_parts[-1][1].append(Repeated(name, tuple(pieces)))
        else:
            open_parts[-1][1].append(Hole(name, finished=sign == "="))
    if len(open_parts) > 1:
        raise ValueError(f"⟦#{open_parts[-1][0]}⟧ is not closed")
    open_parts[0][1].append(text[end:])
    return tuple(open_parts[0][1])


def fill(pieces: Pieces, values: Values) -> str:
    """Pieces and values → text; a hole or part that no value names is left empty."""
    filled: list[str] = []
    for piece in pieces:
        if isinstance(piece, str):
            filled.append(piece)
            continue
        value = values.get(piece.name, "")
        if isinstance(piece, Repeated):
            entries = [entry for entry in value if not isinstance(entry, str)]
            filled.extend(fill(piece.pieces, entry) for entry in entries)
        elif isinstance(value, str):
            filled.append(value if piece.finished else escape(value))
    return "".join(filled)
