"""Laws (依据库) and the citations that point at their articles."""

from __future__ import annotations

import re
from typing import Annotated, Literal

from pydantic import Field, model_validator

from generator.model.citation import Cited, read_citation
from generator.model.limit import DayKind, parse_limit
from generator.model.record import Date, Record, Sourced, Texts
from generator.model.value import Link, Look, Odd, SpelledOut

_DAYS = re.compile(r"(?:\d+|[一二两三四五六七八九十百]+)日")

Role = Literal["设定", "实施", "程序", "责任", "收费", "时限", "分工"]
"""What a law is cited for."""


def day_kind_in(meaning: str, days: int) -> DayKind | None:
    """日的含义 and so many 日 → what they count in; None where that is not said."""
    told = meaning.strip()
    for kind in (DayKind.WORKING, DayKind.CALENDAR):
        if told == kind.value:
            return kind
    named = [parse_limit(day).amount or 0 for day in _DAYS.findall(told)]
    if not named or DayKind.WORKING.value not in told:
        return None
    covered = days <= max(named) if "以内" in told or "以下" in told else days in named
    return DayKind.WORKING if covered else DayKind.CALENDAR


def _day_meaning(text: str) -> Odd | None:
    if day_kind_in(text, 1):
        return None
    hint = "写 工作日、自然日，或者“十日以内指工作日”“二日、三日、五日、七日指工作日”"
    return Odd("，看不出是工作日还是自然日", hint)


class Law(Sourced):
    """A law, regulation or document that powers rest on; repealed ones stay listed."""

    name: str = Field(alias="名称", description="不带《》的全名")
    short_names: Texts = Field((), alias="简称", description="清单里常用的简称")
    reading: SpelledOut = Field("", alias="拼音", description="只在电脑读错时写")
    rank: str = Field(alias="位阶")
    maker: str = Field("", alias="制定机关")
    document_number: str = Field("", alias="文号")
    published_on: Date | None = Field(None, alias="公布日期")
    amended_on: tuple[Date, ...] = Field((), alias="修正日期", description="每次修正的日子")
    effective_on: Date | None = Field(None, alias="施行日期")
    validity: Literal["有效", "废止"] = Field("有效", alias="时效")
    repealed_by: str = Field("", alias="由", description="废止以后由哪一部代替")
    day_meaning: Annotated[str, Look(_day_meaning)] = Field(
        "", alias="日的含义", description="这部法里的“日”是工作日还是自然日"
    )
    link: Link = Field("", alias="链接", description="原文在哪里")
    remark: str = Field("", alias="备注")

    @property
    def names(self) -> tuple[str, ...]:
        """What a basis may call it: its title, its short names, its 文号."""
        number = (self.document_number,) if self.document_number else ()
        return (self.name, *self.short_names, *number)

    def day_kind(self, days: int) -> DayKind | None:
        """What a limit of so many 日 in this law counts in; None where 日的含义 does not say.

        `工作日` speaks of all limits, `十日以内指工作日` of those up to ten days,
        `二日、三日指工作日` of those named; the others are calendar days.
        """
        return day_kind_in(self.day_meaning, days)


class Citation(Record):
    """One basis: its text as written, what it is cited for, and a quotation if there is one."""

    text: str = Field(
        alias="引用", description="例如 《校车安全管理条例》第十五条；只写引用时可以直接写一段文字"
    )
    role: Role = Field("设定", alias="类型")
    quotation: str = Field("", alias="摘录", description="原文")
    appendix: str = Field("", alias="附件", description="例如 附件第193项")
    document_number: str = Field("", alias="文号", description="整个文件作依据时的文号")
    remark: str = Field("", alias="备注")

    @model_validator(mode="before")
    @classmethod
    def _short_form(cls, data: object) -> object:
        return {"引用": data} if isinstance(data, str) else data

    @property
    def cited(self) -> tuple[Cited, ...]:
        """Every law that the basis names, with its articles."""
        return read_citation(self.text)

    @property
    def title(self) -> str:
        """The title of the first law, without 《》; the whole text where it names none."""
        return self.cited[0].title

    @property
    def articles(self) -> tuple[str, ...]:
        """The articles named of the first law, each once: 第四十二条 …"""
        return tuple(dict.fromkeys(each.article_in_words for each in self.cited[0].provisions))
