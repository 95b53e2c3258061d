"""The short road of reading gives the values of the careful one, or leaves a file to it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.load.plain import plain_values
from generator.load.text import clean_text
from generator.load.yaml_tree import read_tree
from generator.model.origin import Values, as_json

ROOT = Path(__file__).parents[2]
SAMPLE = [*sorted(ROOT.glob("powers/**/*.yml")), *sorted(ROOT.glob("villages/**/*.yml"))]

PLAIN: tuple[tuple[str, Values], ...] = (
    ("名称: 甲\n电话: '0355'\n", {"名称": "甲", "电话": "0355"}),
    ("- 甲\n- '乙: 丙'\n", ["甲", "乙: 丙"]),
    ("行:\n- 甲\n- 乙\n尾: 丁\n", {"行": ["甲", "乙"], "尾": "丁"}),
    ("行:\n  - 甲: 1\n    乙:\n    - 2\n空: []\n", {"行": [{"甲": "1", "乙": ["2"]}], "空": []}),
    ("时: 8:30—12:00\n址: https://a.b/c\n", {"时": "8:30—12:00", "址": "https://a.b/c"}),
    ("行: [甲, '乙, 丙', 8:30]\n", {"行": ["甲", "乙, 丙", "8:30"]}),
    ("行: [{甲: 1, 乙: [2, 3]}, {}]\n", {"行": [{"甲": "1", "乙": ["2", "3"]}, {}]}),
    (
        "# 说明\n甲: |\n  - 一\n\n    二 # 三\n乙: |-\n  丙\n",
        {"甲": "- 一\n\n  二 # 三\n", "乙": "丙"},
    ),
    ("- 甲: 1\n- 乙:\n    丙: 丁", [{"甲": "1"}, {"乙": {"丙": "丁"}}]),
)

REMARKABLE = (
    "甲: 一\n甲: 二\n",
    "甲: &a 一\n",
    "甲: *a\n",
    "甲: !!str 一\n",
    "甲: 一\n  二\n",
    "甲: '一\n  二'\n",
    '甲: "\\u200b"\n',
    "甲: 一 #二\n",
    "甲: 一\n---\n乙: 二\n",
    "甲: >\n  一\n",
    "甲: |\n    一\n  二\n",
    "甲: [一, ]\n",
    "甲: [一, [二]\n",
    "甲: {一}\n",
    "甲: {一: 1, 一: 2}\n",
    "甲:\n  －一\n",
    "甲:\n\t乙: 丙\n",
    "甲:\n   乙: 1\n  丙: 2\n",
    "<<: 甲\n",
    "? 甲\n: 乙\n",
    "一段文字\n",
    "甲:\n",
    "甲:\n乙: 1\n",
    "甲:\n  乙:\n丙: 1\n",
    "- 甲:\n- 乙: 1\n",
    "甲: ''\n",
    '甲: " "\n',
    "甲: [一, '']\n",
    "甲: {一: ' '}\n",
    "",
)


@pytest.mark.parametrize(("text", "values"), PLAIN)
def test_a_plain_file_is_read_without_places(text: str, values: Values) -> None:
    assert plain_values(text) == values
    assert _carefully(text) == values


@pytest.mark.parametrize("text", REMARKABLE)
def test_what_is_remarkable_is_left_to_the_careful_reader(text: str) -> None:
    assert plain_values(text) is None


@pytest.mark.parametrize("path", SAMPLE, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_the_files_of_the_sample_are_plain(path: Path) -> None:
    text = path.read_text("utf-8")
    assert plain_values(text) == _carefully(text)


WORDS = st.sampled_from(
    ["甲", "名称", "0355", "a:b", "a b", "是", "~", "<<", "8:30", "一。", "x-1", "[", "]", "{", "}"]
)
LINES = ["\n", "\n  ", "\n    ", "\n- ", "\n  - ", "\n\n", ": |\n  ", ": |-\n   "]
MARKS = [": ", ":", "- ", "-", ", ", ",", " ", "'", '"', "#", " # ", " #", "|", "\t", "\\"]
SLIPS = ["：", "\u3000", "&", "*", "!", "?", "－", "%"]
SIGNS = st.sampled_from([*LINES, *MARKS, *SLIPS])
TEXTS = st.lists(st.one_of(WORDS, SIGNS), max_size=24).map("".join)


@given(TEXTS)
@example("甲: |\n  一\n #二\n")
@example("甲: |\n\n  一\n")
@example("甲:\n- 乙\n  丙")
@example("甲: |\n  乙")
def test_a_text_is_read_as_with_care_or_left_to_it(text: str) -> None:
    _agree(text)


@given(st.sampled_from(SAMPLE), st.data())
def test_a_damaged_file_is_read_as_with_care_or_left_to_it(path: Path, data: st.DataObject) -> None:
    lines = path.read_text("utf-8").split("\n")
    for _ in range(data.draw(st.integers(1, 3))):
        number = data.draw(st.integers(0, len(lines) - 1))
        at = data.draw(st.integers(0, len(lines[number])))
        cut = data.draw(st.integers(0, 3))
        put = data.draw(st.one_of(WORDS, SIGNS, st.just("")))
        lines[number] = lines[number][:at] + put + lines[number][at + cut :]
    _agree("\n".join(lines))


def _agree(text: str) -> None:
    clean, problems = clean_text("x.yml", text.encode("utf-8"))
    values = None if problems else plain_values(clean)
    if values is not None:
        assert values == _carefully(clean)


def _carefully(text: str) -> Values:
    """What the careful reader makes of a text, which must be without problems."""
    tree, problems = read_tree("x.yml", text.encode("utf-8"))
    assert tree is not None, problems
    return as_json(tree)
