"""The edition file that lies beside a printed handbook → what that book says, or what is wrong."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from generator.load.shape import shape
from generator.load.yaml_tree import read_tree
from generator.model.edition import FORMAT, BookEdition
from generator.model.origin import Located, Values
from generator.model.source import Source
from generator.problem import Problem, Span, error

LARGEST_EDITION = 20_000_000
"""Bytes of an edition file; one of 61 items has a quarter of a million."""

_DEEPEST = 32
_DIGITS = 4
_TAKE_ANOTHER = "用和这本手册一起生成的那个 .json，不要手改；没有了，就把手册重印一版"

Told = str | int | float | bool | None | list["Told"] | dict[str, "Told"]


class _NotAnEdition(Exception):
    """Why a file is none, where, and nothing else."""

    def __init__(self, why: str, line: int = 1, column: int = 1) -> None:
        super().__init__(why)
        self.why = why
        self.line = line
        self.column = column


def read_edition(path: Path, label: str) -> tuple[BookEdition | None, tuple[Problem, ...]]:
    """The file at *path* → the edition, or the problems that say why it cannot be used.

    *label* is what problems call the file.
    """
    try:
        raw = _bytes(path)
        values = _values(_told(raw), 0)
    except _NotAnEdition as fault:
        span = Span(label, fault.line, fault.column)
        return None, (error("edition-unreadable", fault.why, span, _TAKE_ANOTHER),)
    source = Source(label, values, lambda: _tree(label, raw))
    if problem := _newer(source):
        return None, (problem,)
    edition, problems = shape(source, BookEdition, label)
    if edition is None:
        return None, tuple(replace(each, hint=f"{each.hint}；{_TAKE_ANOTHER}") for each in problems)
    altered = tuple(_altered(edition))
    return (None if altered else edition), altered


def other_village(edition: BookEdition, village: str, name: str) -> Problem:
    """An edition of another village than the one that is wanted → the problem."""
    return error(
        "edition-of-another-village",
        f"这是{edition.name}（{edition.village}）的手册，不是{name}（{village}）的",
        edition.place("村"),
        "用同一个村上一版手册的 .json，或者把 --village 换成这个村",
    )


def _bytes(path: Path) -> bytes:
    if path.is_dir():
        raise _NotAnEdition("这是一个文件夹，不是文件")
    try:
        with path.open("rb") as opened:
            raw = opened.read(LARGEST_EDITION + 1)
    except FileNotFoundError:
        raise _NotAnEdition("没有这个文件") from None
    except OSError:
        raise _NotAnEdition("打不开这个文件") from None
    if len(raw) > LARGEST_EDITION:
        raise _NotAnEdition("文件太大，不会是手册的数据")
    return raw


def _told(raw: bytes) -> Told:
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        line = raw[: fault.start].count(b"\n") + 1
        raise _NotAnEdition("里面有不是 UTF-8 的字", line) from None
    try:
        told: Told = json.loads(text)
    except json.JSONDecodeError as fault:
        raise _NotAnEdition("这不是完整的 JSON 文件", fault.lineno, fault.colno) from None
    except (RecursionError, ValueError):
        raise _NotAnEdition("这个 JSON 文件套得太深，或者数太长") from None
    return told


def _values(told: Told, depth: int) -> Values:
    """What JSON holds → the same with every number as a text, as the models read it."""
    if depth > _DEEPEST:
        raise _NotAnEdition("这个 JSON 文件套得太深")
    if isinstance(told, dict):
        return {name: _values(value, depth + 1) for name, value in told.items()}
    if isinstance(told, list):
        return [_values(value, depth + 1) for value in told]
    return "" if told is None else str(told)


def _tree(label: str, raw: bytes) -> Located:
    """The same file with places: JSON is read as the YAML it nearly always is."""
    tree, _ = read_tree(label, raw)
    return tree or Located(label, 1, 1, 1, "")


def _newer(source: Source) -> Problem | None:
    """An edition of a form that this program does not know yet."""
    form = source.values.get("格式") if isinstance(source.values, dict) else None
    if not isinstance(form, str) or not (form.isascii() and form.isdecimal()):
        return None
    if len(form) <= _DIGITS and int(form) <= FORMAT:
        return None
    return error(
        "edition-newer",
        f"这个文件的格式是第{form}版，本程序只认到第{FORMAT}版",
        source.tree.place("格式"),
        "它是用更新的明白账生成的：把本机的明白账也更新到那一版，再做改动页",
    )


def _altered(edition: BookEdition) -> Iterator[Problem]:
    """Items whose words are not those that were printed."""
    for number, item in enumerate(edition.items):
        if item.worked_out != item.digest:
            yield error(
                "edition-altered",
                f"“{item.name}”的内容和它的内容编号对不上，文件被改过",
                edition.place("事项", number),
                "从存档里取回没有改过的那一份，不然改动页会说错",
            )
