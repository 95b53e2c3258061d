"""One village micro-power (村级小微权力): what a village decides, does, or does for people."""

from __future__ import annotations

from enum import Enum

from pydantic import Field

from generator.model.adjustment import Adjustment
from generator.model.guide import Bases, Documents, Limits, Results, Standards
from generator.model.item import Fees, FlowUses
from generator.model.record import Date, Record, Sourced, Texts, YesNo
from generator.model.remedy import ItemRemedy
from generator.model.value import Phone, SpelledOut


class Chapter(Enum):
    """The three classes of a village list."""

    MAJOR_DECISIONS = "重大决策"
    DAILY_WORK = "日常工作"
    SERVICES = "便民服务"


class Way(Enum):
    """How a village handles a service."""

    ITSELF = "直办"
    ON_BEHALF = "代办"
    ASSISTING = "协办"
    INFORMING = "告知"


class Disclosure(Record):
    """公开: where, what, for how long it is posted, how often."""

    ways: Texts = Field((), alias="方式")
    content: str = Field("", alias="内容", description="公开什么")
    posted_for: str = Field("", alias="公示期", description="例如 不少于7日")
    period: str = Field("", alias="周期", description="例如 每季度15日前")
    remark: str = Field("", alias="备注")


class SpendingAuthority(Record):
    """Up to which amount who may approve."""

    amount: str = Field(alias="额度", description="例如 500元以下")
    approver: str = Field(alias="审批", description="由谁批")
    remark: str = Field("", alias="备注")


class MicroPower(Sourced):
    """One item of a village list, with a paragraph in the villagers' words."""

    name: str = Field(alias="名称")
    reading: SpelledOut = Field("", alias="拼音", description="只在电脑读错时写")
    aliases: Texts = Field((), alias="俗称", description="老百姓怎么叫，搜索用")
    chapter: Chapter = Field(alias="分类")
    way: Way | None = Field(
        None, alias="办理方式", description="便民服务要写：村里自己办，还是替群众到镇里办"
    )
    topics: Texts = Field((), alias="主题", description="topics.yml 里的主题名称")
    basis: Bases = Field((), alias="依据", description="法律、村规民约、村级制度都可以")
    post: str = Field("", alias="责任岗位", description="由谁负责")
    flows: FlowUses = Field((), alias="流程", description="流程编号，或者长写")
    what_to_do: str = Field(
        "", alias="群众怎么办", description="写给老百姓的一段话：先做什么，带什么，找谁"
    )
    applicants: Texts = Field((), alias="服务对象", description="谁能办")
    documents: Documents = Field((), alias="申请材料")
    payment_standards: Standards = Field((), alias="标准", description="发钱发物的事项写")
    limits: Limits | None = Field(None, alias="时限")
    fees: Fees = Field((), alias="收费")
    results: Results = Field((), alias="结果")
    spending_authority: tuple[SpendingAuthority, ...] = Field(
        (), alias="审批权限", description="财务开支写"
    )
    disclosure: Disclosure | None = Field(None, alias="公开")
    oversight: str = Field("", alias="监督", description="由谁监督")
    oversight_phone: Phone = Field("", alias="监督电话", description="与村里不同时写")
    remedy: ItemRemedy | None = Field(None, alias="救济", description="不服怎么办")
    handoff: str = Field("", alias="交由", description="交给镇里办的写 _township/编号")
    adjustments: tuple[Adjustment, ...] = Field((), alias="调整")
    doubt: str = Field("", alias="存疑", description="还没弄清的地方")
    checked_on: Date | None = Field(None, alias="核对日期", description="与村里不同时写")
    is_sample: YesNo | None = Field(None, alias="示例数据", description="与村里不同时写")
    remark: str = Field("", alias="备注")
