"""A printed document → how many pages it has, and on which page each label of it stands."""

from __future__ import annotations

import io
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Pages:
    """How many pages a PDF has, and the page (from 1) of each label: `item-12` → 37."""

    many: int
    places: dict[str, int]


def pages_of(content: bytes) -> Pages:
    """The bytes of a PDF that we have set → its pages."""
    import pikepdf  # Needed for print only, which may be left out.

    with pikepdf.open(io.BytesIO(content)) as document:
        numbers = {page.obj.objgen: number for number, page in enumerate(document.pages, 1)}
        names = document.Root.get("/Names", pikepdf.Dictionary()).get("/Dests")
        found: dict[str, int] = {}
        for label, target in pikepdf.NameTree(names).items() if names is not None else ():
            place = target if isinstance(target, pikepdf.Array) else target.D
            found[str(label)] = numbers[place.as_list()[0].objgen]
        return Pages(len(numbers), found)
