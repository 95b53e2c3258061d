"""Settings → posters, notices and review sheets in a folder, without a site."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from generator import build
from generator.chart.columns import Area, for_poster
from generator.chart.print_pages import print_pages
from generator.model.body import Unit
from generator.model.flow import Flow
from generator.model.poster_drawing import BookDrawing
from generator.model.print_drawing import Layout, PaperSize
from generator.model.registry import Registry
from generator.model.risk_scale import scale_of
from generator.output import Printed
from generator.problem import Problem, stops, told
from generator.progress import Silence
from generator.publish import print_all
from generator.publish.whole_file import put_whole
from generator.render.poster_data import AREA, GAP, WHOLE_AREA
from generator.render.posters import Wish, holdings_of, posters, sight
from generator.render.site import Site
from generator.render.unit_book import unit_book
from generator.render.unit_book_data import CHART_AREA
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
        put_whole(settings.out / file.path, file.content)
    return tuple(settings.out / file.path for file in files), (*problems, *faults)


def posters_of(registry: Registry, wish: Wish) -> tuple[Printed, ...]:
    """A wish → its document, every flow drawn once."""
    held = holdings_of(registry, wish)
    flows = {sight(used): used.flow for each in held for used in each.flows}
    beside, whole = _in_pt(AREA), _in_pt(WHOLE_AREA)
    drawn = {key: for_poster(flow, beside, whole) for key, flow in flows.items()}
    known = {key: drawing for key, drawing in drawn.items() if drawing}
    return (posters(Site(registry, {}), wish, known),)


def book_of(registry: Registry, unit: Unit, path: str) -> tuple[Printed, ...]:
    """A unit → its booklet, every flow drawn once."""
    held = [h for h in registry.powers_of(unit) if registry.ending(h.item) is None]
    flows = {sight(used): used.flow for each in held for used in each.flows}
    drawn = {key: _for_book(registry, flow) for key, flow in flows.items()}
    known = {key: drawing for key, drawing in drawn.items() if drawing}
    return (unit_book(Site(registry, {}), unit, known, path),)


def _for_book(registry: Registry, flow: Flow) -> BookDrawing | None:
    """A flow → its chart on one page, and its risk chart on A4 pages; None if it is too large."""
    area = _in_pt(CHART_AREA)
    poster = for_poster(flow, area, area)
    if poster is None:
        return None
    scale = scale_of(registry.vocabulary.risk_levels)
    risks = print_pages(flow, PaperSize.A4, Layout.RISK, scale) if flow.risk_points() else None
    if risks is None:
        return BookDrawing(poster)
    return BookDrawing(poster, tuple(page.svg for page in risks.pages), risks.turned)


def _in_pt(area: tuple[float, float]) -> Area:
    width, height = area
    return width * _MM, height * _MM, GAP * _MM
