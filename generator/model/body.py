"""Who holds power: units, townships and platforms (`Unit`), and villages (`Village`)."""

from __future__ import annotations

from enum import Enum
from typing import Literal

from pydantic import Field

from generator.model.record import Date, Record, Sourced, Texts, YesNo
from generator.model.risk import RiskPoint
from generator.model.value import Count, Month, Phone, SpelledOut


class CoverColour(Enum):
    """封面色 of a printed handbook."""

    BLUE = "蓝"
    GREEN = "绿"
    RED = "红"
    CYAN = "青"
    PURPLE = "紫"
    BROWN = "棕"
    GREY = "灰"


class UnitKind(Enum):
    """类型 of a unit, as the report names them."""

    DEPARTMENT = "区直部门"
    TOWN = "镇"
    TOWNSHIP = "乡"
    SUBDISTRICT = "街道办事处"
    CENTRE = "中心"
    PLATFORM = "平台"


ReviewStage = Literal["单位自查", "组内审核", "专家评审", "法制审核", "领导组确认", "督查"]
"""审核.环节: the stations of a list on its way to the public."""


class Post(Record):
    """岗位: a role, never a person."""

    name: str = Field(alias="名称", description="岗位的名称，不写人名")
    duty: str = Field("", alias="职责", description="一句话")
    phone: Phone = Field("", alias="电话", description="办公电话")
    remark: str = Field("", alias="备注")


class Window(Record):
    """A window where people are served."""

    name: str = Field(alias="名称", description="办事指南的“办理窗口”写的就是它")
    place: str = Field("", alias="地点", description="几号几楼")
    hours: str = Field("", alias="办公时间", description="什么时候有人")
    phone: Phone = Field("", alias="电话", description="窗口电话")
    business: Texts = Field(
        (), alias="业务", description="受理哪些事；不写就列出“办理窗口”写了它的事项"
    )
    remark: str = Field("", alias="备注")


class Remedy(Record):
    """救济: where to ask for reconsideration and where to sue."""

    reconsideration: str = Field("", alias="复议机关", description="向谁申请行政复议")
    court: str = Field("", alias="起诉法院", description="向哪个法院起诉")
    remark: str = Field("", alias="备注")


class Regulation(Record):
    """制度 that a body has adopted."""

    name: str = Field(alias="名称", description="制度的名称")
    document: str = Field("", alias="文件", description="出自哪份文件")
    document_number: str = Field("", alias="文号", description="文件的文号")
    day: Date | None = Field(None, alias="日期", description="印发的日子")
    category: str = Field("", alias="类别", description="制度体系、长效监督、责任追究等")
    remark: str = Field("", alias="备注")


class Publication(Record):
    """公开: since when the list is public, on trial or for good."""

    day: Date | None = Field(None, alias="日期", description="向社会公开的日子")
    state: Literal["", "试运行", "正式"] = Field("", alias="状态", description="公开到了哪一步")
    remark: str = Field("", alias="备注")


class Review(Record):
    """审核: one step of the review of a body's list."""

    stage: ReviewStage = Field(
        alias="环节", description="审核走到的一站；领导组确认通过以后，缺责任、缺流程就算错误"
    )
    day: Date | None = Field(None, alias="日期", description="哪一天")
    opinion: str = Field("", alias="意见", description="一句话")
    outcome: str = Field("", alias="结果", description="例如 通过、修改后通过")
    due: Date | None = Field(None, alias="整改期限", description="要求哪天以前改好")
    closed: Date | None = Field(None, alias="办结", description="哪天改好的")
    remark: str = Field("", alias="备注")


class Omission(Record):
    """不采用: an item of the shared list that this body does not have, and why."""

    item: str = Field(alias="事项", description="通用清单里的编号")
    reason: str = Field("", alias="理由", description="本单位、本村为什么没有这一项")
    remark: str = Field("", alias="备注")


class PublicNumber(Record):
    """公开号码: a private-looking number that may be published."""

    number: Phone = Field(alias="号码", description="看上去像私人号码、但可以公开的号码")
    purpose: str = Field("", alias="用途", description="用来做什么")
    consent: str = Field("", alias="同意", description="怎样同意的，例如 书面")
    day: Date | None = Field(None, alias="日期", description="同意的日子")
    remark: str = Field("", alias="备注")


