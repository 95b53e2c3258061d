"""What people must know to get something done: documents, hours, fees, results, standards."""

from __future__ import annotations

from pydantic import Field, model_validator

from generator.model.flow import Limit
from generator.model.law import Citation
from generator.model.record import Record, Texts


class RequiredDocument(Record):
    """One thing to bring; a plain text stands for its name alone."""

    name: str = Field(alias="名称")
    originals: str = Field("", alias="原件")
    copies: str = Field("", alias="复印件")
    origin: str = Field("", alias="来源")
    necessity: str = Field("", alias="必要性")
    blank_form: str = Field("", alias="空表")
    sample_form: str = Field("", alias="样表")
    note: str = Field("", alias="说明")
    remark: str = Field("", alias="备注")

    @model_validator(mode="before")
    @classmethod
    def _short_form(cls, data: object) -> object:
        return {"名称": data} if isinstance(data, str) else data


class StatutoryLimit(Record):
    """The limit the law sets, with its basis and the event it runs from."""

    limit: Limit = Field(alias="期限")
    basis: Texts = Field((), alias="依据")
    starts: str = Field("", alias="起算")
    condition: str = Field("", alias="条件")
    remark: str = Field("", alias="备注")

    @model_validator(mode="before")
    @classmethod
    def _short_form(cls, data: object) -> object:
        return {"期限": data} if isinstance(data, str) else data


class Limits(Record):
    """法定, 原 (before the re-engineering), 承诺 and 延长 of an item."""

    statutory: StatutoryLimit | None = Field(None, alias="法定")
    former: Limit | None = Field(None, alias="原")
    promised: Limit | None = Field(None, alias="承诺")
    extension: StatutoryLimit | None = Field(None, alias="延长")
    remark: str = Field("", alias="备注")


class FeeGrade(Record):
    """One grade of a fee; 不收费 is a grade that says so."""

    standard: str = Field(alias="标准")
    grade: str = Field("", alias="档次")
    basis: Texts = Field((), alias="依据")
    remark: str = Field("", alias="备注")

    @model_validator(mode="before")
    @classmethod
    def _short_form(cls, data: object) -> object:
        return {"标准": data} if isinstance(data, str) else data


class Result(Record):
    """What one gets in the end, how long it is valid, and who issues it if not this body."""

    name: str = Field(alias="名称")
    validity: str = Field("", alias="有效期")
    issuer: str = Field("", alias="制发")
    remark: str = Field("", alias="备注")

    @model_validator(mode="before")
    @classmethod
    def _short_form(cls, data: object) -> object:
        return {"名称": data} if isinstance(data, str) else data


class PaymentStandard(Record):
    """How much is paid to whom."""

    recipient: str = Field(alias="对象")
    amount: str = Field(alias="金额")
    basis: Texts = Field((), alias="依据")
    remark: str = Field("", alias="备注")


class Question(Record):
    """A question people ask and its answer."""

    question: str = Field(alias="问")
    answer: str = Field(alias="答")


class Guide(Record):
    """办事指南 of an item that people apply for."""

    applicants: Texts = Field((), alias="服务对象")
    handling: str = Field("", alias="办件类型")
    forms: Texts = Field((), alias="办理形式")
    conditions: str = Field("", alias="受理条件")
    documents: tuple[RequiredDocument, ...] = Field((), alias="申请材料")
    hours: dict[str, str] = Field({}, alias="办理时间")
    visits: str = Field("", alias="到场次数")
    visit_reason: str = Field("", alias="到场原因")
    area: str = Field("", alias="通办范围")
    appointment: str = Field("", alias="预约")
    progress: str = Field("", alias="进度查询")
    windows: Texts = Field((), alias="办理窗口")
    delivery: Texts = Field((), alias="结果送达")
    consultation: str = Field("", alias="咨询")
    if_refused: str = Field("", alias="不予怎么办")
    questions: tuple[Question, ...] = Field((), alias="常见问题")
    remark: str = Field("", alias="备注")


class PenaltyGrade(Record):
    """One grade: the circumstances and what follows."""

    circumstances: str = Field(alias="情节")
    measure: str = Field(alias="处理")
    remark: str = Field("", alias="备注")


class Penalty(Record):
    """What is forbidden, what is demanded first, and the grades of what follows."""

    offence: str = Field("", alias="违法情形")
    first_step: str = Field("", alias="先行处理")
    grades: tuple[PenaltyGrade, ...] = Field((), alias="档次")
    criterion: str = Field("", alias="裁量基准")
    remark: str = Field("", alias="备注")


Bases = tuple[Citation, ...]
"""The bases of an item, in the order written."""
