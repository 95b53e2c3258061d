"""worlds/full writes every field in every form; what is written reaches the pages and the data."""

from __future__ import annotations

import html
import json
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path

import pytest
from pydantic.fields import FieldInfo

from generator.load.files import ROW_FILES, FileKind, find
from generator.load.forms import choices, model_of, parts, whole
from generator.load.kinds import SHEETS
from generator.load.one import read_one
from generator.model.flow import Limit
from generator.model.origin import Key, Located
from generator.model.record import Date, Record, YesNo
from generator.model.value import (
    Count,
    DivisionCode,
    Figure,
    Link,
    Month,
    Phone,
    SpelledOut,
    WebAddress,
    Year,
)
from generator.render import words
from generator.tests.load_world import WORLDS, joined
from generator.tests.rendered import rendered

FULL = WORLDS / "full"

NAMES = frozenset(
    """
    Step.代号 Step.是 Step.否 Step.转 Step.分支 Step.并行 Step.通过后 Step.未通过 Step.用
    Step.交由 Step.岗位 Flow.泳道 Flow.措施库 Flow.再造前 RiskPoint.等级 RiskPoint.类别
    RiskPoint.措施 RiskPoint.责任岗位 RiskPoint.责任领导 Item.类别 Item.主题 Item.行使层级
    Item.承办岗位 Item.交由 Item.共同实施 FlowUse.用 FlowUse.岗位 FlowUse.时限 FlowUse.名称
    Responsibility.套用 Duty.环节 Duty.岗位 Result.制发 RequiredDocument.来源
    RequiredDocument.空表 RequiredDocument.样表 Citation.引用 Guide.服务对象
    Guide.办件类型 Guide.办理窗口 Adjustment.去向 Omission.事项 Unit.采用 Unit.岗位对应
    Village.采用 Village.岗位对应 Post.名称 Window.名称 Topic.名称 Topic.事项 MicroPower.主题
    MicroPower.交由 MicroPower.责任岗位 Disclosure.方式 DutySet.适用类别 Law.位阶 Law.名称
    District.法律文本 District.单位次序
    Law.简称 Law.日的含义 KindTerm.名称 RiskLevelTerm.名称 Term.名称 Term.代号 KindTerm.代号
    RiskLevelTerm.代号 Topic.代号 SubItem.代号 Synonym.百姓叫法 Synonym.规范用语
    RiskLevelTerm.字母 Step.送达文书 Item.流程 SubItem.流程 MicroPower.流程
    """.split()
)
"""Fields that name something else, so that any other word would be a mistake."""

DATA_ONLY = {
    "District.区划代码": "the pages name the district",
    "District.网址": "stands in what is made from it, not as text",
    "DutySet.名称": "the duties themselves stand on the item",
    "HolidayYear.年": "calculators read the data",
    "HolidayYear.文件": "calculators read the data",
    "HolidayYear.放假": "calculators read the data",
    "HolidayYear.调休上班": "calculators read the data",
    "Law.制定机关": "the list of laws is data; an item shows rank, validity and text",
    "Law.公布日期": "likewise",
    "Law.修正日期": "likewise",
    "Law.施行日期": "likewise",
    "Law.文号": "likewise",
    "Claim.说法": "figures are checked, not shown",
    "Claim.指标": "likewise",
    "Claim.范围": "likewise",
    "Claim.数值": "likewise",
    "Claim.单位": "likewise",
    "Claim.截止": "likewise",
    "Claim.出处": "likewise",
    "Claim.说明": "likewise",
    "PublicNumber.号码": "only says that a number may stand elsewhere",
    "PublicNumber.用途": "likewise",
    "PublicNumber.同意": "likewise",
    "PublicNumber.日期": "likewise",
    "District.发布日期": "the frame of every page says it, not the render stage",
    "HandbookImprint.版次": "the printed handbook says it, and the village page that leads to it",
    "HandbookImprint.编印日期": "the printed handbook says it",
    "HandbookImprint.印数": "likewise",
    "SiteInfo.主办单位": "the frame of every page says it, not the render stage",
    "SiteInfo.承办单位": "likewise",
    "SiteInfo.网站标识码": "likewise",
    "SiteInfo.备案号": "likewise",
    "SiteInfo.公安备案号": "likewise",
}
"""Fields whose value no page needs, and why; each is in the data."""


@dataclass(frozen=True)
class Leaf:
    """One text of the full world: the file, its path and place, the field that holds it."""

    file: str
    path: tuple[Key, ...]
    node: Located
    owner: type[Record]
    info: FieldInfo

    @property
    def field(self) -> str:
        """`Item.名称`."""
        return f"{self.owner.__name__}.{self.info.alias}"


