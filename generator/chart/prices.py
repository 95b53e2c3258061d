"""A way of an edge → what it costs besides crossings: its length, and what readers feel."""

from __future__ import annotations

from typing import NamedTuple

from generator.chart.board import Edge, Use
from generator.chart.desk import Desk
from generator.chart.paths import UPRIGHT, LineKey, Path, Way

CROSSING = 80
_BEND, _OUT_OF_THE_WAY, _TAKEN_LINE = 30, 50, 6
_BESIDE, _BESIDE_A_QUESTION = 15, 45
"""What it costs to enter a step at its side, which a question needs for its own ways."""
BY_GUTTER = 2 * _BEND + _BESIDE
"""The least that a way along a gutter costs: two bends to a side, or three."""


class Prices(NamedTuple):
    """What it costs an edge to leave its step by each side, and to enter the other at a side.

    *uses* are the lines that other edges have taken.
    """

    leaving: dict[str, int]
    beside: int
    uses: dict[LineKey, list[Use]]


def prices_of(desk: Desk, edge: Edge) -> Prices:
    """What all ways of an edge are paid by."""
    asks = desk.ways.get(edge.target, 0) > 1
    leaving = {side: unusual(desk, edge, side) for side in ("S", "E", "W")}
    return Prices(leaving, _BESIDE_A_QUESTION if asks else _BESIDE, desk.board.uses)


def least_of(prices: Prices, way: Way) -> int:
    """What a way costs besides its length: bends, taken lines, and what readers do not expect."""
    leaves, enters, lines = way
    leaving, beside, uses = prices
    cost = _BEND * (len(lines) - 1) + leaving[leaves]
    for line in lines:
        if line in uses and line[0] in "GH":
            cost += _TAKEN_LINE * len(uses[line])
    return cost if enters == "N" else cost + beside


def length_of(path: Path) -> int:
    """How long a path is, a column as long as a row."""
    found = 0
    for line, _, _, low, high in path.legs:
        found += high - low if line[0] in UPRIGHT else (high - low) * 8 // 100
    return found


def unusual(desk: Desk, edge: Edge, leaves: str) -> int:
    """What it costs to surprise: the first of several ways leaves below, the second beside."""
    if desk.pins[edge.source].slots:
        return 0
    if desk.ways[edge.source] < 2:
        return 6 if leaves != "S" and not edge.backward else 0
    first = desk.order[edge.number] == 0
    return _OUT_OF_THE_WAY if first != (leaves == "S") else 0
