"""A page written by hand: what is known of it without showing it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Written:
    """A page written by hand: its title, its description and its headings."""

    title: str
    description: str = ""
    headings: tuple[str, ...] = ()
