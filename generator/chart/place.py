"""A flow and its graph → a cell of the grid for every step.

Rows count from 0 downwards, columns from 0 to the right. A step stands below every step that leads
on to it; only the side way of a decision may stay in its row. No two steps share a cell.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import partial
from typing import NamedTuple

from generator.model.drawing import View
from generator.model.flow import Flow, Outcome, Step, StepKind
from generator.model.graph import Graph, TransitionKind

_BAD_OUTCOMES = (Outcome.REFUSED, Outcome.STOPPED, Outcome.PASSED_ON)
_FORWARD, _END = TransitionKind.FORWARD, StepKind.END
_BAD_WORDS = ("不予", "终止", "驳回", "不符合", "退回", "撤销", "未通过", "不同意", "不成立")


class Cell(NamedTuple):
    """Where a step stands: its row, the first and last column of its box.

    *marks* are the columns of further posts that do not lie beside the first.
    """

    row: int
    first: int
    last: int
    marks: tuple[int, ...] = ()

    def columns(self) -> tuple[int, ...]:
        """Every column that the step uses in its row."""
        return (*range(self.first, self.last + 1), *self.marks)


_cell: Callable[[tuple[int, int, int, tuple[int, ...]]], Cell] = partial(tuple.__new__, Cell)


@dataclass(frozen=True, slots=True)
class Grid:
    """The cells of all steps; *posts* heads each column ("" where columns are not posts).

    Edges may use the gutters 0 (left of all columns) to *last_gutter*.
    """

    rows: int
    posts: tuple[str, ...]
    cells: tuple[Cell, ...]
    last_gutter: int

    @property
    def columns(self) -> int:
        """How many columns there are."""
        return len(self.posts)


NO_POST = "未写明岗位"
"""Heads the column of steps whose post nobody wrote."""


def grid_of(flow: Flow, graph: Graph, view: View) -> Grid:
    """Flow and graph → the grid of *view*."""
    if view.shows_risks:
        return replace(in_one_column(graph), last_gutter=0)
    if view is View.LANES:
        posts, columns = _lanes(flow)
        return _stacked(graph, posts, columns)
    main = main_path(flow, graph)
    side = [int(number not in main) for number in range(graph.size)]
    columns = tuple([_cell((0, aside, aside, ())) for aside in side])
    return _stacked(graph, ("", "") if any(side) else ("",), columns)


def in_one_column(graph: Graph) -> Grid:
    """The grid in which every step stands below the one before it."""
    cells = tuple([_cell((row, 0, 0, ())) for row in range(graph.size)])
    return Grid(graph.size, ("",), cells, 1)


def _lanes(flow: Flow) -> tuple[tuple[str, ...], tuple[Cell, ...]]:
    """The posts that have a column, and the columns of every step (rows still 0)."""
    used = {post for step in flow.steps for post in step.posts}
    posts = tuple(post for post in flow.lane_order() if post in used)
    if not all(step.posts for step in flow.steps):
        posts = (NO_POST, *posts)
    order = {post: column for column, post in enumerate(posts)}
    return posts, tuple(_columns(step, order) for step in flow.steps)


def _columns(step: Step, order: dict[str, int]) -> Cell:
    wanted = [order[post] for post in step.posts] or [0]
    low, high = min(wanted), max(wanted)
    if high - low + 1 == len(set(wanted)):
        return _cell((0, low, high, ()))
    return Cell(0, wanted[0], wanted[0], tuple(sorted(set(wanted[1:]) - {wanted[0]})))


def main_path(flow: Flow, graph: Graph) -> frozenset[int]:
    """The steps of the main way: the longest one that ends well, 是 before 否 where equal."""
    ends = [_ends_well(step) for step in flow.steps]
    if _WELL not in ends:
        ends = [0] * graph.size
    best: list[tuple[int, int, int | None]] = [(0, 0, None)] * graph.size
    for number in range(graph.size - 1, -1, -1):
        onward = [
            (*best[edge.target][:2], edge.target)
            for edge in graph.leaving(number)
            if edge.target is not None and edge.kind is _FORWARD
        ]
        best[number] = (ends[number], 1, None)
        if onward:
            good, length, target = max(onward, key=lambda way: way[:2])
            best[number] = (good, length + 1, target)
    path: set[int] = set()
    step: int | None = 0
    while step is not None:
        path.add(step)
        step = best[step][2]
    return frozenset(path)


_WELL = 2


def _ends_well(step: Step) -> int:
    """2 for a good end, 1 for another end, 0 for a step that does not end the flow."""
    if step.kind is not _END:
        return 0
    bad = step.outcome in _BAD_OUTCOMES
    if step.outcome is None:
        bad = any(word in step.text for word in _BAD_WORDS)
    return 1 if bad else _WELL


@dataclass(slots=True)
class _Rows:
    """Which cells are taken so far; lives only while a grid is built."""

    taken: set[tuple[int, int]] = field(default_factory=set)

    def free(self, row: int, columns: tuple[int, ...]) -> bool:
        """Whether all of *columns* are free in *row*."""
        return self.taken.isdisjoint([(row, column) for column in columns])

    def take(self, row: int, cell: Cell) -> Cell:
        """Put *cell* into the first row from *row* on that has room."""
        _, first, last, marks = cell
        columns = cell.columns()
        while not self.free(row, columns):
            row += 1
        self.taken.update([(row, column) for column in columns])
        return _cell((row, first, last, marks))


def _stacked(graph: Graph, posts: tuple[str, ...], columns: tuple[Cell, ...]) -> Grid:
    """Give every step its row, in turn: below those that lead on to it."""
    rows = _Rows()
    cells: dict[int, Cell] = {}
    for number in _in_turn(graph):
        cells[number] = rows.take(
            _first_row(graph, cells, number, columns[number]), columns[number]
        )
    height = max(cell.row for cell in cells.values()) + 1
    return Grid(height, posts, tuple(cells[n] for n in range(graph.size)), len(posts))


def _in_turn(graph: Graph) -> list[int]:
    """Steps in the order written, but those that only lead back from one question beside it."""
    after: dict[int, list[int]] = {}
    for number in range(graph.size):
        before, onward = graph.entering(number), graph.leaving(number)
        if len(before) != 1 or before[0].source >= number - 1 or len(onward) > 1:
            continue
        target = onward[0].target if onward else 0
        if target is not None and target <= before[0].source:
            after.setdefault(before[0].source, []).append(number)
    moved = {number for ones in after.values() for number in ones}
    order: list[int] = []
    for number in range(graph.size):
        if number not in moved:
            order.extend((number, *after.get(number, ())))
    return order


def _first_row(graph: Graph, cells: dict[int, Cell], number: int, cell: Cell) -> int:
    """The first row the next step may stand in: below those that lead on to it."""
    before = [
        edge.source
        for edge in graph.entering(number)
        if edge.kind is _FORWARD and edge.source in cells
    ]
    row = max([cells[source].row + 1 for source in before], default=0)
    if not before and number:
        row = cells[number - 1].row
    beside = len(before) == 1 and _is_second_way(graph, before[0], number)
    if beside and _stays_in_row(cells, before[0], cell):
        row -= 1
    return row


def _is_second_way(graph: Graph, source: int, number: int) -> bool:
    ways = graph.leaving(source)
    return len(ways) == 2 and ways[1].target == number


def _stays_in_row(cells: dict[int, Cell], source: int, cell: Cell) -> bool:
    """Whether a step, reached only by the second way of *source*, may stand beside it."""
    there = cells[source]
    if there.first <= cell.last and cell.first <= there.last:
        return False
    gap = range(min(there.last, cell.last) + 1, max(there.first, cell.first))
    row = there.row
    crowded = {c for other in cells.values() if other.row == row for c in other.columns()}
    return not crowded.intersection(gap)
