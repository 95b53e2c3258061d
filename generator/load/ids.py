"""File and folder names → ids that stay valid on every system and in every address."""

from __future__ import annotations

import re
import unicodedata

from generator.problem import Problem, Span, error

_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,63}")
_SHARED = re.compile(r"_[a-z0-9][a-z0-9-]{0,62}")
_RESERVED = frozenset("list duties flows risks common items unplaced assets".split())
_DEVICES = frozenset(
    ("con", "aux", "nul", "prn", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10)))
)


def id_problem(name: str, span: Span) -> Problem | None:
    """An id → the problem if it cannot be a file name and an address for good."""
    if not _ID.fullmatch(name):
        sentence = f"“{printable(name)}”不能作编号"
        hint = "编号用小写字母、数字和短横线，以字母或数字开头，最多 64 个"
        return error("bad-id", sentence, span, hint)
    if name in _RESERVED or name in _DEVICES:
        return error("bad-id", f"“{name}”是保留的名字，不能作编号", span, "换一个编号")
    return None


def is_device(name: str) -> bool:
    """Whether Windows takes a name, with any ending and in any letters, for a device."""
    plain = unicodedata.normalize("NFKC", name).casefold().partition(".")[0]
    return plain.strip() in _DEVICES


def is_shared_folder(name: str) -> bool:
    """Whether a folder of this name holds a shared list."""
    return _SHARED.fullmatch(name) is not None


def printable(name: str) -> str:
    """A file name as it can be shown: bytes that are no text and controls are escaped."""
    text = name.encode("utf-8", "backslashreplace").decode("utf-8")
    return "".join(sign if sign.isprintable() else ascii(sign)[1:-1] for sign in text)
