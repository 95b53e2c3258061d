"""Problems → text for a terminal: each with its source lines and a mark under the fault."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence

from generator.problem import Problem, Severity, Span

Lines = Callable[[str], Sequence[str]]
"""A file's path relative to the root → its lines, empty where it cannot be read."""

_WIDEST = 100
"""Columns of a source line that are shown; the place at fault stays inside."""

_NEAR = 10 * _WIDEST
"""Characters on each side of a place that are looked at; a line may have a million."""

_CUT = "…"


def to_text(problems: Sequence[Problem], lines: Lines) -> str:
    """Problems → one block each, as a clerk reads them, ending in a newline."""
    return "\n".join(_block(problem, lines) for problem in problems)


def summary(problems: Sequence[Problem]) -> str:
    """Problems → `3 个错误，1 个提醒`, or `没有问题`."""
    counts = [(severity, sum(p.severity is severity for p in problems)) for severity in Severity]
    told = [f"{count} 个{severity.value}" for severity, count in counts if count]
    if held := sum(problem.held for problem in problems):
        told[0] += f"（其中 {held} 个没有挡住别家，先用上一次的内容）"
    return "，".join(told) if told else "没有问题"


def _block(problem: Problem, lines: Lines) -> str:
    """One problem: headline, places with their lines, and 怎么改."""
    out = [f"{problem.severity.value}[{problem.code}] {printable(problem.sentence)}"]
    places = [(problem.span, ""), *((other.span, other.words) for other in problem.others)]
    margin = max(len(str(span.line)) for span, _ in places)
    for span, words in places:
        out += [f" --> {printable(span.file)}:{span.line}:{span.column}"]
        out += _excerpt(span, words, lines(span.file), margin)
    if problem.held:
        out.append("  = 这一处没有发布，页面先用上一次的内容")
    if problem.hint:
        out.append(f"  = 怎么改：{printable(problem.hint)}")
    return "\n".join(out) + "\n"


def _excerpt(span: Span, words: str, source: Sequence[str], margin: int) -> list[str]:
    """The line of a place with a mark below it; nothing where the line cannot be read."""
    if not 1 <= span.line <= len(source) or not source[span.line - 1]:
        return []
    at = max(0, span.column - 1)
    before, marked, after = _window(source[span.line - 1], at, max(1, span.length))
    mark = " " * width(before) + "^" * max(1, width(marked))
    note = f"  {words}" if words else ""
    empty = " " * margin
    shown = f"{before}{marked}{after}"
    return [f"{empty} |", f"{span.line:>{margin}} | {shown}", f"{empty} | {mark}{note}"]


def _window(line: str, at: int, length: int) -> tuple[str, str, str]:
    """A line and a place in it → what is shown before the place, of it, and after it.

    A line that is too wide is cut on both sides, the place first getting half of the columns.
    """
    end = at + min(length, _NEAR)
    before, marked, after = (
        printable(part)
        for part in (line[max(0, at - _NEAR) : at], line[at:end], line[end:][:_NEAR])
    )
    if width(before) + width(marked) + width(after) <= _WIDEST:
        return before, marked, after
    marked = _beginning(marked, _WIDEST * 3 // 4)
    left = (_WIDEST - width(marked)) // 2
    room_after = _WIDEST - width(marked) - min(width(before), left)
    after = _beginning(after, room_after)
    return _end(before, _WIDEST - width(marked) - width(after)), marked, after


def _beginning(text: str, columns: int) -> str:
    """As much of a text as fits, with … where it is cut."""
    if width(text) <= columns:
        return text
    kept = ""
    for sign in text:
        if width(kept) + width(sign) > columns - width(_CUT):
            break
        kept += sign
    return f"{kept}{_CUT}"


def _end(text: str, columns: int) -> str:
    """As much of the end of a text as fits, with … where it is cut."""
    if width(text) <= columns:
        return text
    kept = ""
    for sign in reversed(text):
        if width(kept) + width(sign) > columns - width(_CUT):
            break
        kept = f"{sign}{kept}"
    return f"{_CUT}{kept}"


def printable(text: str) -> str:
    """Text → the same with a tab as one space and signs a terminal might obey made visible."""
    return "".join(_visible(sign) for sign in text)


def _visible(sign: str) -> str:
    if sign == "\t":
        return " "
    if unicodedata.category(sign) in ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"):
        return f"<U+{ord(sign):04X}>"
    return sign


def width(text: str) -> int:
    """Columns that *text* takes in a terminal: Han characters and full-width signs take two.

    Marks that stand on the sign before them take none.
    """
    return sum(_columns(sign) for sign in text)


def _columns(sign: str) -> int:
    if unicodedata.category(sign) in ("Mn", "Me"):
        return 0
    return 2 if unicodedata.east_asian_width(sign) in "WF" else 1
