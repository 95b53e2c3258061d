"""Items in force → limits that the quoted law sets and the item does not list."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.check.rule import Rule
from generator.check.subjects import subjects
from generator.model.registry import Registry
from generator.problem import Problem, warning

CODE = "limit-in-basis-not-listed"

_LIMIT = re.compile(
    r"(?P<limit>(?:\d+|[一二两三四五六七八九十百]+)(?:个工作日|个自然日|个月|工作日|日|天))(?:以)?内"
    r"[^。；]{0,20}?(?:作出|决定|答复|办结|审查|审核|审批|批准|核准|颁发|发给|送达|登记|处理|完成)"
)
_OF_OTHERS = re.compile(
    r"(?:当事人|申请人|被许可人|建设单位|用人单位|公民|企业)(?:应当|可以|须|必须)"
)


def find(registry: Registry) -> Iterator[Problem]:
    """Every 摘录 that binds the body to a limit while 时限 names no 法定."""
    for subject in subjects(registry):
        item = subject.holding.item
        if item.limits is not None and item.limits.statutory is not None:
            continue
        for row, citation in enumerate(item.basis):
            limit = _limit_in(citation.quotation)
            if limit:
                sentence = f"依据摘录里有“{limit}内”，“时限”里没有写法定时限"
                hint = f"补写“法定: {{期限: {limit}, 依据: {citation.text}}}”"
                yield warning(CODE, sentence, item.place("依据", row, "摘录"), hint)


def _limit_in(quotation: str) -> str:
    """The first limit for the body in a quotation, "" where none is; those of others left out."""
    for sentence in re.split(r"[。；]", quotation):
        found = _LIMIT.search(sentence)
        if found and not _OF_OTHERS.search(sentence[: found.start()]):
            return found["limit"]
    return ""


RULE = Rule(CODE, find)
