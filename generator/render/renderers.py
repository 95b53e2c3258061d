"""All that makes pages and data files of the site; handbooks are made without it."""

from __future__ import annotations

from generator.render.browse_pages import browse_pages
from generator.render.data_page import data_page
from generator.render.find import find_index
from generator.render.flow_pages import flow_pages
from generator.render.home_pages import home_pages
from generator.render.item_pages import item_pages
from generator.render.legend_pages import legend_pages
from generator.render.map_pages import map_pages
from generator.render.meta import with_meta
from generator.render.open_data import item_data
from generator.render.record_data import record_data
from generator.render.rule_pages import rule_pages_of
from generator.render.shared_item_pages import shared_item_pages
from generator.render.sitemap import with_sitemap
from generator.render.unit_lists import unit_lists
from generator.render.unit_pages import unit_pages
from generator.render.unit_ways import unit_ways
from generator.render.village_pages import village_pages

__all__ = ["RENDERERS", "with_meta", "with_sitemap"]

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
)
"""Every renderer, in the order of the site; a new output is one module and one line here."""
