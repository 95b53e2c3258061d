"""Problems → JSON for programs, one object each."""

from __future__ import annotations

import json
from collections.abc import Sequence

from generator.problem import Problem, Span


def to_json(problems: Sequence[Problem]) -> str:
    """Problems → a JSON list, one object a problem; these keys stay what they are:

    code, severity (错误 提醒 提示), sentence, hint, held (true: stops nothing, the body is shown as
    it last was); file (below the root), line and column (from 1), length (characters); others, a
    list of file, line, column, length and words.
    """
    rows = [
        {
            "code": problem.code,
            "severity": problem.severity.value,
            "sentence": problem.sentence,
            **_place(problem.span),
            "hint": problem.hint,
            "held": problem.held,
            "others": [{**_place(other.span), "words": other.words} for other in problem.others],
        }
        for problem in problems
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2) + "\n"


def _place(span: Span) -> dict[str, str | int]:
    return {
        "file": span.file,
        "line": span.line,
        "column": span.column,
        "length": span.length,
    }
