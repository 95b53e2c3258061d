"""Registry and drawings → every page and data file of the site."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from generator.model.body import Village
from generator.model.charts import Charts, Drawings
from generator.model.registry import Registry
from generator.model.rule_page import RulePage
from generator.output import Booklet, Output
from generator.render import back_matter, urls
from generator.render.handbook import Book, books_of
from generator.render.site import Site
from generator.settings import Settings


@dataclass(frozen=True, slots=True)
class Beside:
    """What a site holds beside the records: *rule_pages* explain what they are checked by.

    *booklets* are the handbooks that were printed, by the ids of villages; pages lead to these.
    """

    rule_pages: tuple[RulePage, ...] = ()
    booklets: Mapping[str, Booklet] = field(default_factory=dict)


NOTHING = Beside()
"""Records alone."""


def render(
    registry: Registry, drawings: Drawings, settings: Settings, beside: Beside = NOTHING
) -> Iterator[Output]:
    """A district and its drawings → every output but the handbooks, page by page.

    `settings.only` is a unit or village id for a preview.
    """
    from generator.render.renderers import RENDERERS, with_meta, with_sitemap  # Not to print.

    site = Site(
        registry,
        drawings.charts,
        settings.only,
        beside.rule_pages,
        drawings.maps,
        drawings.legend,
        beside.booklets,
    )
    outputs = (output for make in RENDERERS for output in make(site))
    return with_sitemap(site, with_meta(site, outputs))


def render_handbooks(
    registry: Registry, charts: Mapping[str, Charts], villages: Iterable[Village]
) -> Iterator[Book]:
    """Some villages of a district and the charts they use → the handbook of each, once asked for.

    All of them at once would take 2 MB a village.
    """
    return books_of(Site(registry, charts), villages)


def texts_to_read(registry: Registry, villages: Iterable[Village]) -> set[str]:
    """The texts of which the handbooks of some villages need the pinyin."""
    site = Site(registry, {})
    return {text for village in villages for text in back_matter.texts_to_read(site, village)}


def to_print(registry: Registry, settings: Settings) -> tuple[Village, ...]:
    """The villages whose handbooks a site holds; none where printing is left out."""
    site = Site(registry, {}, settings.only)
    shown = (each for each in registry.villages if site.has(urls.of_village(each.id)))
    return tuple(shown) if settings.prints else ()
