"""Paths of edges → a track for every leg in a gutter or channel, so that none touches another."""

from __future__ import annotations

from dataclasses import dataclass

from generator.chart.board import Board, Middle, Use, may_share, stands_before
from generator.chart.paths import UPRIGHT, LineKey
from generator.chart.route import Routed

Corridor = tuple[str, int]
"""A gutter (G, number) or a channel (H, number)."""


_MOST = 1000
"""More tracks than one line can have."""


@dataclass(slots=True)
class Tracks:
    """How many tracks each corridor has, and the track of each edge on each line."""

    counts: dict[Corridor, int]
    places: dict[tuple[int, LineKey], int]


def tracks_of(board: Board) -> Tracks:
    """All paths → tracks, zone after zone: from before, middle, to after."""
    counts: dict[Corridor, int] = {}
    places: dict[tuple[int, LineKey], int] = {}
    for line in sorted([line for line, uses in board.uses.items() if uses and line[0] in "GH"]):
        corridor, uses = line[:2], board.uses[line]
        first = counts.get(corridor, 0)
        if len(uses) == 1:
            places[uses[0][0][0], line] = first
            counts[corridor] = first + 1
            continue
        middles = {middle.edge: middle for middle in board.middles.get(line, ())}
        tracks = _filled(_in_order(uses, middles))
        if line[2] > 0:
            tracks.reverse()
        for offset, track in enumerate(tracks, start=first):
            for edge, _ in track:
                places[edge[0], line] = offset
        counts[corridor] = first + len(tracks)
    return Tracks(counts, places)


def crossings(routed: tuple[Routed, ...], tracks: Tracks) -> int:
    """How often edges to different steps cross, tracks told apart."""
    upright: list[tuple[int, int, int, int]] = []
    level: list[tuple[int, int, int, int]] = []
    for edge, _, target, (_, _, legs) in routed:
        places = [
            _MOST * place + tracks.places.get((edge, line), 0) for line, place, _, _, _, _ in legs
        ]
        ends = [_MOST * legs[0][2], *places, _MOST * legs[-1][3]]
        for number, leg in enumerate(legs):
            begin, end = ends[number], ends[number + 2]
            low, high = (begin, end) if begin < end else (end, begin)
            stretches = upright if leg[0][0] in UPRIGHT else level
            stretches.append((places[number], low, high, target))
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
    waiting = sorted(uses, key=_short_first)
    edges = [edge[0] for edge, _ in waiting]
    before = {edge: _before(edge, edges, middles) for edge in edges}
    ordered: list[tuple[Use, tuple[int, ...]]] = []
    done: set[int] = set()
    while waiting:
        ready = next(use for use in waiting if done.issuperset(before[use[0][0]]))
        edge = ready[0][0]
        waiting.remove(ready)
        done.add(edge)
        ordered.append((ready, before[edge]))
    return ordered


def _short_first(use: Use) -> tuple[int, int, int]:
    edge, (_, _, _, _, low, high) = use
    return high - low, low, edge[0]


def _before(edge: int, others: list[int], middles: dict[int, Middle]) -> tuple[int, ...]:
    mine = middles.get(edge)
    if mine is None:
        return ()
    return tuple([other for other in others if stands_before(middles[other], mine)])


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
        place[use[0][0]] = number
    return tracks


def _apart(one: Use, other: Use) -> bool:
    """Whether two legs may have the same track."""
    _, (_, _, _, _, low, high) = one
    _, (_, _, _, _, begin, end) = other
    return low > end or begin > high or may_share(one, other)
