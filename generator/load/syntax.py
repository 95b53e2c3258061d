"""What libyaml could not read → a problem in Chinese at the line a clerk has to mend."""

from __future__ import annotations

import re

import yaml

from generator.load.hints import hint_for, hint_for_above
from generator.problem import Problem, Span, error

_UNCLOSED = ("found unexpected end of stream", "could not find expected ':'")
_OPENED = re.compile(r"""\s*(?:- )?(?:[^\s:#"']+: +)?(?P<quote>")[^"]*$""")
"""A line whose value begins with a double quote and does not end it."""

_FIELD = re.compile(r"""\s*(?:- |[^\s:#"']+:(?:\s|$))""")
"""A line that begins a field or a row."""

_SENTENCES = (
    ("found unexpected end of stream", "引号没有成对", "在值的末尾补上引号"),
    ("found unexpected document indicator", "引号没有成对", "在值的末尾补上引号"),
    ("could not find expected ':'", "这一行少了冒号", "写成“字段: 值”，冒号是半角，后面空一格"),
    (
        "mapping values are not allowed",
        "这里多出了一个“字段: 值”",
        "与上一个字段对齐，或者给值加引号",
    ),
    ("block sequence entries are not", "列表不能和字段写在同一行", "换一行再写“- ”"),
    ("mapping keys are not allowed", "这里不能写问号", "给整个值加引号"),
    ("cannot start any token", "值不能以这个符号开头", "给整个值加引号"),
    ("found a tab character", "缩进用了 Tab 键", "改成空格"),
    ("expected ',' or ']'", "方括号里少了逗号，或者没有收尾的“]”", "补上逗号或“]”，逗号是半角"),
    ("expected ',' or '}'", "花括号里少了逗号，或者没有收尾的“}”", "补上逗号或“}”，逗号是半角"),
    ("did not find expected key", "这一行的缩进或写法和上面不一致", "与同一层的字段左边对齐"),
    ("did not find expected '-'", "这一行应当以“- ”开头", "与上面的行对齐，以“- ”开头"),
    ("expected <document start>", "“...”之后还有内容", "删掉“...”这一行"),
    ("expected node content", "这里少了内容", "补上内容，或者删掉多余的逗号"),
    ("undefined tag handle", "不使用以“!”开头的标签", "值以 ! 开头时，给整个值加引号"),
    ("alphabetic or numeric", "值不能以这个符号开头", "给整个值加引号"),
    ("expected whitespace or line break", "不使用以“!”开头的标签", "值以 ! 开头时，给整个值加引号"),
    ("escape", "双引号里的反斜杠写法不认识", "改用单引号，或者把 \\ 写成 \\\\"),
)


def syntax_problem(label: str, lines: list[str], failure: yaml.YAMLError) -> Problem:
    """An exception of libyaml → the problem, at the line where the mistake began."""
    if not isinstance(failure, yaml.MarkedYAMLError):
        return error("yaml-syntax", "这个文件读不懂", Span(label), "照着别的文件的样子重写一遍")
    words = str(failure.problem)
    mark = failure.problem_mark or failure.context_mark
    if failure.context_mark and (words in _UNCLOSED or "flow" in str(failure.context)):
        mark = failure.context_mark
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    line, column = _existing(lines, line, column)
    _, sentence, hint = next((row for row in _SENTENCES if row[0] in words), ("", "", ""))
    opened = _never_closed(lines, line)
    usual = None if opened else _usual_mistake(lines, line)
    if opened:
        line, column = opened
        sentence, hint = "引号没有成对", "在值的末尾补上引号"
    elif usual:
        if usual[0] != line:
            column = 1
        line, hint = usual
    sentence = sentence or "这里不符合 YAML 的写法"
    length = max(len(lines[line - 1].rstrip()) - column + 1, 1)
    return error("yaml-syntax", sentence, Span(label, line, column, length), hint)


def _never_closed(lines: list[str], last: int) -> tuple[int, int] | None:
    """The first value up to line *last* that a quote opens and its own line does not close.

    A double quote that runs over lines is legal, but clerks hardly ever mean it; where the file
    does not read, it is the likelier slip.
    """
    for number, line in enumerate(lines[:last], 1):
        found = _OPENED.match(line)
        if found and number < last and _FIELD.match(lines[number]):
            return number, found.start("quote") + 1
    return None


def _existing(lines: list[str], line: int, column: int) -> tuple[int, int]:
    """A place at or after the end of the text → the last line that has words."""
    if line <= len(lines) and lines[line - 1].strip():
        return line, column
    line = min(line, len(lines))
    while line > 1 and not lines[line - 1].strip():
        line -= 1
    return line, 1


def _usual_mistake(lines: list[str], line: int) -> tuple[int, str] | None:
    """The line at fault, or the one just above it, if it holds a usual mistake, with 怎么改."""
    if hint := hint_for(lines[line - 1]):
        return line, hint
    above = line - 1
    if above >= 1 and (hint := hint_for_above(lines[above - 1])):
        return above, hint
    return None
