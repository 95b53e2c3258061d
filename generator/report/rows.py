"""Problems → JSON for programs, one object each."""

from __future__ import annotations

import json
from collections.abc import Sequence

from generator.problem import Problem, Span


def to_json(problems: Sequence[Problem]) -> str:
    """Problems → a JSON list of objects with code, severity, sentence, place, others and hint."""
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
