"""A limit that says no length is told wherever it is written; what the law leaves open is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.check import check
from generator.load import load
from generator.tests.load_world import copy_of, edited

CODE = "limit-not-computable"
ITEM = "powers/health/items/xk-001.yml"
FLOW = "powers/health/flows/xuke.yml"
MICRO = "villages/_common/items/bm-001.yml"
_HINT = "写成“5个工作日”“30日”这样的数字；法律没有规定的就写“法律未规定”"

TOLD: tuple[tuple[str, str, str, list[str]], ...] = (
    (ITEM, "  承诺: 10个工作日", "  承诺: 10个工作日\n  原: 较长时间", ["原时限“较长时间”"]),
    (
        ITEM,
        "  承诺: 10个工作日",
        "  承诺: 10个工作日\n  延长: {期限: 适当延长, 条件: 批准}",
        ["延长时限“适当延长”"],
    ),
    (ITEM, "一次告知}]", "一次告知, 时限: 及时}]", ["责任时限“及时”"]),
    (FLOW, "    时限: 5个工作日", "    时限: 尽快", ["步骤时限“尽快”"]),
    (
        ITEM,
        "收费: 不收费",
        "子项: [{代号: a, 名称: 首次, 时限: {承诺: 视情况}}]",
        ["承诺时限“视情况”"],
    ),
    (ITEM, "流程: xuke", "流程: {用: xuke, 时限: {审查: 尽快}}", ["步骤时限“尽快”"]),
    (ITEM, "收费: 不收费", "救济: {起诉期限: 及时}", ["起诉时限“及时”"]),
    (ITEM, "{期限: 20个工作日,", "{期限: 无,", []),
    (ITEM, "{期限: 20个工作日,", "{期限: 无法定时限,", []),
    (ITEM, "{期限: 20个工作日,", "{期限: 法律、法规未作规定,", []),
    (ITEM, "一次告知}]", "一次告知, 时限: 法律未规定}]", []),
    (ITEM, "一次告知}]", "一次告知, 时限: 自受理之日起五个工作日内}]", []),
)


@pytest.mark.parametrize(("file", "old", "new", "expected"), TOLD)
def test_a_limit_without_a_length_is_told(
    tmp_path: Path, file: str, old: str, new: str, expected: list[str]
) -> None:
    root = copy_of("minimal", tmp_path)
    edited(root, file, old, new)
    assert _said(root) == [f"{each}算不出天数 ⇒ {_HINT}" for each in expected]


@pytest.mark.parametrize(
    ("disclosure", "expected"),
    [
        ("{公示期: 不少于7日, 周期: 每季度15日前}", []),
        ("{公示期: 公示7天以上, 周期: 信息形成之日起20个工作日内}", []),
        ("{公示期: 足够长}", ["公示期“足够长”算不出天数 ⇒ 写成“不少于7日”"]),
        (
            "{周期: 定期}",
            [
                "公开的周期“定期”看不出多久一次"
                " ⇒ 写成“每季度15日前”“每年1月31日前”，不定期的写“随时”"
            ],
        ),
    ],
)
def test_a_disclosure_says_how_long_and_how_often(
    tmp_path: Path, disclosure: str, expected: list[str]
) -> None:
    root = copy_of("minimal", tmp_path)
    (root / MICRO).write_text(
        (root / MICRO).read_text(encoding="utf-8") + f"公开: {disclosure}\n", encoding="utf-8"
    )
    assert _said(root) == expected


def _said(root: Path) -> list[str]:
    registry, problems = load(root)
    assert registry is not None
    found = (*problems, *check(registry))
    return [f"{each.sentence} ⇒ {each.hint}" for each in found if each.code == CODE]
