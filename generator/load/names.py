"""The name of one file, and of those beside it → why it would not last on other systems.

Ids of a district are stricter (`ids`); this is for any file that somebody shows us.
"""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from generator.load.ids import is_device, printable
from generator.problem import OtherPlace, Problem, Severity, Span, error

LONGEST = 64
"""Characters of a name without its ending."""

_MOST_BESIDE = 10_000
_REFUSED_BY_WINDOWS = frozenset('<>:"|?*\\')
_ENDINGS = (".yml", ".yaml")


def name_problems(path: Path, label: str) -> Iterator[Problem]:
    """The file at *path* → what is wrong with its name, and its twin if there is one."""
    stem = _stem(path.name)
    if reason := _unfit(path.name, stem):
        sentence = f"文件名“{printable(path.name)}”{reason}"
        hint = "换一个名字：小写字母、数字和短横线，以字母或数字开头，最多 64 个"
        yield error("bad-id", sentence, Span(label), hint)
    if twin := _twin(path, stem):
        other = OtherPlace(Span(label[: len(label) - len(path.name)] + twin), "另一个文件")
        sentence = f"“{printable(path.name)}”和“{printable(twin)}”只能留一个，别的电脑分不清"
        yield Problem("twin-files", Severity.ERROR, sentence, Span(label), "只留下一个", (other,))


def _unfit(name: str, stem: str) -> str:
    """Why a name would not last, "" if it would."""
    if not name.isprintable() or _REFUSED_BY_WINDOWS & set(name):
        return "里有别的电脑不认的字符"
    if unicodedata.normalize("NFC", name) != name:
        return "里的字是拆开存的，别的电脑认成另一个名字"
    if name.startswith("-"):
        return "以短横线开头，会被当成命令的选项"
    if is_device(stem):
        return "是 Windows 保留的名字"
    if stem != stem.strip(" .\u3000"):
        return "的头尾有空格或句点"
    return f"太长，有 {len(stem)} 字，最多 {LONGEST} 字" if len(stem) > LONGEST else ""


def _twin(path: Path, stem: str) -> str:
    """The name of a file beside this one that other systems take for the same, "" without one."""
    wanted = _folded(stem)
    try:
        with os.scandir(path.parent) as entries:
            for entry, _ in zip(entries, range(_MOST_BESIDE), strict=False):
                is_yaml = entry.name.lower().endswith(_ENDINGS) and not entry.name.startswith(".")
                if is_yaml and entry.name != path.name and _folded(_stem(entry.name)) == wanted:
                    return entry.name
    except OSError:
        return ""
    return ""


def _stem(name: str) -> str:
    """A name without the ending of YAML."""
    ending = next((each for each in _ENDINGS if name.lower().endswith(each)), "")
    return name[: len(name) - len(ending)]


def _folded(text: str) -> str:
    return unicodedata.normalize("NFC", text).casefold()
