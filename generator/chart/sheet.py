"""Routed edges → how many px every column, gutter, row and channel gets, and where each lies."""

from __future__ import annotations

from dataclasses import dataclass

from generator.chart.entries import SMALL
from generator.chart.paths import LineKey
from generator.chart.place import Grid
from generator.chart.route import Routed
from generator.chart.shapes import Measured
from generator.chart.text import width_of
from generator.chart.tracks import Tracks

ARROW = 8
CARD_ABOVE_AXIS = 12
CARDS_APART = 12
_TRACK = 8
_LABEL_GAP = 7
_ABOVE_BOX = 14
_BAND = 17


@dataclass(slots=True)
class Widths:
    """How wide a view may be: its columns at best, the narrowest gutter, and the whole (or 0)."""

    columns: tuple[int, ...]
    gutter: int
    most: int = 0
    track: int = _TRACK


@dataclass(slots=True)
class Across:
    """The level plan: left side of each gutter, middle and width of each column, track places."""

    gutters: tuple[int, ...]
    firsts: tuple[int, ...]
    middles: tuple[int, ...]
    columns: tuple[int, ...]
    width: int
    track: int

    def upright(self, line: LineKey, track: int) -> int:
        """The x of an upright line on a track."""
        kind, number, _ = line
        if kind == "G":
            return self.firsts[number] + track * self.track
        column = number // 100
        return self.middles[column] + (number % 100 - 50) * self.columns[column] // 80


@dataclass(slots=True)
class Down:
    """The upright plan: the first track of each channel, the axis of each row, and the height."""

    firsts: tuple[int, ...]
    axes: tuple[int, ...]
    height: int
    track: int

    def level(self, line: LineKey, track: int) -> int:
        """The y of a level line on a track."""
        kind, number, _ = line
        return self.axes[number] if kind == "R" else self.firsts[number] + track * self.track

    def lower(self, top: int) -> Down:
        """The same with *top* px free above it."""
        firsts, axes = [y + top for y in self.firsts], [y + top for y in self.axes]
        return Down(tuple(firsts), tuple(axes), self.height + top, self.track)


def across(grid: Grid, routed: tuple[Routed, ...], tracks: Tracks, widths: Widths) -> Across:
    """Tracks, labels and arrows → the level plan; columns shrink where the whole is limited."""
    before, after = _gutter_sides(grid, routed)
    step = widths.track
    counts = [tracks.counts.get(("G", gutter), 0) for gutter in range(grid.columns + 1)]
    if widths.most and sum(counts) > 10:
        step = 6 if sum(counts) < 20 else 4
    gutters: list[int] = []
    for gutter, count in enumerate(counts):
        needed = before[gutter] + after[gutter] + max(0, count - 1) * step
        inner = 0 < gutter < grid.columns
        gutters.append(max(needed, widths.gutter if inner else 8))
    columns = _shrunk(widths, sum(gutters))
    x = 0
    lefts: list[int] = []
    firsts: list[int] = []
    middles: list[int] = []
    for gutter, wide in enumerate(gutters):
        lefts.append(x)
        loose = wide - before[gutter] - after[gutter] - max(0, counts[gutter] - 1) * step
        firsts.append(x + before[gutter] + loose // 2)
        x += wide
        if gutter < grid.columns:
            middles.append(x + columns[gutter] // 2)
            x += columns[gutter]
    return Across(tuple(lefts), tuple(firsts), tuple(middles), columns, x, step)


def _shrunk(widths: Widths, gutters: int) -> tuple[int, ...]:
    """The columns, narrower where they would make the whole too wide; always even."""
    wanted = sum(widths.columns)
    room = widths.most - gutters if widths.most else wanted
    if room >= wanted:
        return widths.columns
    if len(widths.columns) == 1:
        return (room // 2 * 2,)
    main = room * 11 // 20 // 2 * 2
    return main, (room - main) // 2 * 2


def _gutter_sides(grid: Grid, routed: tuple[Routed, ...]) -> tuple[list[int], list[int]]:
    """The px that labels and arrows need on both sides of each gutter's tracks."""
    before = [8] * (grid.columns + 1)
    after = [8] * (grid.columns + 1)
    cells = grid.cells
    for _, (begin, _, words, _, _), end, (leaves, enters, _) in routed:
        if leaves != "S" and words:
            source = cells[begin]
            label = width_of(words, SMALL) + _LABEL_GAP
            side, gutter = (before, source.last + 1) if leaves == "E" else (after, source.first)
            side[gutter] = max(side[gutter], label)
        if enters != "N":
            target = cells[end]
            side, gutter = (before, target.last + 1) if enters == "E" else (after, target.first)
            side[gutter] = max(side[gutter], ARROW + 5)
    return before, after


@dataclass(slots=True)
class Rows:
    """The room each row needs above and below its axis, and the height of the cards beside it."""

    ups: tuple[int, ...]
    downs: tuple[int, ...]
    beside: dict[int, int]


def rows_of(grid: Grid, measures: tuple[Measured, ...], cards: dict[int, int]) -> Rows:
    """Measures of steps and the heights of their cards → what each row needs."""
    ups, downs = [0] * grid.rows, [0] * grid.rows
    beside: dict[int, int] = {}
    for number, size in enumerate(measures):
        row = grid.cells[number].row
        up, down_there = ups[row], downs[row]
        ups[row] = max(up, size.up) if up else size.up
        downs[row] = max(down_there, size.down) if down_there else size.down
        if number in cards:
            beside[row] = cards[number]
    return Rows(tuple(ups), tuple(downs), beside)


def down(grid: Grid, routed: tuple[Routed, ...], tracks: Tracks, rows: Rows) -> Down:
    """Heights of rows, tracks and labels → the upright plan, from 0.

    Cards may reach down beside later rows; only a row with cards of its own waits for their end.
    """
    bands = {
        grid.cells[source].row + 1
        for _, (source, _, label, _, _), _, (leaves, _, _) in routed
        if label and leaves == "S"
    }
    y = cards_end = 0
    firsts: list[int] = []
    axes: list[int] = []
    for channel in range(grid.rows + 1):
        count = tracks.counts.get(("H", channel), 0)
        y += (6 if channel else 10) + _BAND * (channel in bands)
        firsts.append(y)
        y += max(0, count - 1) * _TRACK
        if channel == grid.rows:
            break
        y += _ABOVE_BOX + (2 if channel and not count else 0) + rows.ups[channel]
        if channel in rows.beside:
            y = max(y, cards_end + CARD_ABOVE_AXIS + CARDS_APART)
            cards_end = y - CARD_ABOVE_AXIS + rows.beside[channel]
        axes.append(y)
        y += rows.downs[channel]
    return Down(tuple(firsts), tuple(axes), max(y, cards_end) + 6, _TRACK)
