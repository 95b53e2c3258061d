"""Units → windows that two of them write: their places, hours and phones drift apart."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.rule import Rule
from generator.model.record import Where
from generator.model.registry import Registry
from generator.problem import OtherPlace, Problem, Severity

CODE = "window-written-twice"


def find(registry: Registry) -> Iterator[Problem]:
    """Every 窗口 that another unit, before it, writes with the same name and the same 地点."""
    seen: dict[tuple[str, str], tuple[str, Where]] = {}
    for unit in registry.units:
        for number, window in enumerate(unit.windows):
            place = unit.at("窗口", number, "名称")
            owner, first = seen.setdefault((window.name, window.place), (unit.name, place))
            if owner != unit.name and window.place:
                sentence = f"{unit.name}的窗口“{window.name}”，{owner}也写了"
                hint = "留下窗口所在地那个单位的，这里删掉；事项的“办理窗口”照样写它"
                other = OtherPlace(first.span, "已经写在这里")
                yield Problem(CODE, Severity.WARNING, sentence, place.span, hint, (other,))


RULE = Rule(CODE, find)
