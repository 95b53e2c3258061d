"""Problems and the pages of their codes → SARIF 2.1.0 (OASIS), for editors and code scanning.

Columns count characters (Unicode code points) from 1, as our own places do.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from urllib.parse import quote

from generator.model.rule_page import RulePage
from generator.problem import Problem, Severity, Span

_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_ROOT = "ROOT"
_ROOT_IS = "仓库的顶层文件夹；不在仓库里的，是一个区的数据文件夹"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.HINT: "note"}

Json = str | int | bool | list["Json"] | dict[str, "Json"]


def to_sarif(problems: Sequence[Problem], pages: Sequence[RulePage]) -> str:
    """Problems → a log of one run; it describes only the rules that found something."""
    codes = sorted({problem.code for problem in problems})
    known = {page.code: page for page in pages}
    rules: list[Json] = [_rule(code, known.get(code)) for code in codes]
    results: list[Json] = [_result(problem, codes.index(problem.code)) for problem in problems]
    run: Json = {
        "tool": {"driver": {"name": "mingbai", "fullName": "明白账", "rules": rules}},
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {
            _ROOT: {"description": {"text": "仓库的顶层文件夹，或者一个区的数据文件夹"}}
        },
        "results": results,
    }
    log: Json = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def _rule(code: str, page: RulePage | None) -> Json:
    """A code with what its page says of it."""
    if page is None:
        return {"id": code}
    return {
        "id": code,
        "shortDescription": {"text": page.title},
        "fullDescription": {"text": page.why},
        "help": {"text": page.why, "markdown": page.markdown},
    }


def _result(problem: Problem, rule: int) -> Json:
    hint = f"\n怎么改：{problem.hint}" if problem.hint else ""
    result: dict[str, Json] = {
        "ruleId": problem.code,
        "ruleIndex": rule,
        "level": _LEVELS[problem.severity],
        "message": {"text": f"{problem.sentence}{hint}"},
        "locations": [_location(problem.span)],
    }
    if problem.others:
        result["relatedLocations"] = [
            _location(other.span, other.words) for other in problem.others
        ]
    return result


def _location(span: Span, words: str = "") -> Json:
    physical: Json = {
        "artifactLocation": {
            "uri": quote(span.file.encode("utf-8", "backslashreplace")),
            "uriBaseId": _ROOT,
        },
        "region": {
            "startLine": span.line,
            "startColumn": span.column,
            "endColumn": span.column + max(1, span.length),
        },
    }
    place: dict[str, Json] = {"physicalLocation": physical}
    if words:
        place["message"] = {"text": words}
    return place
