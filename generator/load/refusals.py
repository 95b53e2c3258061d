"""What YAML would accept but a clerk cannot have meant → the problem, at the clerk's own slip."""

from __future__ import annotations

import re
from itertools import islice

from generator.load.hints import glued_name, hint_for
from generator.load.text import span_at
from generator.model.origin import Located
from generator.problem import OtherPlace, Problem, Severity, Span, error

LONGEST_NAME = 200
"""Characters of a field name."""

LONGEST_TEXT = 100_000
"""Characters of one value."""

_COMMENT = re.compile(r"\s+#(?P<words>\S.*)")
_ODD_SPACES = ("\u3000", "\xa0", "\n", "\t")
_DASHES = tuple("-－—–−‐‑‒―")
_YAML_TAGS = "tag:yaml.org,2002:"
_WORDS = re.compile(r"^[ \t]*[^\s#]", re.MULTILINE)
_ROW_MARK = re.compile(
    r"\s*(?:[-－—–−‐‑‒―•·●○◆◇■□▪‣∙]|[*+](?!\d)|\d{1,2}[.．、)）](?!\d)|[（(][一二三四五六七八九十\d]{1,3}[)）]"
    r"|[一二三四五六七八九十]{1,3}[、.．]|[①-⑳])"
)
"""What a row of a list begins with when it was typed as on paper."""


def name_problem(name: str, span: Span, line: str) -> Problem | None:
    """A field name, its place and its line → what is wrong with its form."""
    if not name.strip():
        hint = hint_for(line) or "冒号前面写上字段名，或者删掉这一行"
        return error("bad-field-name", "字段名是空的", span, hint)
    if name != name.strip() or any(space in name for space in _ODD_SPACES):
        sentence = f"字段名“{' '.join(name.split())}”带有多余的空格"
        return error("bad-field-name", sentence, span, hint_for(line) or "删掉字段名里多余的空格")
    if len(name) > LONGEST_NAME:
        sentence = f"字段名太长，有 {len(name)} 字"
        hint = hint_for(line) or "字段名写短；这是一段话的，给整段话加引号"
        return error("bad-field-name", sentence, span, hint)
    return None


def valueless_problem(name: str, place: Span, value: Span, lines: list[str]) -> Problem | None:
    """A field name and where its missing value would stand → the problem, None for a blank field.

    Name and value may be glued together; without a colon between the two places there is no field.
    """
    if slip := glued_name(name):
        return error("yaml-syntax", slip.sentence, place, slip.hint)
    between = lines[place.line - 1][place.column - 1 + place.length :]
    if place.line == value.line:
        between = between[: max(value.column - place.column - place.length, 0)]
    else:
        between += "".join(lines[value.line - 1 : value.line])[: value.column]
    if ":" in between:
        return None
    first, _, rest = name.partition(" ")
    hint = "几个名称写成方括号 [甲, 乙]；花括号是文字的，给整个值加引号"
    if rest:
        hint = f"“{first}”后面补上半角冒号，写成“{first}: {_short(rest)}”"
    return error("yaml-syntax", f"“{_short(name)}”后面没有冒号和值", place, hint)


def repeated_problem(name: str, span: Span, first: Span) -> Problem:
    """A field name that stands twice in one mapping, and where it stood first."""
    others = (OtherPlace(first, "第一次写在这里"),)
    sentence = f"“{_short(name)}”写了两次"
    return Problem("duplicate-key", Severity.ERROR, sentence, span, "删掉其中一个", others)


def length_problem(length: int, place: Span, row: str) -> Problem:
    """A value of too many characters, and its line where that may tell why."""
    sentence = f"这段文字有 {length:,} 字，最多 {LONGEST_TEXT:,} 字"
    return error("text-too-long", sentence, place, hint_for(row) or "分成几段，或者另存为附件")


def too_many_problem(place: Span, most: int) -> Problem:
    """The place of the first value that is one too many."""
    return error("too-many-values", f"内容超过 {most:,} 项", place, "拆成几个文件")


