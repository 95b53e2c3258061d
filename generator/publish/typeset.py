"""Print data → PDF, through Typst; the only module that knows Typst.

Data and images reach a template as JSON text in `sys.inputs`, so nothing in them is ever read as
markup, and the only files a template can open are the templates themselves.
"""

from __future__ import annotations

import datetime as dt
import importlib.metadata
import io
import json
import multiprocessing
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
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
PROCESSES = 2
BATCH = 2
"""Documents per pair of processes: the compiler's cache grows with each handbook and does not help
the next one."""

SECONDS = 60
GIGABYTES = 4
"""What one document may use; a handbook of 148 pages takes two or three seconds."""

Result = tuple[bytes | None, list[Problem]]
Tell = Callable[[int, int], None]


def typeset_all(
    printed: Sequence[Printed], fonts: Fonts, workshop: Path, tell: Tell
) -> tuple[dict[str, bytes], list[Problem]]:
    """Documents → their PDFs by path, in the order given, and what is wrong with the others.

    A document whose inputs have not changed comes from the memo. *tell* hears how many are done.
    """
    keys = {document.path: key_of_pdf(document, fonts) for document in printed}
    kept = {path: memo.recall(workshop, key) for path, key in keys.items()}
    waiting = [document for document in printed if kept[document.path] is None]
    done = len(printed) - len(waiting)
    tell(done, len(printed))
    problems: list[Problem] = []
    for document, (content, faults) in zip(waiting, _in_processes(waiting, fonts), strict=True):
        problems += faults
        if content is not None:
            memo.keep(workshop, keys[document.path], content)
            kept[document.path] = content
        done += 1
        tell(done, len(printed))
    memo.prune(workshop)
    return {path: content for path, content in kept.items() if content is not None}, problems


def typeset(printed: Printed, fonts: Fonts) -> Result:
    """One document → its PDF, the same bytes for the same inputs; None if anything is wrong."""
    problems = preflight.before(printed, fonts)
    return (None, problems) if problems else _set(printed, fonts)


def _set(printed: Printed, fonts: Fonts) -> Result:
    """A document whose characters and images are known to be good → its PDF."""
    set_document, problems = _compile(printed, fonts)
    if set_document is None:
        return None, problems
    small, addresses = _shrink(set_document)
    problems = preflight.after(printed, addresses)
    return (None if problems else small), problems


def _compile(printed: Printed, fonts: Fonts) -> Result:
    """Run the compiler with our fonts only; what it merely warns of is an error here."""
    import typst  # Needed for print only, which may be left out.

    day = dt.date.fromisoformat(printed.date)
    shelf = typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[fonts.folder]
    )
    compiler = typst.Compiler(root=TEMPLATES, font_paths=shelf)
    try:
        content, warnings = compiler.compile_with_warnings(
            input=TEMPLATES / printed.template,
            format="pdf",
            sys_inputs={
                "data": printed.data,
                "images": json.dumps({**printed.images, **_drawn(printed.codes)}),
                "date": printed.date,
                "font": FAMILY,
            },
            pdf_standards=["ua-1", "a-2a"],  # Tagged for screen readers, and fit to be kept.
            timestamp=dt.datetime.combine(day, dt.time(), dt.UTC),
        )
    except typst.TypstError as fault:
        return None, [_not_set(printed, fault.message)]
    if warnings or not isinstance(content, bytes):
        return None, [_not_set(printed, "；".join(each.message for each in warnings))]
    return content, []


def _drawn(codes: Mapping[str, str]) -> dict[str, str]:
    """QR codes as SVG: made here, for it takes longer than to make all else of a document."""
    return {name: qr.qr_svg(address) for name, address in codes.items()}


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


def _in_processes(printed: Sequence[Printed], fonts: Fonts) -> Iterator[Result]:
    """Documents → their results, in order; one that breaks its process spoils no other."""
    for start in range(0, len(printed), BATCH):
        batch = printed[start : start + BATCH]
        faults = [preflight.before(each, fonts) for each in batch]
        with _processes(min(PROCESSES, len(batch))) as pool:
            results = [
                None if wrong else pool.submit(_typeset_within_limits, each, fonts)
                for each, wrong in zip(batch, faults, strict=True)
            ]
            for document, wrong, result in zip(batch, faults, results, strict=True):
                yield _result(result, document, fonts) if result else (None, wrong)


def _result(result: Future[Result], document: Printed, fonts: Fonts) -> Result:
    try:
        return result.result()
    except BrokenProcessPool:
        return _alone(document, fonts)


def _alone(printed: Printed, fonts: Fonts) -> Result:
    """Typeset in a process of its own, to learn whether this document is the one that breaks it."""
    with _processes(1) as pool:
        try:
            return pool.submit(_typeset_within_limits, printed, fonts).result()
        except BrokenProcessPool:
            return None, [_too_much(printed)]


def _too_much(printed: Printed) -> Problem:
    return error(
        "print-too-slow",
        f"{printed.path} 没有排完：用了 {SECONDS} 秒以上，或者内存 {GIGABYTES} GB 不够",
        Span(preflight.place(printed)),
        "看看这本手册里有没有长得不合情理的文字",
    )


def _processes(count: int) -> ProcessPoolExecutor:
    """New processes; where the system can, copies of one that has imported what they need."""
    if sys.platform == "win32":
        return ProcessPoolExecutor(count, mp_context=multiprocessing.get_context("spawn"))
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([__name__, "typst", "pikepdf"])
    return ProcessPoolExecutor(count, mp_context=context)


def _typeset_within_limits(printed: Printed, fonts: Fonts) -> Result:
    _limit()
    return _set(printed, fonts)


def _limit() -> None:
    """Let the system end this process when a document takes too much; Windows knows no such limit.

    The limit of processor time counts from the start of the process, so it moves on per document.
    """
    if sys.platform == "win32":
        return
    import resource

    used = resource.getrusage(resource.RUSAGE_SELF)
    seconds = int(used.ru_utime + used.ru_stime) + SECONDS
    _, hardest = resource.getrlimit(resource.RLIMIT_CPU)
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, hardest))
    _, hardest = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (GIGABYTES << 30, hardest))


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
