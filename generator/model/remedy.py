"""Where to turn against a decision when an item differs from its unit: 救济 of an item."""

from __future__ import annotations

from pydantic import Field

from generator.model.flow import Limit
from generator.model.record import Record, Texts, YesNo


class ItemRemedy(Record):
    """What of 救济 is this item's own; what it does not say holds as for the unit and the law."""

    reconsideration: str = Field("", alias="复议机关", description="与单位不同时写，写全称")
    court: str = Field("", alias="起诉法院", description="与单位不同时写，写全称")
    reconsider_within: Limit | None = Field(
        None, alias="复议期限", description="法律另有规定时写；不写就是60日"
    )
    sue_within: Limit | None = Field(
        None, alias="起诉期限", description="法律另有规定时写，例如 30日；不写就是6个月"
    )
    reconsider_first: YesNo | None = Field(
        None, alias="复议前置", description="必须先申请复议、再起诉的写 是"
    )
    not_applicable: str = Field(
        "", alias="不适用", description="不能复议、起诉的，写为什么、该怎么办；代替上面各项"
    )
    basis: Texts = Field((), alias="依据", description="哪一条规定的")
    note: str = Field("", alias="说明", description="给群众看的一句话")
    remark: str = Field("", alias="备注")
