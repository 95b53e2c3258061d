"""A line of YAML at fault → what a clerk most likely typed wrong on it, and how to write it."""

from __future__ import annotations

import re

_DASHES = "－—–−‐‑‒―﹣"
_DASH_ROW = re.compile(f"(?P<dash>[{_DASHES}])\\s*\\S")
_WIDE_COLON = re.compile(r"(?:- *)?(?P<name>[^\s:：\"'“‘#{\[]{1,30})\s*：")
_NO_SPACE_AFTER_COLON = re.compile(r"(?:- +)?(?P<name>[\w、（）]{1,30}):(?P<next>[^\s/:][^\s]*)")
_NO_SPACE_AFTER_DASH = re.compile(r"-(?P<next>[^\s-].*)")
_COLON_IN_VALUE = re.compile(
    r"(?:- +)?(?P<name>[^\s:\"'{[]{1,30}):\s+(?P<value>[^\"'{\[|>].*:\s.*)"
)
_CHINESE_QUOTED = re.compile(r"[^:]*:\s+[“‘「『].*")


def hint_for(line: str) -> str:
    """A line → 怎么改 in one sentence, "" where nothing usual is wrong with it."""
    indent = line[: len(line) - len(line.lstrip())]
    if "\t" in indent:
        return "行首用了 Tab 键，改成空格"
    if indent.strip(" "):
        return "行首用了全角空格或别的空格，改成半角空格"
    text = line.strip()
    if found := _DASH_ROW.match(text):
        return f"行首的“{found['dash']}”改成半角短横线加空格“- ”"
    if found := _WIDE_COLON.match(text):
        return f"“{found['name']}”后面的全角冒号“：”改成半角冒号加空格“: ”"
    if found := _NO_SPACE_AFTER_DASH.match(text):
        return f"短横线后面加一个空格，写成“- {_short(found['next'])}”"
    if _CHINESE_QUOTED.match(text) and text.count(": ") > 1:
        return "中文引号不能保护里面的冒号，在整个值外面加英文引号"
    if found := _NO_SPACE_AFTER_COLON.match(text):
        return f"冒号后面加一个空格，写成“{found['name']}: {_short(found['next'])}”"
    if found := _COLON_IN_VALUE.match(text):
        value = _short(found["value"])
        return f"值里面有冒号加空格，给整个值加引号：“{found['name']}: '{value}'”"
    return _hint_for_opening(text.partition(": ")[2] or text)


def hint_for_above(line: str) -> str:
    """The line above a fault → 怎么改 if its own slip only shows one line later."""
    text = line.strip()
    spread = _WIDE_COLON.match(text) or _NO_SPACE_AFTER_COLON.match(text)
    return hint_for(line) if spread else ""


def _hint_for_opening(value: str) -> str:
    """A value → what its first sign does in YAML."""
    if value[:1] in ("@", "`", "%", "&", "*", "!", "|", ">", "?"):
        return f"值以“{value[:1]}”开头时，给整个值加引号"
    if value[:1] in ("'", '"') and value.count(value[0]) % 2:
        return "在值的末尾补上引号"
    if value[:1] in ("[", "{") and value.rstrip()[-1:] not in ("]", "}"):
        return "在末尾补上括号，或者给整个值加引号"
    return ""


def _short(text: str) -> str:
    return text if len(text) <= 20 else text[:20] + "…"
