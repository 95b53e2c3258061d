"""A way of an edge → what it costs besides crossings: its length, and what readers feel."""

from __future__ import annotations

from generator.chart.board import Edge, Use
from generator.chart.desk import Desk
from generator.chart.paths import LineKey, Way

CROSSING = 80
_BEND, _OUT_OF_THE_WAY, _TAKEN_LINE = 30, 50, 6
_BESIDE, _BESIDE_A_QUESTION = 15, 45
"""What it costs to enter a step at its side, which a question needs for its own ways."""
BY_GUTTER = 2 * _BEND + _BESIDE
"""The least that a way along a gutter costs: two bends to a side, or three."""

Place = tuple[int, int, int]
"""Which of equal ways is taken: by the side it leaves by, its round, its number there."""

_RANKS = {"S": 0, "E": 1, "W": 2}
"""The sides a path may leave by, in the order in which they are tried."""
_ALIKE = {"S": 0, "E": 0, "W": 0}
_BEST_BELOW = {"S": 0, "E": 6, "W": 6}
_ONLY_BELOW = {"S": 0, "E": _OUT_OF_THE_WAY, "W": _OUT_OF_THE_WAY}
_NOT_BELOW = {"S": _OUT_OF_THE_WAY, "E": 0, "W": 0}


Prices = tuple[dict[str, int], int, dict[LineKey, list[Use]]]
"""What it costs an edge to leave its step by each side, what to enter the other at a side, and the
lines that other edges have taken."""


def prices_of(desk: Desk, edge: Edge) -> Prices:
    """What all ways of an edge are paid by."""
    asks = desk.ways.get(edge[2], 0) > 1
    return unusual(desk, edge), _BESIDE_A_QUESTION if asks else _BESIDE, desk.board.uses


def priced(prices: Prices, dearer: int, ways: list[Way]) -> list[tuple[int, Place, Way]]:
    """Ways of a round with the least each can cost besides its length, the cheapest first.

    They cost for bends, for taken lines, and for what readers do not expect.
    """
    leaving, beside, uses = prices
    found: list[tuple[int, Place, Way]] = []
    for number, way in enumerate(ways):
        leaves, enters, lines = way
        cost = _BEND * (len(lines) - 1) + leaving[leaves]
        for line in lines:
            if line[0] in "GH" and line in uses:
                cost += _TAKEN_LINE * len(uses[line])
        if enters != "N":
            cost += beside
        found.append((cost, (_RANKS[leaves], dearer, number), way))
    found.sort()
    return found


def unusual(desk: Desk, edge: Edge) -> dict[str, int]:
    """What it costs to surprise: the first of several ways leaves below, the second beside."""
    number, source, _, backward = edge
    if desk.pins[source].slots:
        return _ALIKE
    if desk.ways[source] < 2:
        return _ALIKE if backward else _BEST_BELOW
    return _NOT_BELOW if desk.order[number] else _ONLY_BELOW
