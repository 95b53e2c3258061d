"""Models → JSON Schemas (draft 2020-12), so that an editor helps while a clerk types.

A schema takes what the reader takes: short and long forms, and values that YAML itself calls
numbers. The words of 用词表 are its choices where that lists any.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import get_args, get_origin

from pydantic.fields import FieldInfo

from generator.load.files import ROW_FILES, FileKind
from generator.load.forms import holds_rows, may_be_text, model_of, parts, whole
from generator.load.kinds import SHEETS
from generator.load.schema_values import (
    ID,
    NOT_BLANK,
    REFERENCE,
    TEXT,
    TEXTS,
    Part,
    Schema,
    told,
    value,
)
from generator.load.schema_words import Words
from generator.model.body import Village
from generator.model.district import Vocabulary
from generator.model.flow import Step, StepKind
from generator.model.item import FlowUse, Item
from generator.model.micro_power import MicroPower
from generator.model.record import Record, Rows, Texts
from generator.model.risk import RiskPoint

_CHANGES = "（改动）"


def schemas(vocabulary: Vocabulary | None) -> dict[str, str]:
    """A district's words → the schema of every kind of file, as JSON text by file name."""
    words = Words.of(vocabulary)
    return {
        f"{kind.value.replace('_', '-')}.json": json.dumps(
            schema(kind, words), ensure_ascii=False, indent=1
        )
        + "\n"
        for kind in SHEETS
    }


def schema(kind: FileKind, words: Words) -> Schema:
    """The schema of one kind of file."""
    sheet = SHEETS[kind]
    made = _Maker(words)
    row = made.record(sheet.model)
    whole_file: Schema = row
    if kind in ROW_FILES:
        whole_file = {"type": "array", "items": row}
    if kind is FileKind.DUTIES:
        whole_file = {"type": "object", "additionalProperties": row}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": sheet.title,
        "description": f"放在 {'、'.join(sheet.places).replace('y*ml', 'yml')}",
        **whole_file,
        "$defs": dict(sorted(made.definitions.items())),
    }


