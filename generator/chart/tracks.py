"""Paths of edges → a track for every leg in a gutter or channel, so that none touches another."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from generator.chart.board import Board, Middle, Use, may_share, stands_before
from generator.chart.paths import UPRIGHT, LineKey, coordinate
from generator.chart.route import Routed

Corridor = tuple[str, int]
"""A gutter (G, number) or a channel (H, number)."""


_MOST = 1000
"""More tracks than one line can have."""


class Tracks(NamedTuple):
    """How many tracks each corridor has, and the track of each edge on each line."""

    counts: dict[Corridor, int]
    places: dict[tuple[int, LineKey], int]


def tracks_of(board: Board) -> Tracks:
    """All paths → tracks, zone after zone: from before, middle, to after."""
    counts: dict[Corridor, int] = {}
    places: dict[tuple[int, LineKey], int] = {}
    for line in sorted([line for line, uses in board.uses.items() if uses and line[0] in "GH"]):
        corridor = line[:2]
        first = counts.get(corridor, 0)
        middles = {middle.edge: middle for middle in board.middles.get(line, ())}
        tracks = _filled(_in_order(board.uses[line], middles))
        if line[2] > 0:
            tracks.reverse()
        for offset, track in enumerate(tracks, start=first):
            for use in track:
                places[use.edge, line] = offset
        counts[corridor] = first + len(tracks)
    return Tracks(counts, places)


def crossings(routed: tuple[Routed, ...], tracks: Tracks) -> int:
    """How often edges to different steps cross, tracks told apart."""
    upright: list[tuple[int, int, int, int]] = []
    level: list[tuple[int, int, int, int]] = []
    for one in routed:
        legs = one.path.legs
        places = [
            _MOST * coordinate(leg.line) + tracks.places.get((one.number, leg.line), 0)
            for leg in legs
        ]
        ends = [_MOST * legs[0].start, *places, _MOST * legs[-1].end]
        for number, leg in enumerate(legs):
            begin, end = ends[number], ends[number + 2]
            low, high = (begin, end) if begin < end else (end, begin)
            stretches = upright if leg.line[0] in UPRIGHT else level
            stretches.append((places[number], low, high, one.target))
    crossed = 0
    for x, low, high, target in upright:
        for y, left, right, other in level:
            if low < y < high and left < x < right and target != other:
                crossed += 1
    return crossed


def _in_order(uses: list[Use], middles: dict[int, Middle]) -> list[tuple[Use, tuple[int, ...]]]:
    """Short legs first, but none before those that must have a track before it.

    Each leg comes with the edges whose tracks must precede its own; *middles* are by their edges.
    """
    if len(uses) == 1:
        return [(uses[0], ())]
    waiting = sorted(uses, key=lambda use: (use.leg.high - use.leg.low, use.leg.low, use.edge))
    before = {use.edge: _before(use, waiting, middles) for use in uses}
    ordered: list[tuple[Use, tuple[int, ...]]] = []
    done: set[int] = set()
    while waiting:
        ready = next(use for use in waiting if done.issuperset(before[use.edge]))
        waiting.remove(ready)
        done.add(ready.edge)
        ordered.append((ready, before[ready.edge]))
    return ordered


def _before(use: Use, others: Iterable[Use], middles: dict[int, Middle]) -> tuple[int, ...]:
    mine = middles.get(use.edge)
    if mine is None:
        return ()
    return tuple([other.edge for other in others if stands_before(middles[other.edge], mine)])


def _filled(ordered: list[tuple[Use, tuple[int, ...]]]) -> list[list[Use]]:
    """Legs in order → tracks, each with legs that do not touch."""
    tracks: list[list[Use]] = []
    place: dict[int, int] = {}
    for use, before in ordered:
        first = max((place[edge] + 1 for edge in before), default=0)
        number = next(
            (n for n in range(first, len(tracks)) if all(_apart(use, o) for o in tracks[n])),
            len(tracks),
        )
        if number == len(tracks):
            tracks.append([])
        tracks[number].append(use)
        place[use.edge] = number
    return tracks


def _apart(one: Use, other: Use) -> bool:
    """Whether two legs may have the same track."""
    if one.leg.low > other.leg.high or other.leg.low > one.leg.high:
        return True
    return may_share(one, other)
