"""A PDF → the same with what a print shop cuts by: crop marks, a bleed, and the boxes that say so.

Nothing on the pages moves; the sheet around them grows.
"""

from __future__ import annotations

import io

import pikepdf
from pikepdf import Array, Dictionary, Name

MM = 72 / 25.4
BLEED = 3 * MM
MARGIN = 7.5 * MM
"""What stands around the cut page: A4 grows to no more than SRA4 (225 × 320 mm)."""

_GAP = 0.5 * MM
"""Between the bleed and a mark, and between a mark and the edge of the sheet."""

_INK = "MarkInk"
"""The colour of marks: it stands on every plate."""


def marked(content: bytes, *, folded: bool) -> bytes:
    """Each page with marks at its corners; where it is *folded*, with ticks in its middle too."""
    shown = io.BytesIO()
    with pikepdf.open(io.BytesIO(content)) as document:
        for page in document.pages:
            _mark(document, page, folded=folded)
        document.save(
            shown,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            compress_streams=True,
            deterministic_id=True,
        )
    return shown.getvalue()


def _mark(document: pikepdf.Pdf, page: pikepdf.Page, *, folded: bool) -> None:
    """Set the boxes of a page and draw its marks, which a screen reader passes over."""
    trim = [float(each) for each in page.trimbox]
    page.obj.TrimBox = _box(trim, 0)
    page.obj.BleedBox = _box(trim, BLEED)
    page.obj.MediaBox = page.obj.CropBox = _box(trim, MARGIN)
    lines = [*_corners(trim), *(_folds(trim) if folded else [])]
    drawn = " ".join(f"{a:.3f} {b:.3f} m {c:.3f} {d:.3f} l" for a, b, c, d in lines)
    ink = f"/{_INK} CS 1 SCN 0.25 w"
    page.contents_add(b"q\n", prepend=True)
    page.contents_add(f"\nQ /Artifact BMC q {ink} {drawn} S Q EMC".encode())
    page.add_resource(_every_plate(document), Name.ColorSpace, Name(f"/{_INK}"))


def _box(trim: list[float], more: float) -> Array:
    left, low, right, high = trim
    return Array([round(x, 4) for x in (left - more, low - more, right + more, high + more)])


def _corners(trim: list[float]) -> list[tuple[float, float, float, float]]:
    """Two lines at each corner, outside the bleed."""
    left, low, right, high = trim
    near, far = BLEED + _GAP, MARGIN - _GAP
    beside = [(x, way, y) for x, way in ((left, -1), (right, 1)) for y in (low, high)]
    above = [(y, way, x) for y, way in ((low, -1), (high, 1)) for x in (left, right)]
    flat = [(x + way * near, y, x + way * far, y) for x, way, y in beside]
    return [*flat, *((x, y + way * near, x, y + way * far) for y, way, x in above)]


def _folds(trim: list[float]) -> list[tuple[float, float, float, float]]:
    """Where the sheet is folded, outside the bleed."""
    left, low, right, high = trim
    near, far, x = BLEED + _GAP, MARGIN - _GAP, (left + right) / 2
    return [(x, low - near, x, low - far), (x, high + near, x, high + far)]


def _every_plate(document: pikepdf.Pdf) -> Array:
    """The colour of registration, black where there are no plates."""
    tint = Dictionary(FunctionType=2, Domain=[0, 1], C0=[1], C1=[0], N=1)
    return Array([Name.Separation, Name.All, Name.DeviceGray, document.make_indirect(tint)])