@dataclass(slots=True)
class _Maker:
    """The words of the district, and the definitions made so far."""

    words: Words
    definitions: dict[str, Part] = field(default_factory=dict)

    def record(self, model: type[Record], changes: bool = False) -> Schema:
        """A model → a reference to its definition; *changes* is what 改动 may say of it."""
        name = model.__name__ + (_CHANGES if changes else "")
        if name not in self.definitions:
            self.definitions[name] = {}
            self.definitions[name] = self._changes(model) if changes else self._fields(model)
        return {"$ref": f"#/$defs/{name}", **_filled(model)}

    def _fields(self, model: type[Record]) -> Schema:
        """All fields of a model, and the text that may stand for it in short."""
        fields: Schema = {info.alias or "": self._field(info, model) for info in _named(model)}
        made: Schema = {
            **_or_empty({"type": _filled(model)["type"]}),
            "properties": fields,
            "required": [info.alias for info in _named(model) if info.is_required()],
            "additionalProperties": False,
        }
        if model is Step:
            openers: Schema = {kind.value: _opener(kind) for kind in StepKind}
            made["properties"] = {**openers, **fields}
            made["oneOf"] = [{"required": [kind.value]} for kind in StepKind]
        if model is RiskPoint:
            self._short_risk(made, fields)
        if model is FlowUse:
            made |= REFERENCE
        return made

    def _short_risk(self, made: Schema, fields: Schema) -> None:
        """`- 高: 表现`: a level opens the risk point; without known levels any word may."""
        del made["required"]
        levels = self.words.of_field(RiskPoint, "等级")
        long: Schema = {"required": ["等级", "表现"]}
        if not levels:
            made["additionalProperties"] = TEXT
            return
        short: Schema = {level: {**TEXT, "title": f"{level}：表现"} for level in levels}
        made["properties"] = {**short, **fields}
        forms: list[Part] = [{"required": [level]} for level in levels]
        made["oneOf"] = [long, *forms]

    def _changes(self, model: type[Record]) -> Schema:
        """改动 of an item: any of its fields, 追加 to its lists, 删去 of its fields."""
        fields: Schema = {}
        lists: Schema = {}
        for info in _named(model):
            name, inside = info.alias or "", model_of(info.annotation)
            fields[name] = self._field(info, model)
            if holds_rows(whole(info)):
                lists[name] = fields[name]
                if inside is FlowUse:  # Of one flow a single field may change, such as 岗位.
                    fields[name] = _or(fields[name], self.record(inside, changes=True))
            elif inside is not None:
                fields[name] = self.record(inside, changes=True)
        appended: Schema = {"type": "object", "properties": lists, "additionalProperties": False}
        removed: Schema = {"type": ["string", "array"], "items": {"enum": list(fields)}}
        more: Schema = {
            "追加": {**appended, "title": "追加", "description": "在通用清单的列表后面加几行"},
            "删去": {**removed, "title": "删去", "description": "通用清单里本地没有的字段"},
        }
        types = _or_empty({"type": _filled(model)["type"]})
        return {**types, "properties": {**fields, **more}, "additionalProperties": False}

    def _field(self, info: FieldInfo, owner: type[Record]) -> Schema:
        """One field: its form, its title and its description; an empty optional one is not read."""
        form = self._form(info, owner)
        is_one_of = self.words.of_field(owner, info.alias or "") or "enum" in form
        form = form if info.is_required() else _or_empty(form)
        return {**told(info, fits=not is_one_of), **form}

    def _form(self, info: FieldInfo, owner: type[Record]) -> Schema:
        annotation = whole(info)
        if words := self.words.of_field(owner, info.alias or ""):
            return _chosen(words, annotation, strict=self.words.binds(owner, info.alias or ""))
        if get_origin(info.annotation) is dict:
            return self._mapping(info, owner)
        inside = model_of(annotation)
        if inside is None:
            return value(info, owner, annotation)
        row = self.record(inside)
        if not holds_rows(annotation):
            return row
        rows: Schema = {"type": "array", "items": row}
        if Rows in info.metadata:
            return {"anyOf": [row, rows]}
        return {**rows, "minItems": 1} if info.is_required() and inside is Step else rows

    def _mapping(self, info: FieldInfo, owner: type[Record]) -> Schema:
        """Names → texts, limits, or what the field of a unit or a village maps them to."""
        item = MicroPower if owner is Village else Item
        inner: Schema = TEXT
        names: Schema = {}
        if info.alias == "改动":
            inner, names = self.record(item, changes=True), {"propertyNames": ID}
        elif info.alias == "本村事项":
            inner, names = self.record(item), {"propertyNames": ID}
        elif Texts in parts(info.annotation):
            inner = TEXTS
        elif get_origin(get_args(info.annotation)[1]) is dict:
            inner = {"type": "object", "additionalProperties": _or_empty(TEXT)}
        types: Part = ["object", "string"] if info.metadata else "object"
        return {"type": types, **names, "additionalProperties": _or_empty(inner)}


def _named(model: type[Record]) -> Iterator[FieldInfo]:
    """The fields that a clerk names."""
    return (info for info in model.model_fields.values() if info.alias)


def _filled(model: type[Record]) -> Schema:
    """What stands where a model is meant: a definition allows nothing there, a row does not."""
    return {"type": ["object", "string"], **NOT_BLANK} if may_be_text(model) else {"type": "object"}


def _opener(kind: StepKind) -> Schema:
    words = "每一步以这些词中的一个开头"
    return {**TEXT, **NOT_BLANK, "title": kind.value, "description": words}


def _chosen(words: tuple[str, ...], annotation: object, *, strict: bool) -> Schema:
    """One of the district's words, or a list of them; where they do not bind they are offered."""
    one: Schema = {"enum": [*words]}
    if not strict:
        one = {"anyOf": [one, TEXT]}
    return {"anyOf": [one, {"type": "array", "items": one}]} if holds_rows(annotation) else one


def _or(form: Part, other: Part) -> Part:
    """A field that may be filled in several ways → one that may be filled in another, too."""
    if isinstance(form, dict) and isinstance(forms := form.get("anyOf"), list):
        return {**form, "anyOf": [*forms, other]}
    return form


def _or_empty(form: Schema) -> Schema:
    """A form, or nothing behind the colon."""
    kinds, words, forms = form.get("type"), form.get("enum"), form.get("anyOf")
    if isinstance(words, list):
        return {**form, "enum": [*words, None]}
    if isinstance(forms, list):
        return {**form, "anyOf": [*forms, {"type": "null"}]}
    if "$ref" in form:
        return {"$ref": form["$ref"]}
    return {**form, "type": [*(kinds if isinstance(kinds, list) else [kinds]), "null"]}
