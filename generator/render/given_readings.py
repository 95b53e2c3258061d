"""拼音 in the data → how names are read."""

from __future__ import annotations

from generator.render.readings import Readings
from generator.render.site import Site


def readings_of(site: Site) -> Readings:
    """The readings that the data gives to names (拼音), longest name first."""
    registry = site.registry
    told = [(registry.district.name, registry.district.reading)]
    told += [(unit.name, unit.reading) for unit in registry.units]
    told += [(village.name, village.reading) for village in registry.villages]
    told += [(each.item.name, each.item.reading) for each in site.powers.values()]
    told += [(each.item.name, each.item.reading) for each in site.micro_powers.values()]
    told += [(flow.name, flow.reading) for flow in registry.flows.values()]
    told += [(topic.name, topic.reading) for topic in registry.topics]
    given = {name: reading for name, reading in told if reading}
    return Readings(dict(sorted(given.items(), key=lambda pair: (-len(pair[0]), pair[0]))))
