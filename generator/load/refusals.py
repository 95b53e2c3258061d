"""What YAML would accept but a clerk cannot have meant → the problem, at the clerk's own slip."""

from __future__ import annotations

import re

from generator.load.hints import glued_name, hint_for
from generator.problem import Problem, Span, error

LONGEST_NAME = 200
"""Characters of a field name."""

_COMMENT = re.compile(r"\s+#(?P<words>\S.*)")
_ODD_SPACES = ("\u3000", "\xa0", "\n")


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


def glued_problem(name: str, span: Span | None) -> Problem | None:
    """A field name without a value and its place → the problem, if its value is in the name."""
    slip = glued_name(name)
    if slip is None or span is None:
        return None
    return error("yaml-syntax", slip.sentence, span, slip.hint)


def dash_problem(text: str, span: Span, row: str) -> Problem:
    """Rows that YAML joined into one text because their dashes are not `- `."""
    sentence = f"这里像是列表，却会被当成一段文字“{text[:20]}”"
    hint = hint_for(row) or "每一行写成半角短横线加空格“- ”"
    return error("yaml-syntax", sentence, span, hint)


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
