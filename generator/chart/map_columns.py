"""Items at the ends of hand-offs → the columns they stand in: one for each level, or more."""

from __future__ import annotations

from collections.abc import Sequence

from generator.model.handoffs import LEVEL_WORDS, Level
from generator.model.overview import Band
from generator.model.registry import Ref

Edges = Sequence[tuple[Ref, Ref]]


def columns_of(levels: dict[Ref, Level], edges: Edges) -> tuple[dict[Ref, int], tuple[Band, ...]]:
    """Items → their columns: one for each level, more where a level hands on within itself."""
    columns: dict[Ref, int] = {}
    bands: list[Band] = []
    first = 0
    for level in Level:
        own = [name for name in levels if levels[name] is level]
        if not own:
            continue
        depths = _depths(own, [edge for edge in edges if set(edge) <= set(own)])
        columns |= {name: first + depth for name, depth in depths.items()}
        bands.append(Band(LEVEL_WORDS[level], first, first + max(depths.values())))
        first = bands[-1].last + 1
    return columns, tuple(bands)


def _depths(names: list[Ref], edges: Edges) -> dict[Ref, int]:
    """Items of one level → how many hand-offs of the level lead up to each; a ring is cut once."""
    onward: dict[Ref, list[Ref]] = {name: [] for name in names}
    for source, end in edges:
        if not _leads(onward, end, source):
            onward[source].append(end)
    depths = dict.fromkeys(names, 0)
    for _ in names:
        for source, ends in onward.items():
            for end in ends:
                depths[end] = max(depths[end], depths[source] + 1)
    return depths


def _leads(onward: dict[Ref, list[Ref]], start: Ref, end: Ref) -> bool:
    """Whether a way leads from *start* to *end*."""
    seen, waiting = {start}, [start]
    while waiting:
        for after in onward[waiting.pop()]:
            if after not in seen:
                seen.add(after)
                waiting.append(after)
    return end in seen
