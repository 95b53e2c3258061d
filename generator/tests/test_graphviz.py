"""The engine that lays maps out: its limits, what it keeps, and who stands in for it."""

from __future__ import annotations

import stat
import sys
from pathlib import Path

import pytest

from generator.publish import graphviz, graphviz_wasm, memo
from generator.publish.graphviz import by_program, engine_in, lay_out
from generator.tests.conftest import FindTool

SMALL = 'digraph { rankdir=LR; node [fixedsize=true label=""]; a -> b; a -> c; }'
"""Laid out in a moment."""

ENDLESS = "\n".join(
    ["digraph {", *(f"n{n // 160} -> n{n % 160}" for n in range(160 * 160) if n % 161), "}"]
)
"""Far more than the limit allows."""


@pytest.fixture(scope="module")
def workshop(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the engine keeps its compiled form during these tests."""
    return tmp_path_factory.mktemp("workshop")


def program(folder: Path, *lines: str) -> str:
    """A program that stands in for `dot` → its path."""
    path = folder / "dot"
    path.write_text("\n".join((f"#!{sys.executable}", *lines)), encoding="utf-8")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return str(path)


def test_a_text_that_takes_too_long_is_stopped_and_the_next_one_is_laid_out(workshop: Path) -> None:
    endless, small, broken = lay_out([ENDLESS, SMALL, "digraph {"], workshop)

    assert endless == broken == ""
    assert small.startswith("graph ")
    assert small.endswith("stop\n")


def test_the_limit_counts_instructions_so_that_it_is_the_same_everywhere(workshop: Path) -> None:
    few = graphviz_wasm.start(workshop, 1000)
    enough = graphviz_wasm.start(workshop, graphviz.FUEL)

    assert few is not None
    assert enough is not None
    assert few.plain(SMALL) == ""
    assert enough.plain(SMALL) == enough.plain(SMALL) != ""


def test_a_text_does_not_depend_on_those_before_it(workshop: Path) -> None:
    alone = lay_out([SMALL], workshop)
    last = lay_out([ENDLESS, "digraph { x -> y }", SMALL], workshop)

    assert alone[0] == last[2]


def test_results_are_kept_and_need_no_engine(
    workshop: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = engine_in(workshop)([SMALL])
    monkeypatch.setattr(graphviz, "_engine", lambda _: pytest.fail("started again"))

    assert engine_in(workshop)([SMALL]) == first


def test_a_damaged_compiled_form_is_made_anew(tmp_path: Path) -> None:
    first = lay_out([SMALL], tmp_path)
    for file in (tmp_path / "memo").iterdir():
        file.write_bytes(file.read_bytes()[:-1])

    assert lay_out([SMALL], tmp_path) == first


def test_a_compiled_form_of_another_engine_is_made_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(memo, "recall", lambda _folder, _key: b"made elsewhere")
    engine = graphviz_wasm.start(tmp_path, graphviz.FUEL)

    assert engine is not None
    assert engine.plain(SMALL)


@pytest.mark.parametrize("lack", ["packages", "engine"])
def test_without_the_engine_one_process_lays_all_out(
    lack: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    count = tmp_path / "count"
    program(
        tmp_path,
        "import sys",
        f"open({str(count)!r}, 'a').write('.')",
        "for graph in sys.stdin.read().count('digraph') * [1]: print('graph 1 1 1\\nstop')",
    )
    monkeypatch.setenv("PATH", str(tmp_path))
    if lack == "packages":
        monkeypatch.setattr(graphviz, "find_spec", lambda _: None)
    else:
        monkeypatch.setattr(graphviz, "_engine", lambda _: None)

    assert lay_out([SMALL, SMALL], tmp_path) == ("graph 1 1 1\nstop\n",) * 2
    assert count.read_text() == "."
    assert not (tmp_path / "memo").exists()


def test_with_neither_no_map_is_laid_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(graphviz, "find_spec", lambda _: None)
    monkeypatch.setenv("PATH", str(tmp_path))

    assert lay_out([SMALL, SMALL], tmp_path) == ("", "")


@pytest.mark.parametrize(
    "lines",
    [
        ("import time", "time.sleep(60)"),
        ("raise SystemExit(1)",),
        ("print('graph 1 1 1\\nstop')",),
        ("import sys", "sys.stdout.buffer.write(b'\\xff\\xfe')"),
    ],
    ids=["hangs", "fails", "forgets one", "says no text"],
)
def test_a_program_that_misbehaves_makes_no_map(
    lines: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(graphviz, "SECONDS", 1)

    assert by_program([SMALL, SMALL], program(tmp_path, *lines)) == ("", "")


def test_debians_dot_lays_out_as_the_engine_does(tool: FindTool, workshop: Path) -> None:
    places = [
        [line.split()[:2] for line in text.splitlines()]
        for text in (*by_program([SMALL], str(tool("dot"))), *lay_out([SMALL], workshop))
    ]
    assert places[0] == places[1]


def test_nothing_to_lay_out_starts_nothing(tmp_path: Path) -> None:
    assert lay_out([], tmp_path) == ()
    assert list(tmp_path.iterdir()) == []
