"""Outputs → files outside: the site, changed at once, and booklets as PDF."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.later import from_homes
from generator.publish.finish import Finish, finished
from generator.publish.fold import Flip, Fold
from generator.publish.places import Pages, pages_of
from generator.publish.presses import get_ready
from generator.publish.printing import Proof, fonts_of, print_all, print_each

if TYPE_CHECKING:
    from generator.publish.graphviz import engine_in
    from generator.publish.identity import Hotline, SiteIdentity, identity_of
    from generator.publish.site import Published, publish
else:
    __getattr__ = from_homes(  # Nothing of these is needed to print.
        __name__,
        {
            "engine_in": "graphviz",
            "Hotline": "identity",
            "SiteIdentity": "identity",
            "identity_of": "identity",
            "Published": "site",
            "publish": "site",
        },
    )

__all__ = [
    "Finish",
    "Flip",
    "Fold",
    "Hotline",
    "Pages",
    "Proof",
    "Published",
    "SiteIdentity",
    "engine_in",
    "finished",
    "fonts_of",
    "get_ready",
    "identity_of",
    "pages_of",
    "print_all",
    "print_each",
    "publish",
]
