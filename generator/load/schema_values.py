"""One field → what its schema says of its value: types, form, and words for who hovers over it."""

from __future__ import annotations

from pydantic.fields import FieldInfo

from generator.load.forms import choices, holds_rows, parts
from generator.load.tables import written_as
from generator.model.body import Omission, Unit, Village
from generator.model.flow import Flow, Limit, Step
from generator.model.item import FlowUse
from generator.model.record import Date, Record, Texts, YesNo
from generator.model.value import Count, DivisionCode, Figure, WebAddress, Year

Schema = dict[str, "Part"]
Part = str | bool | int | float | list["Part"] | Schema | None

TEXT: Schema = {"type": ["string", "number", "boolean"]}
NOT_BLANK: Schema = {"pattern": r"\S", "patternErrorMessage": "这里不能是空的"}
TEXTS: Schema = {
    "type": ["string", "number", "boolean", "array"],
    "items": {**TEXT, **NOT_BLANK},
}
ID: Schema = {"pattern": r"^[a-z0-9][a-z0-9-]{0,63}$"}
"""The name of a file, which is an id."""

_DATE: Schema = {
    "type": "string",
    "pattern": r"^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$",
    "patternErrorMessage": "日期要写成 2026-11-01 这样的样子",
}
REFERENCE: Schema = {
    "pattern": r"^\s*$|^(?:_?[a-z0-9][a-z0-9-]*/){0,2}[a-z0-9][a-z0-9-]*$",
    "patternErrorMessage": "写编号，就是文件名去掉 .yml，例如 xuke 或 _common/xuke",
}
_SHARED: Schema = {
    "pattern": r"^\s*$|^_[a-z0-9][a-z0-9-]*$",
    "patternErrorMessage": "写通用清单的文件夹名，例如 _township、_common",
}
_VALUES: tuple[tuple[object, Schema], ...] = (
    (Limit, TEXT),
    (YesNo, {"enum": ["是", "否"]}),
    (Figure, {
        "type": ["number", "string"],
        "pattern": r"^\s*[-+]?\d[\d,]*(?:\.\d+)?\s*$",
        "patternErrorMessage": "只写数字，单位写在“单位”里",
    }),
    (Year, {
        "type": ["integer", "string"],
        "pattern": r"^\s*\d{4}年?\s*$",
        "patternErrorMessage": "写四位的年份，例如 2026",
        "minimum": 1000,
        "maximum": 9999,
    }),
    (DivisionCode, {
        "type": ["integer", "string"],
        "pattern": r"^\s*(?:\d{6}|\d{9}|\d{12})\s*$",
        "patternErrorMessage": "写六位数字，例如 140411",
    }),
    (WebAddress, {
        "type": "string",
        "pattern": r"^\s*https?://[^\s/]\S*\s*$",
        "patternErrorMessage": "写完整的地址，以 https:// 开头",
    }),
    (int, {
        "type": ["integer", "string"],
        "pattern": r"^\s*-?\d+\s*$",
        "patternErrorMessage": "写整数，例如 1",
    }),
    (Count, {
        "type": ["integer", "string", "boolean"],
        "pattern": r"^\s*(?![-－−]\s*\d|\d*[.．]\d)",
        "patternErrorMessage": "写几次、几份，例如 1",
        "minimum": 0,
    }),
)  # fmt: skip
_IDS: dict[tuple[type[Record], str], Schema] = {
    (FlowUse, "用"): REFERENCE,
    (Step, "用"): REFERENCE,
    (Flow, "再造前"): REFERENCE,
    (Omission, "事项"): REFERENCE,
    (Unit, "采用"): _SHARED,
    (Village, "采用"): _SHARED,
}
"""Fields that hold an id; whatever does not look like one is not found either."""

_INTERNAL = "只给内部看，不公开；要给群众看的写在“说明”里"
EXAMPLES: dict[str, list[Part]] = {
    "编码": ["000105005000"],
    "拼音": ["chang zhi shi"],
    "依据": [["《校车安全管理条例》第十五条"]],
    "引用": ["《校车安全管理条例》第十五条", "国发〔2015〕29号"],
    "追责依据": [["《中华人民共和国行政许可法》第七十二条"]],
    "法定": ["20个工作日"],
    "原": ["16个工作日"],
    "承诺": ["11个工作日", "当场", "即办", "2个月"],
    "公示期": ["不少于7日"],
    "周期": ["每季度15日前"],
    "整改期限": ["2026-10-20"],
    "电话": ["0355-0000000", "12345"],
    "监督电话": ["0355-0000001"],
    "咨询": ["0355-0000002"],
    "办公时间": ["周一至周五 8:30—12:00，14:30—18:00"],
    "流程": ["xuke"],
    "用": ["xuke", "_common/xuke"],
    "套用": ["xuke"],
    "交由": ["_township/gt-002"],
    "收费": ["不收费"],
    "办理形式": [["窗口", "邮寄"]],
    "编印日期": ["2016-01"],
    "区划代码": ["140411"],
    "网址": ["https://example.invalid/mingbai/"],
    "链接": ["https://example.invalid/law"],
    "文号": ["国发〔2015〕29号"],
    "年": [2026],
    "数值": [13.66],
    "单位": ["%"],
    "日的含义": ["工作日", "十日以内指工作日"],
    "有效期": ["3年", "长期"],
    "原件": [1],
    "复印件": [0],
    "到场次数": [1],
}
"""What may be written, by the name of the field; it fits wherever a field has that name."""


def value(info: FieldInfo, owner: type[Record], annotation: object) -> Schema:
    """A field without fields inside it → its types and its form."""
    made = _by_type(annotation)
    if form := _IDS.get((owner, info.alias or "")):
        return {**made, **form}
    return {**made, **NOT_BLANK} if info.is_required() and made == TEXT else made


def _by_type(annotation: object) -> Schema:
    found = (annotation, *parts(annotation))
    if Date in found:
        return {"type": "array", "items": _DATE} if holds_rows(annotation) else _DATE
    if made := next((schema for form, schema in _VALUES if form in found), None):
        return made
    if words := choices(annotation):
        return {"enum": [*words]}
    return TEXTS if Texts in found else TEXT


def told(info: FieldInfo, *, fits: bool) -> Schema:
    """The title and the description of a field, and examples where any *fits*."""
    name = info.alias or ""
    words = info.description or (_INTERNAL if name == "备注" else "")
    rows = [words, "**必填**" if info.is_required() else "", f"写法：{written_as(info)}"]
    made: Schema = {"title": name}
    if words:
        made["description"] = words
    examples = EXAMPLES.get(name, []) if fits else []
    if examples:
        rows.append(f"例如：{'；'.join(f'`{_shown(each)}`' for each in examples)}")
        made["examples"] = examples
    return {**made, "markdownDescription": "\n\n".join(filter(None, rows))}


def _shown(example: Part) -> str:
    """An example as it stands in a file."""
    if isinstance(example, list):
        return f"[{', '.join(map(_shown, example))}]"
    return str(example)
