"""统计口径: a figure that was published, and what it is a measure of."""

from __future__ import annotations

from pydantic import Field

from generator.model.record import Date, Sourced, Texts
from generator.model.value import Figure


class Claim(Sourced):
    """One published figure (a row of `powers/claims.yml`)."""

    saying: str = Field(alias="说法", description="公布时的原话")
    measure: str = Field(alias="指标", description="算的是什么，例如 精简比例")
    scope: dict[str, Texts] = Field(
        default_factory=dict, alias="范围", description="只算哪些单位：单位的字段 → 它的内容"
    )
    figure: Figure = Field(alias="数值", description="公布的数字，照原样写")
    unit: str = Field("", alias="单位", description='例如 "%"、项')
    as_of: Date | None = Field(None, alias="截止", description="数字截止到哪一天")
    source_document: str = Field("", alias="出处", description="在哪份材料里公布的")
    explanation: str = Field("", alias="说明", description="重新计算不一样时，写明为什么")
    remark: str = Field("", alias="备注")
