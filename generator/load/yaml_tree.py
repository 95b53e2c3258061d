"""YAML text → a `Located` tree: every scalar a text, every value with its place.

The events of libyaml are read one by one and the tree is built without recursion, because the
ready-made constructors crash on deep nesting, hang on merge keys and silently change `0355`, `no`
and `8:30`. Whatever the clerks do not need (anchors, aliases, tags, second documents, complex
keys) is refused.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field
from dataclasses import replace as changed
from typing import Any

import yaml

from generator.load.hints import hint_for
from generator.load.refusals import comment_problem, dash_problem, glued_problem, name_problem
from generator.load.syntax import syntax_problem
from generator.load.text import clean_text, unusable, unusable_in
from generator.model.origin import Located
from generator.problem import OtherPlace, Problem, Span, error

DEEPEST = 32
"""Levels of mappings and lists inside each other."""

MOST_VALUES = 50_000
"""Texts, mappings and lists in one file."""

LONGEST_TEXT = 100_000
"""Characters of one value."""

_DASHES = tuple("-－—–−")


class _Stopped(Exception):
    """Reading cannot go on after this problem."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.sentence)
        self.problem = problem


@dataclass(slots=True)
class _Open:
    """A mapping or list that is not closed yet, and the field name that waits for its value."""

    node: Located
    name: str | None = None
    name_place: Span | None = None


@dataclass(slots=True)
class _Reader:
    """What has been read of one file so far."""

    label: str
    lines: list[str]
    root: Located | None = None
    open: list[_Open] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    values: int = 0
    documents: int = 0


_BREAKS_SYNTAX = ("bad-field-name", "yaml-syntax")
"""Slips that make the parser fail further down: one cause, so its failure is not said as well."""


def read_tree(label: str, raw: bytes) -> tuple[Located | None, list[Problem]]:
    """The bytes of a YAML file → its tree, or None and every problem found in it.

    *label* is the path shown to the clerk.
    """
    text, problems = clean_text(label, raw)
    if problems:
        return None, problems
    reader = _Reader(label, text.split("\n"))
    loader: Any = yaml.CSafeLoader(text)
    try:
        while (event := loader.get_event()) is not None:
            _READERS[type(event)](reader, event)
    except _Stopped as stop:
        reader.problems.append(stop.problem)
    except yaml.YAMLError as failure:
        if not any(problem.code in _BREAKS_SYNTAX for problem in reader.problems):
            reader.problems.append(syntax_problem(label, reader.lines, failure))
    finally:
        loader.dispose()
    root = reader.root
    if not reader.problems and (root is None or isinstance(root.content, str)):
        reader.problems.append(_no_fields(reader))
    return (None, reader.problems) if reader.problems else (root, [])


def _no_fields(reader: _Reader) -> Problem:
    """The problem of a file that is empty or one long text."""
    root = reader.root
    if root is None or not root.content:
        return error("empty-file", "文件是空的", Span(reader.label), "填写内容，或者删掉它")
    sentence = "整个文件成了一段文字，里面没有“字段: 值”"
    hint = hint_for(reader.lines[root.line - 1]) or "写成“字段: 值”，冒号是半角，后面空一格"
    return error("wrong-shape", sentence, root.span, hint)


def _scalar(reader: _Reader, event: Any) -> None:
    """A text: a field name where a mapping waits for one, a value elsewhere."""
    mark, end, text = event.start_mark, event.end_mark, event.value
    _refuse_markup(reader, event)
    line, column = mark.line + 1, mark.column + 1
    length = end.column - mark.column if end.line == mark.line else 0
    if length < 1:
        length = max(len(reader.lines[mark.line]) - mark.column, 1) if text else 1
    if event.style == '"' and (bad := unusable_in(text)):
        span = Span(reader.label, line, column, length)
        reader.problems.append(unusable(bad, span, "用转义写成的"))
    if len(text) > LONGEST_TEXT:
        span = Span(reader.label, line, column, 1)
        sentence = f"这段文字有 {len(text):,} 字，最多 {LONGEST_TEXT:,} 字"
        raise _Stopped(error("text-too-long", sentence, span, "分成几段，或者另存为附件"))
    waiting = reader.open[-1] if reader.open else None
    if waiting and isinstance(waiting.node.content, dict) and waiting.name is None:
        _name(reader, waiting, text, Span(reader.label, line, column, length))
        return
    below = waiting is not None and waiting.name_place and waiting.name_place.line < line
    if below and not event.style and text[:1] in _DASHES:
        row = reader.lines[mark.line]
        span = Span(reader.label, line, len(row) - len(row.lstrip()) + 1)
        reader.problems.append(dash_problem(text, span, row))
    last = reader.lines[end.line] if end.line < len(reader.lines) else ""
    if "#" in last and (lost := comment_problem(reader.label, end.line + 1, last, end.column)):
        reader.problems.append(lost)
    _place(reader, Located(reader.label, line, column, length, text))


