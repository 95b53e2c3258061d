"""Tiers of a penalty: where one ends and the next begins, by 情节 and by fine."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest

from generator.check import check
from generator.check.tiers import fines_of, reach_of
from generator.load import load
from generator.tests.rule_pages import Fields, world_with

ITEM = "powers/health/items/xk-001.yml"
SAME = "正好五十户的两档都算"


def test_the_reach_of_a_tier_is_read() -> None:
    reach = reach_of("没有违法所得或者不足1.5万元，首次被查")
    assert reach.upper is not None
    upper = reach.upper
    assert (upper.of, upper.unit, upper.amount) == ("违法所得", "元", Fraction(15000))
    assert reach.lower is None
    both = reach_of("逾期不改，涉及十人以上不满三十人的")
    assert both.lower is not None
    assert both.upper is not None
    assert [int(both.lower.amount), int(both.upper.amount)] == [10, 30]
    assert reach_of("货值两万五千元以上").lower is None


def test_fines_are_read_in_yuan() -> None:
    told = "对单位处5000元以上1.5万元以下罚款，对责任人员处五百元以上一千元以下罚款"
    assert [[int(end) for end in fine] for fine in fines_of(told)] == [[5000, 15000], [500, 1000]]
    assert fines_of("并处货值10倍以上20倍以下罚款，最高5万元") == ()


def _said(folder: Path, tiers: list[tuple[str, str]]) -> list[str]:
    """What is said of a penalty with tiers of these 情节 and 处理."""
    rows = "".join(f"    - {{情节: {when}, 处理: {then}}}\n" for when, then in tiers)
    fields = f"处罚:\n  违法情形: 甲\n  裁量基准: 未提供\n  档次:\n{rows}"
    registry, _ = load(world_with(folder / "world", Fields(ITEM, fields)))
    assert registry is not None
    found = [each for each in check(registry) if each.code == "penalty-tiers-do-not-meet"]
    return [f"{each.severity.value} {each.sentence}" for each in found]


FINE = "处1万元以上2万元以下罚款"
MORE = "处2万元以上5万元以下罚款"


@pytest.mark.parametrize(
    ("tiers", "expected"),
    [
        (
            [("货值不满五万元", FINE), ("货值金额3万元以上", MORE)],
            ["提醒 一档到五万元为止，另一档从3万元起，中间的两档都算"],
        ),
        (
            [("货值3万元以上", MORE), ("货值不足1万元", FINE)],
            ["提醒 一档到1万元为止，另一档从3万元起，中间的哪一档也不算"],
        ),
        (
            [("五十户以下", FINE), ("五十户以上", MORE)],
            [f"提醒 一档到五十户以下，另一档五十户以上，{SAME}"],
        ),
        (
            [("不满十人", FINE), ("十人以上", "处3万元以上5万元以下罚款")],
            ["提示 两档罚款，轻的到2万元，重的从3万元起，中间空着一段"],
        ),
        (
            [("不满十人", FINE), ("十人以上", "处1.5万元以上5万元以下罚款")],
            ["提示 两档罚款，轻的到2万元，重的从1.5万元起，中间重着一段"],
        ),
        ([("不满十人", FINE), ("十人以上不满三十人", MORE), ("三十人以上", "吊销")], []),
        ([("违法所得不足1万元", FINE), ("违法所得超过1万元", MORE)], []),
        ([("货值不满1万元", FINE), ("违法所得3万元以上", MORE)], []),
        ([("货值不满1万元", FINE), ("货值5万元以上", MORE), ("其他情形", FINE)], []),
        ([("不满十人，初犯", FINE), ("不满十人，再犯", MORE), ("十人以上", FINE)], []),
    ],
)
def test_tiers_that_do_not_meet_are_told(
    tmp_path: Path, tiers: list[tuple[str, str]], expected: list[str]
) -> None:
    assert _said(tmp_path, tiers) == expected
