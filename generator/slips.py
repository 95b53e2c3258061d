"""Settings and an edition file → the slip that says what changed since, in a folder."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from generator.handbooks import charts_of, read_for
from generator.load.edition_file import other_village, read_edition
from generator.model.body import Village
from generator.model.edition import BookEdition
from generator.model.registry import Registry
from generator.problem import Problem, Span, stops, told, warning
from generator.progress import Progress, Stage
from generator.publish import Finish, finished, pages_of, print_all
from generator.publish.whole_file import put_whole
from generator.render import render_handbooks
from generator.render.handbook import Book
from generator.render.slip import Slip, printed_slip, slip_of
from generator.seals import only_one
from generator.settings import Settings

_MOST = 2
"""Pages that people paste in; more are a new edition."""


@dataclass(frozen=True, slots=True)
class SlipOrder:
    """Which slip: *since* is the edition file of the book that people hold.

    *choose* picks the one village of the district, given the id that the edition file names;
    *named* is what it goes by instead, "" where nothing else was said.
    """

    since: Path
    choose: Callable[[Registry, str], Village]
    finish: Finish
    named: str = ""


@dataclass(frozen=True, slots=True)
class MadeSlip:
    """A slip on the disk; *path* is None where nothing has changed.

    *only* is the village of which alone the files were read, "" where the whole district was.
    """

    path: Path | None
    pages: int = 0
    counts: str = ""
    only: str = ""


def print_slip(
    settings: Settings, order: SlipOrder, progress: Progress
) -> tuple[MadeSlip | None, tuple[Problem, ...]]:
    """Read both editions and print what differs → the slip; None where an error stops it."""
    label = _label(order.since, settings.root)
    old, problems = read_edition(order.since, label)
    if old is None:
        return None, problems
    only = only_one(settings, (order.named or old.village,))
    district = read_for(settings, only, progress)
    registry, problems = district.registry, told(district.problems, settings.strict)
    if registry is None or stops(problems):
        return None, problems
    village = order.choose(registry, old.village)
    if village.id != old.village:
        return None, told([*problems, other_village(old, village.id, village.name)])
    charts = charts_of(registry, (village,), progress)
    progress.begin(Stage.RENDER)
    (book,) = render_handbooks(registry, charts, (village,))
    progress.end("和上一版比过了")
    progress.begin(Stage.PRINT)
    path = settings.out / f"{village.id}-slip{order.finish.ending}.pdf"
    made, faults = _put(path, book, _Since(old, label, order.finish), settings)
    if made is not None:
        where = f"改动页 {made.pages} 页，已放到 {path}" if made.path else "没有改动，不用印改动页"
        progress.end(where)
        made = replace(made, only=only)
    return made, told([*problems, *faults], settings.strict)


@dataclass(frozen=True, slots=True)
class _Since:
    """The edition that people hold, the name of its file, and how the slip is finished."""

    edition: BookEdition
    label: str
    finish: Finish


def _put(
    path: Path, book: Book, since: _Since, settings: Settings
) -> tuple[MadeSlip | None, list[Problem]]:
    """Print the slip: all words if they need no more pages than are pasted in, else in brief."""
    slip = slip_of(book.handbook, since.edition, book.edition)
    if slip is None:
        path.unlink(missing_ok=True)
        return MadeSlip(None), []
    content, problems = _printed(slip, book, path, settings)
    if content and pages_of(content).many > _MOST:
        problems.append(_too_much(slip, since.label))
        short = slip_of(book.handbook, since.edition, book.edition, brief=True) or slip
        content, more = _printed(short, book, path, settings)
        problems += more
    if content is None or stops(told(problems, settings.strict)):
        return None, problems
    put_whole(path, finished(content, since.finish, settings.workshop))
    return MadeSlip(path, pages_of(content).many, slip.counts), problems


def _printed(
    slip: Slip, book: Book, path: Path, settings: Settings
) -> tuple[bytes | None, list[Problem]]:
    document = printed_slip(slip, path.name, book.edition)
    files, problems = print_all((document,), settings, lambda done, total: None)
    return (files[0].content if files else None), problems


def _too_much(slip: Slip, label: str) -> Problem:
    return warning(
        "slip-too-long",
        f"改动太多（{slip.counts}），两页写不下，这一页只列出改了哪几件、哪几样",
        Span(label),
        "把手册重印一版；新手册发下去以前，先贴这一页",
    )


def _label(path: Path, root: Path) -> str:
    """How problems name a file: below the root where it lies there."""
    whole = path.resolve()
    return whole.relative_to(root).as_posix() if whole.is_relative_to(root) else whole.as_posix()
