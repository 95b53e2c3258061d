"""Adjustments → endings that no document orders."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.rule import Rule
from generator.check.subjects import items_of_any_standing
from generator.model.adjustment import AdjustmentKind
from generator.model.registry import Registry
from generator.problem import Problem, error

CODE = "cancelled-without-document"

_ENDING = (
    AdjustmentKind.CANCELLED,
    AdjustmentKind.MERGED,
    AdjustmentKind.DELEGATED,
    AdjustmentKind.TAKEN_UP,
    AdjustmentKind.SPLIT,
)


def find(registry: Registry) -> Iterator[Problem]:
    """Every 取消, 整合, 下放, 上收 or 拆分 without 文件."""
    for item in items_of_any_standing(registry):
        for row, event in enumerate(item.adjustments):
            if event.kind in _ENDING and not event.document:
                sentence = f"事项“{item.name}”{event.kind.value}，没有写依据哪个文件"
                hint = "补写“文件: 文件名和文号”"
                yield error(CODE, sentence, item.place("调整", row), hint)


RULE = Rule(CODE, find)
