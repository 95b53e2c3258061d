"""Services of villages → those that the law lets only the township or the district decide."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.check.rule import Rule
from generator.check.subjects import village_powers
from generator.model.micro_power import MicroPower, Way
from generator.model.registry import Registry
from generator.problem import Problem, warning

CODE = "village-acts-for-township"

_MATTERS = (
    ("社会救助暂行办法第四条", r"低保|最低生活保障|特困|五保|临时救助|医疗救助|受灾人员救助"),
    ("土地管理法第六十二条", r"宅基地.{0,4}(?:申请|审批|审核)|建房.{0,4}(?:申请|审批)"),
    ("流动人口计划生育工作条例第十六条", r"流动人口.{0,6}生育(?:服务)?登记"),
    ("森林法第五十七条", r"林木采伐|采伐(?:证|许可)"),
)
"""What the law gives to the township or above, and where it says so."""

_ABOUT_SOMETHING_ELSE = re.compile(r"公示|评议|公开|统计|摸底|宣传|使用方案|巡查|协助|初核|上报")


def find(registry: Registry) -> Iterator[Problem]:
    """Every such matter handled as 直办, or with no 办理方式 and no 交由."""
    for power in village_powers(registry):
        item = power.holding.item
        article = _article(item)
        if article and (item.way is Way.ITSELF or (item.way is None and not item.handoff)):
            sentence = f"“{item.name}”不归村里定（{article}），却没有交给镇里"
            hint = "写“办理方式: 代办”和“交由: _township/…”，村里只接件、公示、送件"
            place = item.place("办理方式" if item.way else "名称")
            yield warning(CODE, sentence, place, hint)


def _article(item: MicroPower) -> str:
    """The law that gives the matter away, "" where the village may do it."""
    if _ABOUT_SOMETHING_ELSE.search(item.name):
        return ""
    return next((law for law, matter in _MATTERS if re.search(matter, item.name)), "")


RULE = Rule(CODE, find)
