"""Whatever bytes a file holds, reading it answers with a tree or with problems, its own only."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.load import load
from generator.load.yaml_tree import read_tree
from generator.tests.edits import SIGNS
from generator.tests.load_world import WORLDS

FILES = sorted((WORLDS / "full").glob("*s/**/*.yml"))
edits = st.lists(
    st.tuples(st.integers(0, 10_000), st.integers(0, 12), st.sampled_from(SIGNS)),
    min_size=1,
    max_size=4,
)


def typed(text: str, places: list[tuple[int, int, str]]) -> str:
    """A text after each edit: some characters gone, some signs typed in their place."""
    for place, gone, sign in places:
        at = place % (len(text) + 1)
        text = text[:at] + sign + text[at + gone :]
    return text


@pytest.fixture(scope="module")
def world() -> Path:
    """A copy of the full world to type in."""
    return Path(shutil.copytree(WORLDS / "full", Path(tempfile.mkdtemp()) / "full"))


@settings(max_examples=300)
@given(st.binary(max_size=200))
def test_any_bytes_give_a_tree_or_problems(raw: bytes) -> None:
    tree, problems = read_tree("f.yml", raw)
    assert (tree is None) == bool(problems)


@settings(max_examples=300)
@given(file=st.sampled_from(FILES), places=edits)
def test_any_edited_file_gives_a_tree_or_problems(
    file: Path, places: list[tuple[int, int, str]]
) -> None:
    raw = typed(file.read_text(encoding="utf-8"), places).encode()
    tree, problems = read_tree("f.yml", raw)
    assert (tree is None) == bool(problems)


@pytest.mark.parametrize("file", FILES, ids=[path.stem for path in FILES])
def test_a_broken_file_brings_no_problems_of_others_along(world: Path, file: Path) -> None:
    path = world / file.relative_to(WORLDS / "full")
    before = path.read_bytes()
    try:
        path.write_bytes(before + "写坏了\n".encode())
        _, problems = load(world)
        assert {problem.span.file for problem in problems} == {str(path.relative_to(world))}
        assert len(problems) == 1
    finally:
        path.write_bytes(before)
