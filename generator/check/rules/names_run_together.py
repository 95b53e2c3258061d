"""Lists of names → names that a full-width comma has run together."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.rule import Rule
from generator.check.subjects import flows, items_of_any_standing
from generator.model.record import Sourced
from generator.model.registry import Registry
from generator.problem import Problem, warning

CODE = "names-run-together"

_LISTS_OF_NAMES = frozenset(
    "俗称 主题 行使层级 共同实施 服务对象 办理形式 办理窗口 结果送达 材料 送达文书 业务".split()
)


def find(registry: Registry) -> Iterator[Problem]:
    """Every entry of a list of names that holds ，: YAML parts entries by the half-width comma."""
    for item in items_of_any_standing(registry):
        yield from _run_together(item)
    for _, flow in flows(registry):
        yield from _run_together(flow)
    for unit in registry.units:
        yield from _run_together(unit)


def _run_together(record: Sourced) -> Iterator[Problem]:
    for path, text in record.source.texts():
        if len(path) < 2 or path[-2] not in _LISTS_OF_NAMES or not isinstance(text.content, str):
            continue
        names = [name.strip() for name in text.content.split("，")]
        if len(names) > 1:
            sentence = f"“{path[-2]}”里的“{text.content}”被当成一个名称"
            hint = f"名称之间用半角逗号加空格：{', '.join(names)}"
            yield warning(CODE, sentence, text.span, hint)


RULE = Rule(CODE, find)
