"""Registry and drawings → every page and data file of the site."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from generator.model.body import Village
from generator.model.charts import Charts, Drawings
from generator.model.registry import Registry
from generator.model.rule_page import RulePage
from generator.output import Output, Printed
from generator.render.browse_pages import browse_pages
from generator.render.data_page import data_page
from generator.render.find import find_index
from generator.render.flow_pages import flow_pages
from generator.render.handbook import handbooks, handbooks_of
from generator.render.home_pages import home_pages
from generator.render.item_pages import item_pages
from generator.render.legend_pages import legend_pages
from generator.render.map_pages import map_pages
from generator.render.meta import with_meta
from generator.render.open_data import item_data
from generator.render.record_data import record_data
from generator.render.rule_pages import rule_pages_of
from generator.render.shared_item_pages import shared_item_pages
from generator.render.site import Site
from generator.render.sitemap import with_sitemap
from generator.render.unit_lists import unit_lists
from generator.render.unit_pages import unit_pages
from generator.render.unit_ways import unit_ways
from generator.render.village_pages import village_pages
from generator.settings import Settings

RENDERERS = (
    home_pages,
    unit_lists,
    unit_pages,
    unit_ways,
    item_pages,
    item_data,
    record_data,
    data_page,
    flow_pages,
    village_pages,
    shared_item_pages,
    browse_pages,
    map_pages,
    rule_pages_of,
    legend_pages,
    find_index,
    handbooks,
)
"""Every renderer, in the order of the site; a new output is one module and one line here."""


def render(
    registry: Registry,
    drawings: Drawings,
    settings: Settings,
    rule_pages: tuple[RulePage, ...] = (),
) -> Iterator[Output]:
    """A district and its drawings → every output, page by page.

    `settings.only` is a unit or village id for a preview; `settings.prints` says that handbooks are
    made, so that village pages may lead to them. *rule_pages* explain what the district is checked
    by.
    """
    charts, only, maps = drawings.charts, settings.only, drawings.maps
    site = Site(registry, charts, only, settings.prints, rule_pages, maps, drawings.legend)
    outputs = (output for make in RENDERERS for output in make(site))
    return with_sitemap(site, with_meta(site, outputs))


def render_handbooks(
    registry: Registry, charts: Mapping[str, Charts], villages: Iterable[Village]
) -> tuple[Printed, ...]:
    """Some villages of a district and the charts they use → the handbook of each."""
    return tuple(handbooks_of(Site(registry, charts, prints=True), villages))
