"""Every kind of PDF that the project prints, made of the full district of the tests."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from generator.handbooks import print_handbooks
from generator.model.body import Village
from generator.model.registry import Registry
from generator.output import Printed
from generator.papers import book_of, posters_of, print_papers
from generator.progress import Silence
from generator.publish import Finish, Flip, Fold, finished
from generator.publish.fonts import Fonts
from generator.render.notices import notices, with_guides
from generator.render.posters import A2, Wish
from generator.render.review_sheet import review_sheet
from generator.render.site import Site
from generator.seals import Order
from generator.settings import Settings
from generator.slips import SlipOrder, print_slip
from generator.tests.load_world import copy_of

TOWNSHIP, DEPARTMENT, VILLAGE = "beishan", "education", "beishan/shangcun"
HANDBOOK, SLIP = "handbook.pdf", "slip.pdf"
_FINISHES = {
    "handbook-large.pdf": Finish(large=True),
    "handbook-marks.pdf": Finish(marks=True),
    "sheets.pdf": Finish(fold=Fold()),
    "sheets-long.pdf": Finish(fold=Fold(1, flip=Flip.LONG)),
    "sheets-marks.pdf": Finish(fold=Fold(), marks=True),
    "sheets-large.pdf": Finish(large=True, fold=Fold()),
}
SHEETS = tuple(name for name, finish in _FINISHES.items() if finish.fold)
READ = (
    HANDBOOK,
    SLIP,
    *(name for name, finish in _FINISHES.items() if not finish.fold),
    *(f"{owner}-booklet.pdf" for owner in (TOWNSHIP, DEPARTMENT)),
    *(f"{owner}-notice.pdf" for owner in (TOWNSHIP, DEPARTMENT)),
    *(f"{owner}-{kind}.pdf" for owner in ("unit", "village") for kind in ("poster", "review")),
    "unit-poster-a2.pdf",
)
"""What people read, on paper or on a screen; of sheets the pages stand in no order to read."""


def papers_in(folder: Path) -> dict[str, Path]:
    """A folder in which every paper was printed → the files of `READ` and `SHEETS`, by name."""
    return {name: folder / "out" / name for name in (*READ, *SHEETS)}


def print_every_paper(folder: Path, fonts: Fonts) -> None:
    """The files of `READ` and `SHEETS`, printed in a folder."""
    root = copy_of("full", folder)
    workshop = root / ".build"
    workshop.mkdir()
    (workshop / "fonts").symlink_to(fonts.folder.parent)
    settings = Settings(root, folder / "out")
    order = Order(lambda registry: (_village(registry),), Finish())
    (handbook,), _ = print_handbooks(settings, order, Silence())
    content = handbook.read_bytes()
    shutil.move(handbook, settings.out / HANDBOOK)
    for name, finish in _FINISHES.items():
        (settings.out / name).write_bytes(finished(content, finish, workshop))
    _print_slip(settings)
    _, problems = print_papers(settings, _papers)
    lost = [name for name, path in papers_in(folder).items() if not path.is_file()]
    assert not lost, (lost, problems)


def _print_slip(settings: Settings) -> None:
    """What changes in the handbook when a phone of the village does."""
    file = settings.root / f"villages/{VILLAGE}.yml"
    file.write_text(re.sub(r"0355-0000\d\d\d", "0355-0000999", file.read_text("utf-8"), count=1))
    since = settings.out / f"{VILLAGE}.json"
    made, _ = print_slip(settings, SlipOrder(since, lambda r, _: _village(r), Finish()), Silence())
    if made and made.path:
        shutil.move(made.path, settings.out / SLIP)


def _village(registry: Registry) -> Village:
    return next(each for each in registry.villages if each.id == VILLAGE)


def _papers(registry: Registry) -> tuple[Printed, ...]:
    site, village = Site(registry, {}), _village(registry)
    units = {each.id: each for each in registry.units}
    unit = units[DEPARTMENT]
    return (
        *posters_of(registry, Wish(unit, "unit-poster.pdf")),
        *posters_of(registry, Wish(unit, "unit-poster-a2.pdf", enlarged=A2)),
        *posters_of(registry, Wish(village, "village-poster.pdf")),
        *(
            document
            for owner in (units[TOWNSHIP], unit)
            for document in (
                *book_of(registry, owner, f"{owner.id}-booklet.pdf"),
                notices(site, owner, with_guides(registry, owner), f"{owner.id}-notice.pdf"),
            )
        ),
        review_sheet(site, unit, "unit-review.pdf"),
        review_sheet(site, village, "village-review.pdf"),
    )
