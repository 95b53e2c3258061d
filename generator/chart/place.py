"""A flow and its graph → a cell of the grid for every step.

Rows count from 0 downwards, columns from 0 to the right. A step stands below every step that leads
on to it; only the side way of a decision may stay in its row. No two steps share a cell.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.drawing import View
from generator.model.flow import Flow, Outcome, Step, StepKind
from generator.model.graph import Graph, TransitionKind, graph_of

_BAD_OUTCOMES = (Outcome.REFUSED, Outcome.STOPPED, Outcome.PASSED_ON)
_FORWARD, _END = TransitionKind.FORWARD, StepKind.END
_BAD_WORDS = ("不予", "终止", "驳回", "不符合", "退回", "撤销", "未通过", "不同意", "不成立")


@dataclass(slots=True)
class Cell:
    """Where a step stands: its row, the first and last column of its box.

    *marks* are the columns of further posts that do not lie beside the first. It is not frozen,
    which would make it three times as dear to make.
    """

    row: int
    first: int
    last: int
    marks: tuple[int, ...] = ()

    @property
    def columns(self) -> int:
        """Every column that the step uses in its row, as bits."""
        found = (2 << self.last) - (1 << self.first)
        for column in self.marks:
            found |= 1 << column
        return found


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
        return in_one_column(graph, last_gutter=0)
    if view is View.LANES:
        posts, columns = _lanes(flow)
        return _stacked(flow, posts, columns)
    main = main_path(flow, graph)
    side = [int(number not in main) for number in range(graph.size)]
    columns = [Cell(0, aside, aside) for aside in side]
    return _stacked(flow, ("", "") if any(side) else ("",), columns)


def in_one_column(graph: Graph, last_gutter: int = 1) -> Grid:
    """The grid in which every step stands below the one before it."""
    cells = tuple([Cell(row, 0, 0) for row in range(graph.size)])
    return Grid(graph.size, ("",), cells, last_gutter)


def _lanes(flow: Flow) -> tuple[tuple[str, ...], list[Cell]]:
    """The posts that have a column, and the columns of every step (rows still 0)."""
    acting = [step.posts for step in flow.steps]
    used = {post for posts in acting for post in posts}
    posts = tuple([post for post in flow.lane_order() if post in used])
    if not all(acting):
        posts = (NO_POST, *posts)
    order = {post: column for column, post in enumerate(posts)}
    return posts, [_columns([order[post] for post in posts]) for posts in acting]


def _columns(wanted: list[int]) -> Cell:
    if len(wanted) < 2:
        column = wanted[0] if wanted else 0
        return Cell(0, column, column)
    low, high = min(wanted), max(wanted)
    if high - low + 1 == len(set(wanted)):
        return Cell(0, low, high)
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


Settled = tuple[dict[int, Cell], list[int]]
"""The cells of the steps that have a row by now, and the columns taken in each row, as bits."""


def _stacked(flow: Flow, posts: tuple[str, ...], columns: list[Cell]) -> Grid:
    """Give every step its row, in turn: below those that lead on to it."""
    graph = graph_of(flow)
    taken = [0] * (graph.size + 1)
    cells: dict[int, Cell] = {}
    for number in flow.once("turn", _turn_of):
        cell = columns[number]
        row, wanted = _first_row(graph, (cells, taken), number, cell), cell.columns
        while taken[row] & wanted:
            row += 1
        taken[row] |= wanted
        cells[number] = cell
        cell.row = row
    height = max([cell.row for cell in columns]) + 1
    return Grid(height, posts, tuple(columns), len(posts))


def _turn_of(flow: Flow) -> list[int]:
    return _in_turn(graph_of(flow))


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


def _first_row(graph: Graph, settled: Settled, number: int, cell: Cell) -> int:
    """The first row the next step may stand in: below those that lead on to it."""
    cells, _ = settled
    before = [
        edge.source
        for edge in graph.entering(number)
        if edge.kind is _FORWARD and edge.source in cells
    ]
    if not before:
        return cells[number - 1].row if number else 0
    if len(before) > 1:
        return max([cells[source].row for source in before]) + 1
    source = before[0]
    beside = _is_second_way(graph, source, number) and _stays_in_row(settled, source, cell)
    return cells[source].row + (0 if beside else 1)


def _is_second_way(graph: Graph, source: int, number: int) -> bool:
    ways = graph.leaving(source)
    return len(ways) == 2 and ways[1].target == number


def _stays_in_row(settled: Settled, source: int, cell: Cell) -> bool:
    """Whether a step, reached only by the second way of *source*, may stand beside it."""
    cells, taken = settled
    there = cells[source]
    if there.first <= cell.last and cell.first <= there.last:
        return False
    gap = (1 << max(there.first, cell.first)) - (2 << min(there.last, cell.last))
    return not taken[there.row] & gap
