"""One power of a body: a row of the power list and of the responsibility list."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, model_validator

from generator.model.adjustment import Adjustment
from generator.model.flow import Limit
from generator.model.guide import (
    Bases,
    Documents,
    FeeGrade,
    Guide,
    Limits,
    Penalty,
    Results,
    Standards,
)
from generator.model.record import Date, Record, Rows, Sourced, Texts, YesNo
from generator.model.remedy import ItemRemedy
from generator.model.value import Phone, SpelledOut

OwnPart = Literal["决定", "初审", "审核转报", "受委托实施"]
"""本级职责: what of the power this body does itself."""


class FlowUse(Record):
    """A flow that an item cites, with the posts, days and papers that are this item's own."""

    flow: str = Field(
        alias="用", description="流程编号；先在本单位找，再到采用的清单、共用流程里找"
    )
    name: str = Field("", alias="名称", description="例如 一般程序")
    applies: str = Field("", alias="适用", description="什么情形走这个流程")
    posts: dict[str, str] = Field(
        default_factory=dict, alias="岗位", description="流程里的岗位 → 本事项的岗位"
    )
    limits: dict[str, Limit] = Field(
        default_factory=dict, alias="时限", description="步骤（代号或原文）→ 本事项的时限"
    )
    papers: dict[str, str] = Field(
        default_factory=dict, alias="文书", description="流程的送达文书 → 本事项的文书，按“结果”写"
    )
    remark: str = Field("", alias="备注")

    @model_validator(mode="before")
    @classmethod
    def _short_form(cls, data: object) -> object:
        return {"用": data} if isinstance(data, str) else data


FlowUses = Annotated[tuple[FlowUse, ...], Rows]
"""流程: one id, one long form, or a list of long forms."""

Fees = Annotated[tuple[FeeGrade, ...], Rows]
"""收费: one sentence, or a list by grade."""


class Duty(Record):
    """One duty: at which stage, what must be done, by which post, how fast."""

    stage: str = Field(alias="环节", description="受理、审查、决定等")
    content: str = Field(alias="内容", description="必须做什么")
    procedure: str = Field("", alias="程序", description="分程序写责任时的程序名称")
    post: str = Field("", alias="岗位", description="由谁做")
    limit: Limit | None = Field(None, alias="时限", description="多久做完")
    basis: Texts = Field((), alias="依据", description="哪一条规定的")
    remark: str = Field("", alias="备注")


class DutySet(Sourced):
    """Duties that many items share (`_common/duties.yml`)."""

    name: str = Field(alias="名称")
    kinds: Texts = Field((), alias="适用类别", description="哪些权力类别可以套用")
    duties: tuple[Duty, ...] = Field((), alias="事项", description="每个环节的责任")
    cases: Texts = Field((), alias="追责情形", description="什么情形要追责")
    basis: Texts = Field((), alias="追责依据", description="依据哪一条")
    forms: Texts = Field((), alias="追责方式", description="怎样追责")
    remark: str = Field("", alias="备注")


class Responsibility(Record):
    """责任 of an item: a shared set, own duties, or both, and accountability."""

    shared_set: str = Field("", alias="套用", description="_common/duties.yml 里的名称，例如 xuke")
    duties: tuple[Duty, ...] = Field(
        (), alias="事项", description="本事项自己的责任，排在套用的同一环节后面"
    )
    cases: Texts = Field((), alias="追责情形")
    basis: Texts = Field((), alias="追责依据")
    forms: Texts = Field((), alias="追责方式")
    remark: str = Field("", alias="备注")


class PowerSource(Record):
    """权力来源: how the body came to have the power."""

    way: str = Field(
        alias="方式", description="例如 法定本级行使、上级下放；只写方式时可以直接写一段文字"
    )
    document: str = Field("", alias="文件", description="依据哪份文件")
    remark: str = Field("", alias="备注")

    @model_validator(mode="before")
    @classmethod
    def _short_form(cls, data: object) -> object:
        return {"方式": data} if isinstance(data, str) else data


class SubItem(Record):
    """子项: a variant of an item; what it does not say itself holds as for the item."""

    code: str = Field(alias="代号", description="小写英文")
    name: str = Field(alias="名称")
    basis: Bases = Field((), alias="依据")
    flows: FlowUses = Field((), alias="流程")
    limits: Limits | None = Field(None, alias="时限")
    documents: Documents = Field((), alias="申请材料")
    results: Results = Field((), alias="结果", description="没写的都和主项相同")
    remark: str = Field("", alias="备注")


class Item(Sourced):
    """One power (权力事项) with everything that is known about it."""

    name: str = Field(alias="名称")
    reading: SpelledOut = Field("", alias="拼音", description="只在电脑读错时写")
    code: str = Field("", alias="编码", description="官方编码，开头的0要留着")
    aliases: Texts = Field((), alias="俗称", description="老百姓怎么叫，搜索用")
    kind: str = Field(alias="类别", description="用词表里的权力类别")
    topics: Texts = Field((), alias="主题", description="topics.yml 里的主题名称")
    levels: Texts = Field((), alias="行使层级", description="省级、市级、县级等，可以几个")
    scope: str = Field("", alias="权限范围", description="本级管到哪里")
    own_part: OwnPart = Field("决定", alias="本级职责")
    deciding_body: str = Field("", alias="决定机关", description="不是本单位决定时写")
    power_source: PowerSource | None = Field(None, alias="权力来源")
    post: str = Field("", alias="承办岗位", description="写单位“岗位”里的名称")
    joint_bodies: Texts = Field((), alias="共同实施", description="一起办的单位，写编号或者名称")
    basis: Bases = Field((), alias="依据", description="法律名称加《》，写到条；确认以后必须有")
    flows: FlowUses = Field((), alias="流程", description="流程编号，或者长写；确认以后必须有")
    sub_items: tuple[SubItem, ...] = Field((), alias="子项")
    responsibility: Responsibility | None = Field(None, alias="责任", description="确认以后必须有")
    limits: Limits | None = Field(None, alias="时限")
    fees: Fees = Field((), alias="收费", description="不收费，或者分档写")
    results: Results = Field((), alias="结果")
    guide: Guide | None = Field(None, alias="办事指南", description="群众来申请的事项要写")
    payment_standards: Standards = Field((), alias="标准", description="发钱发物的事项写")
    penalty: Penalty | None = Field(None, alias="处罚", description="处罚、强制的事项写")
    oversight_phone: Phone = Field("", alias="监督电话", description="与单位不同时写")
    remedy: ItemRemedy | None = Field(None, alias="救济", description="与单位的救济不同时写")
    handoff: str = Field("", alias="交由", description="交给别的事项办：单位/编号")
    adjustments: tuple[Adjustment, ...] = Field(
        (), alias="调整", description="新增、取消等，按日期写；状态由它算出来"
    )
    doubt: str = Field("", alias="存疑", description="还没弄清的地方，给审核的人看")
    checked_on: Date | None = Field(None, alias="核对日期", description="与单位不同时写")
    is_sample: YesNo | None = Field(None, alias="示例数据", description="与单位不同时写")
    remark: str = Field("", alias="备注")
