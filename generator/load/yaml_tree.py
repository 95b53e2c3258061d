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

from generator.load.refusals import (
    LONGEST_TEXT,
    comment_problem,
    crowded_problem,
    length_problem,
    list_problem,
    markup_problem,
    name_problem,
    no_fields,
    repeated_problem,
    too_many_problem,
    valueless_problem,
)
from generator.load.syntax import syntax_problem
from generator.load.text import clean_text, unusable, unusable_in
from generator.model.origin import Located
from generator.problem import Problem, Span, error

DEEPEST = 32
"""Levels of mappings and lists inside each other."""

MOST_VALUES = 50_000
"""Texts, mappings and lists in one file."""

MOST_PROBLEMS = 20
"""Problems of one file that are reported; who mends those sees the others then."""


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
    if not problems and (crowded := crowded_problem(label, text, MOST_VALUES)):
        problems = [crowded]
    if problems:
        return None, problems
    reader = _Reader(label, text.split("\n"))
    loader: Any = yaml.CSafeLoader(text)
    try:
        while len(reader.problems) < MOST_PROBLEMS and (event := loader.get_event()) is not None:
            _READERS[type(event)](reader, event)
    except _Stopped as stop:
        reader.problems.append(stop.problem)
    except yaml.YAMLError as failure:
        if not any(problem.code in _BREAKS_SYNTAX for problem in reader.problems):
            reader.problems.append(syntax_problem(label, reader.lines, failure))
    finally:
        loader.dispose()
    root, found = reader.root, reader.problems
    if not found and (root is None or not root.content or isinstance(root.content, str)):
        found.append(no_fields(label, root, reader.lines))
    if len(found) >= MOST_PROBLEMS:
        found[-1] = changed(found[-1], hint=f"{found[-1].hint}；毛病太多，改好这些再查一遍")
    return (None, found) if found else (root, [])


def _scalar(reader: _Reader, event: Any) -> None:
    """A text: a field name where a mapping waits for one, a value elsewhere."""
    mark, end, text = event.start_mark, event.end_mark, event.value
    _refuse_markup(reader, event)
    line, column = mark.line + 1, mark.column + 1
    length = end.column - mark.column if end.line == mark.line else 0
    if line > len(reader.lines):  # nothing, behind the end of the file
        line, column, length = len(reader.lines), len(reader.lines[-1]) + 1, 1
    if length < 1:
        length = max(len(reader.lines[mark.line]) - mark.column, 1) if text else 1
    if event.style == '"' and (bad := unusable_in(text)):
        span = Span(reader.label, line, column, length)
        reader.problems.append(unusable(bad, span, "用转义写成的"))
    if len(text) > LONGEST_TEXT:
        row = "" if event.style else reader.lines[mark.line]
        raise _Stopped(length_problem(len(text), Span(reader.label, line, column), row))
    waiting = reader.open[-1] if reader.open else None
    if waiting and isinstance(waiting.node.content, dict) and waiting.name is None:
        _name(reader, waiting, text, Span(reader.label, line, column, length))
        return
    below = waiting is not None and waiting.name_place and waiting.name_place.line < line
    if not event.style and waiting and (below or end.line > mark.line):
        place, rows = Span(reader.label, line, column), reader.lines[mark.line : end.line + 1]
        _note(reader, list_problem(text, place, rows, below=bool(below)))
    last = reader.lines[end.line] if end.line < len(reader.lines) else ""
    if "#" in last:
        _note(reader, comment_problem(reader.label, end.line + 1, last, end.column))
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
    span = Span(reader.label, mark.line + 1, mark.column + 1, event.end_mark.column - mark.column)
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
        raise _Stopped(too_many_problem(node.span, MOST_VALUES))
    if not reader.open:
        reader.root = node
        return
    top = reader.open[-1]
    if isinstance(top.node.content, list):
        top.node.content.append(node)
    elif isinstance(top.node.content, dict) and top.name is not None:
        if node.content == "" and top.name_place:
            _note(reader, valueless_problem(top.name, top.name_place, node.span, reader.lines))
        node.key = top.name_place
        top.node.content.setdefault(top.name, node)
        top.name = top.name_place = None


def _note(reader: _Reader, problem: Problem | None) -> None:
    """Keep a problem, if there is one."""
    if problem:
        reader.problems.append(problem)


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
        reader.problems.append(repeated_problem(name, span, first.key_span))


def _refuse_markup(reader: _Reader, event: Any) -> None:
    """Report an anchor or a tag; the value itself is still read."""
    if not event.anchor and not event.tag:
        return
    span = Span(reader.label, event.start_mark.line + 1, event.start_mark.column + 1)
    reader.problems.append(markup_problem(event.anchor, event.tag, span))
