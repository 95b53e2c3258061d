"""Lists → names that a full-width comma has run together, and numbered rows in one text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.check.rule import Rule
from generator.check.subjects import flows, items_of_any_standing
from generator.model.origin import Key, Located
from generator.model.record import Sourced
from generator.model.registry import Registry
from generator.problem import Problem, warning

CODE = "names-run-together"

_LISTS_OF_NAMES = frozenset(
    "俗称 主题 行使层级 共同实施 服务对象 办理形式 办理窗口 结果送达 材料 送达文书 业务".split()
)
_LOOKED_AT = 2000
_NUMBERED_LISTS = frozenset("措施 追责情形 追责依据 申请材料 名称".split())
_NUMBERED = re.compile(
    r"\s*[（(]?[1一]\s*[.．、)）].+[;；。，,\n]\s*[（(]?[2二]\s*[.．、)）].+", re.DOTALL
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
        yield from _numbered(path, text)
        if len(path) < 2 or path[-2] not in _LISTS_OF_NAMES or not isinstance(text.content, str):
            continue
        names = [name.strip() for name in text.content.split("，")]
        if len(names) > 1:
            sentence = f"“{path[-2]}”里的“{text.content}”被当成一个名称"
            hint = f"名称之间用半角逗号加空格：{', '.join(names)}"
            yield warning(CODE, sentence, text.span, hint)


def _numbered(path: tuple[Key, ...], text: Located) -> Iterator[Problem]:
    """1.甲; 2.乙 as one row, where each is to be counted."""
    name = next((key for key in reversed(path) if isinstance(key, str)), "")
    above = [key for key in path[:-1] if isinstance(key, str)]
    if name not in _NUMBERED_LISTS or (name == "名称" and above[-1:] != ["申请材料"]):
        return
    if isinstance(text.content, str) and _NUMBERED.fullmatch(text.content[:_LOOKED_AT]):
        field = "申请材料" if name == "名称" else name
        hint = "每条写一行，以“- ”开头，前面不用编号"
        yield warning(CODE, f"“{field}”的几条写在了一起", text.span, hint)


RULE = Rule(CODE, find)
