"""Settings → handbooks in a folder, without a site: the straight path of printing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from generator import build
from generator.chart import gallery_of
from generator.last_good import usable
from generator.model.body import Village
from generator.model.registry import Registry
from generator.problem import Problem, stops, told
from generator.progress import Progress, Stage
from generator.publish import Finish, finished, print_all
from generator.publish.whole_file import put_whole
from generator.render import render_handbooks
from generator.settings import Settings


@dataclass(frozen=True, slots=True)
class Order:
    """What to print: *choose* picks villages of the district, *finish* says in which form."""

    choose: Callable[[Registry], tuple[Village, ...]]
    finish: Finish


def print_handbooks(
    settings: Settings, order: Order, progress: Progress
) -> tuple[tuple[Path, ...], tuple[Problem, ...]]:
    """Load, check, draw, render and print → the files in `settings.out`; an error stops all."""
    edition = usable(
        settings, lambda root, _: build.checked(replace(settings, root=root), progress)
    )
    registry, problems = edition.registry, told(edition.problems, settings.strict)
    if registry is None or stops(problems):
        return (), problems
    villages = order.choose(registry)
    progress.begin(Stage.DRAW)
    held = [each for village in villages for each in registry.micro_powers_of(village)]
    charts = gallery_of(registry, held, progress.advance)
    progress.end(f"{len(charts)} 个流程")
    progress.begin(Stage.RENDER)
    documents = render_handbooks(registry, charts, villages)
    progress.end(f"{len(documents)} 本手册")
    progress.begin(Stage.PRINT)
    booklets, faults = print_all(documents, settings, progress.advance)
    problems = told([*problems, *faults], settings.strict)
    if stops(problems):
        return (), problems
    paths = tuple(_path_of(village, settings, order.finish) for village in villages)
    for path, booklet in zip(paths, booklets, strict=True):
        put_whole(path, finished(booklet.content, order.finish, settings.workshop))
    progress.end(f"{len(paths)} 本，已放到 {settings.out}")
    return paths, problems


def _path_of(village: Village, settings: Settings, finish: Finish) -> Path:
    """Where a village's handbook goes: by township, as its file lies in `villages/`."""
    return settings.out / f"{village.id}{finish.ending}.pdf"
