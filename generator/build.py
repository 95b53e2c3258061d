"""Settings → the published site: the straight path, and the only module that knows all stages."""

from __future__ import annotations

from pathlib import Path

from generator.books import Wish, print_books
from generator.chart import draw_all
from generator.check import check
from generator.last_good import Checked, keep, usable
from generator.load import load
from generator.model.tally import in_numbers
from generator.problem import Problem, stops, told
from generator.progress import Progress, Stage
from generator.publish import engine_in, identity_of, publish
from generator.render import render, to_print
from generator.report import read_pages
from generator.settings import Settings


def site(settings: Settings, progress: Progress) -> tuple[Problem, ...]:
    """Load, check, draw, render and publish; an error stops all but what can be held back."""
    edition = usable(settings, lambda root, left_out: _read(root, left_out, progress))
    registry, problems = edition.registry, told(edition.problems, settings.strict)
    if registry is None or stops(problems):
        return problems
    progress.begin(Stage.DRAW)
    drawings = draw_all(registry, engine_in(settings.workshop), progress.advance)
    progress.end(drawings.counts)
    progress.begin(Stage.RENDER)
    wish = Wish(to_print(registry, settings), drawings.charts, edition.made_from)
    shelf, faults = print_books(registry, wish, settings, progress.advance)
    if shelf is None:
        return told([*problems, *faults], settings.strict)
    outputs = (*render(registry, drawings, settings, shelf.beside(read_pages())), *shelf.files)
    progress.end(f"{len(outputs)} 个文件，{len(shelf.books)} 本手册")
    progress.begin(Stage.PUBLISH)
    published, more = publish(outputs, identity_of(registry.district), settings)
    if published.changed:
        more += keep(edition, settings)
        progress.end(f"{published.pages} 页，{published.links} 个链接都通，已放到 {settings.out}")
    return told([*problems, *faults, *more], settings.strict)


def checked(settings: Settings, progress: Progress) -> Checked:
    """The first two stages: what is known, and everything that is wrong with it."""
    registry, problems = _read(settings.root, frozenset(), progress)
    return registry, told(problems, settings.strict)


def _read(root: Path, left_out: frozenset[str], progress: Progress) -> Checked:
    progress.begin(Stage.LOAD)
    registry, problems = load(root, left_out)
    if registry is None:
        return None, problems
    progress.end(in_numbers(registry))
    progress.begin(Stage.CHECK)
    found = check(registry)
    progress.end(f"{len(registry.flows)} 个流程文件也查了")
    return registry, (*problems, *found)