def crowded_problem(label: str, text: str, most: int) -> Problem | None:
    """A text of more lines with words than values are allowed: said without reading it."""
    if text.count("\n") < most:
        return None
    last = next(islice(_WORDS.finditer(text), most - 1, None), None)
    return too_many_problem(span_at(label, text, last.end() - 1), most) if last else None


def list_problem(text: str, place: Span, rows: list[str], *, below: bool) -> Problem | None:
    """An unquoted text, its place and its lines → the problem, if YAML joined a list into it.

    *below* says whether it stands below its field's name and not beside it.
    """
    if below and text[:1] in _DASHES:
        return _as_list(text, place, rows[0])
    if len(rows) < 2:
        return None
    first = rows[0][place.column - 1 :]
    marked = [number for number, row in enumerate([first, *rows[1:]]) if _ROW_MARK.match(row)]
    dashes = [number for number in marked if number and rows[number].lstrip().startswith("- ")]
    if not dashes and (len(marked) < 2 or marked[0] > 1):
        return None
    if hint_for(first):
        return _as_list(text, place, first)
    if dashes and below:
        hint = f"写成“- {_short(first.strip())}”"
        return error("yaml-syntax", "列表里的这一行没有短横线", place, hint)
    number = dashes[0] if dashes else marked[0]
    if number:
        indent = len(rows[number]) - len(rows[number].lstrip())
        place = Span(place.file, place.line + number, indent + 1)
    if dashes:
        hint = "列表的各行左边对齐；有列表的字段，冒号后面不再写别的"
        return error("yaml-syntax", _joined_sentence(text), place, hint)
    return _as_list(text, place, rows[number])


def _as_list(text: str, place: Span, row: str) -> Problem:
    """Rows that YAML joined into one text because their dashes are not `- `."""
    hint = hint_for(row) or "每一行写成半角短横线加空格“- ”；是分行的文字，冒号后面先写“|”"
    return error("yaml-syntax", _joined_sentence(text), place, hint)


def _joined_sentence(text: str) -> str:
    return f"这里像是列表，却会被当成一段文字“{text[:20]}”"


def comment_problem(label: str, number: int, line: str, column: int) -> Problem | None:
    """A value that ends at *column* (from 0) and whose rest YAML would drop as a comment.

    A comment with a space behind its # is meant as one.
    """
    found = _COMMENT.match(line, column)
    if found is None:
        return None
    words = found["words"].rstrip()
    span = Span(label, number, found.start("words"), len(words) + 1)
    sentence = f"“#{words[:20]}”会被当成注释丢掉"
    hint = "要保留就给整个值加引号；是注释的，# 后面空一格"
    return error("yaml-syntax", sentence, span, hint)


def markup_problem(anchor: str | None, tag: str | None, span: Span) -> Problem:
    """An anchor or a tag in front of a value → the problem, naming it as it was typed."""
    if anchor:
        sign, typed = "&", f"&{anchor}"
        what = f"锚点“{_short(typed)}”"
    else:
        sign, typed = "!", str(tag).replace(_YAML_TAGS, "!!", 1)
        what = f"标签“{_short(typed)}”"
    hint = f"删掉“{_short(typed)}”；值本来就以 {sign} 开头的，给整个值加引号"
    return error("unsupported-yaml", f"不使用 YAML 的{what}", span, hint)


def no_fields(label: str, root: Located | None, lines: list[str]) -> Problem:
    """The problem of a file that is empty or one long text."""
    if root is None or not root.content:
        return error("empty-file", "文件是空的", Span(label), "填写内容，或者删掉它")
    sentence = "整个文件成了一段文字，里面没有“字段: 值”"
    hint = hint_for(lines[root.line - 1]) or "写成“字段: 值”，冒号是半角，后面空一格"
    return error("wrong-shape", sentence, root.span, hint)


def _short(text: str) -> str:
    return text if len(text) <= 30 else text[:30] + "…"
