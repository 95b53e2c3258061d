"""A PDF → sheets that are printed on both sides, folded once and stitched in the fold.

Two pages stand side by side on each side of a sheet, as `fold.py` says. Tags and links stay behind:
this is for a printer, not for a reader; texts stay texts. So sheets do not claim PDF/UA, and of the
levels of PDF/A they claim 2u, where the document has a higher one.
"""

from __future__ import annotations

import io
from dataclasses import dataclass

import pikepdf
from pikepdf import Array, Dictionary, Name, Object

from generator.publish.fold import Flip, Fold, Side, sides

MM = 72 / 25.4
_SHEETS = ((297 * MM, 210 * MM), (420 * MM, 297 * MM))
"""A4 and A3, lying, for pages of A5 and A4."""

_SLACK = 0.1
"""Sizes in PDF files are rounded."""

_TICK = (2 * MM, 6 * MM)
"""From where to where the fold is shown, off the upper and the lower edge."""

_KEPT = ("/Title", "/Author", "/Keywords", "/Creator", "/CreationDate", "/ModDate")


@dataclass(frozen=True, slots=True)
class _Sheet:
    """Width and height of a lying sheet and of a page on it, in pt."""

    width: float
    height: float
    page_width: float
    page_height: float

    @property
    def trim(self) -> list[float]:
        """What is left of the sheet when the pages are cut to their size."""
        x, y = self.width / 2 - self.page_width, (self.height - self.page_height) / 2
        return [round(each, 4) for each in (x, y, self.width - x, self.height - y)]


def imposed(content: bytes, fold: Fold, note: str) -> bytes:
    """The sheets of a document, each front followed by its back; *note* is added to the title.

    Every page has the size of the first. The same input gives the same bytes.
    """
    printed = io.BytesIO()
    with pikepdf.open(io.BytesIO(content)) as source, pikepdf.new() as document:
        sheet = _sheet_for(source.pages[0])
        forms = [document.copy_foreign(page.as_form_xobject()) for page in source.pages]
        for side in sides(len(forms), fold.section):
            document.pages.append(_page(document, sheet, _Place(side, fold), forms))
        _describe(document, source, fold, note)
        document.save(
            printed,
            min_version="1.7",
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            compress_streams=True,
            deterministic_id=True,
        )
    return printed.getvalue()


@dataclass(frozen=True, slots=True)
class _Place:
    """A side, and how its sheet is folded."""

    side: Side
    fold: Fold


def _sheet_for(page: pikepdf.Page) -> _Sheet:
    """The smallest sheet that holds two pages; one of their size where none does."""
    left, low, right, high = (float(each) for each in page.mediabox)
    width, height = right - left, high - low
    fits = (s for s in _SHEETS if 2 * width <= s[0] + _SLACK and height <= s[1] + _SLACK)
    return _Sheet(*next(fits, (2 * width, height)), width, height)


def _page(document: pikepdf.Pdf, sheet: _Sheet, place: _Place, forms: list[Object]) -> pikepdf.Page:
    """One side of a sheet."""
    marks, shown = [], {}
    for name, number in (("/Left", place.side.left), ("/Right", place.side.right)):
        if number is not None:
            shown[name] = forms[number - 1]
            marks.append(_drawn(name, forms[number - 1], sheet, place))
    if place.fold.ticks:
        marks.append(_ticks(sheet))
    text = "\n".join(marks)
    if place.side.is_back and place.fold.flip is Flip.LONG:
        text = f"-1 0 0 -1 {sheet.width:.4f} {sheet.height:.4f} cm\n{text}"
    made = Dictionary(
        Type=Name.Page,
        MediaBox=Array([0, 0, round(sheet.width, 4), round(sheet.height, 4)]),
        TrimBox=Array(sheet.trim),
        Resources=Dictionary(XObject=Dictionary(shown)),
        Contents=document.make_stream(text.encode()),
    )
    return pikepdf.Page(document.make_indirect(made))


def _drawn(name: str, form: Object, sheet: _Sheet, place: _Place) -> str:
    """A page at the fold, moved towards it by the creep, and cut off there."""
    middle, toward = sheet.width / 2, place.side.depth * place.fold.creep * MM
    is_left = name == "/Left"
    start = 0.0 if is_left else middle
    x = middle - sheet.page_width + toward if is_left else middle - toward
    left, low = (float(each) for each in form.BBox.as_list()[:2])
    y = (sheet.height - sheet.page_height) / 2 - low
    clip = f"{start:.4f} 0 {middle:.4f} {sheet.height:.4f} re W n"
    return f"q {clip} 1 0 0 1 {x - left:.4f} {y:.4f} cm {name} Do Q"


def _ticks(sheet: _Sheet) -> str:
    """Where to fold, above and below."""
    near, far = _TICK
    ends = ((near, far), (sheet.height - far, sheet.height - near))
    x = sheet.width / 2
    lines = " ".join(f"{x:.4f} {low:.4f} m {x:.4f} {high:.4f} l" for low, high in ends)
    return f"q 0.5 w 0.6 G {lines} S Q"


def _describe(document: pikepdf.Pdf, source: pikepdf.Pdf, fold: Fold, note: str) -> None:
    """Say what the sheets are, and ask viewers to print them as they are, on both sides."""
    for key in _KEPT:
        if key in source.docinfo:
            document.docinfo[key] = str(source.docinfo[key])
    document.docinfo["/Title"] = f"{source.docinfo.get('/Title', '')}（{note}）"
    short = fold.flip is Flip.SHORT
    document.Root.ViewerPreferences = Dictionary(
        Duplex=Name.DuplexFlipShortEdge if short else Name.DuplexFlipLongEdge,
        PrintScaling=Name("/None"),
    )
    if "/Lang" in source.Root:
        document.Root.Lang = str(source.Root.Lang)
    for intent in source.Root.get("/OutputIntents", []):
        meant = document.copy_foreign(source.make_indirect(intent))
        document.Root.OutputIntents = Array([meant])
    _claim(document, archived=source.open_metadata().pdfa_status == "2A")


def _claim(document: pikepdf.Pdf, *, archived: bool) -> None:
    """Say title and dates again where readers of today look for them, and what is sure of a file.

    Sheets of a document that is fit to be kept are so too, but without its structure.
    """
    with document.open_metadata(set_pikepdf_as_editor=False) as told:
        told.load_from_docinfo(document.docinfo)
        if archived:
            told["pdfaid:part"], told["pdfaid:conformance"] = "2", "U"
