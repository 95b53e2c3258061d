"""One power as its holder has it → 监督与救济: what to say on the phone, and to whom."""

from __future__ import annotations

from generator.model.body import Unit
from generator.model.item import Item
from generator.model.phone import phone_link, phones
from generator.model.registry import Holding
from generator.render.site import Site
from generator.render.views import Fact, Line, known

_HOTLINES = 2
"""The first hotlines of a district take every matter; the others are on the home page."""


def oversight(
    site: Site, holding: Holding[Item], unit: Unit | None, remedies: tuple[Fact, ...]
) -> tuple[Fact, ...]:
    """监督, the ways against a decision, 纠错; the item's code is ready to be read out."""
    item, district = holding.item, site.registry.district
    number = item.oversight_phone or (unit.oversight_phone if unit else "")
    hotlines = tuple(
        Line(each.phone, phone_link(each.phone), each.name)
        for each in district.hotlines[:_HOTLINES]
    )
    corrections = district.site.corrections if district.site else ""
    named = f"编码 {item.code}" if item.code else site.holder_name(holding.holder)
    own = tuple(Line(each, phone_link(each)) for each in phones(number) if each)
    return (
        Fact("打电话时说", (Line(f"“{item.name}”，{named}", strong=True),)),
        Fact("监督电话", own, missing=not own),
        Fact("公开热线", hotlines, missing=not hotlines),
        *remedies,
        known("内容有误", corrections),
    )
