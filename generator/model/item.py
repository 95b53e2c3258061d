"""One power of a body: a row of the power list and of the responsibility list."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, model_validator

from generator.model.adjustment import Adjustment
from generator.model.flow import Limit
from generator.model.guide import (
    Bases,
    FeeGrade,
    Guide,
    Limits,
    PaymentStandard,
    Penalty,
    RequiredDocument,
    Result,
)
from generator.model.record import Date, Record, Sourced, Texts, YesNo

OwnPart = Literal["决定", "初审", "审核转报", "受委托实施"]
"""本级职责: what of the power this body does itself."""


class FlowUse(Record):
    """A flow that an item cites, with the posts and days that are this item's own."""

    flow: str = Field(alias="用")
    name: str = Field("", alias="名称")
    applies: str = Field("", alias="适用")
    posts: dict[str, str] = Field({}, alias="岗位")
    limits: dict[str, Limit] = Field({}, alias="时限")
    remark: str = Field("", alias="备注")

    @model_validator(mode="before")
    @classmethod
    def _short_form(cls, data: object) -> object:
        return {"用": data} if isinstance(data, str) else data


def _rows(value: object) -> object:
    return [value] if isinstance(value, str | dict) else value


FlowUses = Annotated[tuple[FlowUse, ...], BeforeValidator(_rows)]
"""流程: one id, one long form, or a list of long forms."""

Fees = Annotated[tuple[FeeGrade, ...], BeforeValidator(_rows)]
"""收费: one sentence, or a list by grade."""


class Duty(Record):
    """One duty: at which stage, what must be done, by which post, how fast."""

    stage: str = Field(alias="环节")
    content: str = Field(alias="内容")
    procedure: str = Field("", alias="程序")
    post: str = Field("", alias="岗位")
    limit: Limit | None = Field(None, alias="时限")
    basis: Texts = Field((), alias="依据")
    remark: str = Field("", alias="备注")


class DutySet(Sourced):
    """Duties that many items share (`_common/duties.yml`)."""

    name: str = Field(alias="名称")
    kinds: Texts = Field((), alias="适用类别")
    duties: tuple[Duty, ...] = Field((), alias="事项")
    cases: Texts = Field((), alias="追责情形")
    basis: Texts = Field((), alias="追责依据")
    forms: Texts = Field((), alias="追责方式")
    remark: str = Field("", alias="备注")


class Responsibility(Record):
    """责任 of an item: a shared set, own duties, or both, and accountability."""

    shared_set: str = Field("", alias="套用")
    duties: tuple[Duty, ...] = Field((), alias="事项")
    cases: Texts = Field((), alias="追责情形")
    basis: Texts = Field((), alias="追责依据")
    forms: Texts = Field((), alias="追责方式")
    remark: str = Field("", alias="备注")


class PowerSource(Record):
    """权力来源: how the body came to have the power."""

    way: str = Field(alias="方式")
    document: str = Field("", alias="文件")
    remark: str = Field("", alias="备注")

    @model_validator(mode="before")
    @classmethod
    def _short_form(cls, data: object) -> object:
        return {"方式": data} if isinstance(data, str) else data


class SubItem(Record):
    """子项: a variant of an item; what it does not say itself holds as for the item."""

    code: str = Field(alias="代号")
    name: str = Field(alias="名称")
    basis: Bases = Field((), alias="依据")
    flows: FlowUses = Field((), alias="流程")
    limits: Limits | None = Field(None, alias="时限")
    documents: tuple[RequiredDocument, ...] = Field((), alias="申请材料")
    results: tuple[Result, ...] = Field((), alias="结果")
    remark: str = Field("", alias="备注")


class Item(Sourced):
    """One power (权力事项) with everything that is known about it."""

    name: str = Field(alias="名称")
    reading: str = Field("", alias="拼音")
    code: str = Field("", alias="编码")
    aliases: Texts = Field((), alias="俗称")
    kind: str = Field(alias="类别")
    topics: Texts = Field((), alias="主题")
    levels: Texts = Field((), alias="行使层级")
    scope: str = Field("", alias="权限范围")
    own_part: OwnPart = Field("决定", alias="本级职责")
    deciding_body: str = Field("", alias="决定机关")
    power_source: PowerSource | None = Field(None, alias="权力来源")
    post: str = Field("", alias="承办岗位")
    joint_bodies: Texts = Field((), alias="共同实施")
    basis: Bases = Field((), alias="依据")
    flows: FlowUses = Field((), alias="流程")
    sub_items: tuple[SubItem, ...] = Field((), alias="子项")
    responsibility: Responsibility | None = Field(None, alias="责任")
    limits: Limits | None = Field(None, alias="时限")
    fees: Fees = Field((), alias="收费")
    results: tuple[Result, ...] = Field((), alias="结果")
    guide: Guide | None = Field(None, alias="办事指南")
    payment_standards: tuple[PaymentStandard, ...] = Field((), alias="标准")
    penalty: Penalty | None = Field(None, alias="处罚")
    oversight_phone: str = Field("", alias="监督电话")
    handoff: str = Field("", alias="交由")
    adjustments: tuple[Adjustment, ...] = Field((), alias="调整")
    doubt: str = Field("", alias="存疑")
    checked_on: Date | None = Field(None, alias="核对日期")
    is_sample: YesNo | None = Field(None, alias="示例数据")
    remark: str = Field("", alias="备注")
