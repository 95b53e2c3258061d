"""Powers in force → quoted articles that give them to a higher level only."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.check.rule import Rule
from generator.check.subjects import powers
from generator.model.adjustment import AdjustmentKind
from generator.model.item import Item
from generator.model.registry import Registry
from generator.problem import Problem, warning

CODE = "basis-names-higher-body"

_HIGHER = re.compile(
    r"国务院[\u4e00-\u9fff]{0,12}(?:部门|机构)|"
    r"省(?:、自治区、直辖市)?(?:级)?(?:以上)?(?:地方)?人民(?:政府|检察院)?[\u4e00-\u9fff]{0,14}(?:部门|政府)|"
    r"省、自治区、直辖市人民政府|设区的市级?(?:以上)?(?:地方)?人民政府[\u4e00-\u9fff]{0,12}"
)
_LOWER = re.compile(r"县|区人民政府|乡|镇|街道|各级|不设区|下级|基层|地方(?:各级)?人民政府|所在地")
_HANDED_DOWN = re.compile(r"下放|委托|授权|赋权|承接|相对集中")


def find(registry: Registry) -> Iterator[Problem]:
    """Every 摘录 that names only higher bodies, for a power nobody says was handed down."""
    for power in powers(registry):
        item = power.holding.item
        if _is_handed_down(item):
            continue
        for row, citation in enumerate(item.basis):
            found = _HIGHER.search(citation.quotation)
            if citation.role == "设定" and found and not _LOWER.search(citation.quotation):
                sentence = f"依据摘录把这项权力给了“{found[0]}”，没有给本级"
                hint = "核对条文；下放、委托来的写“权力来源”和文件，只初审的写“本级职责: 初审”"
                yield warning(CODE, sentence, item.place("依据", row, "摘录"), hint)


def _is_handed_down(item: Item) -> bool:
    """Whether the item says why this level acts: it only examines, or was given the power."""
    source = item.power_source
    told = f"{source.way} {source.document}" if source else ""
    taken = any(event.kind is AdjustmentKind.TAKEN_OVER for event in item.adjustments)
    return item.own_part != "决定" or taken or bool(_HANDED_DOWN.search(told))


RULE = Rule(CODE, find)
