"""Micro-powers of villages → those that the villagers' assembly must decide and that say not so."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.check.rule import Rule
from generator.check.steps import steps_within
from generator.check.subjects import village_powers
from generator.model.flow import StepKind
from generator.model.micro_power import Chapter, MicroPower
from generator.model.registry import Holding, Registry
from generator.problem import Problem, warning

CODE = "major-topic-not-major"

_TOPICS = re.compile(
    r"误工补贴.*(?:人员|标准|确定)|集体.{0,6}收益.{0,4}(?:使用|分配)|公益事业.{0,4}兴办|筹资筹劳|一事一议|"
    r"(?:土地)?承包(?:经营)?方案|集体.{0,4}(?:项目|工程).{0,4}(?:立项|发包|承包)|宅基地.{0,4}(?:使用|分配)方案|"
    r"征地补偿.{0,4}(?:使用|分配)|集体.{0,6}(?:资产|资源|资金|财产|土地|房屋).{0,6}(?:处置|处分|出租|发包|转让|出让)|"
    r"集体.{0,4}(?:借款|贷款|举债|担保)"
)
_WORDS = re.compile(r"村民会议|村民代表会议|成员大会|成员代表大会|四议两公开")


def find(registry: Registry) -> Iterator[Problem]:
    """Every topic of 村委会组织法24 outside 重大决策 whose flow lets no assembly decide."""
    for power in village_powers(registry):
        item = power.holding.item
        if item.chapter is Chapter.MAJOR_DECISIONS or not _TOPICS.search(item.name):
            continue
        if not _is_voted(registry, power.holding):
            sentence = f"“{item.name}”要由村民会议讨论决定，却放在“{item.chapter.value}”里"
            hint = "改为“分类: 重大决策”，流程里写村民会议或者它授权的村民代表会议表决"
            yield warning(CODE, sentence, item.place("分类"), hint)


def _is_voted(registry: Registry, holding: Holding[MicroPower]) -> bool:
    """Whether a flow of the item has a vote or names the assembly."""
    return any(
        step.kind is StepKind.VOTE or _WORDS.search(f"{step.text} {' '.join(step.posts)}")
        for used in holding.flows
        for step in steps_within(registry, used.ref, used.flow)
    )


RULE = Rule(CODE, find)
