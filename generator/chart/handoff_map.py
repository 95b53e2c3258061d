"""Hand-offs (交由) → the map village → township → district: who hands which item on to which."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from generator.chart.map_columns import columns_of
from generator.model.handoffs import SHARED_NAMES, AnyHolding, Handoff, Level, level_of, owners
from generator.model.overview import (
    BoxKind,
    Goal,
    MapBox,
    MapLine,
    OverviewMap,
    Target,
    row_anchor,
)
from generator.model.registry import Ref, Registry

MOST_ALONE = 5
"""Own items of villages that lead to one end; more are told as one box with their number."""


@dataclass(frozen=True, slots=True)
class _End:
    """What stands in a box: an item, or many items of which each village has its own."""

    name: str
    level: Level
    kind: BoxKind
    notes: tuple[str, ...]
    target: Target

    @property
    def told(self) -> str:
        """The end in words."""
        return f"{'，'.join(self.notes)}“{self.name}”"


def handoff_map(registry: Registry, handed: tuple[Handoff, ...]) -> OverviewMap:
    """A box for each item at either end, a line for each hand-off, leading to its row."""
    grouped = _grouped(registry, handed)
    ends = _ends(registry, handed, grouped)
    rows: dict[tuple[Ref, Ref], int] = {}
    for number, one in enumerate(handed, 1):
        pair = (grouped.get(_name(one.source), _name(one.source)), _name(one.end))
        rows.setdefault(pair, number)
    columns, bands = columns_of({name: end.level for name, end in ends.items()}, list(rows))
    order = sorted(ends, key=lambda name: columns[name])
    places = {name: place for place, name in enumerate(order)}
    return OverviewMap(
        title="三级联办：谁把哪件事交给谁",
        description=f"{len(ends)}个框，{len(handed)}处交办。文字版见下面的清单。",
        bands=bands,
        boxes=tuple(
            MapBox(end.name, columns[name], end.kind, end.notes, end.target)
            for name, end in ((name, ends[name]) for name in order)
        ),
        lines=tuple(
            MapLine(
                places[source],
                places[end],
                arrow=True,
                words=f"{ends[source].told}，交给{ends[end].told}",
                target=Target(Goal.ROW, id=row_anchor(number)),
            )
            for (source, end), number in rows.items()
        ),
    )


def _name(holding: AnyHolding) -> Ref:
    return Ref(holding.holder, holding.ref.id)


def _grouped(registry: Registry, handed: tuple[Handoff, ...]) -> dict[Ref, Ref]:
    """Own items of villages → the name of the box that stands for many of them."""
    ways = Counter(_name(one.source) for one in handed)
    found: dict[Ref, Ref] = {}
    for one in handed:
        name = _name(one.source)
        is_own = name.folder not in SHARED_NAMES and ways[name] == 1
        if is_own and level_of(registry, name.folder) is Level.VILLAGE:
            end = _name(one.end)
            found[name] = Ref("", f"{end.folder}/{end.id}")
    many = {group for group, count in Counter(found.values()).items() if count > MOST_ALONE}
    return {name: group for name, group in found.items() if group in many}


def _ends(
    registry: Registry, handed: tuple[Handoff, ...], grouped: dict[Ref, Ref]
) -> dict[Ref, _End]:
    """Every box by its name: items first as they come, groups at the place of their first."""
    notes = owners(registry, handed)
    counts = Counter(grouped.values())
    ends: dict[Ref, _End] = {}
    for number, one in enumerate(handed, 1):
        group = grouped.get(_name(one.source))
        if group:
            told = (f"{counts[group]}项，见清单",)
            row = Target(Goal.ROW, id=row_anchor(number))
            ends.setdefault(group, _End("各村自有的事项", Level.VILLAGE, BoxKind.GROUP, told, row))
        for holding in (one.end,) if group else (one.source, one.end):
            name = _name(holding)
            level = level_of(registry, holding.holder)
            target = Target(Goal.ITEM, name.folder, name.id)
            ends.setdefault(name, _End(holding.item.name, level, BoxKind.ITEM, notes[name], target))
    return ends
