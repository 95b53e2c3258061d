"""Odd flows that a clerk may yet write → drawings without fault."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from generator.chart import VIEWS, draw
from generator.chart.place import NO_POST
from generator.chart.svg import to_svg
from generator.model.drawing import View
from generator.model.flow import Flow
from generator.tests.charts.corpus import Written
from generator.tests.charts.quality import NARROW, faults
from generator.tests.charts.reading import read_chart

START: Written = {"开始": "提出", "代号": "提出", "岗位": "村民"}
END: Written = {"结束": "归档", "代号": "归档"}


def _questions(last: int, far: int) -> Iterator[Written]:
    """Questions that lead *far* steps on (back where it is negative) by 否."""
    for number in range(1, last + 1):
        target = number + far
        yield {"判断": f"问{number}", "否": f"问{target}" if target > 0 else "提出"}


def _branches(count: int) -> Iterator[Written]:
    """Steps of as many posts that end in one."""
    for number in range(count):
        yield {"步骤": f"办{number}", "岗位": f"第{number}组", "转": "汇总"}


def _votes(count: int) -> Iterator[Written]:
    """Votes that lead hither and thither by 未通过."""
    for number in range(count):
        target = f"v{number * 7 % count}"
        yield {"表决": f"第{number}次表决", "代号": f"v{number}", "未通过": target}


ODD: dict[str, list[Written]] = {
    "one step": [{"开始": "提出"}],
    "a step that returns to itself": [START, {"步骤": "等", "代号": "等", "转": "等"}, END],
    "a question that returns to itself": [START, {"判断": "齐？", "代号": "齐", "否": "齐"}, END],
    "both ways to one step": [START, {"判断": "齐？", "是": "归档", "否": "归档"}, END],
    "both ways back": [START, {"步骤": "看"}, {"判断": "齐？", "是": "提出", "否": "看"}, END],
    "both ways unstated": [START, {"判断": "齐？", "是": "未载明", "否": "未载明"}, END],
    "twelve ways": [
        START,
        {"判断": "哪类？", "分支": {f"第{n}类": "归档" for n in range(12)}},
        END,
    ],
    "eight posts at once": [
        START,
        {"步骤": "分头办", "并行": [f"办{n}" for n in range(8)]},
        *_branches(8),
        {"步骤": "汇总", "等齐": "是", "岗位": "村民"},
        END,
    ],
    "a split with an unstated way": [
        START,
        {"步骤": "分头办", "并行": ["未载明", "一组"]},
        {"步骤": "一组"},
        END,
    ],
    "words without end": [
        {"开始": "x" * 300, "岗位": "y" * 100, "材料": ["z" * 200]},
        {
            "判断": "长" * 120,
            "否": "归档",
            "时限": "自收到全部材料并核对无误之日起二十个工作日以内",
        },
        END,
    ],
    "labels without end": [
        START,
        {
            "判断": "哪类？",
            "分支": {"名称特别长因而要换好几行的一类": "归档", "短": "提出", "第三类也不短": "看"},
        },
        {"步骤": "看"},
        END,
    ],
    "every question goes one step back": [
        START,
        *_questions(28, -1),
        END,
    ],
    "every question skips ahead": [
        START,
        *_questions(24, 3),
        {"步骤": "问25"},
        {"步骤": "问26"},
        {"步骤": "问27"},
        END,
    ],
    "votes that return far": [
        START,
        *_votes(25),
        END,
    ],
    "seven ways with long labels": [
        {"开始": "提出", "岗位": ["甲", "乙", "丙", "丁", "戊", "己"]},
        {
            "判断": "哪类？",
            "岗位": "丙",
            "分支": {f"{n}类http://a.cn/用地👩\u200d👩\u200d👧": "未载明" for n in range(7)},
        },
        {"步骤": "看", "岗位": ["乙", "丙", "丁"], "并行": ["归档"] * 5},
        END,
    ],
    "more than a hundred risk points": [
        {"开始": "提出", "风险": [{"高": "乱", "措施": ["管"]}] * 98},
        {"步骤": "看", "风险": [{"高": "乱", "措施": ["管"]}] * 20},
        END,
    ],
    "posts that lie apart": [
        {"开始": "提出", "岗位": ["甲", "乙", "丙", "丁"]},
        {"步骤": "一起看", "岗位": ["甲", "丙"]},
        {"判断": "一起定？", "岗位": ["丁", "甲"], "否": "一起看"},
        {"结束": "归档", "岗位": ["乙", "丙"]},
    ],
}


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("name", ODD)
def test_odd_flows_are_drawn_without_fault(name: str, view: str) -> None:
    flow = Flow.model_validate({"名称": name, "步骤": ODD[name]})
    chart = read_chart(to_svg(draw(flow, view), "c"))

    assert faults(chart) == []
    assert view != View.SPINE or chart.width <= NARROW


def test_steps_without_a_post_have_a_column_that_says_so() -> None:
    flow = Flow.model_validate(
        {"名称": "流程", "步骤": [{"开始": "提出"}, {"结束": "完", "岗位": "村民"}]}
    )

    assert [head.post for head in draw(flow, View.LANES).lane_heads] == [NO_POST, "村民"]


def test_a_post_that_stands_apart_gets_a_mark() -> None:
    flow = Flow.model_validate({"名称": "流程", "步骤": ODD["posts that lie apart"]})
    chart = read_chart(to_svg(draw(flow, View.LANES), "c"))
    marks = [text.words for text in chart.boxes[2].texts if "同办" in text.words]

    assert marks == ["同办第2步"]
