"""Risk levels are drawn as 用词表 says: its letter, its shape, and its order where it has none."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.chart import gallery
from generator.chart.layout import draw
from generator.model.district import RiskLevelTerm
from generator.model.drawing import BadgeKind, View
from generator.model.registry import Ref
from generator.model.risk_scale import USUAL, RiskMark, scale_of
from generator.tests.load_world import copy_of, edited, joined
from generator.tests.rendered import rendered

VOCABULARY = "powers/vocabulary.yml"
LEVELS = '  - {代号: high, 名称: 高, 次序: "3", 字母: 高, 形状: 三角}\n'


def _terms(*rows: tuple[str, int, str, str]) -> tuple[RiskLevelTerm, ...]:
    return tuple(
        RiskLevelTerm.model_validate(
            {"代号": f"l{order}", "名称": name, "次序": order, "字母": letter, "形状": shape}
        )
        for name, order, letter, shape in rows
    )


def test_shape_comes_first_then_the_order() -> None:
    rows = (
        ("特别重大", 4, "特", ""),
        ("重大", 3, "重", ""),
        ("较大", 2, "较", "圆"),
        ("一般", 1, "般", ""),
    )
    scale = scale_of(_terms(*rows))
    assert [scale.mark(name) for name, *_ in rows] == [
        RiskMark("特", 3),
        RiskMark("重", 2),
        RiskMark("较", 1),
        RiskMark("般", 1),
    ]


@pytest.mark.parametrize(
    ("level", "mark"),
    [("高", RiskMark("高", 3)), ("低风险", RiskMark("低", 1)), ("黄", RiskMark("黄", 2))],
)
def test_a_level_of_no_list_is_guessed(level: str, mark: RiskMark) -> None:
    assert USUAL.mark(level) == mark


def test_charts_show_the_letter_and_the_shape_of_the_district(tmp_path: Path) -> None:
    root = copy_of("minimal", tmp_path)
    edited(root, VOCABULARY, LEVELS, LEVELS.replace("字母: 高, 形状: 三角", "字母: 红, 形状: 圆"))
    registry = joined(root)
    flow = registry.flows[Ref("powers/health", "xuke")]
    scale = scale_of(registry.vocabulary.risk_levels)
    signs = [
        badge
        for box in draw(flow, View.RISK, scale).boxes
        for badge in box.badges
        if badge.kind is BadgeKind.RISK
    ]
    assert [(sign.texts[0].text, sign.level) for sign in signs] == [("红1", 1)]
    charts = gallery(registry, lambda done, total: None)
    assert any("红1" in "".join(each.risk_svg) for each in charts.values())
    page = rendered(registry)[0]["powers/health/flows/xuke/"]
    assert "mb-level--low" in page.body
    assert "mb-level--high" not in page.body
