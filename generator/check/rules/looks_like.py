"""Everything written → signs that look like others and are not found by those."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from generator.check.rule import Rule
from generator.check.subjects import records
from generator.model.registry import Registry
from generator.problem import Problem, warning

CODE = "looks-like"

_STAND_INS = re.compile(
    "[\u2e80-\u2fdf\uf900-\ufa0d\ufa10\ufa12\ufa15-\ufa1e\ufa20\ufa22\ufa25\ufa26\ufa2a-\ufad9"
    "\U0002f800-\U0002fa1f]"
)
"""Radicals and compatibility signs; NFKC turns most into the ordinary character."""
_WIDE = re.compile("[０-９Ａ-Ｚａ-ｚ]+")
_ROUND_ZERO = re.compile(
    "(?<=[一二三四五六七八九])[○◯OＯ]|[○◯OＯ](?=[一二三四五六七八九][年月日号条])"
)
_ODD_SPACES = re.compile("[\xa0\u1680\u2000-\u200a\u202f\u205f\u2800]")
_VARIANTS = re.compile("[\ufe00-\ufe0e\U000e0100-\U000e01ef]")
"""Selectors of another shape of the same character; nobody types them when searching."""

_WORD = re.compile("[A-Za-z0-9\u0370-\u03ff\u0400-\u04ff]+")
_STRANGERS = re.compile("[\u0391-\u03a1\u03a4-\u03a7\u03bf\u03bd\u0400-\u04ff]")
"""Greek letters that look Latin, and Cyrillic; units such as μm and Ω are left alone."""

_SUSPECTS = re.compile(
    "[\u2e80-\u2fdf\uf900-\ufad9\U0002f800-\U0002fa1f０-９Ａ-Ｚａ-ｚ○◯O\u0391-\u03bf\u0400-\u04ff"
    "\xa0\u1680\u2000-\u200a\u202f\u205f\u2800\ufe00-\ufe0e\U000e0100-\U000e01ef]"
)
"""Every sign that any of these looks for: one look at a text settles most."""


def find(registry: Registry) -> Iterator[Problem]:
    """Every text with a stand-in, full-width letters or digits, or a word of two scripts."""
    for record in records(registry):
        if not _SUSPECTS.search(record.written.words):
            continue
        for path, text in record.written.texts():
            if found := _looks_like(text):
                sign, meant = found
                sentence = f"{_named(sign)}，搜索和比对都认不出"
                yield warning(CODE, sentence, record.place(*path), _hint(sign, meant))


def _named(sign: str) -> str:
    code = f"U+{ord(sign[0]):04X}"
    if _ODD_SPACES.match(sign):
        return f"这里的空格（{code}）不是普通的空格"
    if _VARIANTS.match(sign):
        return f"字后面有看不见的字形选择符（{code}）"
    return f"“{sign}”（{code}）看着像别的字"


def _hint(sign: str, meant: str) -> str:
    if _ODD_SPACES.match(sign):
        return "改成普通空格，或者删掉"
    if _VARIANTS.match(sign):
        return "把前面的字连同它一起删掉，重新输入这个字"
    return f"改成“{meant}”" if meant else "用输入法重新输入"


def _looks_like(text: str) -> tuple[str, str] | None:
    """The first sign that is not what it seems, and what is meant ("" where nobody can tell)."""
    if text.isascii() or not _SUSPECTS.search(text):
        return None
    found = _STAND_INS.search(text) or _WIDE.search(text)
    if found:
        meant = unicodedata.normalize("NFKC", found[0])
        return found[0], "" if meant == found[0] else meant
    if found := _ODD_SPACES.search(text):
        return found[0], " "
    if found := _VARIANTS.search(text):
        return found[0], ""
    if found := _ROUND_ZERO.search(text):
        return found[0], "〇"
    for word in _WORD.finditer(text):
        if _STRANGERS.search(word[0]) and re.search("[A-Za-z0-9]", word[0]):
            return _STRANGERS.findall(word[0])[0], ""
    return None


RULE = Rule(CODE, find)
