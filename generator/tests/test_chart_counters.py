"""A written SVG damaged in one place → the counters of faults see it."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from generator.chart import draw
from generator.chart.svg import to_svg
from generator.model.drawing import View
from generator.tests.charts.quality import broken_lanes, crossings, faults
from generator.tests.charts.reading import read_chart
from generator.tests.charts.samples import LICENCE

SOUND = to_svg(draw(LICENCE, View.LANES), "c")


def _moved(svg: str, across: int, down: int) -> str:
    """The shape of the first plain box somewhere else; its texts and edges stay."""
    found = re.search(r'<rect class="c-process" x="(\d+)" y="(\d+)"', svg)
    assert found
    shape = f'<rect class="c-process" x="{int(found[1]) + across}" y="{int(found[2]) + down}"'
    return svg.replace(found[0], shape, 1)


def _edge(svg: str, change: Callable[[str], str]) -> str:
    """The course of the first edge changed."""
    found = re.search(r'<path class="c-line" d="(M[^"]+)"', svg)
    assert found
    return svg[: found.start(1)] + change(found[1]) + svg[found.end(1) :]


def _last_upright(path: str, by: int) -> str:
    *_, number = re.findall(r"V(\d+)", path)
    return re.sub(rf"V{number}$", f"V{int(number) + by}", path)


DAMAGES: dict[str, Callable[[str], str]] = {
    "a box lies 60 px lower": lambda svg: _moved(svg, 0, 60),
    "a box lies 2 px lower": lambda svg: _moved(svg, 0, 2),
    "a box lies 2 px to the right": lambda svg: _moved(svg, 2, 0),
    "an edge ends 2 px early": lambda svg: _edge(svg, lambda path: _last_upright(path, -2)),
    "an edge ends 2 px late": lambda svg: _edge(svg, lambda path: _last_upright(path, 2)),
    "an edge begins 2 px beside its box": lambda svg: _edge(
        svg, lambda path: re.sub(r"^M(\d+)", lambda m: f"M{int(m[1]) + 2}", path)
    ),
    "a text is three times as long": lambda svg: svg.replace(
        ">受理</text>", f">{'受理' * 7}</text>", 1
    ),
    "a label lies in a box": lambda svg: re.sub(
        r'(class="c-label") x="\d+" y="\d+"', r'\1 x="30" y="80"', svg, count=1
    ),
    "an edge has no arrow": lambda svg: re.sub(r'<path class="c-tip"[^>]*/>', "", svg, count=1),
    "an edge says another target": lambda svg: svg.replace('data-way="1-2"', 'data-way="1-6"', 1),
    "an edge is slanted": lambda svg: _edge(svg, lambda path: path + "L9 9"),
}


def test_a_sound_drawing_has_no_faults() -> None:
    chart = read_chart(SOUND)

    assert faults(chart) == []
    assert broken_lanes(chart, LICENCE) == []


@pytest.mark.parametrize("name", DAMAGES)
def test_the_counters_see_damage(name: str) -> None:
    damaged = DAMAGES[name](SOUND)

    assert damaged != SOUND
    assert faults(read_chart(damaged)) != []


def test_a_box_in_another_lane_is_seen() -> None:
    assert broken_lanes(read_chart(_moved(SOUND, 220, 0)), LICENCE) != []


def test_a_text_over_an_edge_is_seen() -> None:
    found = re.search(r'<text class="c-label"[^>]*>', SOUND)
    assert found
    slid = re.sub(r' y="(\d+)"', lambda m: f' y="{int(m[1]) + 9}"', found[0])

    assert any("lies on" in fault for fault in faults(read_chart(SOUND.replace(found[0], slid))))


def test_crossing_edges_are_counted() -> None:
    across = '<g data-way="1-3"><path class="c-line" d="M0 100H2000"/></g></svg>'

    assert crossings(read_chart(SOUND.replace("</svg>", across))) > crossings(read_chart(SOUND))
