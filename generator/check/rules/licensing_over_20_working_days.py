"""Licences in force → those that take longer than 许可法42 allows without another law."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.check.laws import DECISION, law_of
from generator.check.rule import Rule
from generator.check.subjects import limits_of, powers_of_kind
from generator.model.calendar import work_bounds
from generator.model.guide import Limits
from generator.model.limit import DayKind, TimeLimit, parse_limit
from generator.model.registry import Registry
from generator.problem import Problem, warning

CODE = "licensing-over-20-working-days"

_ALONE = parse_limit("20个工作日")
_JOINTLY = parse_limit("45个工作日")
_ITSELF = "中华人民共和国行政许可法"


def find(registry: Registry) -> Iterator[Problem]:
    """Every 行政许可 over 20 working days (45 where several bodies act) without another law."""
    work = work_bounds(registry.holidays)
    for power in powers_of_kind(registry, "licensing"):
        item = power.holding.item
        most = _JOINTLY if item.joint_bodies else _ALONE
        for path, limits in limits_of(item):
            field, limit = _told(limits)
            if limit is None or not _working(limit).exceeds(most, work):
                continue
            if not _allowed(registry, limits):
                sentence = f"{field}时限{limit.text}，超过行政许可法第四十二条的{most.text}"
                hint = f"改为{most.text}以内；别的法律、法规另有规定的，在“法定”里写它的条文"
                yield warning(CODE, sentence, item.place(*path, field), hint)


def _told(limits: Limits) -> tuple[str, TimeLimit | None]:
    """The limit that binds: 法定, else 承诺."""
    if limits.statutory is not None:
        return "法定", limits.statutory.limit
    return "承诺", limits.promised


def _working(limit: TimeLimit) -> TimeLimit:
    """日 of a licence are working days (许可法82)."""
    if limit.kind is DayKind.STATED_BY_LAW:
        return replace(limit, kind=DayKind.WORKING)
    return limit


def _allowed(registry: Registry, limits: Limits) -> bool:
    """Whether 法定 rests on another law or regulation, on one that is not listed, or on none yet.

    A limit without basis is the business of statutory-limit-without-basis.
    """
    if limits.statutory is None:
        return False
    laws = [law_of(registry, basis) for basis in limits.statutory.basis]
    others = [law for law in laws if law is None or law.name != _ITSELF]
    return not laws or any(law is None or law.rank in DECISION for law in others)


RULE = Rule(CODE, find)
