"""The bytes of a file → text in UTF-8 with LF, where it is certain what they mean."""

from __future__ import annotations

import re

from generator.load.text import unusable_in

_BOM = re.compile("^\ufeff+", re.MULTILINE)
"""Also where files that began with one were joined."""

_INVISIBLE = re.compile("[\u200b\u2060\ufeff]")
"""Signs without width that copying from web pages brings along; the reader refuses them."""

_FIRST_HAN = "\u0800"
"""From here on UTF-8 takes three bytes; GBK text hardly ever looks like such a character."""


def plain_text(raw: bytes, *, gbk: bool) -> tuple[str | None, list[str]]:
    """Bytes → text without BOM and CR, and what that took; None where they are no text.

    *gbk* allows reading what is not UTF-8 as GBK.
    """
    done: list[str] = []
    text = _decoded(raw, "utf-8")
    if text is None and gbk:
        text = _from_gbk(raw)
        done.append("GBK 编码改为 UTF-8")
    if text is None:
        return None, []
    if "\r" in text:
        unified = text.replace("\r\n", "\n").replace("\r", "\n")
        done.append(f"行尾改为 LF，共 {unified.count(chr(10))} 行")
        text = unified
    if (bare := _BOM.sub("", text)) != text:
        done.append("去掉 BOM")
        text = bare
    if (seen := _INVISIBLE.sub("", text)) != text:
        done.append(f"去掉看不见的字符，共 {len(text) - len(seen)} 个")
        text = seen
    return text, done


def _from_gbk(raw: bytes) -> str | None:
    """Bytes saved as GBK, wholly or in part → their text, None where that is not certain.

    Each line is read as UTF-8 where it can be and as GBK elsewhere. A line that could be either
    (模) is GBK in a file without certain UTF-8, and makes a mixed file uncertain.
    """
    rows = [(row, _decoded(row, "utf-8")) for row in raw.split(b"\n")]
    mixed = any(_certain(text) for _, text in rows)
    texts: list[str] = []
    for row, text in rows:
        is_either = text is not None and not text.isascii() and not _certain(text)
        if is_either and mixed:
            return None
        reading = _decoded(row, "gb18030") if text is None or is_either else text
        if reading is None or unusable_in(reading.replace("\r", "").lstrip("\ufeff")):
            return None
        texts.append(reading)
    return "\n".join(texts)


def _certain(text: str | None) -> bool:
    """Whether a line read as UTF-8 can hardly be anything else."""
    return text is not None and any(sign >= _FIRST_HAN for sign in text)


def _decoded(row: bytes, encoding: str) -> str | None:
    try:
        return row.decode(encoding)
    except UnicodeDecodeError:
        return None
