"""What the short road of reading raises where a file needs a careful look; never a fault."""

from __future__ import annotations


class Remarkable(Exception):
    """Something that is not plain: the careful reader decides what it is."""
