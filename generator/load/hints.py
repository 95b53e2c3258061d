"""A line of YAML at fault → what a clerk most likely typed wrong on it, and how to write it."""

from __future__ import annotations

import re
from typing import NamedTuple


class Slip(NamedTuple):
    """What is wrong with a line in one sentence, and 怎么改."""

    sentence: str
    hint: str


_DASHES = "－—–−‐‑‒―﹣"
_DASH_ROW = re.compile(f"(?P<dash>[{_DASHES}])\\s*\\S")
_WIDE_COLON = re.compile(r"(?:- *)?(?P<name>[^\s:：\"'“‘#{\[]{1,30})\s*(?P<colon>[：﹕∶꞉])")
_WIDE_SPACE = re.compile(r"(?:- +)?(?P<name>[\w、（）]{1,30}):[\u3000\xa0]\s*(?P<next>.*)")
_NO_SPACE_AFTER_COLON = re.compile(r"(?:- +)?(?P<name>[\w、（）]{1,30}):(?P<next>[^\s/:][^\s]*)")
_NO_SPACE_AFTER_DASH = re.compile(r"-(?P<next>[^\s-].*)")
_COLON_IN_VALUE = re.compile(
    r"(?:- +)?(?P<name>[^\s:\"'{[]{1,30}):\s+(?P<value>[^\"'{\[|>].*:\s.*)"
)
_DASH_OTHER_SPACE = re.compile(r"-(?P<space>[\t\u3000\xa0])\s*(?P<next>.*)")
_AFTER_QUOTE = re.compile(
    r"(?:- +)?(?:[^\s:\"']{1,30}: +)?(?P<quote>[\"'])(?:(?!(?P=quote)).)*(?P=quote)\s*[^\s:,#\]}]"
)
_EQUALS = re.compile(r"(?P<name>[\w、（）]{1,30})\s*[=＝]\s*(?P<next>\S.*)")
_LINE = re.compile(r"([-—=_~*#+.])\1{2,}")
_BLOCK_OPENED = re.compile(r".*:\s+[|>][-+\d]*\s*")
_CHINESE_QUOTED = re.compile(r"[^:]*:\s+[“‘「『].*")
_IN_BRACES = re.compile(
    r"[{,]\s*(?P<name>[^\s{},:]+):\s+(?P<value>[^{}\[\],\"':]*?)(?P<gap>[，、；]\s*|\s+|)"
    r"(?P<next>[^\s{},:，、；\"'\[]+):\s"
)
_GLUED_NAME = re.compile(r"(?P<name>[^:：]{1,30})(?P<colon>[:：])\s*(?P<value>.+)", re.DOTALL)
_WIDE_BRACKETS = {"【": "】", "［": "］", "〔": "〕", "｛": "｝"}


def hint_for(line: str) -> str:
    """A line → 怎么改 in one sentence, "" where nothing usual is wrong with it."""
    slip = slip_on(line)
    return slip.hint if slip else ""


def slip_on(line: str) -> Slip | None:
    """A line → the usual slip on it, None where there is none."""
    indent = line[: len(line) - len(line.lstrip())]
    if "\t" in indent:
        return Slip("缩进用了 Tab 键", "行首用了 Tab 键，改成空格")
    if indent.strip(" "):
        return Slip("缩进用了全角空格或别的空格", "行首用了全角空格或别的空格，改成半角空格")
    text = line.strip()
    return _at_the_beginning(text) or _around_a_colon(text) or _in_braces(text) or _opening(text)


def _at_the_beginning(text: str) -> Slip | None:
    """A dash or a colon that is not the one of YAML, and what is no field at all."""
    if _LINE.fullmatch(text):
        return Slip("这一行是分隔线，不是字段", "删掉这一行")
    if text[:1] == "%":
        return Slip("行首不能写 %", "注释以“# ”开头；不需要的话删掉这一行")
    if text[:1] == ":":
        return Slip("冒号前面少了字段名", "写成“字段: 值”")
    if found := _DASH_OTHER_SPACE.match(text):
        hint = f"短横线后面改成一个半角空格，写成“- {_short(found['next'])}”"
        return Slip("短横线后面不是半角空格", hint)
    if found := _DASH_ROW.match(text):
        dash = found["dash"]
        return Slip(f"行首的“{dash}”不是半角短横线", f"行首的“{dash}”改成半角短横线加空格“- ”")
    if found := _WIDE_COLON.match(text):
        name = found["name"]
        return Slip(
            "冒号是全角的", f"“{name}”后面的全角冒号“{found['colon']}”改成半角冒号加空格“: ”"
        )
    if found := _NO_SPACE_AFTER_DASH.match(text):
        hint = f"短横线后面加一个空格，写成“- {_short(found['next'])}”"
        return Slip("短横线后面少了空格", hint)
    return None


