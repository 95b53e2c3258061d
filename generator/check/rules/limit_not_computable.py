"""Items, duties and flows → limits that say no length, and disclosures without a rhythm."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.check.rule import Rule
from generator.check.subjects import flows, limits_of, subjects
from generator.model.guide import Limits
from generator.model.item import Duty, Item
from generator.model.limit import TimeLimit, parse_limit
from generator.model.micro_power import MicroPower
from generator.model.period import says_how_often
from generator.model.record import Where
from generator.model.registry import Registry
from generator.model.remedy import ItemRemedy
from generator.problem import Problem, warning

CODE = "limit-not-computable"

_SAYS_NONE = re.compile(
    r"(?:法律|法规|法律、?法规)?(?:未|没有|无)(?:作|做|明确)?规定"
    r"|无(?:法定)?(?:[时期]限)?(?:要求|规定)?|暂无"
)
"""The law sets no limit: that is told as it is."""

_HINT = "写成“5个工作日”“30日”这样的数字；法律没有规定的就写“法律未规定”"


def find(registry: Registry) -> Iterator[Problem]:
    """Every limit that cannot be compared (及时, 随时, 视情况), but for 法律未规定."""
    for subject in subjects(registry):
        item = subject.holding.item
        for path, limits in limits_of(item):
            yield from _of_limits(limits, item.at(*path))
        yield from _of_uses(item)
        if item.remedy:
            yield from _of_remedy(item.remedy, item.at("救济"))
        if isinstance(item, Item):
            duties = item.responsibility.duties if item.responsibility else ()
            yield from _of_duties(duties, item.at("责任"))
        else:
            yield from _of_disclosure(item)
    for duty_set in registry.duty_sets.values():
        yield from _of_duties(duty_set.duties, duty_set.at())
    for _, flow in flows(registry):
        for number, step in enumerate(flow.steps):
            if step.limit is not None and not step.limit.computable:
                yield from _told("步骤", step.limit, flow.at("步骤", number, "时限"))


def _of_limits(limits: Limits, above: Where) -> Iterator[Problem]:
    for field, row in (("法定", limits.statutory), ("延长", limits.extension)):
        if row is not None and not _SAYS_NONE.fullmatch(row.limit.text):
            yield from _told(field, row.limit, above.below(field, "期限"))
    for field, limit in (("原", limits.former), ("承诺", limits.promised)):
        if limit is not None and not limit.computable:
            yield from _told(field, limit, above.below(field))


def _of_uses(item: Item | MicroPower) -> Iterator[Problem]:
    """Limits that an item sets for the steps of a flow."""
    for number, use in enumerate(item.flows):
        for step, limit in use.limits.items():
            yield from _told("步骤", limit, item.at("流程", number, "时限", step))


def _of_remedy(remedy: ItemRemedy, above: Where) -> Iterator[Problem]:
    for field, limit in (("复议", remedy.reconsider_within), ("起诉", remedy.sue_within)):
        if limit is not None and not limit.computable:
            yield from _told(field, limit, above.below(f"{field}期限"))


def _of_duties(duties: tuple[Duty, ...], above: Where) -> Iterator[Problem]:
    for number, duty in enumerate(duties):
        if duty.limit is not None and not duty.limit.computable:
            yield from _told("责任", duty.limit, above.below("事项", number, "时限"))


def _told(field: str, limit: TimeLimit, where: Where) -> Iterator[Problem]:
    if not limit.computable and limit.text != "法律未规定":
        yield warning(CODE, f"{field}时限“{limit.text}”算不出天数", where.span, _HINT)


def _of_disclosure(item: MicroPower) -> Iterator[Problem]:
    """公示期 must say how long, 周期 how often."""
    shown = item.disclosure
    if shown and shown.posted_for and not parse_limit(shown.posted_for).computable:
        sentence = f"公示期“{shown.posted_for}”算不出天数"
        yield warning(CODE, sentence, item.place("公开", "公示期"), "写成“不少于7日”")
    if shown and shown.period and not says_how_often(shown.period):
        sentence = f"公开的周期“{shown.period}”看不出多久一次"
        hint = "写成“每季度15日前”“每年1月31日前”，不定期的写“随时”"
        yield warning(CODE, sentence, item.place("公开", "周期"), hint)


RULE = Rule(CODE, find)
