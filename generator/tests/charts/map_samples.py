"""Maps to draw: any number of boxes in columns with any lines between them."""

from __future__ import annotations

import random

from generator.model.overview import (
    Band,
    BoxKind,
    Goal,
    MapBox,
    MapLine,
    OverviewMap,
    Target,
)

_WORDS = "教育民政土地审批备案检查登记救助许可办理"
_KINDS = tuple(BoxKind)


def random_map(seed: int) -> OverviewMap:
    """A map of 2-6 columns; lines lead anywhere but to their own column."""
    chance = random.Random(seed)  # noqa: S311  # Nothing secret: the same map for the same seed.
    columns = chance.randint(2, 6)
    boxes = tuple(
        MapBox(
            name="".join(chance.choices(_WORDS, k=chance.randint(2, 40))),
            column=column,
            kind=chance.choice(_KINDS),
            notes=("说明" * chance.randint(1, 12),) * chance.randint(0, 2),
            target=Target(Goal.HOME),
        )
        for column in range(columns)
        for _ in range(chance.randint(1, 12))
    )
    pairs = {
        (one, other): chance.random() < 0.5
        for one, other in (chance.sample(range(len(boxes)), 2) for _ in range(2 * len(boxes)))
        if boxes[one].column != boxes[other].column
    }
    return OverviewMap(
        title="总图",
        description="若干框，若干线。",
        bands=tuple(Band(f"第{n}列", n, n) for n in range(columns)),
        boxes=boxes,
        lines=tuple(
            MapLine(one, other, arrow, "一头交给另一头", Target(Goal.ROW, id="handoff-1"))
            for (one, other), arrow in pairs.items()
        ),
    )
