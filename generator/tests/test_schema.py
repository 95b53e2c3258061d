"""Schemas as editors use them: real files pass, slips are caught, and the folder is fresh."""

from __future__ import annotations

import functools
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft202012Validator

from generator.load.files import FileKind, find
from generator.load.forms import named_fields
from generator.load.kinds import SHEETS, kind_of
from generator.load.schema import schemas
from generator.load.sheets import read_sheets
from generator.tests.conftest import refuse
from generator.tests.load_world import WORLDS

RENEW = "python -m generator schema"
ROOTS = ("minimal", "full", "sample")


class EditorLoader(yaml.SafeLoader):
    """Reads YAML 1.2 as an editor does: only these plain values are not text."""


EditorLoader.yaml_implicit_resolvers = {}
for _tag, _form, _signs in (
    ("null", r"(?:~|null|Null|NULL|)$", ["~", "n", "N", ""]),
    ("bool", r"(?:true|True|TRUE|false|False|FALSE)$", [*"tTfF"]),
    ("int", r"[-+]?[0-9]+$", [*"-+0123456789"]),
    ("float", r"[-+]?(?:\.[0-9]+|[0-9]+\.[0-9]*)$", [*"-+.0123456789"]),
):
    EditorLoader.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", re.compile(_form), _signs)
EditorLoader.add_constructor("tag:yaml.org,2002:int", lambda _, node: int(node.value))


@pytest.fixture(scope="session", params=ROOTS)
def root(request: pytest.FixtureRequest, repository: Path) -> Path:
    """The folder of a district."""
    return repository if request.param == "sample" else WORLDS / request.param


@functools.cache
def _validators(root: Path) -> dict[FileKind, Draft202012Validator]:
    """The schemas of a district, each itself valid."""
    texts = schemas(read_sheets(root).vocabulary)
    loaded = {name: json.loads(text) for name, text in texts.items()}
    for each in loaded.values():
        Draft202012Validator.check_schema(each)
    return {
        kind: Draft202012Validator(loaded[f"{kind.value.replace('_', '-')}.json"])
        for kind in FileKind
    }


def _faults(validator: Draft202012Validator, text: str) -> list[str]:
    tree = yaml.load(text, Loader=EditorLoader)  # noqa: S506 - a safe loader of our own
    return [f"{error.json_path} {error.message}" for error in validator.iter_errors(tree)]


def test_every_file_of_a_district_fits_its_schema(root: Path) -> None:
    validators = _validators(root)
    found = find(root)
    assert found.problems == []
    refuse(
        f"{source.label}: {fault}"
        for source in found.files
        for fault in _faults(validators[source.kind], source.path.read_text(encoding="utf-8"))
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
    (FileKind.TOPICS, "- {代号: a, 名称: 甲, 维度: 群众}\n", "群众"),
    (FileKind.SYNONYMS, "- {百姓叫法: 低保}\n", "规范用语"),
    (FileKind.HOLIDAYS, "- {年: 2026, 放假: [元旦]}\n", "元旦"),
    (FileKind.DISTRICT, "名称: 甲\n", "发布日期"),
)


@pytest.mark.parametrize(("kind", "text", "named"), SLIPS)
def test_a_slip_is_caught(kind: FileKind, text: str, named: str, repository: Path) -> None:
    faults = _faults(_validators(repository)[kind], text)
    assert any(named in fault for fault in faults), faults


FORMS = (
    (FileKind.ITEM, "名称: 甲\n类别: 行政许可\n俗称: 乙\n流程: xuke\n收费: 不收费\n"),
    (FileKind.ITEM, "名称: 甲\n类别: 行政许可\n依据: 《乙法》第一条\n结果: 证\n"),
    (FileKind.ITEM, "名称: 甲\n类别: 行政许可\n办事指南: {申请材料: 表, 办理时间: 工作日}\n"),
    (FileKind.ITEM, "名称: 甲\n类别: 行政许可\n俗称:\n核对日期:\n示例数据:\n"),
    (FileKind.ITEM, "名称: 甲\n类别: 行政许可\n编码: 000105\n时限: {法定: 20日}\n"),
    (FileKind.ITEM, "名称: 甲\n类别: 行政许可\n责任: {事项: [{环节: 新词, 内容: 乙}]}\n"),
    (FileKind.FLOW, "名称: 甲\n步骤: [{开始: 乙, 风险: [{等级: 高, 表现: 丙}]}]\n"),
    (
        FileKind.UNIT,
        "名称: 甲\n类型: 镇\n改动: {a: {时限: {法定: {依据: 乙}}, 追加: {结果: [丙]}}}\n",
    ),
)


@pytest.mark.parametrize(("kind", "text"), FORMS)
def test_short_long_and_empty_forms_pass(kind: FileKind, text: str, repository: Path) -> None:
    assert _faults(_validators(repository)[kind], text) == []


def test_words_are_free_where_the_district_lists_none() -> None:
    loose = json.loads(schemas(None)["item.json"])
    fits = Draft202012Validator(loose)
    assert _faults(fits, "名称: 甲\n类别: 随便\n") == []


def test_every_field_has_its_chinese_title() -> None:
    for kind, text in zip(SHEETS, schemas(None).values(), strict=True):
        titles = {str(each["title"]) for each in _titled(json.loads(text))}
        assert named_fields(SHEETS[kind].model) - titles == set()


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
