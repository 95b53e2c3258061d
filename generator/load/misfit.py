"""Why a value does not fit its field → a problem in the clerk's words."""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.load.hints import hint_for, wide_brackets
from generator.load.nearest import listed, meant, nearest
from generator.model.flow import StepKind
from generator.model.origin import Key, Located
from generator.problem import Problem, Span, error

MAPPING = frozenset({"model_type", "model_attributes_type", "dict_type", "dataclass_type"})
_ROWS = frozenset({"tuple_type", "list_type"})
_WORDS = frozenset({"enum", "literal_error"})
_FORMS = frozenset({"step_form", "step_kind", "risk_form"})
_LONGEST_QUOTE = 20


@dataclass(frozen=True, slots=True)
class Misfit:
    """One misfit: its kind as pydantic calls it, the path of the field, and the nearest value.

    *names* are the fields allowed beside it, or inside it where it should be a mapping; *homes* the
    fields inside which its name may stand; *expected* the words it may hold as pydantic lists them;
    *message* a sentence of our own models.
    """

    kind: str
    message: str
    path: tuple[Key, ...]
    node: Located
    names: tuple[str, ...]
    expected: str
    homes: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The name of the field that is meant, the nearest one above for a row."""
        return next((key for key in reversed(self.path) if isinstance(key, str)), "")


def problem_of(misfit: Misfit) -> Problem:
    """A misfit → its problem: code, sentence, place and 怎么改."""
    kind, node = misfit.kind, misfit.node
    if kind == "missing":
        return _missing(misfit)
    if kind == "extra_forbidden":
        sentence = f"不认识的字段“{misfit.name}”"
        return error("unknown-field", sentence, node.key_span, _field_hint(misfit))
    if kind in _FORMS:
        return error("wrong-shape", misfit.message, _opening(node), _step_hint(misfit))
    if kind in _ROWS or kind in MAPPING:
        return _wrong_shape(misfit)
    if kind == "string_type":
        sentence = f"“{misfit.name}”要写成一段文字，现在是{_form(node)}"
        hint = "有冒号、方括号、花括号的文字，外面加引号"
        return error("wrong-shape", sentence, node.span, hint)
    if kind in _WORDS:
        return _wrong_word(misfit)
    return error("wrong-value", _sentence(misfit), node.span, _value_hint(misfit))


def _field_hint(misfit: Misfit) -> str:
    """Another level of the file where the field belongs, a field of almost this name, or all."""
    name, _, value = misfit.name.partition(" ")
    if name in misfit.names and value:
        return f"“{name}”后面补上半角冒号，写成“{name}: {_quoted(value)}”"
    if len(misfit.homes) == 1:
        return f"“{misfit.name}”写在“{misfit.homes[0]}”里面"
    return meant(misfit.name, misfit.names, f"可以写的字段：{listed(misfit.names)}")


def _missing(misfit: Misfit) -> Problem:
    """A field that has to be there: at the first field of its mapping, or where it stands empty."""
    node = misfit.node
    name = misfit.name
    if isinstance(node.content, str) and not node.content.strip():
        return error("missing-field", f"必填项“{name}”没有填", node.key_span, f"填写“{name}: …”")
    hint = f"加一行“{name}: …”"
    return error("missing-field", f"缺少必填项“{name}”", _opening(node), hint)


def _wrong_shape(misfit: Misfit) -> Problem:
    """A text where rows or fields are expected, or the other way round."""
    node = misfit.node
    row = "的每一行" if _is_row(misfit) else ""
    if misfit.kind in _ROWS:
        wanted, usual = "列表", "每行以“- ”开头，或者写成 [甲, 乙]"
    else:
        fields = ", ".join(f"{name}: …" for name in misfit.names)
        if len(misfit.names) == 1 and isinstance(node.content, str):
            fields = f"{misfit.names[0]}: {_quoted(node.content)}"
        wanted, usual = "一组“字段: 值”", f"写成 {{{fields}}}，或者换行缩进后写“字段: 值”"
    sentence = f"“{misfit.name}”{row}要写成{wanted}，现在是{_form(node)}"
    typed = _typed_hint(node.content) if isinstance(node.content, str) else ""
    return error("wrong-shape", sentence, node.span, typed or usual)


def _typed_hint(text: str) -> str:
    """A slip of the pen that made a text of what was meant as a list or as fields."""
    return hint_for(text) or wide_brackets(text)


def _wrong_word(misfit: Misfit) -> Problem:
    """A word outside the fixed list of a field."""
    words = [word for word in re.findall(r"'([^']*)'", misfit.expected) if word]
    return wrong_word(misfit.name, misfit.node, words)


def wrong_word(name: str, node: Located, words: list[str]) -> Problem:
    """A field whose word is not among *words* → the problem, offering the nearest."""
    word = node.content if isinstance(node.content, str) else ""
    found = nearest(word, words)
    hint = f"可以填：{listed(words)}"
    if found:
        hint = f"是不是“{found}”；{hint}"
    if not word:
        return error("wrong-value", f"“{name}”的内容不合要求", node.span, hint)
    return error("wrong-value", f"“{name}”不能填“{_quoted(word)}”", node.span, hint)


def _sentence(misfit: Misfit) -> str:
    """What is wrong with a value, quoting it."""
    name, text = misfit.name, misfit.node.content
    if misfit.kind == "too_short":
        return f"“{name}”至少要有一行"
    said = f"“{name}”填的是“{_quoted(text)}”" if isinstance(text, str) else f"“{name}”"
    if misfit.kind.startswith("int_"):
        return f"{said}，要填整数"
    if misfit.kind in ("yes_or_no", "date_form", "limit_form", "value_form"):
        return f"{said}，{misfit.message}" if isinstance(text, str) else f"{said}{misfit.message}"
    return f"“{name}”的内容不合要求"


def _value_hint(misfit: Misfit) -> str:
    hints = {
        "yes_or_no": "写 是 或 否，不写 true、yes、√",
        "date_form": "年四位，月、日两位，用半角短横线隔开",
        "limit_form": "写成一句话，例如 5个工作日、当场、2个月",
        "too_short": "至少写一行，以“- ”开头",
    }
    if misfit.kind.startswith("int_"):
        return "写阿拉伯数字，例如 3"
    told = misfit.expected if misfit.kind == "value_form" else ""
    return told or hints.get(misfit.kind, "照着填写说明里的样子写")


def _step_hint(misfit: Misfit) -> str:
    """Which word was meant to open a step; how a step or a risk point begins."""
    if misfit.kind == "risk_form":
        return "等级是用词表里“风险等级”的词，后面是半角冒号和一个空格"
    openers = [kind.value for kind in StepKind]
    if not isinstance(misfit.node.content, dict):
        return f"以这些词中的一个开头：{listed(openers)}；后面是半角冒号和一个空格"
    strange = [name for name in misfit.node.content if name not in misfit.names]
    found = nearest(strange[0], openers) if strange else ""
    return f"“{strange[0]}”是不是“{found}”" if found else "例如“- 步骤: 受理申请”"


def _is_row(misfit: Misfit) -> bool:
    return bool(misfit.path) and isinstance(misfit.path[-1], int)


def _opening(node: Located) -> Span:
    """The place of a mapping's first field name; the value itself where it is no mapping."""
    if isinstance(node.content, dict) and node.content:
        return next(iter(node.content.values())).key_span
    return node.span


def _form(node: Located) -> str:
    if isinstance(node.content, str):
        return f"一段文字“{_quoted(node.content)}”"
    return "列表" if isinstance(node.content, list) else "一组字段"


def _quoted(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST_QUOTE else line[:_LONGEST_QUOTE] + "…"
