"""A PDF → the same pages as large as another sheet holds, with tags, links and bookmarks.

Pages are not drawn again: a matrix stands before what each page says, and every place that is
written in the units of a page moves along with it.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass

import pikepdf
from pikepdf import Array, Dictionary, Name, Object

A4 = (595.276, 841.89)
"""Width and height in pt."""

_BOXES = ("/MediaBox", "/CropBox", "/BleedBox", "/TrimBox", "/ArtBox")


@dataclass(frozen=True, slots=True)
class _Growth:
    """x → *factor* · x + *dx*, and the same for y."""

    factor: float
    dx: float
    dy: float

    def matrix(self) -> str:
        """As a content stream writes it, without its operator."""
        return f"{self.factor:.6f} 0 0 {self.factor:.6f} {self.dx:.4f} {self.dy:.4f}"

    def places(self, numbers: Object) -> Array:
        """x, y, x, y … → where they are now."""
        shifts = (self.dx, self.dy)
        moved = (float(x) * self.factor + shifts[i % 2] for i, x in enumerate(numbers.as_list()))
        return Array([round(each, 4) for each in moved])


def enlarged(content: bytes, note: str, sheet: tuple[float, float] = A4) -> bytes:
    """Each page as large as *sheet* holds it, in its middle; *note* is added to the title.

    Every page of *content* has the size of the first.
    """
    large = io.BytesIO()
    with pikepdf.open(io.BytesIO(content)) as document:
        growth = _growth(document.pages[0], sheet)
        for found in _direct(document):
            _move(found, growth)
        for page in document.pages:
            _grow(page, growth, sheet)
        _retitle(document, note)
        document.save(
            large,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            compress_streams=True,
            deterministic_id=True,
        )
    return large.getvalue()


def _growth(page: pikepdf.Page, sheet: tuple[float, float]) -> _Growth:
    left, low, right, high = (float(each) for each in page.mediabox)
    width, height = right - left, high - low
    factor = min(sheet[0] / width, sheet[1] / height)
    return _Growth(
        factor,
        (sheet[0] - width * factor) / 2 - left * factor,
        (sheet[1] - height * factor) / 2 - low * factor,
    )


def _grow(page: pikepdf.Page, growth: _Growth, sheet: tuple[float, float]) -> None:
    """Enlarge what a page shows, and the page."""
    page.contents_add(f"q {growth.matrix()} cm\n".encode(), prepend=True)
    page.contents_add(b"\nQ")
    for box in _BOXES:
        if box in page.obj:
            page.obj[box] = Array([0, 0, *sheet])


def _direct(document: pikepdf.Pdf) -> Iterator[Object]:
    """Every array and dictionary of a document, also those that lie directly in others."""
    waiting = list(document.objects)
    while waiting:
        found = waiting.pop()
        if not isinstance(found, Array | Dictionary):
            continue
        yield found
        is_array = isinstance(found, Array)
        inside: list[object] = (
            list(found.as_list()) if is_array else [each for _, each in found.items()]
        )
        waiting += [each for each in inside if isinstance(each, Object) and not each.is_indirect]


def _move(found: Object, growth: _Growth) -> None:
    """Change the places that an object holds: of a link, of a bookmark, of a figure's tag."""
    if isinstance(found, Array):
        if len(found) == 5 and found[1] == Name.XYZ:
            _move_target(found, growth)
        return
    if found.get("/Subtype") == Name.Link:
        for key in ("/Rect", "/QuadPoints"):
            if key in found:
                found[key] = growth.places(found[key])
    elif found.get("/O") == Name.Layout and "/BBox" in found:
        found["/BBox"] = growth.places(found["/BBox"])


def _move_target(target: Array, growth: _Growth) -> None:
    """[page /XYZ left top zoom]; a place that is left open stays open."""
    for place, shift in ((2, growth.dx), (3, growth.dy)):
        if target[place] is not None:
            target[place] = round(float(target[place]) * growth.factor + shift, 4)


def _retitle(document: pikepdf.Pdf, note: str) -> None:
    """Say in the title what the enlarged document is."""
    with document.open_metadata(set_pikepdf_as_editor=False) as told:
        told["dc:title"] = f"{document.docinfo.get('/Title', '')}（{note}）"
