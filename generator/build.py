"""Settings → the published site: the straight path, and the only module that knows all stages."""

from __future__ import annotations

from generator.chart import gallery
from generator.check import check
from generator.load import load
from generator.model.registry import Registry
from generator.output import Printed
from generator.problem import Problem, in_order, stops
from generator.progress import Progress, Stage
from generator.publish import PublishRefused, identity_of, print_all, publish
from generator.render import render
from generator.report import read_pages
from generator.settings import Settings

__all__ = ["checked", "site", "stops"]


def site(settings: Settings, progress: Progress) -> tuple[Problem, ...]:
    """Load, check, draw, render and publish; with any error nothing is published."""
    registry, problems = checked(settings, progress)
    if registry is None or stops(problems):
        return problems
    progress.begin(Stage.DRAW)
    charts = gallery(registry, progress.advance)
    progress.end(f"{len(charts)} 个流程")
    progress.begin(Stage.RENDER)
    outputs = tuple(render(registry, charts, settings, read_pages()))
    documents = tuple(output for output in outputs if isinstance(output, Printed))
    rest = [output for output in outputs if not isinstance(output, Printed)]
    progress.end(f"{len(rest)} 个文件，{len(documents)} 本手册")
    progress.begin(Stage.PUBLISH)
    booklets, faults = print_all(documents, settings, progress.advance)
    if stops(faults):
        return tuple(in_order([*problems, *faults]))
    try:
        published, more = publish([*rest, *booklets], identity_of(registry.district), settings)
    except PublishRefused as refused:
        return tuple(in_order([*problems, *faults, refused.problem]))
    if published.changed:
        progress.end(f"{published.pages} 页，{published.links} 个链接都通，已放到 {settings.out}")
    return tuple(in_order([*problems, *faults, *more]))


def checked(settings: Settings, progress: Progress) -> tuple[Registry | None, tuple[Problem, ...]]:
    """The first two stages: what is known, and everything that is wrong with it."""
    progress.begin(Stage.LOAD)
    registry, problems = load(settings.root)
    if registry is None:
        return None, problems
    powers, micro_powers = len(list(registry.all_powers())), len(registry.shared_micro_powers)
    bodies = f"{len(registry.units)} 个单位，{len(registry.villages)} 个村"
    progress.end(f"{bodies}，{powers} 项权力，{micro_powers} 项村级通用事项")
    progress.begin(Stage.CHECK)
    found = check(registry)
    progress.end(f"{len(registry.flows)} 个流程文件也查了")
    return registry, tuple(in_order([*problems, *found]))
