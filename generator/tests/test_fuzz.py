"""What `make fuzz` found stays mended, and a short run of it finds nothing more."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from generator.bench.findings import Finding, Unsaid, fault_of, keep, read_as, smaller
from generator.bench.fuzz import _lost, run, told
from generator.bench.labour import CASES, FOLLOWED, Order, Tally, Worker, kind_of, seeds
from generator.bench.mutate import LONGEST, with_bytes_changed, with_structure_changed
from generator.bench.oracle import gist, unfit
from generator.bench.trail import Trail, lines_to_reach
from generator.load.files import FileKind
from generator.problem import Span, error
from generator.tests.load_world import copy_of

FOUND = sorted(CASES.glob("*.yml"))


@pytest.mark.parametrize("case", FOUND, ids=lambda path: path.stem)
def test_what_was_found_stays_mended(case: Path) -> None:
    raw = case.read_bytes()
    assert fault_of(lambda: read_as(kind_of(case), raw)) == ""


def test_a_short_run_finds_nothing(tmp_path: Path) -> None:
    (tally,) = run([an_order(tmp_path, inputs=3_000)])
    assert 3_000 <= tally.inputs < 3_000 + FOLLOWED
    assert tally.districts > 1
    assert tally.kept > 0
    assert (tally.found, list(tmp_path.iterdir())) == ([], [])


def an_order(folder: Path, *, inputs: int) -> Order:
    """A small piece of work that no clock cuts short."""
    return Order(0, seed=7, seconds=120, inputs=inputs, share=0.5, folder=folder)


def test_the_same_seed_tries_the_same(tmp_path: Path) -> None:
    (one,), (again,) = (run([an_order(tmp_path, inputs=700)]) for _ in range(2))
    assert one.kept == again.kept > 0
    assert (one.steps, one.answers, one.lines) == (again.steps, again.answers, again.lines)


def test_a_worker_that_dies_is_a_finding(tmp_path: Path) -> None:
    order = an_order(tmp_path, inputs=1)
    order.now.mkdir()
    (tally,) = run([order])
    assert list(tally.faults) == ["died"]


def test_what_hangs_is_a_finding_with_its_input(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    order = an_order(tmp_path, inputs=10**9)
    monkeypatch.setattr("generator.bench.fuzz.HANGS_AFTER", 0.0)
    (tally,) = run([order])
    assert list(tally.faults) == ["hung"]


def test_a_lost_input_is_kept(tmp_path: Path) -> None:
    order = an_order(tmp_path, inputs=1)
    order.now.write_bytes(b"41 flow 3\na: b" + bytes(9))
    tally = _lost(order, "hung")
    path = Path(tally.found[0].removeprefix("hung: "))
    assert (tally.inputs, path.read_bytes(), kind_of(path)) == (41, b"a: ", FileKind.FLOW)


def test_a_finding_is_made_small_and_kept(tmp_path: Path) -> None:
    def broken(raw: bytes) -> None:
        if b"x" in raw:
            raise ValueError

    raw = b"abc" * 50 + b"x" + b"def" * 50
    fault = fault_of(lambda: broken(raw))
    small = smaller(
        Finding(FileKind.FLOW, fault, raw), lambda shorter: fault_of(lambda: broken(shorter))
    )
    assert fault.startswith("ValueError test_fuzz.py:")
    assert small.raw == b"x"
    assert kind_of(keep(small, tmp_path)) is FileKind.FLOW


def test_a_fault_in_a_district_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_: object) -> None:
        raise ValueError

    monkeypatch.setattr("generator.bench.labour.check", broken)
    monkeypatch.setattr("generator.bench.findings._PATIENCE", 0.1)
    world = copy_of("full", tmp_path)
    before = {path: path.read_bytes() for path in world.rglob("*.yml")}
    tally = Worker(an_order(tmp_path, inputs=600), world).work()
    assert [fault for fault in tally.faults if fault.startswith("ValueError test_fuzz.py:")]
    assert before == {path: path.read_bytes() for path in world.rglob("*.yml")}


def test_values_that_differ_from_those_read_with_care_are_a_fault(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("generator.load.one.plain_values", lambda _: {"名称": "乙"})
    with pytest.raises(Unsaid, match="otherwise"):
        read_as(FileKind.FLOW, "名称: 甲\n".encode())


def test_useless_answers_are_faults() -> None:
    good = error("unknown-field", "不认识的字段“甲”", Span("a.yml", 2, 3), "是不是“乙”")
    assert [*unfit([good], lambda _: ["", "12"])] == []
    assert [*unfit([good], lambda _: ["", "1"])] == [
        "no such place for unknown-field: 不认识的字段…"
    ]
    assert [*unfit([replace(good, hint="")], lambda _: ["", "12"])] == [
        "no way out of unknown-field: 不认识的字段…"
    ]
    assert [*unfit([replace(good, code="no-such")], lambda _: ["", "12"])] == [
        "no-such has no page"
    ]


def test_a_gist_is_the_same_whatever_is_quoted() -> None:
    one, other = (error("x", f"第{n}行的“{n}”", Span("a.yml")) for n in "12")
    assert gist(one) == gist(other)


def test_what_was_done_is_told() -> None:
    tally = Tally(1_200, 3, 2, 40, faults=Counter({"slow": 1, "hung": 1, "KeyError x.py:1": 2}))
    lines = [*told([tally], 4.0)]
    assert lines[0].startswith("1,200 inputs (bytes → model) and 3 districts")
    assert "300 inputs a second" in lines[0]
    assert lines[3].startswith("2 undeclared exceptions or useless answers, 1 hangs")


def test_damage_is_repeatable_and_bounded() -> None:
    first, second = seeds()[:2]
    for number in range(200):
        one, again = Random(number), Random(number)  # noqa: S311 - no secret
        damaged = with_bytes_changed(first.raw, second.raw, one)
        assert damaged == with_bytes_changed(first.raw, second.raw, again)
        assert len(damaged) <= LONGEST
        assert with_structure_changed(first.tree, second.tree, one) == with_structure_changed(
            first.tree, second.tree, again
        )


def test_only_new_steps_count() -> None:
    trail = Trail(Path(__file__).parent)

    def once() -> None:
        an_order(Path("x"), inputs=1)

    assert trail.fresh_steps(once) > 0
    assert trail.fresh_steps(once) == 0
    assert trail.lines <= lines_to_reach(Path(__file__).parent)
