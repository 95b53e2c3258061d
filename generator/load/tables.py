"""Models → the field tables of the two 填写说明; `python -m generator.load.tables` renews them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import get_origin

from pydantic.fields import FieldInfo

from generator.load.forms import (
    choices,
    field_names,
    holds_rows,
    may_be_text,
    model_of,
    parts,
    whole,
)
from generator.model.body import Unit, Village
from generator.model.district import District, HolidayYear, Synonym, Topic, Vocabulary
from generator.model.flow import Flow, Limit, Step, StepKind
from generator.model.item import DutySet, Item
from generator.model.law import Law
from generator.model.micro_power import MicroPower
from generator.model.record import Date, Record, Rows, Texts, YesNo
from generator.model.value import Count, Figure, Link, Month, Phone, WebAddress

BEGIN = "<!-- 字段表由程序生成，从这里开始，不要手改 -->"
END = "<!-- 字段表到这里结束 -->"
RENEW = "python -m generator.load.tables"

_FILES: dict[str, tuple[tuple[str, type[Record]], ...]] = {
    "powers/README.md": (
        ("单位 `powers/<单位>/unit.yml`", Unit),
        ("权力事项 `powers/<单位>/items/<编号>.yml`", Item),
        ("流程 `powers/<单位>/flows/<编号>.yml`", Flow),
        ("通用责任 `powers/_common/duties.yml`（名称 → 一组责任）", DutySet),
        ("依据库 `powers/laws.yml`（列表）", Law),
        ("区情 `powers/district.yml`", District),
        ("用词表 `powers/vocabulary.yml`", Vocabulary),
        ("主题 `powers/topics.yml`（列表）", Topic),
        ("百姓叫法 `powers/synonyms.yml`（列表）", Synonym),
        ("放假 `powers/holidays.yml`（列表）", HolidayYear),
    ),
    "villages/README.md": (
        ("村级事项 `villages/_common/items/<编号>.yml`", MicroPower),
        ("村 `villages/<乡镇>/<村>.yml`", Village),
    ),
}

_FORMS = (
    (Limit, "时限"),
    (YesNo, "是 或 否"),
    (Date, "日期，如 2026-11-01"),
    (Texts, "一段文字，或者列表"),
    (Count, "数字"),
    (Figure, "数字"),
    (Phone, "电话号码"),
    (Month, "年月，如 2016-01"),
    (WebAddress, "网址"),
    (Link, "网址"),
)
_REMARK = "备注"
_UNLISTED = (None, _REMARK)
"""Fields without a row: those a clerk does not name, and the one that may stand everywhere."""


@dataclass(frozen=True, slots=True)
class Table:
    """One table: its heading and the model whose fields it lists."""

    heading: str
    model: type[Record]


def with_tables(text: str, name: str) -> str:
    """A README and its name below the root → the same with its tables as the models are now."""
    before, _, rest = text.partition(BEGIN)
    _, _, after = rest.partition(END)
    return f"{before}{BEGIN}\n\n{field_tables(name)}\n{END}{after}"


def field_tables(name: str) -> str:
    """The tables of one README: each file kind, then the groups of fields inside it, each once."""
    shown: set[type[Record]] = set()
    parts: list[str] = []
    for heading, model in _FILES[name]:
        tables = [Table(heading, model), *_inner(model, shown)]
        parts += [_table(table, level=3 if table.model is model else 4) for table in tables]
    return "\n".join(parts)


def renew(root: Path) -> None:
    """Write the tables into the READMEs below *root*."""
    for name in _FILES:
        path = root / name
        path.write_text(with_tables(path.read_text(encoding="utf-8"), name), encoding="utf-8")


def _inner(model: type[Record], shown: set[type[Record]]) -> Iterator[Table]:
    """The groups of fields below a model that no table has shown yet."""
    for info in model.model_fields.values():
        inside = model_of(info.annotation)
        if inside is not None and inside not in shown:
            shown.add(inside)
            yield Table(f"{info.alias}（{_fields_in_short(inside)}）", inside)
            yield from _inner(inside, shown)


def _fields_in_short(model: type[Record]) -> str:
    """Tells one 事项 or 时限 from another by its first fields."""
    names = [name for name in field_names(model) if name != _REMARK][:3]
    return "、".join(names) + "…" if len(field_names(model)) > len(names) + 1 else "、".join(names)


def _table(table: Table, level: int) -> str:
    """One table in Markdown."""
    fields = [info for info in table.model.model_fields.values() if info.alias not in _UNLISTED]
    rows = [_row(info) for info in fields]
    if table.model is Step:
        rows.insert(
            0, f"| {'、'.join(kind.value for kind in StepKind)} | 必填一个 | 文字 | 做什么 |"
        )
    head = f"{'#' * level} {table.heading}\n\n| 字段 | 必填 | 写法 | 说明 |\n|---|---|---|---|\n"
    return head + "\n".join(rows) + "\n"


def _row(info: FieldInfo) -> str:
    """One field as a row of its table."""
    required = "必填" if info.is_required() else ""
    words = (info.description or "").replace("|", "\\|")
    return f"| {info.alias} | {required} | {written_as(info)} | {words} |"


def written_as(info: FieldInfo) -> str:
    """How a field is written, in the clerk's words."""
    form = whole(info)
    if get_origin(info.annotation) is dict:
        mapped = "名称 → 时限" if Limit in parts(form) else "名称 → 内容"
        return f"一段文字，或者 {mapped}" if info.metadata else mapped
    for annotation, words in _FORMS:
        if annotation in (form, *parts(form)):
            return words
    model = model_of(form)
    if model is not None:
        row = "一段文字或者一组字段" if may_be_text(model) else "一组字段"
        if Rows in info.metadata:
            return f"{row}；有几个的写成列表"
        return f"列表，每行{row}" if holds_rows(form) else row
    words_allowed = choices(form)
    if words_allowed:
        return "、".join(words_allowed)
    if info.annotation is int:
        return "整数"
    return "列表，每行一个日期" if holds_rows(form) else "文字"


if __name__ == "__main__":
    renew(Path(__file__).parents[2])
