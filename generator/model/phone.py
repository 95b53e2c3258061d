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
