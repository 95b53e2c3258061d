"""What people must know to get something done: documents, hours, fees, results, standards."""

from __future__ import annotations

from typing import Annotated

from pydantic import BeforeValidator, Field, model_validator

from generator.model.flow import Limit
from generator.model.law import Citation
from generator.model.record import Record, Rows, Texts
from generator.model.value import NOTHING, Consultation, Count


class RequiredDocument(Record):
    """One thing to bring; a plain text stands for its name alone."""

    name: str = Field(alias="名称", description="材料的名称；只写名称时可以直接写一段文字")
    originals: Count = Field("", alias="原件", description="几份")
    copies: Count = Field("", alias="复印件", description="几份")
    origin: str = Field("", alias="来源", description="谁出的这份材料")
    necessity: str = Field("", alias="必要性", description="必要，或者什么情形才要")
    blank_form: str = Field(
        "", alias="空表", description="content/ 里的文件，如 files/a.pdf，或者网址"
    )
    sample_form: str = Field("", alias="样表", description="填好的样子，写法同空表")
    note: str = Field("", alias="说明", description="补充一句")
    remark: str = Field("", alias="备注")

    @model_validator(mode="before")
    @classmethod
    def _short_form(cls, data: object) -> object:
        return {"名称": data} if isinstance(data, str) else data


Documents = Annotated[tuple[RequiredDocument, ...], Rows]
"""申请材料: one, or a list."""


def to_bring(documents: tuple[RequiredDocument, ...]) -> tuple[RequiredDocument, ...]:
    """申请材料 without a row that only says 无."""
    return tuple(each for each in documents if each.name.strip() not in NOTHING)


class StatutoryLimit(Record):
    """The limit the law sets, with its basis and the event it runs from."""

    limit: Limit = Field(alias="期限", description="例如 20个工作日")
    basis: Texts = Field((), alias="依据", description="哪一条规定的")
    starts: str = Field("", alias="起算", description="从哪天算起")
    condition: str = Field("", alias="条件", description="什么情形")
    remark: str = Field("", alias="备注")

    @model_validator(mode="before")
    @classmethod
    def _short_form(cls, data: object) -> object:
        return {"期限": data} if isinstance(data, str) else data


class Limits(Record):
    """法定, 原 (before the re-engineering), 承诺 and 延长 of an item."""

    statutory: StatutoryLimit | None = Field(None, alias="法定", description="法律规定的时限")
    former: Limit | None = Field(None, alias="原", description="流程再造以前")
    promised: Limit | None = Field(None, alias="承诺", description="向社会承诺的，不长于法定")
    extension: StatutoryLimit | None = Field(None, alias="延长", description="可以延长多久、凭什么")
    note: str = Field("", alias="说明", description="给群众看的一句话")
    remark: str = Field("", alias="备注")


class FeeGrade(Record):
    """One grade of a fee; 不收费 is a grade that says so."""

    standard: str = Field(alias="标准", description="收多少；不收的写 不收费")
    grade: str = Field("", alias="档次", description="分档收费时的档次")
    basis: Texts = Field((), alias="依据", description="哪一条规定收的")
    remark: str = Field("", alias="备注")

    @model_validator(mode="before")
    @classmethod
    def _short_form(cls, data: object) -> object:
        return {"标准": data} if isinstance(data, str) else data


class Result(Record):
    """What one gets in the end, how long it is valid, and who issues it if not this body."""

    name: str = Field(alias="名称", description="办成以后拿到什么")
    validity: str = Field("", alias="有效期")
    issuer: str = Field("", alias="制发", description="不是本单位发的，写单位编号或者名称")
    remark: str = Field("", alias="备注")

    @model_validator(mode="before")
    @classmethod
    def _short_form(cls, data: object) -> object:
        return {"名称": data} if isinstance(data, str) else data


class PaymentStandard(Record):
    """How much is paid to whom."""

    recipient: str = Field(alias="对象", description="给谁")
    amount: str = Field(alias="金额", description="给多少")
    basis: Texts = Field((), alias="依据")
    note: str = Field("", alias="说明", description="给群众看的一句话")
    remark: str = Field("", alias="备注")


class Question(Record):
    """A question people ask and its answer."""

    question: str = Field(alias="问", description="群众怎么问")
    answer: str = Field(alias="答", description="怎么答")
    remark: str = Field("", alias="备注")


def _hours(value: object) -> object:
    """`工作日8:30—18:00` → the same without a stage."""
    return {"": value} if isinstance(value, str) else value


class Guide(Record):
    """办事指南 of an item that people apply for."""

    applicants: Texts = Field((), alias="服务对象", description="谁能办")
    handling: str = Field("", alias="办件类型")
    forms: Texts = Field((), alias="办理形式", description="窗口、邮寄、网上等")
    conditions: str = Field("", alias="受理条件", description="一段话")
    documents: Documents = Field((), alias="申请材料")
    hours: Annotated[dict[str, str], BeforeValidator(_hours)] = Field(
        default_factory=dict, alias="办理时间", description="阶段 → 时间；不分阶段的直接写时间"
    )
    visits: Count = Field("", alias="到场次数", description="要来几次")
    visit_reason: str = Field("", alias="到场原因", description="为什么要来")
    area: str = Field("", alias="通办范围", description="在哪里都能办")
    appointment: str = Field("", alias="预约")
    progress: str = Field("", alias="进度查询")
    windows: Texts = Field((), alias="办理窗口", description="写单位“窗口”里的名称")
    delivery: Texts = Field((), alias="结果送达", description="怎样拿到结果")
    consultation: Consultation = Field("", alias="咨询", description="咨询电话")
    if_refused: str = Field("", alias="不予怎么办", description="一句话")
    questions: tuple[Question, ...] = Field((), alias="常见问题")
    remark: str = Field("", alias="备注")


class PenaltyGrade(Record):
    """One grade: the circumstances and what follows."""

    circumstances: str = Field(alias="情节", description="什么情形")
    measure: str = Field(alias="处理", description="怎样处理")
    remark: str = Field("", alias="备注")


class Penalty(Record):
    """What is forbidden, what is demanded first, and the grades of what follows."""

    offence: str = Field("", alias="违法情形", description="一句话")
    first_step: str = Field("", alias="先行处理", description="先要求改正的写在这里")
    grades: tuple[PenaltyGrade, ...] = Field((), alias="档次", description="从轻到重")
    criterion: str = Field("", alias="裁量基准", description="按什么裁量，没有的写 未提供")
    remark: str = Field("", alias="备注")


Bases = Annotated[tuple[Citation, ...], Rows]
"""The bases of an item, in the order written."""

Results = Annotated[tuple[Result, ...], Rows]
"""结果: one, or a list."""

Standards = Annotated[tuple[PaymentStandard, ...], Rows]
"""标准: one, or a list."""