def _leaves() -> Iterator[Leaf]:
    for source in find(FULL).files:
        tree, _ = read_one(source.path, source.label, rows=source.is_rows)
        assert tree is not None
        skip = 1 if source.kind in ROW_FILES or source.kind is FileKind.DUTIES else 0
        for path, node in tree.texts():
            owner, info = _field_at(SHEETS[source.kind].model, path[skip:])
            if info is not None and info.alias != "备注":
                yield Leaf(source.label, path, node, owner, info)


def _field_at(model: type[Record], path: tuple[Key, ...]) -> tuple[type[Record], FieldInfo | None]:
    """The innermost field on the way to a text, and the model it belongs to."""
    owner, found, here = model, None, model
    for key in path:
        info = next((f for f in here.model_fields.values() if f.alias == key), None)
        if info is not None:
            owner, found = here, info
            here = model_of(whole(info)) or here
    return owner, found


@cache
def leaves() -> tuple[Leaf, ...]:
    """Every text of the full world but 备注."""
    return tuple(_leaves())


def _marked(number: int, info: FieldInfo) -> str:
    """A text of the field's own form that stands nowhere else; "" where there can be none."""
    form = whole(info)
    inside = tuple(parts(form))
    day = date(1000, 1, 1) + timedelta(days=number)
    forms = (
        (Limit, f"{3000 + number}个工作日"),
        (Date, day.isoformat()),
        (Phone, f"0355-9{number:06d}"),
        (Count, str(7000 + number)),
        (Month, day.isoformat()),
        (Link, f"https://laws.invalid/q{number:04d}z"),
        (Figure, str(7000 + number)),
        (Year, str(3000 + number)),
        (DivisionCode, str(700000 + number)),
    )
    if choices(form) or {YesNo, SpelledOut, WebAddress, int, object} & set(inside):
        return ""
    return next((text for kind, text in forms if kind in inside), f"记号Q{number:04d}Z")


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[bool, bool]]:
    """Fields that can be marked → whether a page shows the mark, and whether the data holds it."""
    root = tmp_path_factory.mktemp("marked") / "full"
    shutil.copytree(FULL, root)
    marks: dict[str, list[str]] = {}
    edits: dict[str, list[tuple[Located, str]]] = {}
    for number, leaf in enumerate(leaves()):
        text = "" if leaf.field in NAMES else _marked(number, leaf.info)
        if text and "改动" not in leaf.path:
            marks.setdefault(leaf.field, []).append(text)
            edits.setdefault(leaf.file, []).append((leaf.node, text))
    for file, changes in edits.items():
        _write(root / file, changes)
    pages, files = rendered(joined(root))
    shown = html.unescape("\n".join(page.body for page in pages.values()))
    data = "\n".join(text for path, text in files.items() if path.endswith(".json"))
    return {
        field: (
            any(_seen(text, shown) for text in texts),
            all(text in data for text in texts),
        )
        for field, texts in marks.items()
    }


def _write(path: Path, changes: list[tuple[Located, str]]) -> None:
    lines = path.read_text(encoding="utf-8").split("\n")
    for node, text in sorted(changes, key=lambda each: (-each[0].line, -each[0].column)):
        line, start = lines[node.line - 1], node.column - 1
        quoted = json.dumps(text, ensure_ascii=False)
        lines[node.line - 1] = line[:start] + quoted + line[start + node.length :]
    path.write_text("\n".join(lines), encoding="utf-8")


def _seen(text: str, shown: str) -> bool:
    """As written, or as a date is spoken."""
    if text in shown:
        return True
    return text[:1] == "1" and text[4:5] == "-" and words.day(date.fromisoformat(text)) in shown


def test_every_field_is_on_a_page_or_said_to_need_none(
    told: dict[str, tuple[bool, bool]],
) -> None:
    unseen = {field for field, (on_page, _) in told.items() if not on_page}
    assert unseen == {field for field in DATA_ONLY if field in told}


def test_every_value_is_in_the_data(told: dict[str, tuple[bool, bool]]) -> None:
    assert [field for field, (_, in_data) in told.items() if not in_data] == []
    assert len(told) > 150


def test_values_that_cannot_be_marked_are_in_the_data_too() -> None:
    _, files = rendered(joined(FULL))
    data = "\n".join(text for path, text in files.items() if path.endswith(".json"))
    kept = (json.dumps(leaf.node.content, ensure_ascii=False) for leaf in leaves())
    assert [text for text in kept if text not in data] == []
