"""The chart beside the steps of a booklet: read back from its lines, it says what the flow says."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

import pytest
from hypothesis import given

from generator.chart.rail import rail_of
from generator.model.flow import Flow
from generator.model.graph import TransitionKind, graph_of
from generator.model.rail import TOP, Rail, RailRow
from generator.tests.charts.corpus import numbered_flow
from generator.tests.charts.realistic import realistic_flows
from generator.tests.charts.samples import EVERY_KIND, LICENCE
from generator.tests.conftest import refuse
from generator.tests.strategies import flows

Joint = tuple[int, int]
"""A row and a pin of it."""


def _pieces(rail: Rail) -> Iterator[tuple[set[Joint], bool]]:
    """Each line beside the signs: the pins on it, and whether it is dashed; read row by row."""
    for track in range(1, rail.tracks + 1):
        yield from _on_track(rail, track)


def _on_track(rail: Rail, track: int) -> Iterator[tuple[set[Joint], bool]]:
    """The lines on a track, one below the other."""
    pins: set[Joint] = set()
    for number, row in enumerate(rail.rows):
        for one in (each for each in row.stretches if each.track == track):
            pins |= {(number, n) for n in _touched(row, one.top, one.bottom, track)}
            if one.bottom < len(row.pins):
                yield pins, one.dashed
                pins = set()
    assert not pins, "a line goes on below the last step"


def _touched(row: RailRow, top: int, bottom: int, track: int) -> Iterable[int]:
    """The pins of a row that end on a stretch of a track."""
    ends = range(max(top, 0), min(bottom, len(row.pins) - 1) + 1)
    return [n for n in ends if row.pins[n].track == track]


def _read(rail: Rail) -> Iterator[tuple[int, int | None, str, bool]]:
    """Every way that a reader can follow: from, to, label, dashed."""
    for number, row in enumerate(rail.rows):
        if row.down:
            assert rail.rows[number + 1].entered
            yield number, number + 1, row.label, False
        for pin in row.pins:
            if pin.track == 0:
                yield number, None, pin.label, False
    for pins, dashed in _pieces(rail):
        arrows = [at for at in pins if rail.rows[at[0]].pins[at[1]].arrow]
        assert len(arrows) == 1, "a line must lead to one step"
        for at, level in sorted(pins - set(arrows)):
            yield at, arrows[0][0], rail.rows[at].pins[level].label, dashed


def faults(flow: Flow) -> Iterator[str]:
    """What is wrong with a flow's rail."""
    rail = rail_of(flow)
    returns = TransitionKind.RETURN
    said = Counter(
        (e.source, e.target, e.label, e.kind is returns) for e in graph_of(flow).transitions
    )
    shown = Counter(_read(rail))
    if said != shown:
        yield f"not drawn {said - shown}, drawn {shown - said}"
    entered = [n for n, row in enumerate(rail.rows) if row.entered]
    if entered != [n + 1 for n, row in enumerate(rail.rows) if row.down]:
        yield "a straight line has no end"
    for number, row in enumerate(rail.rows):
        tracks = [one.track for one in row.stretches]
        if len(set(tracks)) < len(tracks):
            yield f"row {number}: lines lie on each other"
        if {pin.track for pin in row.pins} - {0} - set(tracks):
            yield f"row {number}: a way ends nowhere"
        if any(one.top == one.bottom for one in row.stretches):
            yield f"row {number}: a line without length"


@pytest.mark.parametrize("flow", [LICENCE, EVERY_KIND])
def test_a_rail_shows_every_way(flow: Flow) -> None:
    refuse(faults(flow))


@given(flows())
def test_a_rail_of_any_flow_shows_every_way(flow: Flow) -> None:
    refuse(faults(flow))


def test_rails_of_offices_and_random_flows_show_every_way() -> None:
    for flow in (*realistic_flows(150), *map(numbered_flow, range(300))):
        refuse(faults(flow))


def test_the_reader_sees_a_spoilt_rail() -> None:
    rail = rail_of(EVERY_KIND)
    sound = Counter(_read(rail))
    number = next(n for n, row in enumerate(rail.rows) if row.down)
    rows = list(rail.rows)
    rows[number] = replace(rows[number], down=False)
    assert Counter(_read(replace(rail, rows=tuple(rows)))) != sound


def test_a_short_way_lies_next_to_the_signs() -> None:
    steps = [
        {"判断": "齐不齐？", "代号": "甲", "是": "乙", "否": "末"},
        {"步骤": "受理", "代号": "乙"},
        {"判断": "行不行？", "代号": "丙", "是": "丁", "否": "乙"},
        {"步骤": "发证", "代号": "丁"},
        {"结束": "办结", "代号": "末"},
    ]
    rail = rail_of(Flow.model_validate({"名称": "流程", "步骤": steps}))
    first, second, third, fourth, last = rail.rows
    assert rail.tracks == 2
    assert [(pin.track, pin.label) for pin in first.pins] == [(2, "否")]
    assert [(pin.track, pin.arrow, pin.dashed) for pin in second.pins] == [(1, True, True)]
    assert [(pin.track, pin.label) for pin in third.pins] == [(1, "否")]
    assert [(pin.track, pin.arrow) for pin in last.pins] == [(2, True)]
    assert fourth.down
    assert [(one.track, one.top, one.bottom) for one in fourth.stretches] == [(2, TOP, 0)]


def test_ways_to_one_step_share_a_line_and_meet_in_dots() -> None:
    steps = [
        {"判断": "一？", "是": "二？", "否": "末"},
        {"判断": "二？", "是": "三", "否": "末"},
        {"步骤": "三", "转": "完"},
        {"步骤": "不办", "代号": "末"},
        {"结束": "办结", "代号": "完"},
    ]
    flow = Flow.model_validate({"名称": "流程", "步骤": steps})
    rail = rail_of(flow)
    refuse(faults(flow))
    assert [pin.joins for row in rail.rows[:2] for pin in row.pins] == [False, True]
