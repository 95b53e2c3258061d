"""The edition file of a printed handbook: what the book says, to tell the next one from it.

It lies beside the PDF as JSON with Chinese field names. `格式` is the version of this form; a file
of a newer one is refused. Every text of the book stands in it in the words printed; numbers, pages
and the places of drawings on paper are not what an item says and are left out of its 内容编号.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping

from pydantic import Field, TypeAdapter

from generator.model.record import Date, Record, Sourced

FORMAT = 1
"""The version of the form; one more when an older reader would misread a newer file."""

WORDS = "内容"
"""The name of the field of a fact that has only one."""

Fields = Mapping[str, tuple[str, ...]]
"""The name of a field as printed → its lines, in their order; a field without lines is absent."""


class EditionFact(Record):
    """Something that the book says before or after its items: a post, a phone, a way to complain.

    *part* is the heading it stands below; it is known by *part* and *name*.
    """

    part: str = Field(alias="部分", description="在手册的哪一部分")
    name: str = Field(alias="名称", description="岗位、地点、热线等的名称")
    fields: dict[str, tuple[str, ...]] = Field(
        alias="内容", description="印的栏目 → 一行一行的文字"
    )


class EditionItem(Record):
    """An item of the book; it is known by *code* for ever, *number* and *page* are of this book."""

    code: str = Field(alias="编号", description="事项的编号，从不改变")
    number: int = Field(alias="号码", ge=1, description="在这一版里排第几件")
    page: int = Field(0, alias="页", ge=0, description="在这一版的第几页")
    part: str = Field(alias="部分", description="重大决策、日常工作或者便民服务")
    name: str = Field(alias="名称", description="事项的名称")
    digest: str = Field(alias="内容编号", description="部分、名称和内容的 SHA-256，前16位")
    fields: dict[str, tuple[str, ...]] = Field(
        alias="内容", description="印的栏目 → 一行一行的文字"
    )

    @property
    def worked_out(self) -> str:
        """The digest of what the item says now."""
        return digest_of(self.part, self.name, self.fields)


class BookEdition(Sourced):
    """What one village's handbook said when it was printed."""

    form: int = Field(alias="格式", ge=1, description=f"这个文件的格式，现在是 {FORMAT}")
    village: str = Field(alias="村", description="村的编号，“镇/村”")
    name: str = Field(alias="村名", description="村名")
    edition: str = Field("", alias="版次", description="封底上的版次")
    printed_on: str = Field("", alias="编印日期", description="封底上的编印日期")
    data_date: Date = Field(alias="数据日期", description="数据的日期，2026-11-01 这样写")
    pages: int = Field(0, alias="页数", ge=0, description="手册一共多少页")
    facts: tuple[EditionFact, ...] = Field(
        (), alias="电话和说明", description="事项以外的内容：岗位、电话、监督、四议两公开"
    )
    items: tuple[EditionItem, ...] = Field((), alias="事项", description="按号码排")


def digest_of(part: str, name: str, fields: Fields) -> str:
    """What an item says → 16 hexadecimal digits that change when it does."""
    told = json.dumps([part, name, sorted(fields.items())], ensure_ascii=False)
    return hashlib.sha256(told.encode()).hexdigest()[:16]


def edition_json(edition: BookEdition) -> bytes:
    """An edition → its file, a line for each fact and item; the same bytes for the same edition."""
    told = edition.model_dump(mode="json", by_alias=True)
    fields = (f"{_compact(name)}: {_listed(value)}" for name, value in told.items())
    body = ",\n".join(fields)
    return f"{{\n{body}\n}}\n".encode()


def _listed(value: object) -> str:
    """A value as JSON; a list with a row a line."""
    if isinstance(value, list) and value:
        rows = ",\n".join(f" {_compact(row)}" for row in value)
        return f"[\n{rows}\n]"
    return _compact(value)


def _compact(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def edition_schema() -> str:
    """The form of the edition file as JSON Schema (draft 2020-12)."""
    told = TypeAdapter(BookEdition).json_schema(by_alias=True, mode="validation")
    told = {"$schema": "https://json-schema.org/draft/2020-12/schema", **told}
    return json.dumps(told, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
