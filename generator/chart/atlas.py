"""Registry → every overview map, drawn where an engine can lay it out, else with the reason.

Maps that say the same are laid out and drawn once: villages that adopt one list share a drawing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from generator.chart.body_map import body_map
from generator.chart.galleries import Tell, gallery
from generator.chart.handoff_map import handoff_map
from generator.chart.legend import legend
from generator.chart.map_ink import sketched
from generator.chart.network_map import network_map
from generator.chart.overview import placed, source_of
from generator.model.charts import Drawings
from generator.model.handoffs import AnyHolding, handoffs
from generator.model.overview import HANDOFFS, NETWORK, Overview, OverviewMap
from generator.model.registry import Registry

LayOut = Callable[[tuple[str, ...]], tuple[str, ...]]
"""DOT texts → Graphviz's plain texts, "" for each that could not be laid out in time."""

MOST_BOXES = 200
"""More make a map that nobody reads; the list says it better."""


def draw_all(registry: Registry, lay_out: LayOut, tell: Tell) -> Drawings:
    """A district → all its drawings; *tell* hears how many flows are done."""
    return Drawings(gallery(registry, tell), atlas(registry, lay_out), legend(registry))


def atlas(registry: Registry, lay_out: LayOut) -> dict[str, Overview]:
    """Every map: `NETWORK`, `HANDOFFS`, and for each body by its folder."""
    told = dict(_told(registry))
    alike = dict.fromkeys(told.values())
    small = [one for one in alike if one.boxes and len(one.boxes) <= MOST_BOXES]
    plains = lay_out(tuple(source_of(one) for one in small))
    drawn = {one: _drawn(one, plain) for one, plain in zip(small, plains, strict=True)}
    return {key: drawn.get(one) or Overview(one, why=_too_large(one)) for key, one in told.items()}


def _told(registry: Registry) -> Iterator[tuple[str, OverviewMap]]:
    """What each map tells."""
    handed = handoffs(registry)
    yield NETWORK, network_map(registry, handed)
    yield HANDOFFS, handoff_map(registry, handed)
    for unit in registry.units:
        posts = [post.name for post in unit.posts]
        yield f"powers/{unit.id}", body_map(posts, _in_force(registry, registry.powers_of(unit)))
    for village in registry.villages:
        posts = [post.name for post in village.posts]
        held = _in_force(registry, registry.micro_powers_of(village))
        yield f"villages/{village.id}", body_map(posts, held)


def _in_force(registry: Registry, held: tuple[AnyHolding, ...]) -> tuple[AnyHolding, ...]:
    return tuple(each for each in held if registry.ending(each.item) is None)


def _drawn(told: OverviewMap, plain: str) -> Overview:
    found = placed(told, plain) if plain else None
    if found is None:
        return Overview(told, why="这张图在限定的时间里没有排好，请看清单，内容一样。")
    return Overview(told, sketched(found, "map"))


def _too_large(told: OverviewMap) -> str:
    if not told.boxes:
        return ""
    return f"这张图有{len(told.boxes)}个框，画出来看不清，请看清单，内容一样。"
