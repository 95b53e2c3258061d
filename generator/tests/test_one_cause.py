"""One cause, one problem: what is broken or renamed in one place is not reported everywhere."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.check import check
from generator.load import load
from generator.problem import Problem
from generator.tests.load_world import added, copy_of, edited

ITEM = "powers/health/items/xk-001.yml"
TOWN = "powers/hedong/unit.yml"
VILLAGE = "villages/hedong/dongtou.yml"
TOPICS = "powers/topics.yml"

Break = Callable[[Path], object]


def problems_of(root: Path) -> tuple[Problem, ...]:
    """What load and check say."""
    registry, problems = load(root)
    assert registry is not None
    return (*problems, *check(registry))


def renamed(old: str, new: str) -> Break:
    """Another path for a file or a folder."""
    return lambda root: (root / old).rename(root / new)


def changed(file: str, old: str, new: str) -> Break:
    """Other words in a file."""
    return lambda root: edited(root, file, old, new)


def more(file: str, text: str) -> Break:
    """More lines in a file."""
    return lambda root: added(root, file, text)


CASES: dict[str, tuple[tuple[Break, ...], str, str, str]] = {
    "an item that topics name is renamed": (
        (
            more(TOPICS, "- {代号: a, 名称: 甲, 事项: [health/xk-001]}\n"),
            more(TOPICS, "- {代号: b, 名称: 乙, 事项: [health/xk-001]}\n"),
            renamed(ITEM, "powers/health/items/xk-101.yml"),
        ),
        "unknown-reference",
        "找不到事项“health/xk-001”",
        "是不是“health/xk-101”",
    ),
    "a unit that topics name is renamed": (
        (
            more(TOPICS, "- {代号: a, 名称: 甲, 事项: [health/xk-001, health/xk-001]}\n"),
            renamed("powers/health", "powers/healths"),
        ),
        "unknown-reference",
        "找不到单位“health”",
        "是不是“healths”",
    ),
    "the file of an item has no id": (
        (
            more(TOPICS, "- {代号: a, 名称: 甲, 事项: [health/xk-001]}\n"),
            renamed(ITEM, "powers/health/items/许可.yml"),
        ),
        "bad-id",
        "“许可”不能作编号",
        "编号用小写字母",
    ),
    "a flow is renamed": (
        (renamed("powers/health/flows/xuke.yml", "powers/health/flows/xukeliucheng.yml"),),
        "unknown-reference",
        "找不到流程“xuke”",
        "是不是“xukeliucheng”",
    ),
    "a flow is named by its title": (
        (changed(ITEM, "流程: xuke", "流程: 许可流程"),),
        "unknown-reference",
        "找不到流程“许可流程”",
        "这里写编号“xuke”，不写名称",
    ),
    "a list of names is one text": (
        (
            more(TOPICS, "- {代号: a, 名称: 甲}\n- {代号: b, 名称: 乙}\n"),
            more(ITEM, "主题: 甲、乙\n"),
        ),
        "unknown-reference",
        "找不到主题“甲、乙”",
        "有几个就写成列表：[甲, 乙]",
    ),
    "brackets are full-width": (
        (more(TOPICS, "- {代号: a, 名称: 甲}\n"), more(ITEM, "主题: 【甲】\n")),
        "unknown-reference",
        "找不到主题“【甲】”",
        "写成“[甲]”",
    ),
    "the adopted list is misspelt": (
        (
            changed(TOWN, "采用: _township", "采用: township"),
            more(TOWN, "岗位对应: {zhuanban: {}}\n改动: {qt-001: {名称: 转办}}\n"),
        ),
        "unknown-reference",
        "找不到通用清单“township”",
        "是不是“_township”",
    ),
    "the adopted list is forgotten": (
        (
            changed(TOWN, "采用: _township\n", ""),
            more(TOWN, "岗位对应: {zhuanban: {}}\n改动: {qt-001: {名称: 转办}}\n"),
        ),
        "missing-field",
        "写了“改动”，却没有写“采用”哪个通用清单",
        "加一行“采用: _township”",
    ),
    "a change of a shared item is broken": (
        (more(TOWN, "改动: {qt-001: {名稱: 转办}}\n"),),
        "unknown-field",
        "不认识的字段“名稱”",
        "名称",
    ),
    "a law cannot be read": (
        (changed("powers/laws.yml", "位阶: 法律, 日的", "位階: 法律, 日的"),),
        "unknown-field",
        "不认识的字段“位階”",
        "是不是“位阶”",
    ),
    "a kind is misspelt": (
        (
            more("powers/_common/duties.yml", "a: {名称: 甲, 适用类别: [行政许可]}\n"),
            changed(ITEM, "责任:\n", "责任:\n  套用: a\n"),
            changed(ITEM, "类别: 行政许可", "类别: 许可"),
        ),
        "wrong-value",
        "“类别”不能填“许可”",
        "是不是“行政许可”",
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_one_cause_is_one_problem(case: str, tmp_path: Path) -> None:
    """Whatever leads to the broken thing stays silent."""
    breaks, code, sentence, hint = CASES[case]
    root = copy_of("minimal", tmp_path)
    for each in breaks:
        each(root)

    [problem] = problems_of(root)

    assert (problem.code, problem.sentence) == (code, sentence)
    assert hint in problem.hint


def test_the_other_places_of_one_name_are_told(tmp_path: Path) -> None:
    """The first five in full, of the rest the number."""
    root = copy_of("minimal", tmp_path)
    rows = [f"- {{代号: t{n}, 名称: 主题{n}, 事项: [health/xk-009]}}\n" for n in range(9)]
    added(root, TOPICS, "".join(rows))

    [problem] = problems_of(root)

    assert [other.span.line for other in problem.others] == [2, 3, 4, 5, 6]
    assert problem.others[-1].words == "这里也写了它，另外还有 3 处"


def test_names_that_are_missing_for_two_reasons_are_two_problems(tmp_path: Path) -> None:
    """Only the same name is the same cause."""
    root = copy_of("minimal", tmp_path)
    added(root, TOPICS, "- {代号: a, 名称: 甲, 事项: [health/xk-009, health/cf-777]}\n")

    assert len(problems_of(root)) == 2


def test_a_flow_that_nobody_wants_is_still_told(tmp_path: Path) -> None:
    """Silence is only for what an unknown name may mean."""
    root = copy_of("minimal", tmp_path)
    flow = root / "powers/health/flows/xuke.yml"
    text = flow.read_text(encoding="utf-8").replace("名称: 许可流程", "名称: 另一个流程")
    added(root, "powers/health/flows/other.yml", text)

    assert [problem.code for problem in problems_of(root)] == ["flow-unused"]
