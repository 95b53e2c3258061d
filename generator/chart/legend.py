"""Every sign that a chart may use → small drawings of it, made by the same ink as the charts.

The page of the legend explains each by its name; a test holds that no shape, line, badge or level
is left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from generator.chart.layout import draw
from generator.chart.legend_paper import overleaf
from generator.chart.svg import to_svg
from generator.model.drawing import Drawing, View
from generator.model.flow import Flow
from generator.model.legend import level_name
from generator.model.registry import Registry
from generator.model.risk_scale import scale_of

_Step = Mapping[str, object]

_SPINES: dict[str, tuple[_Step, ...]] = {
    "ends": ({"开始": "提出申请"}, {"结束": "办结归档"}),
    "step": ({"步骤": "审查材料", "岗位": "业务股", "时限": "5个工作日"},),
    "decision": (
        {"判断": "材料齐不齐？", "是": "受理", "否": "补正"},
        {"步骤": "受理", "代号": "受理", "转": "完"},
        {"步骤": "告知要补的材料", "代号": "补正"},
        {"结束": "办结", "代号": "完"},
    ),
    "long-decision": (
        {
            "判断": "申请人的条件、场所和设备是不是都符合法定的标准？",
            "岗位": "现场核查组",
            "时限": "3个工作日",
            "是": "发证",
            "否": "不予",
        },
        {"结束": "发证", "代号": "发证"},
        {"结束": "不予，说明理由", "代号": "不予"},
    ),
    "switch": (
        {"判断": "用的是哪类地？", "分支": {"建设用地": "报", "农用地": "转", "林地": "林"}},
        {"步骤": "直接报批", "代号": "报", "转": "完"},
        {"步骤": "先办转用", "代号": "转", "转": "完"},
        {"步骤": "先办林地手续", "代号": "林"},
        {"结束": "办结", "代号": "完"},
    ),
    "vote": (
        {
            "表决": "村民代表会议表决",
            "到会": "三分之二以上",
            "通过": "到会人员过半数",
            "通过后": "公示",
            "未通过": "不办",
        },
        {"步骤": "公示结果", "代号": "公示"},
        {"结束": "不再办理", "代号": "不办"},
    ),
    "wait": ({"等待": "等上级批复", "时限": "60日"},),
    "subflow": ({"流程": "四议两公开", "用": "_common/siyi"},),
    "together": (
        {"步骤": "同时送两家看", "并行": ["甲", "乙"]},
        {"步骤": "公安出意见", "代号": "甲", "转": "汇总"},
        {"步骤": "交通出意见", "代号": "乙", "转": "汇总"},
        {"步骤": "汇总意见", "代号": "汇总", "等齐": "是"},
    ),
    "papers": ({"步骤": "窗口收件", "材料": ["申请书", "身份证"], "送达文书": ["受理通知书"]},),
    "notes": (
        {
            "步骤": "决定罚多少",
            "时限": "7日",
            "计时": "不计入",
            "裁量": "是",
            "交由": "police/cf-001",
        },
    ),
    "starts": (
        {"开始": "群众举报", "来源": ["来信", "来电"], "转": "核查"},
        {"开始": "巡查发现"},
        {"步骤": "核查", "代号": "核查"},
    ),
    "return": (
        {"开始": "提出申请", "代号": "申请"},
        {"判断": "材料齐不齐？", "是": "受理", "否": "补正"},
        {"步骤": "退回补正", "代号": "补正", "转": "申请"},
        {"步骤": "受理", "代号": "受理"},
    ),
    "unstated": ({"判断": "同意不同意？", "否": "未载明"}, {"结束": "办结"}),
}
_LANES: dict[str, tuple[_Step, ...]] = {
    "lanes": (
        {"开始": "提出申请", "岗位": "申请人"},
        {"步骤": "受理", "岗位": "窗口"},
    ),
    "posts-together": (
        {"步骤": "一起看现场", "岗位": ["村委会", "镇里"]},
        {"步骤": "一起签字", "岗位": ["村委会", "派出所"]},
    ),
}


def legend(registry: Registry) -> dict[str, str]:
    """A district → the drawings of its legend by name, as SVG without links."""
    found = {name: to_svg(drawing, "") for name, drawing in legend_drawings(registry).items()}
    return found | {"overleaf": overleaf()}


def legend_drawings(registry: Registry) -> dict[str, Drawing]:
    """A district → the same before ink; its own levels of risk come last."""
    found = dict(_fixed())
    scale = scale_of(registry.vocabulary.risk_levels)
    for number, level in enumerate(registry.vocabulary.risk_levels):
        flow = _flow(level_name(number), (_risky(level.name),))
        found[level_name(number)] = _plain(draw(flow, View.RISK_NARROW, scale))
    return found


def _fixed() -> Iterator[tuple[str, Drawing]]:
    """What is the same in every district."""
    for view, samples in ((View.SPINE, _SPINES), (View.LANES, _LANES)):
        for name, steps in samples.items():
            yield name, _plain(draw(_flow(name, steps), view))
    yield "cards", _plain(draw(_flow("cards", (_risky("高"),)), View.RISK))


def _flow(name: str, steps: tuple[_Step, ...]) -> Flow:
    return Flow.model_validate({"名称": name, "步骤": list(steps)})


def _risky(level: str) -> _Step:
    risk = {
        "等级": level,
        "表现": "分几次才把要补的材料说全",
        "风险点": "告知",
        "措施": ["一次写清，双方签字"],
        "责任岗位": "窗口负责人",
    }
    return {"步骤": "一次告知", "岗位": "窗口", "风险": [risk]}


def _plain(drawing: Drawing) -> Drawing:
    """A drawing whose words stand beside it."""
    return replace(drawing, title="图例", description="意思写在旁边。")
