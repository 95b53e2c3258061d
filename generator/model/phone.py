"""Phones as officials write them → what a phone can ring."""

from __future__ import annotations

import re
import unicodedata

_PHONE = re.compile(r"[+(（]?\d[\d\-—–()（） ]{1,18}\d")
_NO_PHONE = re.compile(
    r"(?:转|分机|内线)\d+|(?<=\d{7})[-—/]\d{1,5}(?!\d)|\d{1,2}[:：]\d{2}|https?://\S+"
)
_BETWEEN_PHONES = re.compile(r"[、，,；;]|(?<=\d{7})(?:/(?=\d{7}|0)|\s+(?=0?\d{7}|0\d{2,3}[-—]))")
_LEAST_DIGITS, _MOST_DIGITS = 3, 15
"""How long a number may be that a phone can ring."""


_SHORT = r"(?:1(?:10|19|20|22)|12\d{3}|96\d{3,4})(?![\d元\-—.])"
_TOLD = r"(?:(?<=[打拨])|(?<=[打拨] )|(?<=热线|电话)|(?<=热线 |电话 )|(?<=1[12]\d、))"
_IN_A_SENTENCE = re.compile(
    r"(?<![\d\-—])(?:0\d{2,3}[-－—–]\d{7,8}|[48]00-\d{3}-?\d{4}|1[3-9]\d{9})(?![\d\-—])"
    rf"|{_TOLD}{_SHORT}"
)
"""A number of seven digits and more wherever it stands; 110 and 12345 after 打, 拨, 热线, 电话."""


def in_pieces(text: str) -> tuple[tuple[str, str], ...]:
    """A sentence → its pieces in order, each with the `tel:` address it rings or ""."""
    found: list[tuple[str, str]] = []
    done = 0
    for number in _IN_A_SENTENCE.finditer(text):
        found += [(text[done : number.start()], ""), (number[0], phone_link(number[0]))]
        done = number.end()
    return (*found, (text[done:], ""))


def phone_link(text: str) -> str:
    """A phone as written → its `tel:` address; "" where the text holds no single number.

    0355-0000000转801 rings the main line; 12345（市民热线） rings 12345.
    """
    found = _PHONE.findall(_NO_PHONE.sub("", unicodedata.normalize("NFKC", text)))
    digits = re.sub(r"\D", "", found[0]) if len(found) == 1 else ""
    return f"tel:{digits}" if _LEAST_DIGITS <= len(digits) <= _MOST_DIGITS else ""


def phones(text: str) -> tuple[str, ...]:
    """Several phones in one text → each with the words around it; any other text as it is."""
    parts = tuple(part.strip() for part in _BETWEEN_PHONES.split(text))
    return parts if len(parts) > 1 and all(phone_link(part) for part in parts) else (text,)
