"""Who holds power: units, townships and platforms (`Unit`), and villages (`Village`)."""

from __future__ import annotations

from enum import Enum
from typing import Literal

from pydantic import Field

from generator.model.record import Date, Record, Sourced, Texts, YesNo
from generator.model.risk import RiskPoint


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

    name: str = Field(alias="名称")
    duty: str = Field("", alias="职责")
    phone: str = Field("", alias="电话")
    remark: str = Field("", alias="备注")


class Window(Record):
    """A window where people are served."""

    name: str = Field(alias="名称")
    place: str = Field("", alias="地点")
    hours: str = Field("", alias="办公时间")
    phone: str = Field("", alias="电话")
    business: Texts = Field((), alias="业务")
    remark: str = Field("", alias="备注")


class Remedy(Record):
    """救济: where to ask for reconsideration and where to sue."""

    reconsideration: str = Field("", alias="复议机关")
    court: str = Field("", alias="起诉法院")
    remark: str = Field("", alias="备注")


class Regulation(Record):
    """制度 that a body has adopted."""

    name: str = Field(alias="名称")
    document: str = Field("", alias="文件")
    document_number: str = Field("", alias="文号")
    day: Date | None = Field(None, alias="日期")
    category: str = Field("", alias="类别")
    remark: str = Field("", alias="备注")


class Publication(Record):
    """公开: since when the list is public, on trial or for good."""

    day: Date | None = Field(None, alias="日期")
    state: Literal["", "试运行", "正式"] = Field("", alias="状态")
    remark: str = Field("", alias="备注")


class Review(Record):
    """审核: one step of the review of a body's list."""

    stage: ReviewStage = Field(alias="环节")
    day: Date | None = Field(None, alias="日期")
    opinion: str = Field("", alias="意见")
    outcome: str = Field("", alias="结果")
    due: Date | None = Field(None, alias="整改期限")
    closed: Date | None = Field(None, alias="办结")
    remark: str = Field("", alias="备注")


class Omission(Record):
    """不采用: an item of the shared list that this body does not have, and why."""

    item: str = Field(alias="事项")
    reason: str = Field("", alias="理由")
    remark: str = Field("", alias="备注")


class PublicNumber(Record):
    """公开号码: a private-looking number that may be published."""

    number: str = Field(alias="号码")
    purpose: str = Field("", alias="用途")
    consent: str = Field("", alias="同意")
    day: Date | None = Field(None, alias="日期")
    remark: str = Field("", alias="备注")


class Unit(Sourced):
    """A unit, township or platform of the district (`powers/<id>/unit.yml`)."""

    name: str = Field(alias="名称")
    full_name: str = Field("", alias="全称")
    reading: str = Field("", alias="拼音")
    aliases: Texts = Field((), alias="俗称")
    kind: UnitKind = Field(alias="类型")
    is_pilot: YesNo = Field(False, alias="试点")
    summary: str = Field("", alias="简介")
    address: str = Field("", alias="地址")
    phone: str = Field("", alias="电话")
    hours: str = Field("", alias="办公时间")
    oversight_phone: str = Field("", alias="监督电话")
    posts: tuple[Post, ...] = Field((), alias="岗位")
    windows: tuple[Window, ...] = Field((), alias="窗口")
    remedy: Remedy | None = Field(None, alias="救济")
    regulations: tuple[Regulation, ...] = Field((), alias="制度")
    publication: Publication | None = Field(None, alias="公开")
    reviews: tuple[Review, ...] = Field((), alias="审核")
    post_risks: tuple[RiskPoint, ...] = Field((), alias="岗位风险")
    post_map: dict[str, dict[str, str]] = Field({}, alias="岗位对应")
    adopts: str = Field("", alias="采用")
    omits: tuple[Omission, ...] = Field((), alias="不采用")
    overrides: dict[str, object] = Field({}, alias="改动")
    public_numbers: tuple[PublicNumber, ...] = Field((), alias="公开号码")
    checked_on: Date | None = Field(None, alias="核对日期")
    is_sample: YesNo | None = Field(None, alias="示例数据")
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

    address: str = Field("", alias="地址")
    hours: str = Field("", alias="办公时间")
    phone: str = Field("", alias="电话")
    remark: str = Field("", alias="备注")


class HandbookImprint(Record):
    """手册: what the imprint of the printed handbook says."""

    edition: str = Field("", alias="版次")
    printed_on: str = Field("", alias="编印日期")
    copies: str = Field("", alias="印数")
    cover_colour: str = Field("", alias="封面色")
    remark: str = Field("", alias="备注")


class Village(Sourced):
    """A village; its id is `<township>/<village>`, `unplaced/…` where the township is unknown."""

    name: str = Field(alias="名称")
    full_name: str = Field("", alias="全称")
    reading: str = Field("", alias="拼音")
    aliases: Texts = Field((), alias="俗称")
    adopts: str = Field("", alias="采用")
    summary: str = Field("", alias="村情")
    centre: ServiceCentre | None = Field(None, alias="便民服务中心")
    posts: tuple[Post, ...] = Field((), alias="岗位")
    oversight_phone: str = Field("", alias="监督电话")
    public_numbers: tuple[PublicNumber, ...] = Field((), alias="公开号码")
    omits: tuple[Omission, ...] = Field((), alias="不采用")
    overrides: dict[str, object] = Field({}, alias="改动")
    own_items: dict[str, object] = Field({}, alias="本村事项")
    handbook: HandbookImprint | None = Field(None, alias="手册")
    post_map: dict[str, dict[str, str]] = Field({}, alias="岗位对应")
    checked_on: Date | None = Field(None, alias="核对日期")
    is_sample: YesNo | None = Field(None, alias="示例数据")
    remark: str = Field("", alias="备注")

    @property
    def township(self) -> str:
        """The id of the township the village belongs to, "" where the report does not say."""
        township = self.id.partition("/")[0]
        return "" if township == "unplaced" else township
