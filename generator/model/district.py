"""The district itself and its vocabulary: what the whole site shares."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from generator.model.body import Regulation
from generator.model.record import Date, Record, Sourced, Texts, YesNo
from generator.model.value import DivisionCode, Letter, Phone, SpelledOut, WebAddress, Year


class Hotline(Record):
    """A public hotline."""

    name: str = Field(alias="名称", description="热线的名称")
    phone: Phone = Field(alias="电话", description='号码，例如 "12345"')
    remark: str = Field("", alias="备注")


class SiteInfo(Record):
    """网站: who runs the site, as the footer must say."""

    sponsor: str = Field("", alias="主办单位", description="页脚要写")
    operator: str = Field("", alias="承办单位")
    site_code: str = Field("", alias="网站标识码")
    licence: str = Field("", alias="备案号")
    police_licence: str = Field("", alias="公安备案号")
    corrections: str = Field("", alias="纠错", description="发现错误找谁")
    remark: str = Field("", alias="备注")


class District(Sourced):
    """区情: the district and the edition that is being published."""

    name: str = Field(alias="名称", description="区、县的名称")
    reading: SpelledOut = Field("", alias="拼音", description="只在电脑读错时写")
    division_code: DivisionCode = Field("", alias="区划代码", description="六位数字，加引号")
    edition: Date = Field(
        alias="发布日期", description="这一版的日子；事项在不在用、过没过期都按这一天算"
    )
    url: WebAddress = Field("", alias="网址", description="网站的地址，没有就不写")
    hotlines: tuple[Hotline, ...] = Field((), alias="热线")
    site: SiteInfo | None = Field(None, alias="网站")
    regulations: tuple[Regulation, ...] = Field((), alias="制度文件", description="全区的制度文件")
    unit_order: Texts = Field(
        (),
        alias="单位次序",
        description="单位的文件夹名，按上网的先后；没写进来的排在后面",
    )
    village_list_note: str = Field(
        "", alias="村级清单说明", description="各村共用的清单从哪里来，写在村的页面上"
    )
    law_texts: str = Field("", alias="法律文本", description="存放法律全文的文件夹，没有就不写")
    checked_on: Date | None = Field(None, alias="核对日期", description="单位和事项没写时用它")
    is_sample: YesNo = Field(False, alias="示例数据", description="全区都是示例时写 是")
    remark: str = Field("", alias="备注")


class Term(Record):
    """A word of the vocabulary with its ASCII code."""

    code: str = Field(alias="代号", description="小写英文，不改动")
    name: str = Field(alias="名称", description="填写时用的词")
    remark: str = Field("", alias="备注")


class KindTerm(Term):
    """权力类别: whether people apply for it, and whether it shows the enforcement card."""

    on_application: YesNo = Field(False, alias="依申请", description="是不是群众来申请才办")
    enforcing: YesNo = Field(False, alias="执法", description="是不是执法，页面上显示执法卡片")


class RiskLevelTerm(Term):
    """风险等级: its order (higher is worse), letter and shape."""

    order: int = Field(alias="次序", description="数字大的风险高")
    letter: Letter = Field(alias="字母", description="图上写的一个字")
    shape: Literal["", "三角", "菱形", "圆"] = Field("", alias="形状", description="图上画的形状")


class Vocabulary(Sourced):
    """用词表: the words this district uses; local practice differs, so this is data."""

    kinds: tuple[KindTerm, ...] = Field(alias="权力类别", description="事项的“类别”只能用这里的词")
    risk_levels: tuple[RiskLevelTerm, ...] = Field(
        alias="风险等级", description="风险的等级只能用这里的词"
    )
    risk_categories: tuple[Term, ...] = Field((), alias="风险类别")
    stages: tuple[Term, ...] = Field((), alias="环节", description="责任的“环节”，用别的词会提醒")
    handlings: tuple[Term, ...] = Field((), alias="办件类型")
    ranks: tuple[Term, ...] = Field((), alias="位阶", description="法律的“位阶”")
    document_origins: tuple[Term, ...] = Field((), alias="材料来源", description="申请材料的“来源”")
    disclosure_ways: tuple[Term, ...] = Field(
        (), alias="公开方式", description="村级事项公开的“方式”"
    )
    levels: tuple[Term, ...] = Field((), alias="行使层级", description="用别的词会提醒")
    applicants: tuple[Term, ...] = Field(
        (), alias="服务对象", description="办事指南的“服务对象”，用别的词会提醒"
    )
    remark: str = Field("", alias="备注")

    def kind(self, name: str) -> KindTerm | None:
        """The term of a 权力类别 by its name."""
        return self.once("kinds", _by_name).get(name)


def _by_name(vocabulary: Vocabulary) -> dict[str, KindTerm]:
    """权力类别 by name; the first of a name wins."""
    return {term.name: term for term in reversed(vocabulary.kinds)}


class Topic(Sourced):
    """A way in for the public: 主题, 人群 or 人生大事."""

    code: str = Field(alias="代号", description="小写英文")
    name: str = Field(alias="名称", description="例如 上学")
    reading: SpelledOut = Field("", alias="拼音", description="只在电脑读错时写")
    dimension: Literal["主题", "人群", "人生大事"] = Field("主题", alias="维度")
    items: Texts = Field((), alias="事项", description="写“单位/编号”；事项自己也可以写“主题”")
    aliases: Texts = Field((), alias="俗称", description="老百姓怎么说")
    remark: str = Field("", alias="备注")


class Synonym(Sourced):
    """百姓叫法 → 规范用语."""

    popular: str = Field(alias="百姓叫法", description="群众搜索时写的词")
    official: str = Field(alias="规范用语", description="清单里用的词")
    remark: str = Field("", alias="备注")


class HolidayYear(Sourced):
    """Days off and days worked in exchange, of one year."""

    year: Year = Field(alias="年", description="例如 2026")
    document: str = Field("", alias="文件", description="放假通知")
    days_off: tuple[Date, ...] = Field((), alias="放假", description="放假的日子")
    days_worked: tuple[Date, ...] = Field((), alias="调休上班", description="周末上班的日子")
    remark: str = Field("", alias="备注")
