"""A line whose value YAML takes for something else → the same with the value in quotes."""

from __future__ import annotations

import re

from generator.edit.braces import Names

_FIELD = re.compile(
    r"(?P<before> *(?:- +)*(?P<name>[^\s:：\"'{}\[\],#]{1,30}): +)(?P<value>[^\s#].*?)(?P<end> *)"
)
_ROW = re.compile(r"(?P<before> *(?:- +)+)(?P<value>[^\s#].*?)(?P<end> *)")
_OPENING = re.compile(r"[@`%]|[*&!]+(?=[^\x00-\xff])")
_NAMED = re.compile(r"(?P<name>[^\s:：，。；、,]+): ")


def quoted(line: str, names: Names) -> str:
    """A sentence that begins with a sign of YAML, or has a colon and a space in it → in quotes.

    Where the word in front of that colon is itself a field, two fields stand on one line: nothing
    certain.
    """
    found = _FIELD.fullmatch(line)
    row = None if found else _ROW.fullmatch(line)
    if found is not None and found["name"] in names and _is_sentence(found["value"], names):
        return _with_quotes(found)
    if row is not None and _OPENING.match(row["value"]) and " #" not in row["value"]:
        return _with_quotes(row)
    return line


def closed(line: str, names: Names) -> str:
    """A value with one quote at its beginning and none at its end → with both."""
    found = _FIELD.fullmatch(line) or _ROW.fullmatch(line)
    if found is None or found.groupdict().get("name", "") not in {*names, ""}:
        return line
    sign, value = found["value"][:1], found["value"]
    if sign not in ("'", '"') or value.count(sign) != 1 or "\\" in value or " #" in value:
        return line
    return f"{found['before']}{value}{sign}"


def _is_sentence(value: str, names: Names) -> bool:
    if " #" in value:
        return False
    if _OPENING.match(value):
        return True
    inner = [found["name"] for found in _NAMED.finditer(value)]
    return value[0] not in "\"'{[|>?*&!" and bool(inner) and not names.intersection(inner)


def _with_quotes(found: re.Match[str]) -> str:
    value = found["value"].replace("'", "''")
    return f"{found['before']}'{value}'"