class Unit(Sourced):
    """A unit, township or platform of the district (`powers/<id>/unit.yml`)."""

    name: str = Field(alias="名称", description="简称，页面上用它")
    full_name: str = Field("", alias="全称", description="公章上的名称")
    reading: SpelledOut = Field("", alias="拼音", description="只在电脑读错时写，字与字之间空一格")
    aliases: Texts = Field((), alias="俗称", description="老百姓怎么叫")
    kind: UnitKind = Field(alias="类型")
    is_pilot: YesNo = Field(False, alias="试点", description="是不是权力清单试点单位")
    summary: str = Field("", alias="简介", description="一句话说明管什么")
    address: str = Field("", alias="地址", description="办公地址")
    phone: Phone = Field("", alias="电话", description="办公电话")
    hours: str = Field("", alias="办公时间", description="上下班时间")
    oversight_phone: Phone = Field("", alias="监督电话", description="投诉这个单位打哪里")
    posts: tuple[Post, ...] = Field(
        (), alias="岗位", description="事项、责任里写到的岗位都要在这里"
    )
    windows: tuple[Window, ...] = Field(
        (), alias="窗口", description="本单位的办事窗口；设在政务服务中心的写在中心"
    )
    remedy: Remedy | None = Field(None, alias="救济", description="不服怎么办")
    regulations: tuple[Regulation, ...] = Field((), alias="制度", description="已经建立的制度")
    publication: Publication | None = Field(None, alias="公开", description="清单什么时候公开的")
    reviews: tuple[Review, ...] = Field((), alias="审核", description="清单走过的审核")
    post_risks: tuple[RiskPoint, ...] = Field(
        (), alias="岗位风险", description="不在任何流程上的风险"
    )
    post_map: dict[str, dict[str, str]] = Field(
        default_factory=dict,
        alias="岗位对应",
        description="共用流程里的岗位在本单位是谁：流程编号 → 流程里的岗位 → 本单位的岗位",
    )
    adopts: str = Field("", alias="采用", description="乡镇写 _township")
    omits: tuple[Omission, ...] = Field(
        (), alias="不采用", description="通用清单里本单位没有的事项"
    )
    overrides: dict[str, object] = Field(
        default_factory=dict,
        alias="改动",
        description="通用事项在本单位不同的地方：事项编号 → 字段 → 新的内容",
    )
    public_numbers: tuple[PublicNumber, ...] = Field((), alias="公开号码")
    checked_on: Date | None = Field(None, alias="核对日期", description="哪一天从头核对过")
    is_sample: YesNo | None = Field(
        None, alias="示例数据", description="不是真实数据时写 是；事项和流程跟着它"
    )
    remark: str = Field("", alias="备注")

    @property
    def is_township(self) -> bool:
        """Whether this is a 镇, 乡 or 街道办事处."""
        return self.kind in (UnitKind.TOWN, UnitKind.TOWNSHIP, UnitKind.SUBDISTRICT)

    @property
    def is_confirmed(self) -> bool:
        """Whether the leading group has confirmed the list (领导组确认: 通过)."""
        return any(r.stage == "领导组确认" and r.outcome == "通过" for r in self.reviews)


class ServiceCentre(Record):
    """便民服务中心 of a village."""

    address: str = Field("", alias="地址", description="在哪里")
    hours: str = Field("", alias="办公时间", description="什么时候有人")
    phone: Phone = Field("", alias="电话", description="值班电话")
    remark: str = Field("", alias="备注")


class HandbookImprint(Record):
    """手册: what the imprint of the printed handbook says."""

    edition: str = Field("", alias="版次", description="例如 2016年第一版")
    printed_on: Month = Field("", alias="编印日期", description="例如 2016-01")
    copies: Count = Field("", alias="印数", description="印了多少本")
    cover_colour: CoverColour = Field(CoverColour.BLUE, alias="封面色", description="不写就是蓝")
    remark: str = Field("", alias="备注")


class Village(Sourced):
    """A village; its id is `<township>/<village>`, `unplaced/…` where the township is unknown."""

    name: str = Field(alias="名称", description="村名")
    full_name: str = Field("", alias="全称", description="带乡镇的名称")
    reading: SpelledOut = Field("", alias="拼音", description="只在电脑读错时写")
    aliases: Texts = Field((), alias="俗称", description="老百姓怎么叫")
    adopts: str = Field("", alias="采用", description="写 _common")
    summary: str = Field("", alias="村情", description="一句话")
    centre: ServiceCentre | None = Field(None, alias="便民服务中心", description="在哪里办事")
    posts: tuple[Post, ...] = Field(
        (), alias="岗位", description="书记、主任、监委会主任等岗位和电话，不写人名"
    )
    oversight_phone: Phone = Field("", alias="监督电话", description="投诉村干部打哪里")
    public_numbers: tuple[PublicNumber, ...] = Field((), alias="公开号码")
    omits: tuple[Omission, ...] = Field((), alias="不采用", description="通用清单里本村没有的事项")
    overrides: dict[str, object] = Field(
        default_factory=dict,
        alias="改动",
        description="通用事项在本村不同的地方：事项编号 → 字段 → 新的内容",
    )
    own_items: dict[str, object] = Field(
        default_factory=dict,
        alias="本村事项",
        description="只有本村有的事项：编号 → 整个事项，写法同村级事项",
    )
    handbook: HandbookImprint | None = Field(None, alias="手册", description="印在手册封底的几行")
    post_map: dict[str, dict[str, str]] = Field(
        default_factory=dict, alias="岗位对应", description="共用流程里的岗位在本村是谁"
    )
    checked_on: Date | None = Field(None, alias="核对日期", description="哪一天从头核对过")
    is_sample: YesNo | None = Field(None, alias="示例数据", description="不是真实数据时写 是")
    remark: str = Field("", alias="备注")

    @property
    def township(self) -> str:
        """The id of the township the village belongs to, "" where the report does not say."""
        township = self.id.partition("/")[0]
        return "" if township == "unplaced" else township
