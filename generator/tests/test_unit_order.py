"""单位次序: units stand in the order of the district, the others behind them."""

from __future__ import annotations

from pathlib import Path

from generator.load import load
from generator.tests.load_world import added, copy_of, edited, joined, report

DISTRICT = "powers/district.yml"


def test_units_stand_as_the_district_lists_them(tmp_path: Path) -> None:
    root = copy_of("full", tmp_path)
    written = "单位次序: [beishan, education, transport]\n"
    edited(root, DISTRICT, written, "")
    before = [unit.id for unit in joined(root).units]
    assert before == sorted(before)
    assert len(before) > 2
    added(root, DISTRICT, f"单位次序: [{before[-1]}, {before[1]}]\n")
    rest = [name for name in before if name not in (before[-1], before[1])]
    assert [unit.id for unit in joined(root).units] == [before[-1], before[1], *rest]


def test_a_name_and_a_slip_are_told(tmp_path: Path) -> None:
    root = copy_of("minimal", tmp_path)
    line = (root / DISTRICT).read_text(encoding="utf-8").count("\n") + 1
    added(root, DISTRICT, "单位次序: [hedong, 卫生局, healht]\n")
    assert report(load(root)[1]) == [
        f"错误[unknown-reference] {DISTRICT}:{line}:16 找不到单位“卫生局”"
        " ⇒ 这里写编号“health”，不写名称",
        f"错误[unknown-reference] {DISTRICT}:{line}:21 找不到单位“healht” ⇒ 是不是“health”",
    ]
