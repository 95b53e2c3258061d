"""Whatever a clerk does to a valid file of any kind, the whole district around it is still read.

The answer is a valid model or problems, each with a place that the file has, a code with a page
and a way out; never an exception. What is valid fits the schema of an editor too.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator import report
from generator.bench.oracle import lines_below, unfit
from generator.check import check
from generator.load import load
from generator.load.files import FileKind, SourceFile, find
from generator.problem import stops
from generator.report import read_pages
from generator.tests.conftest import refuse
from generator.tests.editor import faults, validators
from generator.tests.edits import EDITS, edited_texts, subtree
from generator.tests.load_world import WORLDS, copy_of
from generator.verdict import source_lines

FILES = find(WORLDS / "full").files
PAGES = read_pages()
SCHEMAS = validators(WORLDS / "full")
TRIES = 30
"""For each kind of file."""


def of_kind(kind: FileKind) -> list[SourceFile]:
    """The files of the full world that are of one kind."""
    return [source for source in FILES if source.kind is kind]


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the full world, in which one file at a time is damaged."""
    return copy_of("full", tmp_path_factory.mktemp("edited"))


@pytest.mark.parametrize("kind", FileKind, ids=lambda kind: kind.value)
def test_any_edit_gives_a_valid_model_or_problems(kind: FileKind, world: Path) -> None:
    @settings(max_examples=TRIES, suppress_health_check=[HealthCheck.too_slow])
    @given(st.data())
    def tried(data: st.DataObject) -> None:
        source = data.draw(st.sampled_from(of_kind(kind)))
        text = data.draw(edited_texts(source.path.read_text(encoding="utf-8")))
        look_at(world, source, text)

    tried()


def look_at(world: Path, source: SourceFile, text: str) -> None:
    """Load and check a world in which *text* stands in place of one file."""
    path = world / source.label
    before = path.read_bytes()
    path.write_bytes(text.encode("utf-8", "surrogatepass"))
    try:
        registry, problems = load(world)
        assert registry is not None or stops(problems)
        found = (*problems, *(check(registry) if registry else ()))
        refuse(unfit(found, lines_below(world)))
        if not stops(problems):
            refuse(f"the schema refuses: {fault}" for fault in faults(SCHEMAS[source.kind], text))
        for form in (report.to_json, report.to_github):
            form(found).encode()
        report.to_text(found, source_lines(world)).encode()
        report.to_sarif(found, PAGES).encode()
    finally:
        path.write_bytes(before)


def test_every_kind_of_file_is_there_to_be_damaged() -> None:
    assert {source.kind for source in FILES} == set(FileKind)


@pytest.mark.parametrize("name", EDITS)
def test_every_edit_does_something(name: str) -> None:
    text = of_kind(FileKind.UNIT)[0].path.read_text(encoding="utf-8")
    changed = []
    for at in range(5):
        lines = text.split("\n")
        EDITS[name](lines, at, lambda below: below // 2)
        changed.append("\n".join(lines) != text)
    assert any(changed)


def test_a_subtree_is_what_stands_deeper() -> None:
    lines = ["甲:", "  乙: 1", "", "  丙:", "    - 丁", "戊: 2"]
    assert subtree(lines, 0) == slice(0, 5)
    assert subtree(lines, 3) == slice(3, 5)
    assert subtree(lines, 5) == slice(5, 6)