def _collection(reader: _Reader, event: Any) -> None:
    """The start of a mapping or a list."""
    _refuse_markup(reader, event)
    mark = event.start_mark
    line, column = mark.line + 1, mark.column + 1
    content: dict[str, Located] | list[Located] = (
        {} if isinstance(event, yaml.MappingStartEvent) else []
    )
    node = Located(reader.label, line, column, 1, content)
    if len(reader.open) >= DEEPEST:
        sentence = f"一层套一层超过了 {DEEPEST} 层"
        hint = "检查括号和缩进，正常的内容用不到这么深"
        raise _Stopped(error("too-deep", sentence, node.span, hint))
    waiting = reader.open[-1] if reader.open else None
    if waiting and isinstance(waiting.node.content, dict) and waiting.name is None:
        hint = "花括号、方括号、问号当作普通文字时，外面加引号"
        raise _Stopped(error("unsupported-yaml", "字段名只能是一段简单的文字", node.span, hint))
    _place(reader, node)
    reader.open.append(_Open(node))


def _closed(reader: _Reader, event: Any) -> None:
    """The end of a mapping or a list."""
    node = reader.open.pop().node
    end = event.end_mark
    if end.line + 1 == node.line:
        node.length = max(end.column + 1 - node.column, 1)


def _document(reader: _Reader, event: Any) -> None:
    """The start of the one document a file may hold."""
    reader.documents += 1
    span = Span(reader.label, event.start_mark.line + 1, event.start_mark.column + 1, 3)
    if reader.documents > 1:
        sentence = "一个文件里有多份文档（多余的 ---）"
        raise _Stopped(error("unsupported-yaml", sentence, span, "删掉 ---，或者拆成几个文件"))
    if event.tags or event.version:
        problem = error("unsupported-yaml", "不使用以 % 开头的指令", span, "删掉这一行")
        raise _Stopped(problem)


def _alias(reader: _Reader, event: Any) -> None:
    """A reference to an anchor, or a value that only looks like one; never followed."""
    mark = event.start_mark
    length = event.end_mark.column - mark.column
    span = Span(reader.label, mark.line + 1, mark.column + 1, max(length, 1))
    hint = "值以 * 开头时加引号；需要重复的内容请写全"
    raise _Stopped(error("unsupported-yaml", f"不使用 YAML 的引用“*{event.anchor}”", span, hint))


def _nothing(reader: _Reader, event: Any) -> None:
    """The start and the end of the stream say nothing."""


_READERS: dict[type, Any] = {
    yaml.ScalarEvent: _scalar,
    yaml.MappingStartEvent: _collection,
    yaml.SequenceStartEvent: _collection,
    yaml.MappingEndEvent: _closed,
    yaml.SequenceEndEvent: _closed,
    yaml.DocumentStartEvent: _document,
    yaml.AliasEvent: _alias,
    yaml.DocumentEndEvent: _nothing,
    yaml.StreamStartEvent: _nothing,
    yaml.StreamEndEvent: _nothing,
}


def _place(reader: _Reader, node: Located) -> None:
    """Put a value where it belongs: the root, the next row, or the field whose name was read."""
    reader.values += 1
    if reader.values > MOST_VALUES:
        sentence = f"内容超过 {MOST_VALUES:,} 项"
        raise _Stopped(error("too-many-values", sentence, node.span, "拆成几个文件"))
    if not reader.open:
        reader.root = node
        return
    top = reader.open[-1]
    if isinstance(top.node.content, list):
        top.node.content.append(node)
    elif isinstance(top.node.content, dict) and top.name is not None:
        if node.content == "" and (glued := glued_problem(top.name, top.name_place)):
            reader.problems.append(glued)
        node.key = top.name_place
        top.node.content.setdefault(top.name, node)
        top.name = top.name_place = None


def _name(reader: _Reader, mapping: _Open, text: str, span: Span) -> None:
    """A field name: remembered until its value comes; bad and repeated ones are reported."""
    name = unicodedata.normalize("NFC", text)
    mapping.name, mapping.name_place = name, span
    if problem := name_problem(name, span, reader.lines[span.line - 1]):
        reader.problems.append(problem)
    elif name == "<<":
        hint = "把要合并的内容写全"
        raise _Stopped(error("unsupported-yaml", "不使用 YAML 的合并键“<<”", span, hint))
    elif isinstance(mapping.node.content, dict) and (first := mapping.node.content.get(name)):
        problem = error("duplicate-key", f"“{name}”写了两次", span, "删掉其中一个")
        other = OtherPlace(first.key_span, "第一次写在这里")
        reader.problems.append(changed(problem, others=(other,)))


def _refuse_markup(reader: _Reader, event: Any) -> None:
    """Report an anchor or a tag; the value itself is still read."""
    if not event.anchor and not event.tag:
        return
    mark = event.start_mark
    span = Span(reader.label, mark.line + 1, mark.column + 1)
    what = f"锚点“&{event.anchor}”" if event.anchor else f"标签“{str(event.tag)[:40]}”"
    sign = "&" if event.anchor else "!"
    hint = f"值以 {sign} 开头时，给整个值加引号"
    reader.problems.append(error("unsupported-yaml", f"不使用 YAML 的{what}", span, hint))
