"""The district itself and its vocabulary: what the whole site shares."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from generator.model.body import Regulation
from generator.model.record import Date, Record, Sourced, Texts, YesNo


class Hotline(Record):
    """A public hotline."""

    name: str = Field(alias="名称")
    phone: str = Field(alias="电话")
    remark: str = Field("", alias="备注")


class SiteInfo(Record):
    """网站: who runs the site, as the footer must say."""

    sponsor: str = Field("", alias="主办单位")
    operator: str = Field("", alias="承办单位")
    site_code: str = Field("", alias="网站标识码")
    licence: str = Field("", alias="备案号")
    police_licence: str = Field("", alias="公安备案号")
    corrections: str = Field("", alias="纠错")
    remark: str = Field("", alias="备注")


class District(Sourced):
    """区情: the district and the edition that is being published."""

    name: str = Field(alias="名称")
    reading: str = Field("", alias="拼音")
    division_code: str = Field("", alias="区划代码")
    edition: Date = Field(alias="发布日期")
    url: str = Field("", alias="网址")
    hotlines: tuple[Hotline, ...] = Field((), alias="热线")
    site: SiteInfo | None = Field(None, alias="网站")
    regulations: tuple[Regulation, ...] = Field((), alias="制度文件")
    law_texts: str = Field("", alias="法律文本")
    checked_on: Date | None = Field(None, alias="核对日期")
    is_sample: YesNo = Field(False, alias="示例数据")
    remark: str = Field("", alias="备注")


class Term(Record):
    """A word of the vocabulary with its ASCII code."""

    code: str = Field(alias="代号")
    name: str = Field(alias="名称")
    remark: str = Field("", alias="备注")


class KindTerm(Term):
    """权力类别: whether people apply for it, and whether it shows the enforcement card."""

    on_application: YesNo = Field(False, alias="依申请")
    enforcing: YesNo = Field(False, alias="执法")


class RiskLevelTerm(Term):
    """风险等级: its order (higher is worse), letter and shape."""

    order: int = Field(alias="次序")
    letter: str = Field(alias="字母")
    shape: str = Field("", alias="形状")


class Vocabulary(Sourced):
    """用词表: the words this district uses; local practice differs, so this is data."""

    kinds: tuple[KindTerm, ...] = Field(alias="权力类别")
    risk_levels: tuple[RiskLevelTerm, ...] = Field(alias="风险等级")
    risk_categories: tuple[Term, ...] = Field((), alias="风险类别")
    stages: tuple[Term, ...] = Field((), alias="环节")
    handlings: tuple[Term, ...] = Field((), alias="办件类型")
    ranks: tuple[Term, ...] = Field((), alias="位阶")
    document_origins: tuple[Term, ...] = Field((), alias="材料来源")
    disclosure_ways: tuple[Term, ...] = Field((), alias="公开方式")
    remark: str = Field("", alias="备注")

    def kind(self, name: str) -> KindTerm | None:
        """The term of a 权力类别 by its name."""
        return next((term for term in self.kinds if term.name == name), None)


class Topic(Sourced):
    """A way in for the public: 主题, 人群 or 人生大事."""

    code: str = Field(alias="代号")
    name: str = Field(alias="名称")
    dimension: Literal["主题", "人群", "人生大事"] = Field("主题", alias="维度")
    items: Texts = Field((), alias="事项")
    aliases: Texts = Field((), alias="俗称")
    remark: str = Field("", alias="备注")


class Synonym(Sourced):
    """百姓叫法 → 规范用语."""

    popular: str = Field(alias="百姓叫法")
    official: str = Field(alias="规范用语")
    remark: str = Field("", alias="备注")


class HolidayYear(Sourced):
    """Days off and days worked in exchange, of one year."""

    year: str = Field(alias="年")
    document: str = Field("", alias="文件")
    days_off: tuple[Date, ...] = Field((), alias="放假")
    days_worked: tuple[Date, ...] = Field((), alias="调休上班")
    remark: str = Field("", alias="备注")
