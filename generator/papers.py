"""Settings → posters, notices and review sheets in a folder, without a site."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path

from generator import build
from generator.chart.columns import Area, for_poster
from generator.model.registry import Registry
from generator.output import Printed
from generator.problem import Problem, stops, told
from generator.progress import Silence
from generator.publish import print_all
from generator.render.poster_data import AREA, GAP, WHOLE_AREA
from generator.render.posters import Wish, holdings_of, posters, sight
from generator.render.site import Site
from generator.settings import Settings

_MM = 72 / 25.4

Make = Callable[[Registry], Iterable[Printed]]
"""A district → the documents that were asked for; what cannot be is told by raising."""


def print_papers(settings: Settings, make: Make) -> tuple[tuple[Path, ...], tuple[Problem, ...]]:
    """Print what *make* makes of the district → the files in `settings.out`; an error stops all."""
    progress = Silence()
    registry, problems = build.checked(settings, progress)
    if registry is None or stops(problems):
        return (), problems
    files, faults = print_all(tuple(make(registry)), settings, progress.advance)
    if stops(told(faults, settings.strict)):
        return (), told([*problems, *faults], settings.strict)
    for file in files:
        _write(settings.out / file.path, file.content)
    return tuple(settings.out / file.path for file in files), (*problems, *faults)


def posters_of(registry: Registry, wish: Wish) -> tuple[Printed, ...]:
    """A wish → its document, every flow drawn once."""
    held = holdings_of(registry, wish)
    flows = {sight(used): used.flow for each in held for used in each.flows}
    beside, whole = _in_pt(AREA), _in_pt(WHOLE_AREA)
    drawn = {key: for_poster(flow, beside, whole) for key, flow in flows.items()}
    known = {key: drawing for key, drawing in drawn.items() if drawing}
    return (posters(Site(registry, {}), wish, known),)


def _in_pt(area: tuple[float, float]) -> Area:
    width, height = area
    return width * _MM, height * _MM, GAP * _MM


def _write(path: Path, content: bytes) -> None:
    """Put a whole file in place, or leave what was there."""
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor, unfinished = tempfile.mkstemp(dir=path.parent, suffix=".part")
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
        Path(unfinished).chmod(0o644)
        Path(unfinished).replace(path)
    except BaseException:
        Path(unfinished).unlink(missing_ok=True)
        raise
