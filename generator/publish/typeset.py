"""Print data → PDF, through Typst; the only module that knows Typst.

A document reaches its template as JSON in a file beside it, so nothing in it is ever read as
markup, and the only files that a template can open are the templates and the document itself.
"""

from __future__ import annotations

import datetime as dt
import importlib.metadata
import io
import json
import shutil
import tempfile
from collections import deque
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from generator.output import Printed
from generator.problem import Problem, Span, error
from generator.publish import memo, preflight, qr
from generator.publish.fonts import FAMILY, Fonts
from generator.settings import PACKAGE

if TYPE_CHECKING:
    import pikepdf

TEMPLATES = PACKAGE / "templates" / "print"
_DOCUMENT = "document.json"
"""The file that a document lies in; `theme.typ` reads it."""

_KEPT = 10
"""The compiler drops what this many documents in a row have had no use for."""

Result = tuple[bytes | None, list[Problem]]


class Press:
    """A compiler with our fonts only, in a folder of its own; it keeps what it has set.

    A handbook like the last one takes a third of the time, for most of its pages hold the same.
    What the last one had no use for is dropped, else each would add 50 MB, or what the last two had
    none for where volumes take turns. For one that is not *like* them all is dropped.
    """

    def __init__(self, fonts: Fonts, desk: Path) -> None:
        import typst  # Needed for print only, which may be left out.

        self._desk = Path(shutil.copytree(TEMPLATES, desk, dirs_exist_ok=True))
        shelf = typst.Fonts(
            include_system_fonts=False, include_embedded_fonts=False, font_paths=[fonts.folder]
        )
        self._compiler = typst.Compiler(root=self._desk, font_paths=shelf)
        self._likes: deque[str] = deque(maxlen=2)

    def set(self, printed: Printed) -> Result:
        """A document whose characters and images are known to be good → its PDF."""
        self._forget(printed.like)
        set_document, problems = self._compile(printed)
        if set_document is None:
            return None, problems
        small, addresses = _shrink(set_document)
        problems = preflight.after(printed, addresses)
        return (None if problems else small), problems

    def _forget(self, like: str) -> None:
        """Make the compiler drop things by documents of nothing, each of which makes all older."""
        for _ in range(_rounds(like, self._likes)):
            self._compiler.compile(input=b"", format="svg")
        self._likes.append(like)

    def _compile(self, printed: Printed) -> Result:
        """Run the compiler; what it merely warns of is an error here."""
        import typst

        self._lay_out(printed)
        day = dt.date.fromisoformat(printed.date)
        try:
            content, warnings = self._compiler.compile_with_warnings(
                input=self._desk / printed.template,
                format="pdf",
                pdf_standards=["ua-1", "a-2a"],  # Tagged for screen readers, and fit to be kept.
                timestamp=dt.datetime.combine(day, dt.time(), dt.UTC),
            )
        except typst.TypstError as fault:
            return None, [_not_set(printed, fault.message)]
        if warnings or not isinstance(content, bytes):
            return None, [_not_set(printed, "；".join(each.message for each in warnings))]
        return content, []

    def _lay_out(self, printed: Printed) -> None:
        """Write what the template reads."""
        # Codes are drawn here, for that takes longer than to make all else of a document.
        images = {**printed.images, **qr.qr_svgs(printed.codes)}
        about = {"images": images, "date": printed.date, "font": FAMILY}
        words = json.dumps(about, ensure_ascii=False)
        whole = f'{words[:-1]}, "data": {printed.data}}}'  # The data are JSON already.
        (self._desk / _DOCUMENT).write_text(whole, "utf-8")


def _rounds(like: str, before: Sequence[str]) -> int:
    """How much older things must become for a document after those *before*: the last is last."""
    if not before:
        return 0
    if like not in before:
        return _KEPT + 1
    return _KEPT - 1 if like == before[-1] else _KEPT // 2 - 1


def typeset(printed: Printed, fonts: Fonts) -> Result:
    """One document → its PDF, the same bytes for the same inputs; None if anything is wrong."""
    problems = preflight.before(printed, fonts)
    if problems:
        return None, problems
    with tempfile.TemporaryDirectory(prefix="mingbai-press-") as desk:
        return Press(fonts, Path(desk)).set(printed)


def _not_set(printed: Printed, why: str) -> Problem:
    return error(
        "print-failed",
        f"{printed.path} 没有排成：{why}",
        Span(preflight.place(printed)),
        "这多半是手册模板的毛病，请把这段话交给维护程序的人；要先发布网站，加 --no-print",
    )


def _shrink(content: bytes) -> tuple[bytes, list[str]]:
    """A PDF → the same, about half as large, and every address its links lead to."""
    import pikepdf  # Needed for print only, which may be left out.

    packed = io.BytesIO()
    with pikepdf.open(io.BytesIO(content)) as document:
        notes = [note for page in document.pages if "/Annots" in page for note in page.Annots]
        actions = [note.A for note in notes if "/A" in note and note.A.S != "/GoTo"]
        addresses = [str(action.URI) if "/URI" in action else "" for action in actions]
        _leave_out_suspects(document.Root.MarkInfo)
        document.save(
            packed,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            compress_streams=True,
            deterministic_id=True,
        )
    return packed.getvalue(), addresses


def _leave_out_suspects(marks: pikepdf.Object) -> None:
    """Leave "no tag is suspect" unsaid, as it is meant anyway: Poppler takes it for a fault."""
    if not marks.get("/Suspects", True):
        del marks["/Suspects"]


def key_of_pdf(printed: Printed, fonts: Fonts) -> str:
    """Everything the PDF depends on → the name of its memo."""
    tools = [importlib.metadata.version(name) for name in ("typst", "pikepdf", "segno")]
    own = [
        *sorted(TEMPLATES.rglob("*.typ")),
        *map(Path, (__file__, preflight.__file__, qr.__file__)),
    ]
    images, codes = (json.dumps(dict(sorted(e.items()))) for e in (printed.images, printed.codes))
    return memo.key_of(
        *(printed.path, printed.template, printed.data, printed.date, images, codes, fonts.digest),
        *tools,
        *(path.read_bytes() for path in own),
    )
