"""Rules at their edges: what a page has no room for, on a copy of the minimal world."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.check import check
from generator.load import load
from generator.problem import Problem, Severity
from generator.tests.rule_pages import Fields, world_with

ITEM = "powers/health/items/xk-001.yml"
UNIT = "powers/health/unit.yml"
TOWN = "powers/hedong/unit.yml"
VILLAGE = "villages/hedong/dongtou.yml"
FLOW = "powers/health/flows/xuke.yml"
LAW20 = "{期限: 20个工作日, 依据: 《中华人民共和国行政许可法》第四十二条}"


def problems_of(folder: Path, *changes: tuple[str, str]) -> list[Problem]:
    """What is said of the minimal world with other fields in some files."""
    root = world_with(folder / "world", *(Fields(*change) for change in changes))
    registry, problems = load(root)
    assert registry is not None
    return [*problems, *check(registry)]


def errors_of(folder: Path, *changes: tuple[str, str]) -> list[tuple[str, int]]:
    """The codes and lines of the errors."""
    found = problems_of(folder, *changes)
    return [(each.code, each.span.line) for each in found if each.severity is Severity.ERROR]


UNFINISHED = (
    ("basis-missing", ITEM, "依据: []\n", UNIT),
    ("power-without-duty", ITEM, "责任: {追责情形: [甲]}\n", UNIT),
    ("active-power-without-flow", ITEM, "流程: []\n", UNIT),
    ("village-incomplete", VILLAGE, "手册: {版次: 一}\n", TOWN),
    ("basis-missing", "villages/_common/items/bm-001.yml", "依据: []\n", TOWN),
    ("basis-missing", "powers/_township/items/qt-001.yml", "依据: []\n", TOWN),
)
"""A code, the file and the fields that bring it about, and the unit whose list is confirmed."""

REVIEWS = {
    "{环节: 领导组确认, 日期: 2026-10-08, 结果: 通过}": Severity.ERROR,
    "{环节: 领导组确认, 日期: 2026-10-08, 结果: 修改后再报}": Severity.WARNING,
    "{环节: 专家评审, 日期: 2026-10-08, 结果: 通过}": Severity.WARNING,
}


@pytest.mark.parametrize("case", UNFINISHED, ids=lambda case: f"{case[0]} {case[1]}")
@pytest.mark.parametrize("review", REVIEWS)
def test_a_list_grows_before_it_is_finished(
    tmp_path: Path, case: tuple[str, str, str, str], review: str
) -> None:
    """An error once the list is confirmed, 提醒 before."""
    code, file, fields, body = case

    found = problems_of(tmp_path, (file, fields), (body, f"审核: [{review}]\n"))

    assert [each.severity for each in found if each.code == code] == [REVIEWS[review]]


@pytest.mark.parametrize(
    ("fields", "found"),
    [
        ("责任: {套用: xukke}\n", ["unknown-reference"]),
        ("流程: xukke\n", ["unknown-reference"]),
        ("依据: []\n子项: [{代号: a, 名称: 甲, 依据: 《中华人民共和国行政许可法》第十二条}]\n", []),
        ("依据: []\n子项: [{代号: a, 名称: 甲}]\n", ["basis-missing"]),
    ],
)
def test_one_cause_in_an_item_is_one_error(tmp_path: Path, fields: str, found: list[str]) -> None:
    """A name that is not there is not also a thing that is missing; parts may have it all."""
    assert [code for code, _ in errors_of(tmp_path, (ITEM, fields))] == found


def test_a_part_is_measured_by_the_law_of_its_item(tmp_path: Path) -> None:
    """It says only what it promises."""
    parts = "子项: [{代号: a, 名称: 甲, 时限: {承诺: 30个工作日}}]\n"
    limits = f"时限: {{法定: {LAW20}, 承诺: 10个工作日}}\n"

    found = problems_of(tmp_path, (ITEM, limits + parts))

    [problem] = [each for each in found if each.code == "promised-longer-than-statutory"]
    assert problem.sentence == "承诺时限30个工作日，超过法定时限20个工作日"
    assert [other.words for other in problem.others] == ["法定时限写在这里"]


def steps(*rows: str) -> tuple[str, str]:
    """The steps of the flow of the minimal world, one row a line; the first has its post."""
    first, *rest = (f"  - {{{row}}}\n" for row in rows)
    return FLOW, "步骤:\n" + first.replace("}", ", 岗位: 医政股}") + "".join(rest)


@pytest.mark.parametrize(
    ("flow", "found"),
    [
        (steps("开始: 甲, 转: 戊", "步骤: 乙", "步骤: 丙", "结束: 戊"), [("step-unreachable", 1)]),
        (
            steps("开始: 甲", "步骤: 乙, 代号: 乙", "步骤: 丙, 转: 乙", "结束: 丁"),
            [("step-leads-nowhere", 0), ("step-unreachable", 3)],
        ),
        (
            steps("开始: 甲", "表决: 乙, 通过后: 丙, 未通过: 丙", "结束: 丙"),
            [("branch-labels-equal", 1)],
        ),
        (steps("开始: 甲", "表决: 乙, 未通过: 丁", "结束: 丙", "结束: 丁"), []),
        (steps("开始: 甲", "判断: 乙？, 否: 甲", "结束: 丙"), []),
        (
            steps("开始: 甲", "判断: 乙？, 否: 甲, 转: 丙", "步骤: 丁, 未通过: 丙", "结束: 丙"),
            [("way-not-read", 1), ("way-not-read", 2)],
        ),
        (
            steps("开始: 甲", "判断: 乙？, 分支: {一: 甲, 二: 丙}, 是: 丙, 否: 甲", "结束: 丙"),
            [("way-not-read", 1), ("way-not-read", 1)],
        ),
        (
            steps("开始: 甲, 并行: [乙, 丙], 转: 丙", "步骤: 乙, 转: 丙", "结束: 丙"),
            [("way-not-read", 0)],
        ),
        (
            steps("开始: 甲, 并行: [乙, 丙, 乙]", "步骤: 乙, 转: 丙", "结束: 丙"),
            [("parallel-names-step-twice", 0)],
        ),
    ],
)
def test_the_ways_of_a_flow(
    tmp_path: Path, flow: tuple[str, str], found: list[tuple[str, int]]
) -> None:
    """Of steps that cannot be reached the first; circles; votes that decide nothing."""
    lines = flow[1].splitlines()
    text = world_with(tmp_path / "look", Fields(*flow)) / FLOW
    above = text.read_text(encoding="utf-8").splitlines().index(lines[1]) + 1

    errors = [(code, line - above) for code, line in errors_of(tmp_path, flow)]

    assert errors == found


def test_made_up_words_in_a_flow_are_told_too(tmp_path: Path) -> None:
    """By inheritance: the flow's own word, its unit's, the district's."""
    flow = (FLOW, "说明: 示例说明。\n")

    assert problems_of(tmp_path / "a", flow) == []
    [problem] = problems_of(tmp_path / "b", flow, (UNIT, "示例数据: 否\n"))
    assert (problem.code, problem.span.file) == ("sample-unstamped", FLOW)
    stamped = (FLOW, "说明: 示例说明。\n示例数据: 是\n")
    assert problems_of(tmp_path / "c", stamped, (UNIT, "示例数据: 否\n")) == []


