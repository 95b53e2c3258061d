"""Flows → how their days were added up, in words, and what a re-engineering saved."""

from __future__ import annotations

from generator.model.flow import Flow
from generator.model.registry import Ref, Registry
from generator.render.flow_time import reckoning, summary
from generator.render.savings import Saving, savings
from generator.tests.rendered import registry_of

REGISTRY: Registry = registry_of("minimal")
REF = Ref("powers/health", "other")


def flow_of(*steps: dict[str, object]) -> Flow:
    """Steps as a clerk writes them → a flow."""
    return Flow.model_validate({"名称": "流程", "步骤": list(steps)})


def said(flow: Flow) -> tuple[str, str]:
    """A flow → its summary and how it was reckoned."""
    return summary(REGISTRY, REF, flow), reckoning(REGISTRY, REF, flow)


def test_a_straight_flow_explains_nothing() -> None:
    flow = flow_of({"开始": "申请"}, {"步骤": "审查", "时限": "3个工作日"}, {"结束": "办结"})

    assert said(flow) == ("共3步，最长3个工作日", "")


def test_a_loop_counts_once_and_what_does_not_count_is_named() -> None:
    flow = flow_of(
        {"开始": "申请", "代号": "申请"},
        {"判断": "齐不齐？", "时限": "1个工作日", "否": "补正", "是": "审查"},
        {"步骤": "补正", "代号": "补正", "时限": "5个工作日", "计时": "不计入", "转": "申请"},
        {"步骤": "审查", "代号": "审查", "时限": "3个工作日"},
        {"等待": "上级批复", "时限": "60日"},
        {"步骤": "登记"},
        {"结束": "办结"},
    )

    assert said(flow) == (
        "共7步，最长4个工作日",
        "按最久的一条路算，是第1、2、4—7步；退回、补正重来的只算一次；"
        "不计入时限的：第3步（5个工作日）、第5步（60日）；第6步没有写明几天，没有算进去。",
    )


def test_days_of_different_kinds_are_told_together_in_days() -> None:
    flow = flow_of(
        {"开始": "申请"},
        {"步骤": "审查", "时限": "12个工作日"},
        {"步骤": "公示", "时限": "7日"},
        {"步骤": "抢修", "时限": "30小时"},
        {"结束": "办结"},
    )

    assert said(flow) == (
        "共5步，最长12个工作日加7日加30小时",
        "12个工作日加7日加30小时不能直接相加，不碰上放假合起来大约24到27日。",
    )


def test_of_steps_at_the_same_time_the_longest_counts() -> None:
    flow = flow_of(
        {"开始": "申请", "并行": ["甲", "乙"]},
        {"步骤": "甲办", "代号": "甲", "时限": "2个工作日", "转": "汇总"},
        {"步骤": "乙办", "代号": "乙", "时限": "7个工作日", "转": "汇总"},
        {"结束": "汇总", "代号": "汇总", "等齐": "是"},
    )

    assert said(flow) == (
        "共4步，最长7个工作日",
        "按最久的一条路算，是第1、3、4步；同时办的几步按最久的算。",
    )


def test_what_was_saved_is_counted_in_steps_posts_days_and_documents() -> None:
    before = flow_of(
        {"开始": "申请", "岗位": "甲", "材料": ["申请书", "证明"]},
        {"步骤": "初审", "岗位": "乙", "时限": "5个工作日"},
        {"步骤": "复审", "岗位": "丙", "时限": "6个工作日"},
        {"结束": "办结"},
    )
    after = flow_of(
        {"开始": "申请", "岗位": "甲", "材料": ["申请书"]},
        {"步骤": "审查", "岗位": "乙", "时限": "4个工作日"},
        {"结束": "办结", "送达文书": ["决定书"]},
    )

    assert savings(REGISTRY, (REF, before), (REF, after)) == (
        Saving("步骤", "4步", "3步", "少1步"),
        Saving("经手岗位", "3个", "2个", "少1个"),
        Saving("最长时间", "11个工作日", "4个工作日", "少7个工作日"),
        Saving("要交的材料", "2份", "1份", "少1份"),
        Saving("发出的文书", "未提供", "1份", "未提供"),
    )


def test_days_of_different_kinds_are_not_subtracted() -> None:
    before = flow_of({"步骤": "办", "时限": "30日"})
    after = flow_of({"步骤": "办", "时限": "10个工作日"})
    told = savings(REGISTRY, (REF, before), (REF, after))

    assert told[1] == Saving("最长时间", "30日", "10个工作日", "算法不同，不能相减")