def _around_a_colon(text: str) -> Slip | None:
    """No space after a colon, another space than that of YAML, or a second colon in the value."""
    if _CHINESE_QUOTED.match(text) and text.count(": ") > 1:
        return Slip("值里面有冒号加空格", "中文引号不能保护里面的冒号，在整个值外面加英文引号")
    if found := _WIDE_SPACE.match(text):
        hint = f"冒号后面的全角空格改成半角空格，写成“{found['name']}: {_short(found['next'])}”"
        return Slip("冒号后面是全角空格", hint)
    if found := _NO_SPACE_AFTER_COLON.match(text):
        hint = f"冒号后面加一个空格，写成“{found['name']}: {_short(found['next'])}”"
        return Slip("冒号后面少了空格", hint)
    if found := _COLON_IN_VALUE.match(text):
        value = _short(found["value"])
        hint = f"值里面有冒号加空格，给整个值加引号：“{found['name']}: '{value}'”"
        return Slip("值里面有冒号加空格", hint)
    return None


def _in_braces(text: str) -> Slip | None:
    """Two fields inside braces that no comma of YAML divides, or a colon inside a value there."""
    found = _IN_BRACES.search(text)
    if found is None:
        return None
    name, sign, following = found["name"], found["gap"].strip(), found["next"]
    if sign:
        hint = f"“{following}”前面的全角“{sign}”改成半角逗号加空格“, ”"
        return Slip(f"花括号里的“{sign}”不是半角逗号", hint)
    if found["value"].strip():
        return Slip(f"花括号里“{following}”前面少了逗号", f"在“{following}”前面加半角逗号“,”")
    return Slip("值里面有冒号加空格", f"“{name}”的值里面有冒号加空格，给整个值加引号")


def glued_name(name: str) -> Slip | None:
    """A field name without a value → the slip, where name and value were written as one word."""
    found = _GLUED_NAME.fullmatch(name)
    if found is None:
        return None
    right = f"写成“{found['name'].strip()}: {_short(found['value'])}”"
    if found["colon"] == "：":
        return Slip("冒号是全角的", f"全角冒号“：”改成半角冒号加空格，{right}")
    return Slip("冒号后面少了空格", f"冒号后面加一个空格，{right}")


def slip_above(line: str) -> Slip | None:
    """The line above a fault → its slip, if that only shows one line later."""
    text = line.strip()
    if found := _EQUALS.fullmatch(text):
        return Slip("这一行少了冒号", f"写成“{found['name']}: {_short(found['next'])}”")
    shapes = (_WIDE_COLON, _WIDE_SPACE, _NO_SPACE_AFTER_COLON)
    return slip_on(line) if any(shape.match(text) for shape in shapes) else None


def slip_between(above: str, line: str) -> Slip | None:
    """Two lines of which the lower does not fit → the slip, if it was to stand below the upper."""
    name = above.strip().rpartition(":")[0]
    deeper = len(line) - len(line.lstrip()) > len(above) - len(above.lstrip())
    if deeper or not name or ": " in line or line.rstrip().endswith(":"):
        return None
    if _BLOCK_OPENED.fullmatch(above):
        name = name.strip()
        hint = f"“{name}”的文字每一行都比“{name}”多空两格"
        return Slip("这一行的文字没有缩进", hint)
    if above.rstrip().endswith(":"):
        return Slip("这一行只有内容，没有字段名", f"写在“{name}: ”的后面，或者前面多空两格")
    return None


def wide_brackets(value: str) -> str:
    """A value between brackets that are not those of YAML → 怎么改, "" for any other."""
    if value[:1] in _WIDE_BRACKETS and value.endswith(_WIDE_BRACKETS[value[0]]):
        return f"“{value[0]}{value[-1]}”改成半角方括号，写成“[{value[1:-1]}]”"
    return ""


def _opening(text: str) -> Slip | None:
    """A value → what its first sign does in YAML."""
    value = text.partition(": ")[2] or text
    if value[:1] in ("@", "`", "%", "&", "*", "!", "|", ">", "?"):
        sign = value[0]
        return Slip(f"值不能以“{sign}”开头", f"值以“{sign}”开头时，给整个值加引号")
    if value[:1] in (",", "]", "}"):
        return Slip(f"值不能以“{value[0]}”开头", f"值以“{value[0]}”开头时，给整个值加引号")
    if _AFTER_QUOTE.match(text):
        hint = "把整个值包在一对引号里，里面的引号改成中文引号"
        return Slip("引号后面还有文字", hint)
    if value[:1] in ("'", '"') and (value.count(value[0]) % 2 or value.endswith('\\"')):
        return open_quote(text)
    if value[:1] in ("[", "{") and value.rstrip()[-1:] not in ("]", "}"):
        return Slip("括号没有成对", "在末尾补上括号，或者给整个值加引号")
    for opening, closing in ("[]", "{}"):
        if value[:1] == opening and value.count(closing) > value.count(opening):
            return Slip(f"多了一个“{closing}”", f"删掉多余的“{closing}”")
    return None


def open_quote(line: str) -> Slip:
    """A line with a quote that is not closed → what became of the other one."""
    if line.rstrip()[-1:] in "”’“‘":
        return Slip("引号没有成对", "值末尾的中文引号改成和开头一样的英文引号")
    if '\\"' in line:
        return Slip("引号没有成对", "双引号里的反斜杠吃掉了后面的引号，整个值改用单引号")
    return Slip("引号没有成对", "在值的末尾补上引号")


def _short(text: str) -> str:
    return text if len(text) <= 20 else text[:20] + "…"
