"""What is settled while the edges of one chart are routed: paths taken, sides spoken for."""

from __future__ import annotations

from dataclasses import dataclass, field

from generator.chart.board import Board, Edge
from generator.chart.paths import Path


@dataclass(slots=True)
class Pins:
    """What the shape of a step allows: the sides edges may leave by, and how wide its slots lie.

    *slots*: the x of the lower pin of each way in hundredths of a column from its centre; empty
    where the ways leave by *sides*. *entries*: the sides that edges may enter by, besides N.
    """

    sides: tuple[str, ...]
    entries: tuple[str, ...]
    slots: tuple[int, ...] = ()


@dataclass(slots=True)
class Desk:
    """The board, and which sides of which step are spoken for; lives while one chart is routed.

    *order*: which of the ways of its step an edge is; *ways*: how many ways a step has; *left* and
    *entered*: the sides by which edges leave and enter a step.
    """

    pins: tuple[Pins, ...]
    board: Board
    order: dict[int, int] = field(default_factory=dict)
    ways: dict[int, int] = field(default_factory=dict)
    left: dict[int, str] = field(default_factory=dict)
    entered: dict[int, str] = field(default_factory=dict)
    waiting: dict[int, int] = field(default_factory=dict)
    paths: dict[int, Path] = field(default_factory=dict)
    taken: dict[int, Edge] = field(default_factory=dict)

    def take(self, edge: Edge, path: Path) -> None:
        """An edge takes a path and the sides of its two steps."""
        self.board.use(edge, path)
        number, source, target, _ = edge
        leaves, enters, _ = path
        self.paths[number] = path
        self.taken[number] = edge
        self.left[source] = self.left.get(source, "") + leaves
        self.entered[target] = self.entered.get(target, "") + enters

    def give_back(self, edge: Edge) -> None:
        """The opposite of `take`."""
        number, source, target, _ = edge
        self.board.free(edge, self.paths.pop(number))
        del self.taken[number]
        left = entered = ""
        for other, (_, begin, end, _) in self.taken.items():
            if begin == source:
                left += self.paths[other][0]
            if end == target:
                entered += self.paths[other][1]
        self.left[source], self.entered[target] = left, entered

    def tangled(self, edge: Edge) -> bool:
        """Whether the path of an edge crosses others."""
        return self.board.crossings(edge, self.paths[edge[0]]) > 0
