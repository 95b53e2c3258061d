"""A field name as typed → the problem if it cannot be one."""

from __future__ import annotations

from generator.load.hints import hint_for
from generator.problem import Problem, Span, error

LONGEST_NAME = 200
"""Characters of a field name."""

_ODD_SPACES = ("\u3000", "\xa0", "\n")


def name_problem(name: str, span: Span, line: str) -> Problem | None:
    """A field name, its place and its line → what is wrong with its form."""
    if not name.strip():
        return error("bad-field-name", "字段名是空的", span, hint_for(line))
    if name != name.strip() or any(space in name for space in _ODD_SPACES):
        sentence = f"字段名“{' '.join(name.split())}”带有多余的空格"
        return error("bad-field-name", sentence, span, hint_for(line) or "删掉字段名里多余的空格")
    if len(name) > LONGEST_NAME:
        sentence = f"字段名太长，有 {len(name)} 字"
        return error("bad-field-name", sentence, span, hint_for(line))
    return None
