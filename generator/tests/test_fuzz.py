"""What `make fuzz` found stays mended, and a short run of it finds nothing more."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from generator.bench.findings import Finding, fault_of, keep, read_as, smaller
from generator.bench.fuzz import CASES, Order, kind_of, run, seeds
from generator.bench.mutate import LONGEST, with_bytes_changed, with_structure_changed
from generator.bench.trail import Trail
from generator.load.files import FileKind

FOUND = sorted(CASES.glob("*.yml"))


@pytest.mark.parametrize("case", FOUND, ids=lambda path: path.stem)
def test_what_was_found_stays_mended(case: Path) -> None:
    raw = case.read_bytes()
    assert fault_of(lambda: read_as(kind_of(case), raw)) == ""


def test_a_short_run_finds_nothing(tmp_path: Path) -> None:
    (tally,) = run([Order(0, 7, 2.0, 0.5, tmp_path)])
    assert tally.inputs > 0
    assert (tally.found, list(tmp_path.iterdir())) == ([], [])


def test_a_worker_that_dies_is_a_finding(tmp_path: Path) -> None:
    order = Order(0, 7, 1.0, 0.5, tmp_path)
    order.now.mkdir()
    (tally,) = run([order])
    assert list(tally.faults) == ["died"]


def test_a_finding_is_made_small_and_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_: FileKind, raw: bytes) -> None:
        if b"x" in raw:
            raise ValueError

    monkeypatch.setattr("generator.bench.findings.read_as", broken)
    raw = b"abc" * 50 + b"x" + b"def" * 50
    fault = fault_of(lambda: broken(FileKind.FLOW, raw))
    small = smaller(Finding(FileKind.FLOW, fault, raw))
    assert fault.startswith("ValueError test_fuzz.py:")
    assert small.raw == b"x"
    assert kind_of(keep(small, tmp_path)) is FileKind.FLOW


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


def test_only_new_lines_count() -> None:
    trail = Trail(Path(__file__).parent)

    def once() -> None:
        kind_of(Path("flow.x.yml"))

    assert trail.fresh_lines(once) > 0
    assert trail.fresh_lines(once) == 0
