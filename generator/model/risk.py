"""A place where power can go wrong, and what is done about it."""

from __future__ import annotations

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from generator.model.record import Record, Texts

_FIELDS = frozenset("等级 表现 风险点 类别 措施 检查方式 频次 责任岗位 责任领导 备注".split())


class RiskPoint(Record):
    """One risk point: `- 高: 表现` in short, or 等级 and 表现 as fields."""

    level: str = Field(alias="等级", description="短写时就是开头的“高: ”")
    manifestation: str = Field(alias="表现", description="会出什么问题，一句话")
    name: str = Field("", alias="风险点", description="风险点的名称")
    category: str = Field("", alias="类别")
    measures: Texts = Field((), alias="措施", description="措施库里的名字，或者直接写内容")
    checks: str = Field("", alias="检查方式", description="怎样检查")
    frequency: str = Field("", alias="频次", description="多久检查一次")
    owner: str = Field("", alias="责任岗位", description="谁负责防控")
    leader: str = Field("", alias="责任领导", description="谁来抓")
    remark: str = Field("", alias="备注")

    @model_validator(mode="before")
    @classmethod
    def _short_form(cls, data: object) -> object:
        """`高: 表现` → 等级 and 表现; the level is a word of the vocabulary, checked later."""
        if not isinstance(data, dict):
            raise PydanticCustomError("risk_form", "风险要写明等级，例如“- 高: 表现”")
        levels = [key for key in data if key not in _FIELDS]
        if "等级" in data or not levels:
            return data
        level = levels[0]
        rest = {key: value for key, value in data.items() if key != level}
        return {"等级": level, "表现": data[level], **rest}
