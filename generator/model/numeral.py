"""Numbers as officials write them: 十五, 一百二十, 两, 〇, 15."""

from __future__ import annotations

NUMERAL = r"(?:\d{1,5}|[〇零一二两三四五六七八九十百千]{1,9})"
"""What a number looks like."""

_DIGITS = {digit: value for value, digit in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_TENS = {"十": 10, "百": 100, "千": 1000}


def number_of(text: str) -> int:
    """十五 → 15, 二十 → 20, 一百二十 → 120, 一百零五 → 105, 二〇 → 20, 15 → 15."""
    if text.isdigit() and text.isascii():
        return int(text)
    if not any(sign in _TENS for sign in text):
        return int("".join(str(_DIGITS[sign]) for sign in text))
    total = digit = 0
    for sign in text:
        if sign in _TENS:
            total += (digit or 1) * _TENS[sign]
            digit = 0
        else:
            digit = _DIGITS[sign]
    return total + digit


def han_of(number: int) -> str:
    """15 → 十五, 120 → 一百二十, 105 → 一百零五; from 0 to 9999."""
    words = ""
    for place, unit in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // place % 10
        if digit:
            words += "零一二三四五六七八九"[digit] + unit
        elif words and number % place and not words.endswith("零"):
            words += "零"
    return (words or "零").removeprefix("一") if 10 <= number < 20 else words or "零"
