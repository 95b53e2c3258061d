"""Dated events of an item's life; its status on a day is computed from them, never typed."""

from __future__ import annotations

from datetime import date
from enum import Enum

from pydantic import Field

from generator.model.record import Date, Record, Texts


class AdjustmentKind(Enum):
    """What was decided about an item."""

    ADDED = "新增"
    TAKEN_OVER = "承接"
    CANCELLED = "取消"
    MERGED = "整合"
    DELEGATED = "下放"
    TAKEN_UP = "上收"
    SPLIT = "拆分"
    RENAMED = "更名"
    RESTORED = "恢复"


_STARTING = frozenset({AdjustmentKind.ADDED, AdjustmentKind.TAKEN_OVER, AdjustmentKind.RESTORED})
_NEUTRAL = frozenset({AdjustmentKind.RENAMED})


class Adjustment(Record):
    """One event: when, what, by which document, from or to where."""

    day: Date = Field(alias="日期", description="生效的日子")
    kind: AdjustmentKind = Field(
        alias="方式",
        description="新增、承接、恢复使事项在用；取消、整合、下放、上收、拆分使事项结束；更名不变",
    )
    document: str = Field("", alias="文件", description="依据哪份文件，取消的必写")
    reason: str = Field("", alias="理由", description="为什么调整")
    comes_from: str = Field("", alias="来自", description="承接自哪里")
    goes_to: Texts = Field(
        (), alias="去向", description="整合到哪些事项（写编号）；下放、上收到哪里"
    )
    what_now: str = Field(
        "", alias="现在怎么办", description="事项结束以后，群众现在到哪里、怎样办"
    )
    former_name: str = Field("", alias="原名称", description="更名以前叫什么")
    remark: str = Field("", alias="备注")


class Standing(Enum):
    """Whether an item is in force on a day."""

    ACTIVE = "在用"
    ENDED = "已结束"
    COMING = "将实施"


def standing_on(events: tuple[Adjustment, ...], day: date) -> Standing:
    """Events and a day → whether the item is in force on that day.

    An item without events is in force; one whose only starting event lies ahead is still coming.
    """
    if not events:
        return Standing.ACTIVE
    telling = sorted((e for e in events if e.kind not in _NEUTRAL), key=lambda e: e.day)
    past = [event for event in telling if event.day <= day]
    if past:
        return Standing.ACTIVE if past[-1].kind in _STARTING else Standing.ENDED
    if telling and telling[0].kind in _STARTING:
        return Standing.COMING
    return Standing.ACTIVE


def next_after(events: tuple[Adjustment, ...], day: date) -> Adjustment | None:
    """The first event after *day* that starts or ends an item, None where there is none."""
    telling = (e for e in events if e.day > day and e.kind not in _NEUTRAL)
    return min(telling, key=lambda event: event.day, default=None)


def ending_on(events: tuple[Adjustment, ...], day: date) -> Adjustment | None:
    """The event that ended an item by *day*, None while it is in force."""
    if standing_on(events, day) is not Standing.ENDED:
        return None
    past = [e for e in events if e.day <= day and e.kind not in _NEUTRAL]
    return max(past, key=lambda event: event.day)
