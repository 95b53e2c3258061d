"""What libyaml could not read → a problem in Chinese at the line a clerk has to mend."""

from __future__ import annotations

import re
from dataclasses import dataclass

import yaml

from generator.load.hints import open_quote, slip_above, slip_between, slip_on
from generator.problem import Problem, Span, error

_UNCLOSED = ("found unexpected end of stream", "could not find expected ':'")
_MISALIGNED = ("did not find expected key", "did not find expected '-' indicator")
_OPENED = re.compile(r"""\s*(?:- )?(?:[^\s:#"']+: +)?(?P<quote>["'])(?:(?!(?P=quote)).)*$""")
"""A line whose value begins with a quote and does not end it."""

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
    (
        "expected <document start>",
        "这一行和上面的内容接不上",
        "各行的字段左边对齐，第一行前面不留空格",
    ),
    ("expected node content", "这里少了内容", "补上内容，或者删掉多余的逗号"),
    ("undefined tag handle", "不使用以“!”开头的标签", "值以 ! 开头时，给整个值加引号"),
    ("alphabetic or numeric", "值不能以这个符号开头", "给整个值加引号"),
    ("expected whitespace or line break", "不使用以“!”开头的标签", "值以 ! 开头时，给整个值加引号"),
    ("invalid Unicode character", "用反斜杠和编号写的字不存在", "直接录入这个字，不写编号"),
    ("escape", "双引号里的反斜杠写法不认识", "改用单引号，或者把 \\ 写成 \\\\"),
)


_NAMED = re.compile(r"\s*(?:- +)?[^\s:#\"'{\[]+:(?:\s.*)?")
"""A line that is a field, with or without a value on it."""

_USUAL_SENTENCE = "这里不符合 YAML 的写法"
_USUAL_HINT = "这一行写成“字段: 值”或“- 值”，值里有符号的，给整个值加引号"


@dataclass(frozen=True, slots=True)
class _Fault:
    """Where a file stopped making sense, and what is said of it; lines and columns from 1."""

    line: int
    column: int
    sentence: str
    hint: str


def syntax_problem(label: str, lines: list[str], failure: yaml.YAMLError) -> Problem:
    """An exception of libyaml → the problem, at the line where the mistake began."""
    if not isinstance(failure, yaml.MarkedYAMLError):
        return error("yaml-syntax", "这个文件读不懂", Span(label), "照着别的文件的样子重写一遍")
    fault = _likelier(lines, _as_libyaml_says(lines, failure), str(failure.problem))
    row = lines[fault.line - 1]
    length = max(len(row.rstrip()) - fault.column + 1, 1)
    span = Span(label, fault.line, fault.column, length)
    return error("yaml-syntax", fault.sentence, span, fault.hint)


def _as_libyaml_says(lines: list[str], failure: yaml.MarkedYAMLError) -> _Fault:
    """Its mark and its words in Chinese; for what is not closed, where it was opened."""
    words = str(failure.problem)
    mark = failure.problem_mark or failure.context_mark
    if failure.context_mark and (words in _UNCLOSED or "flow" in str(failure.context)):
        mark = failure.context_mark
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    if "flow" in str(failure.context) and failure.problem_mark:
        line, column = _without_comma(lines, failure.problem_mark.line + 1, (line, column))
    line, column = _existing(lines, line, column)
    rows = (row for row in _SENTENCES if row[0] in words)
    _, sentence, hint = next(rows, ("", _USUAL_SENTENCE, _USUAL_HINT))
    return _Fault(line, column, sentence, hint)


def _without_comma(lines: list[str], line: int, opened: tuple[int, int]) -> tuple[int, int]:
    """Brackets over lines that stop making sense on *line* → the line above, if a comma lacks."""
    number = _above(lines, line)
    if number <= opened[0] or lines[number - 1].rstrip()[-1:] in ",[{":
        return opened
    return number, len(lines[number - 1]) - len(lines[number - 1].lstrip()) + 1


def _likelier(lines: list[str], said: _Fault, words: str) -> _Fault:
    """What a clerk most likely did, where the lines around the mark show it."""
    if opened := _never_closed(lines, said.line):
        return _Fault(*opened, *open_quote(lines[opened[0] - 1]))
    if "<document start>" in words and (ended := _ended(lines, said.line)):
        return _Fault(said.line, said.column, "“...”之后还有内容", f"删掉第 {ended} 行的“...”")
    if slip := slip_on(lines[said.line - 1]):
        return _Fault(said.line, said.column, *slip)
    above = _above(lines, said.line)
    if above and (slip := slip_above(lines[above - 1])):
        return _Fault(above, 1, *slip)
    if above and (slip := slip_between(lines[above - 1], lines[said.line - 1])):
        return _Fault(said.line, said.column, *slip)
    if "mapping values are not allowed" in words and (nameless := _nameless(lines, said.line)):
        return nameless
    if words in _MISALIGNED and _NAMED.fullmatch(lines[said.line - 1]):
        return _misaligned(lines, said)
    return said


def _nameless(lines: list[str], line: int) -> _Fault | None:
    """The line above *line*, if it is a text where a field or a row was to begin."""
    number = _above(lines, line)
    text = lines[number - 1].strip() if number else ""
    if not text or _NAMED.fullmatch(text) or text[-1:] in "]}\"'":
        return None
    column = len(lines[number - 1]) - len(lines[number - 1].lstrip()) + 1
    if text.startswith("- "):
        hint = f"写成“- 字段: {text[2:22].strip()}”，例如“- 步骤: …”“- 名称: …”"
        return _Fault(number, column, "这一行只有内容，没有字段名", hint)
    before = _above(lines, number)
    if not before and column == 1:
        return _Fault(number, column, "这一行少了冒号", "写成“字段: 值”，冒号是半角，后面空一格")
    if not before or not lines[before - 1].rstrip().endswith(":"):
        return None
    if lines[line - 1].lstrip().startswith("- "):
        return _Fault(number, column, "列表里的这一行没有短横线", f"写成“- {text[:20]}”")
    return _Fault(number, column, "这一行只有内容，没有字段名", f"写成“字段: {text[:20]}”")


def _misaligned(lines: list[str], said: _Fault) -> _Fault:
    """A field that stands neither below nor beside the one above it."""
    row = lines[said.line - 1]
    spaces = len(row) - len(row.lstrip())
    number = _above(lines, said.line)
    beside = lines[number - 1] if number else ""
    before = len(beside) - len(beside.lstrip(" -"))
    sentence = "这一行的缩进和上面的不一致"
    told = f"这一行前面空 {spaces} 格，上一行的字段前面空 {before} 格"
    hint = f"同一层的字段左边要对齐：{told}；改这一行或者上一行"
    return _Fault(said.line, said.column, sentence, hint)


def _above(lines: list[str], line: int) -> int:
    """The number of the nearest line above *line* with words on it, 0 if there is none."""
    number = line - 1
    while number > 0 and not lines[number - 1].strip():
        number -= 1
    return number


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


def _ended(lines: list[str], line: int) -> int:
    """The number of the line above *line* that ends the document, 0 without one."""
    ends = (number for number, row in enumerate(lines[: line - 1], 1) if row.rstrip() == "...")
    return next(ends, 0)


def _existing(lines: list[str], line: int, column: int) -> tuple[int, int]:
    """A place at or after the end of the text → the last line that has words."""
    if line <= len(lines) and lines[line - 1].strip():
        return line, column
    line = min(line, len(lines))
    while line > 1 and not lines[line - 1].strip():
        line -= 1
    return line, 1
