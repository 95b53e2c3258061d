"""Lists → names that a full-width comma has run together, and numbered rows in one text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain

from generator.check.rule import Rule
from generator.check.subjects import flows, items_of_any_standing
from generator.model.flow import Flow
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
_SECOND = re.compile(r"[2二]\s*[.．、)）]")


def find(registry: Registry) -> Iterator[Problem]:
    """Every entry of a list of names that holds ，: YAML parts entries by the half-width comma."""
    for item in items_of_any_standing(registry):
        yield from _run_together(item)
    for _, flow in flows(registry):
        yield from _run_together(flow)
    for unit in registry.units:
        yield from _run_together(unit)


def _run_together(record: Sourced) -> Iterator[Problem]:
    words = record.written.words
    if _SECOND.search(words):
        yield from _numbered(record)
    if not any("，" in name for name in _names(record)):
        return
    for path, text in record.written.texts_in(_LISTS_OF_NAMES):
        if "，" not in text or isinstance(path[-1], str):
            continue
        names = [name.strip() for name in text.split("，")]
        sentence = f"“{path[-2]}”里的“{text}”被当成一个名称"
        hint = f"名称之间用半角逗号加空格：{', '.join(names)}"
        yield warning(CODE, sentence, record.place(*path), hint)


def _names(record: Sourced) -> Iterable[str]:
    """The entries of all lists of names; those of flows are at hand in their steps."""
    if isinstance(record, Flow):
        papers = (step.documents + step.served_documents for step in record.steps)
        return chain.from_iterable(papers)
    return record.written.words_in(_LISTS_OF_NAMES)


def _numbered(record: Sourced) -> Iterator[Problem]:
    """1.甲; 2.乙 as one row, where each is to be counted."""
    for path, text in record.written.texts_in(_NUMBERED_LISTS):
        name = next((key for key in reversed(path) if isinstance(key, str)), "")
        above = [key for key in path[:-1] if isinstance(key, str)]
        if name == "名称" and above[-1:] != ["申请材料"]:
            continue
        if _NUMBERED.fullmatch(text[:_LOOKED_AT]):
            field = "申请材料" if name == "名称" else name
            hint = "每条写一行，以“- ”开头，前面不用编号"
            yield warning(CODE, f"“{field}”的几条写在了一起", record.place(*path), hint)


RULE = Rule(CODE, find)
