"""Values with a form of their own: phones, counts, numbers, addresses, months, readings.

What cannot be meant is refused when the model is made. What only looks odd is kept as written and
left to `look`: lists of other places write these fields in many ways, so that is 提醒.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated

from pydantic import BeforeValidator
from pydantic_core import PydanticCustomError

from generator.model.numeral import NUMERAL

NOTHING = frozenset("无 暂无 没有 无此项 未提供 不详 — – - / 、 。".split())
"""What officials write where there is nothing to write."""

_PHONE_PART = re.compile(
    r"[、，,；;]|或者?|和|转\d+|分机\d*|(?<=\d{7})(?:[-—/]\d{1,5}(?!\d)|/|\s+(?=0?\d{7}|0\d{2,3}[-—]))"
)
"""Between phones, and what stands behind one: 转801, -801, 0355-0000000/1."""
_PHONE = re.compile(r"[\d\s\-—–－()（）+]+")
_HOTLINE_ELSEWHERE = re.compile(r"0\d{2,3}[19]\d{4}")
"""0355-12345: a short number with the code of its city."""
_ODD_LENGTHS = frozenset({1, 2, 4, 9})
_LONGEST_PHONE = 13
_COUNTED = re.compile(rf"{NUMERAL}|[无不免全各每若干壹贰叁双]|验|核|收|交|退|看|电子")
_MONTH = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?|年(?:\d{1,2}月(?:\d{1,2}日)?)?)", re.ASCII)
_SYLLABLE = re.compile(r"[a-zü]{1,6}|\d+")


@dataclass(frozen=True, slots=True)
class Odd:
    """What is odd about a text, as the end of a sentence, and what to do."""

    sentence: str
    hint: str


@dataclass(frozen=True, slots=True)
class Look:
    """Stands in a field's annotation: how to find what is odd about its text."""

    odd: Callable[[str], Odd | None]


def _phone(text: str) -> Odd | None:
    """A phone: 0355-0000000转801, 12345, 0355-0000000、0000001, （0355）0000000; also words."""
    hint = "写号码，例如 0355-0000000 或 12345，几个号码用“、”隔开；没有就不写这一行"
    if not re.search(r"\d{3}", text):
        return Odd("，里面没有电话号码", hint)
    for part in _PHONE_PART.split(text):
        digits = re.sub(r"\D", "", part)
        told = _PHONE.fullmatch(part.strip())
        if _HOTLINE_ELSEWHERE.fullmatch(digits):
            continue
        short = len(digits) == len("1380000000") and digits[0] == "1"
        if told and (short or len(digits) in _ODD_LENGTHS or len(digits) > _LONGEST_PHONE):
            return Odd(f"，“{part.strip()}”有{len(digits)}位数字，不像电话号码", hint)
    return None


def _consultation(text: str) -> Odd | None:
    """Where to ask: a phone, or words that say how; only nothing at all is odd."""
    if text.strip() in NOTHING:
        return Odd("，群众没法咨询", "写咨询电话，或者写到哪里咨询；没有就不写这一行")
    return _phone(text) if _PHONE.fullmatch(text) else None


def _count(text: str) -> Odd | None:
    """How many: 1, 0, 2份, 一式三份, 0-1次, 若干, 无需; a word that tells no number is odd."""
    if _COUNTED.search(text) or text.strip() in NOTHING:
        return None
    return Odd("，看不出是几", "写数字，例如 1；要说明的写在“说明”里")


def _month(text: str) -> Odd | None:
    _, month, *_ = (*re.findall(r"\d+", text), "", "1")
    if _MONTH.fullmatch(text) and 1 <= int(month or "1") <= 12:
        return None
    return Odd("，看不出是哪年哪月", "写成 2016-01")


def _link(text: str) -> Odd | None:
    if re.match(r"https?://[^\s/]", text):
        return None
    return Odd("，不是网页地址", "写完整的地址，以 https:// 开头")


def _reading(text: str) -> Odd | None:
    bare = plain_letters(text)
    if all(_SYLLABLE.fullmatch(each) for each in bare.split()):
        return None
    return Odd("，不像拼音", "一个字一个音节，中间空一格，例如 chang zhi")


def _letter(text: str) -> Odd | None:
    if len(text) == 1:
        return None
    return Odd(f"，有{len(text)}个字", "图上只画得下一个字，例如 高")


def plain_letters(reading: str) -> str:
    """`Cháng Zhì`, `chang2 zhi4` → `chang zhi`; lǜ → `lü`."""
    bare = unicodedata.normalize("NFD", reading.lower())
    marks = "".join(sign for sign in bare if not unicodedata.combining(sign) or sign == "\u0308")
    return re.sub(r"(?<=[a-zü])[0-5](?![0-9])", "", unicodedata.normalize("NFC", marks))


def _refuse(test: Callable[[str], bool], sentence: str, hint: str) -> BeforeValidator:
    """A validator: a text that fails the *test* is refused with our own words."""

    def look(value: object) -> object:
        if isinstance(value, str) and not test(value.strip()):
            raise PydanticCustomError("value_form", "{told}", {"told": sentence, "expected": hint})
        return value

    return BeforeValidator(look)


def _matches(form: str) -> Callable[[str], bool]:
    """A test: the whole text has this form."""
    pattern = re.compile(form, re.ASCII)
    return lambda text: pattern.fullmatch(text) is not None


def _is_a_count(text: str) -> bool:
    return not re.match(r"[-－−]\s*\d|\d*[.．]\d", text)


Phone = Annotated[str, Look(_phone)]
Consultation = Annotated[str, Look(_consultation)]
Count = Annotated[
    str, _refuse(_is_a_count, "要填0或者正整数", "写几次、几份，例如 1"), Look(_count)
]
Month = Annotated[str, Look(_month)]
Link = Annotated[str, Look(_link)]
SpelledOut = Annotated[str, Look(_reading)]
Letter = Annotated[str, Look(_letter)]
WebAddress = Annotated[
    str,
    _refuse(
        _matches(r"https?://[^\s/]\S*"), "不是网站的地址", "以 https:// 开头；没有就不写这一行"
    ),
]
DivisionCode = Annotated[
    str,
    _refuse(_matches(r"\d{6}|\d{9}|\d{12}"), "不是区划代码", "六位数字，例如 140411"),
]
Year = Annotated[str, _refuse(_matches(r"\d{4}年?"), "要填四位的年份", "例如 2026")]
Figure = Annotated[
    str,
    _refuse(_matches(r"[-+]?\d[\d,]*(?:\.\d+)?"), "要填数字", "只写数字，单位写在“单位”里"),
]
