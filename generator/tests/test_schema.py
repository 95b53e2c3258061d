"""Schemas as editors use them: real files pass, slips are caught, and the folder is fresh."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path, PurePath

import pytest
from jsonschema import Draft202012Validator

from generator.load.files import FileKind, find
from generator.load.forms import named_fields
from generator.load.kinds import SHEETS, kind_of
from generator.load.schema import schemas
from generator.load.schema_values import EXAMPLES
from generator.load.sheets import read_sheets
from generator.tests.conftest import refuse
from generator.tests.editor import faults, validators
from generator.tests.load_world import WORLDS

RENEW = "python -m generator schema"
ROOTS = ("minimal", "full", "sample")


@pytest.fixture(scope="session", params=ROOTS)
def root(request: pytest.FixtureRequest, repository: Path) -> Path:
    """The folder of a district."""
    return repository if request.param == "sample" else WORLDS / request.param


def test_every_file_of_a_district_fits_its_schema(root: Path) -> None:
    fits = validators(root)
    found = find(root)
    assert found.problems == []
    refuse(
        f"{source.label}: {fault}"
        for source in found.files
        for fault in faults(fits[source.kind], source.path.read_text(encoding="utf-8"))
    )


def test_a_file_is_known_by_where_it_lies(root: Path) -> None:
    assert [kind_of(source.path) for source in find(root).files] == [
        source.kind for source in find(root).files
    ]


SLIPS = (
    (FileKind.ITEM, "名称: 甲\n类别: 行政许可\n承办岗: 乙\n", "承办岗"),
    (FileKind.ITEM, "名称: 甲\n", "类别"),
    (FileKind.ITEM, "名称: 甲\n类别: 行政许客\n", "行政许客"),
    (FileKind.ITEM, "名称: 甲\n类别: 行政许可\n调整: 2016年取消\n", "2016年取消"),
    (FileKind.ITEM, "名称: 甲\n类别: 行政许可\n核对日期: 2026年11月\n", "2026年11月"),
    (FileKind.ITEM, "名称: 甲\n类别: 行政许可\n本级职责: 审核上报\n", "审核上报"),
    (FileKind.ITEM, "名称: 甲\n类别: 行政许可\n时限: {承若: 5个工作日}\n", "承若"),
    (FileKind.ITEM, "名称: 甲\n类别: 行政许可\n调整: [{日期: 2015-09-01, 方式: 成立}]\n", "成立"),
    (FileKind.ITEM, "名称: 甲\n类别: 行政许可\n名 称: 乙\n", "名 称"),
    (FileKind.UNIT, "名称: 甲\n类型: 局\n", "局"),
    (FileKind.UNIT, "名称: 甲\n类型: 镇\n试点: true\n", "True"),
    (FileKind.UNIT, "名称: 甲\n类型: 镇\n改动: {ms-001: {时线: {承诺: 5日}}}\n", "时线"),
    (FileKind.UNIT, "名称: 甲\n类型: 镇\n改动: {ms-001: {删去: [收废]}}\n", "收废"),
    (FileKind.FLOW, "名称: 甲\n步骤: [{做: 乙}]\n", "做"),
    (FileKind.FLOW, "名称: 甲\n步骤: [{步骤: 乙, 判断: 丙}]\n", "步骤"),
    (FileKind.FLOW, "名称: 甲\n步骤: []\n", "[]"),
    (FileKind.FLOW, "名称: 甲\n步骤: [{开始: 乙, 风险: [{极高: 丙}]}]\n", "极高"),
    (FileKind.FLOW, "名称: 甲\n步骤: [{结束: 乙, 结果: 同意}]\n", "同意"),
    (FileKind.VILLAGE, "名称: 甲\n本村事项: {bc-001: {名称: 乙}}\n", "分类"),
    (FileKind.MICRO_POWER, "名称: 甲\n分类: 便民\n", "便民"),
    (FileKind.DUTIES, "xuke: {名称: 甲, 事项: [{环节: 受理}]}\n", "内容"),
    (FileKind.LAWS, "名称: 甲\n位阶: 法律\n", "array"),
    (FileKind.CLAIMS, "- {说法: 甲, 指标: 乙}\n", "数值"),
    (FileKind.VOCABULARY, "权力类别: [{代号: a, 名称: 甲}]\n", "风险等级"),
    (
        FileKind.VOCABULARY,
        "权力类别: []\n风险等级: [{代号: a, 名称: 甲, 次序: 一, 字母: 甲}]\n",
        "一",
    ),
    (FileKind.TOPICS, "- {代号: a, 名称: 甲, 维度: 群众}\n", "群众"),
    (FileKind.SYNONYMS, "- {百姓叫法: 低保}\n", "规范用语"),
    (FileKind.HOLIDAYS, "- {年: 2026, 放假: [元旦]}\n", "元旦"),
    (FileKind.DISTRICT, "名称: 甲\n", "发布日期"),
    (FileKind.DISTRICT, "名称: 甲\n发布日期: 2026-11-22\n网址: www.example.invalid\n", "www"),
    (FileKind.DISTRICT, "名称: 甲\n发布日期: 2026-13-22\n", "2026-13-22"),
    (FileKind.DISTRICT, "名称: 甲\n发布日期: 2026-11-22\n区划代码: 山西\n", "山西"),
    (FileKind.CLAIMS, "- {说法: 甲, 指标: 乙, 数值: 13.66%}\n", "13.66%"),
    (FileKind.HOLIDAYS, "- {年: 二〇二六}\n", "二〇二六"),
    (FileKind.ITEM, "名称: ''\n类别: 行政许可\n", "$['名称']"),
    (FileKind.ITEM, "名称: 甲\n类别: 行政许可\n流程: [许可流程]\n", "$['流程']"),
    (FileKind.ITEM, "名称: 甲\n类别: 行政许可\n依据: ['']\n", "$['依据']"),
    (FileKind.UNIT, "名称: 甲\n类型: 镇\n采用: 通用清单\n", "通用清单"),
    (FileKind.UNIT, "名称: 甲\n类型: 镇\n改动: {买民事项: {时限: {承诺: 1日}}}\n", "买民事项"),
    (FileKind.UNIT, "名称: 甲\n类型: 镇\n改动: {a: {流程: {岗味: {乙: 丙}}}}\n", "岗味"),
    (FileKind.UNIT, "名称: 甲\n类型: 镇\n不采用: [{事项: 收税}]\n", "收税"),
    (FileKind.UNIT, "名称: 甲\n类型: 镇\n窗口: [{名称：乙}]\n", "名称：乙"),
    (FileKind.VILLAGE, "名称: 甲\n便民服务中心: {地址: 一楼, 电话 1}\n", "电话 1"),
)


@pytest.mark.parametrize(("kind", "text", "named"), SLIPS)
def test_a_slip_is_caught(kind: FileKind, text: str, named: str, repository: Path) -> None:
    found = faults(validators(repository)[kind], text)
    assert any(named in fault for fault in found), found


FORMS = (
    (FileKind.ITEM, "名称: 甲\n类别: 行政许可\n俗称: 乙\n流程: xuke\n收费: 不收费\n"),
    (FileKind.ITEM, "名称: 甲\n类别: 行政许可\n依据: 《乙法》第一条\n结果: 证\n"),
    (FileKind.ITEM, "名称: 甲\n类别: 行政许可\n办事指南: {申请材料: 表, 办理时间: 工作日}\n"),
    (FileKind.ITEM, "名称: 甲\n类别: 行政许可\n俗称:\n核对日期:\n示例数据:\n"),
    (FileKind.ITEM, "名称: 甲\n类别: 行政许可\n编码: 000105\n时限: {法定: 20日}\n"),
    (FileKind.ITEM, "名称: 甲\n类别: 行政许可\n责任: {事项: [{环节: 新词, 内容: 乙}]}\n"),
    (FileKind.FLOW, "名称: 甲\n步骤: [{开始: 乙, 风险: [{等级: 高, 表现: 丙}]}]\n"),
    (FileKind.UNIT, "名称: 甲\n类型: 镇\n采用: ''\n岗位对应: {xuke: {受理岗: }}\n"),
    (FileKind.CLAIMS, "- {说法: 甲, 指标: 乙, 数值: '1,346'}\n"),
    (FileKind.ITEM, "名称: 甲\n类别: 行政许可\n办事指南:\n责任:\n时限:\n收费:\n"),
    (
        FileKind.UNIT,
        "名称: 甲\n类型: 镇\n改动: {a: {时限: {法定: {依据: 乙}}, 追加: {结果: [丙]}}}\n",
    ),
    (FileKind.UNIT, "名称: 甲\n类型: 镇\n改动: {a: {流程: {岗位: {乙: 丙}}}, b: {流程: xuke}}\n"),
)


@pytest.mark.parametrize(("kind", "text"), FORMS)
def test_short_long_and_empty_forms_pass(kind: FileKind, text: str, repository: Path) -> None:
    assert faults(validators(repository)[kind], text) == []


def test_words_are_free_where_the_district_lists_none() -> None:
    loose = json.loads(schemas(None)["item.json"])
    fits = Draft202012Validator(loose)
    assert faults(fits, "名称: 甲\n类别: 随便\n") == []


def test_every_field_has_its_chinese_title() -> None:
    for kind, text in zip(SHEETS, schemas(None).values(), strict=True):
        titles = {str(each["title"]) for each in _titled(json.loads(text))}
        assert named_fields(SHEETS[kind].model) - titles == set()


def test_who_hovers_reads_the_form_and_an_example() -> None:
    fields = json.loads(schemas(None)["item.json"])["$defs"]["Item"]["properties"]
    assert fields["编码"]["markdownDescription"] == (
        "官方编码，开头的0要留着\n\n写法：文字\n\n例如：`000105005000`"
    )
    assert "**必填**" in fields["名称"]["markdownDescription"]
    assert "**必填**" not in fields["俗称"]["markdownDescription"]


def test_every_example_fits_its_field() -> None:
    for name, text in schemas(None).items():
        whole = json.loads(text)
        for each in _titled(whole):
            fits = Draft202012Validator({**each, "$defs": whole["$defs"]})
            examples = each.get("examples", [])
            assert isinstance(examples, list)
            refuse(
                f"{name} {each['title']}: {error.message}"
                for example in examples
                for error in fits.iter_errors(example)
            )


def test_every_example_is_shown() -> None:
    texts = "".join(schemas(None).values())
    refuse(name for name in EXAMPLES if f'"title": "{name}",' not in texts)


def _titled(part: object) -> Iterator[dict[str, object]]:
    if isinstance(part, dict):
        if "title" in part:
            yield part
        for inside in part.values():
            yield from _titled(inside)
    elif isinstance(part, list):
        for inside in part:
            yield from _titled(inside)


def test_the_schemas_in_the_repository_are_fresh(repository: Path) -> None:
    folder = repository / ".vscode/schemas"
    written = {path.name: path.read_text(encoding="utf-8") for path in folder.iterdir()}
    made = schemas(read_sheets(repository).vocabulary)
    assert written == made, f"the models or 用词表 have changed; renew with: {RENEW}"


def test_the_editor_finds_the_schema_of_every_kind(repository: Path) -> None:
    settings = json.loads((repository / ".vscode/settings.json").read_text(encoding="utf-8"))
    wanted = {
        f"./.vscode/schemas/{kind.value.replace('_', '-')}.json": [*sheet.places]
        for kind, sheet in SHEETS.items()
    }
    assert settings["yaml.schemas"] == wanted


def test_every_file_has_exactly_one_schema(root: Path, repository: Path) -> None:
    settings = json.loads((repository / ".vscode/settings.json").read_text(encoding="utf-8"))
    places = [(schema, place) for schema, row in settings["yaml.schemas"].items() for place in row]
    for source in find(root).files:
        label = PurePath(source.label)
        found = [schema for schema, place in places if _lies_at(label, PurePath(place))]
        wanted = f"./.vscode/schemas/{source.kind.value.replace('_', '-')}.json"
        assert found == [wanted], label
        assert (repository / wanted).is_file()


def _lies_at(label: PurePath, place: PurePath) -> bool:
    """Whether a path is one of a glob's, whose stars do not cross folders."""
    return len(label.parts) == len(place.parts) and label.match(str(place))


def test_the_editor_writes_as_the_reader_reads(repository: Path) -> None:
    """UTF-8, LF, spaces: what the reader refuses, the editor does not write."""
    settings = json.loads((repository / ".vscode/settings.json").read_text(encoding="utf-8"))
    config = (repository / ".editorconfig").read_text(encoding="utf-8")
    assert (settings["files.encoding"], settings["files.eol"]) == ("utf8", "\n")
    assert settings["[yaml]"]["editor.insertSpaces"] is True
    for line in ("charset = utf-8", "end_of_line = lf", "indent_style = space", "indent_size = 2"):
        assert line in config.partition("[*.{py")[0]
    advice = json.loads((repository / ".vscode/extensions.json").read_text(encoding="utf-8"))
    assert {"redhat.vscode-yaml", "editorconfig.editorconfig"} <= {*advice["recommendations"]}