@pytest.mark.parametrize(
    ("file", "fields", "sentence"),
    [
        (UNIT, "岗位: [{名称: 医政股}, {名称: 医政股}]\n", "有两个岗位都叫“医政股”"),
        (UNIT, "窗口: [{名称: 一号窗}, {名称: 一号窗}]\n", "有两个窗口都叫“一号窗”"),
        (
            "powers/topics.yml",
            "- {代号: a, 名称: 上学}\n- {代号: b, 名称: 上学}\n",
            "有两个主题都叫“上学”",
        ),
    ],
)
def test_names_that_others_refer_to_stand_once(
    tmp_path: Path, file: str, fields: str, sentence: str
) -> None:
    """Nobody could tell which of the two is meant."""
    found = problems_of(tmp_path, (file, fields))

    assert sentence in [each.sentence for each in found if each.code == "same-name-twice"]


def test_a_step_that_is_missing_is_one_problem(tmp_path: Path) -> None:
    """However many steps lead to it; the others are named."""
    flow = steps("开始: 甲", "判断: 乙？, 否: 丁", "判断: 丙？, 否: 丁", "结束: 戊")

    [problem] = [p for p in problems_of(tmp_path, flow) if p.severity is Severity.ERROR]

    assert problem.sentence == "“否”指向“丁”，本流程没有这一步"
    assert [other.span.line - problem.span.line for other in problem.others] == [1]


SUB_ITEM = """流程: xuke
时限: {承诺: 30个工作日}
子项: [{代号: a, 名称: 甲, 流程: xuke, 时限: {承诺: 当场}}]
"""


def test_the_flow_of_a_part_keeps_to_the_promise_of_that_part(tmp_path: Path) -> None:
    """The item promises enough, its 子项 does not."""
    [problem] = [
        each
        for each in problems_of(tmp_path, (ITEM, SUB_ITEM))
        if each.code == "path-longer-than-promise"
    ]

    assert problem.span.file == ITEM
    assert problem.sentence.endswith("承诺时限是当场")


def test_the_flow_of_a_village_keeps_to_its_promise(tmp_path: Path) -> None:
    """The flow takes a working day; the page of a village promises no less than a township's."""
    shared = "villages/_common/items/rc-001.yml"
    [problem] = [
        each
        for each in problems_of(tmp_path, (shared, "时限: {承诺: 当场}\n"))
        if each.code == "path-longer-than-promise"
    ]

    assert problem.span.file == shared
    assert problem.sentence == "按流程“代办流程”最长要1个工作日，承诺时限是当场"


def test_a_unit_may_hand_over_to_the_shared_list_of_townships(tmp_path: Path) -> None:
    """It adopts no list, so nothing is left out of one."""
    found = problems_of(tmp_path, (ITEM, "交由: _township/qt-001\n"))

    assert [each.code for each in found] == []
