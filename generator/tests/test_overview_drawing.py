"""Overview maps as drawn: geometry read from the SVG, hostile words, the same bytes everywhere."""

from __future__ import annotations

import hashlib
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest

from generator.chart.map_ink import sketched
from generator.chart.overview import placed, source_of
from generator.model.overview import Band, BoxKind, Goal, MapBox, MapLine, OverviewMap, Target
from generator.publish.graphviz import lay_out
from generator.tests.charts.map_reading import faults_of, read_map
from generator.tests.charts.map_samples import random_map
from generator.tests.test_chart_svg import ELEMENTS, HOSTILE, all_texts

MAPS = 60


def svg_of(told: OverviewMap, plain: str) -> str:
    """A map and Graphviz's plain text → SVG with all links leading to one place."""
    found = placed(told, plain)
    assert found is not None
    return sketched(found, "m").linked(lambda _: ' href="#x"')


@pytest.fixture(scope="module")
def workshop(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the engine keeps its compiled form during these tests."""
    return tmp_path_factory.mktemp("workshop")


def test_boxes_stand_apart_texts_lie_in_them_and_lines_between_them(workshop: Path) -> None:
    told = [random_map(seed) for seed in range(MAPS)]
    plains = lay_out([source_of(each) for each in told], workshop)
    drawn = [svg_of(each, plain) for each, plain in zip(told, plains, strict=True)]

    assert [(n, f) for n, svg in enumerate(drawn) for f in faults_of(read_map(svg))][:5] == []
    for each, svg in zip(told, drawn, strict=True):
        seen = read_map(svg)
        assert len(seen.boxes) == len(each.boxes)
        assert len(seen.courses) == len(each.lines)
        assert len(seen.tips) == sum(line.arrow for line in each.lines)


def test_the_counter_of_faults_counts() -> None:
    box = '<rect class="c-process" x="{}" y="0" width="100" height="40"/>'
    text = '<text x="{}" y="25">一二三四五六七八</text>'
    line = '<path class="c-line" d="{}"/>'

    def faults(*parts: str) -> int:
        inside = "".join(parts)
        head = '<svg xmlns="http://www.w3.org/2000/svg" width="400" height="90">'
        return len(faults_of(read_map(f"{head}{inside}</svg>")))

    assert faults(box.format(0), box.format(200)) == 0
    assert faults(box.format(0), box.format(99)) == 1
    assert faults(box.format(0), box.format(350)) == 1
    assert faults(box.format(0), text.format(70)) == 1
    assert faults(box.format(0), box.format(200), line.format("M100 20H200")) == 0
    assert faults(box.format(0), box.format(200), line.format("M100 20H190")) == 1
    assert faults(*map(box.format, (0, 120, 240)), line.format("M100 20H240")) == 1


@pytest.mark.parametrize("words", HOSTILE)
def test_a_hostile_label_comes_out_inert_and_verbatim(words: str, workshop: Path) -> None:
    boxes = tuple(
        MapBox(words, column, BoxKind.ITEM, (words,), Target(Goal.ITEM, words, words))
        for column in (0, 1)
    )
    lines = (MapLine(0, 1, arrow=True, words=words, target=Target(Goal.ROW, id="handoff-1")),)
    told = OverviewMap(words, words, (Band(words, 0, 1),), boxes, lines)
    source = source_of(told)
    svg = svg_of(told, lay_out([source], workshop)[0])

    assert words not in source
    assert all_texts(svg).count("".join(words.split())) == 8
    for element in ElementTree.fromstring(svg).iter():  # noqa: S314  # We wrote it ourselves.
        assert element.tag.removeprefix("{http://www.w3.org/2000/svg}") in ELEMENTS
        assert not [name for name in element.attrib if name == "style" or name[:2] == "on"]
        assert element.get("href", "#x") == "#x"


def test_what_graphviz_is_told_holds_no_word_and_no_file() -> None:
    source = source_of(random_map(1))

    assert source.isascii()
    assert 'label=""' in source
    assert "image=" not in source
    assert set(re.findall(r'label="?([^" \n]*)', source)) == {""}
    assert source == source_of(random_map(1))


def test_two_processes_make_the_same_bytes(workshop: Path) -> None:
    told = random_map(3)
    ours = svg_of(told, lay_out([source_of(told)], workshop)[0])
    program = (
        "import hashlib, pathlib, sys\n"
        "from generator.tests.charts.map_samples import random_map\n"
        "from generator.tests.test_overview_drawing import lay_out, source_of, svg_of\n"
        "told, folder = random_map(3), pathlib.Path(sys.argv[1])\n"
        "svg = svg_of(told, lay_out([source_of(told)], folder)[0])\n"
        "print(hashlib.sha256(svg.encode()).hexdigest())\n"
    )
    for seed in ("1", "2"):
        command = [sys.executable, "-c", program, str(workshop / seed)]
        done = subprocess.run(
            command, check=True, capture_output=True, text=True, env={"PYTHONHASHSEED": seed}
        )
        assert done.stdout.strip() == hashlib.sha256(ours.encode()).hexdigest()


def test_a_link_that_leads_nowhere_is_no_link(workshop: Path) -> None:
    told = random_map(2)
    found = placed(told, lay_out([source_of(told)], workshop)[0])
    assert found is not None
    assert " href" not in sketched(found, "m").linked(lambda _: "")


def test_an_answer_that_lacks_a_box_is_no_map() -> None:
    told = replace(random_map(4), lines=())
    assert placed(told, "graph 1 1 1\nnode b0 1 1 1 1\nstop\n") is None
