"""Powers with a guide → those that tell nobody whom to ask or where to complain."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.rule import Rule
from generator.model.adjustment import Standing
from generator.model.body import Unit
from generator.model.guide import Guide
from generator.model.item import Item
from generator.model.registry import Registry
from generator.model.windows import window_named
from generator.problem import Problem, warning

CODE = "no-consult-or-complaint-channel"


def find(registry: Registry) -> Iterator[Problem]:
    """Every item with 办事指南 for which neither it nor its unit gives 咨询 or 监督电话."""
    for unit in registry.units:
        for holding in registry.powers_of(unit):
            item = holding.item
            if item.guide is None or registry.standing(item) is Standing.ENDED:
                continue
            missing = "、".join(_missing(registry, unit, item))
            if missing:
                sentence = f"在{unit.name}办“{item.name}”，找不到{missing}"
                hint = "在单位文件里写“电话”“监督电话”，或者在事项里写“咨询”“监督电话”"
                yield warning(CODE, sentence, item.place("办事指南"), hint)


def _missing(registry: Registry, unit: Unit, item: Item) -> list[str]:
    guide = item.guide or Guide.model_validate({})
    windows = (window_named(registry, unit, name) for name in guide.windows)
    phones = (window.phone for window in windows if window)
    lacks = {
        "咨询电话": not any((guide.consultation, unit.phone, *phones)),
        "监督投诉电话": not (item.oversight_phone or unit.oversight_phone),
    }
    return [channel for channel, lacking in lacks.items() if lacking]


RULE = Rule(CODE, find)
