"""A graph and a weight per step → the longest way to an end on which no step comes twice."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from generator.model.graph import Graph

Found = tuple[int, tuple[int, ...]]
"""A way and its sum."""

_PATIENCE = 20_000
"""Steps tried in one graph; only flows in which nearly all leads back to all need more."""


def longest_path(graph: Graph, weights: tuple[int, ...]) -> Found:
    """A graph and a weight per step → the greatest sum along one way to an end, and that way.

    Ways begin at every step that nothing leads to, and no step comes twice: a loop is walked once,
    and a branch that only leads back is no way to an end. Branches that run at the same time are
    ways like any other: the longest of them counts. (0, ()) where no way ends.
    """
    search = _Search(graph, weights)
    for knot in _knots(graph):
        search.leave(knot)
    found = search.ended(search.best)
    return found if search.patience > 0 else max(found, _roughly(search), key=_longer)


def _longer(found: Found) -> tuple[int, int]:
    """By what ways are compared: the sum, then the fewest steps."""
    return found[0], -len(found[1])


@dataclass(slots=True)
class _Search:
    """The best way on from each step found so far; lives while one graph is searched."""

    graph: Graph
    weights: tuple[int, ...]
    best: dict[int, Found] = field(default_factory=dict)
    patience: int = _PATIENCE

    def ended(self, best: dict[int, Found]) -> Found:
        """The longest way from a start."""
        ways = (best[start] for start in self.graph.starts if start in best)
        return max(ways, key=lambda found: found[0], default=(0, ()))

    def leave(self, knot: frozenset[int]) -> None:
        """The best ways on from the steps by which a knot is entered: around in it, then out.

        What a knot leads to is known already.
        """
        for step in sorted(knot):
            entered = any(edge.source not in knot for edge in self.graph.entering(step))
            if entered or step in self.graph.starts:
                found = max(self._ways(step, knot), key=_longer, default=None)
                if found is not None:
                    self.best[step] = found

    def _ways(self, entry: int, knot: frozenset[int]) -> Iterator[Found]:
        """Every way from a step through its knot and out of it, or to an end inside."""
        here, length = [entry], self.weights[entry]
        waiting = [iter(self.graph.leaving(entry))]
        yield from self._out(here, length, knot)
        while waiting and self.patience > 0:
            edge = next(waiting[-1], None)
            if edge is None:
                waiting.pop()
                length -= self.weights[here.pop()]
            elif edge.target in knot and edge.target not in here:
                self.patience -= 1
                here.append(edge.target)
                length += self.weights[edge.target]
                waiting.append(iter(self.graph.leaving(edge.target)))
                yield from self._out(here, length, knot)

    def _out(self, here: list[int], length: int, knot: frozenset[int]) -> Iterator[Found]:
        """The ways that end at the last of some steps, or leave the knot there."""
        if may_end(self.graph, here[-1]):
            yield length, tuple(here)
        for edge in self.graph.leaving(here[-1]):
            if edge.target is not None and edge.target not in knot and edge.target in self.best:
                more, way = self.best[edge.target]
                yield length + more, (*here, *way)


def may_end(graph: Graph, step: int) -> bool:
    """Whether a way may stop at a step: nothing follows, or the source does not state what does."""
    ways = graph.leaving(step)
    return not ways or any(edge.target is None for edge in ways)


def _knots(graph: Graph) -> Iterator[frozenset[int]]:
    """Steps that lead to each other, together; each after all that it leads to."""
    order = [number for number, _ in graph.last_first]
    knots: list[frozenset[int]] = []
    free = set(order)
    for number in reversed(order):
        if number in free:
            knots.append(_leading_to(graph, number, free))
            free -= knots[-1]
    return reversed(knots)


def _leading_to(graph: Graph, step: int, free: set[int]) -> frozenset[int]:
    """The steps that lead to *step* by free ones, itself among them."""
    found, waiting = {step}, [step]
    while waiting:
        for edge in graph.entering(waiting.pop()):
            if edge.source in free and edge.source not in found:
                found.add(edge.source)
                waiting.append(edge.source)
    return frozenset(found)


def _roughly(search: _Search) -> Found:
    """A long way, if not surely the longest: what led back at the first walk is left out."""
    best: dict[int, Found] = {}
    for number, onward in search.graph.last_first:
        known = [best[target] for target in onward if target in best]
        if known:
            length, way = max(known, key=_longer)
            best[number] = (search.weights[number] + length, (number, *way))
        elif may_end(search.graph, number):
            best[number] = (search.weights[number], (number,))
    return search.ended(best)
