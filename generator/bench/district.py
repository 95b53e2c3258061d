"""A district → one many times as large, of which no two bodies say the same.

Every unit and every village is written again under a new id, with changed names, codes and texts;
what units and villages share is copied once, as it is. No district has more than so many townships
and villages, so past their number only departments go on. References among the units of a copy lead
to the units of that copy. Reading and writing go through PyYAML, so comments and short forms are
lost.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import yaml

Tree = str | list["Tree"] | dict[str, "Tree"] | None

NAMES = frozenset(("名称", "全称"))
"""Changed at the top of a file only: below it, names are what other fields refer to."""

TEXTS = frozenset(
    "简介 说明 内容 表现 群众怎么办 受理条件 村情 步骤 开始 结束 等待 判断 表决 违法情形".split()
)
"""Changed wherever they stand: nothing refers to them."""

WINDOWS, AT = "窗口", "办理窗口"
"""Windows are told apart by their names, and items name the window they are handled at."""

CODE = "编码"
_PUBLISHED_FIGURES = "claims.yml"
"""Figures of the district as it is; they cannot be true of a larger one."""

TOWNSHIPS = 9
"""Townships of the district that the project springs from."""

VILLAGES = 122
"""Its villages."""

_WHOLE = 99999
"""Columns a line may take: as many as it needs."""


@dataclass(frozen=True, slots=True)
class Copy:
    """One copy: its number from 1, and what finds the units it has of its own."""

    number: int
    units: re.Pattern[str]

    def id_of(self, original: str) -> str:
        """A folder's or file's id → the id this copy has instead."""
        return f"{original}-{self.number}"

    def named(self, text: str) -> str:
        """A name → the name in this copy."""
        return f"{text}{self.number}"

    def worded(self, text: str) -> str:
        """A text → one that differs, with the sign it ends in left at the end."""
        body = text.rstrip("。；？！?")
        return f"{body}（第{self.number}片）{text[len(body) :]}"

    def coded(self, code: str) -> str:
        """An official code → another of the same length."""
        return f"{self.number:03d}{code[3:]}"

    def referred(self, text: str) -> str:
        """A text that may name a unit → the same naming this copy's unit."""
        return self.units.sub(lambda found: self.id_of(found[0]), text)


def enlarge(root: Path, target: Path, times: int) -> None:
    """Write at *target* (which is not there yet) the district at *root*, *times* as large."""
    target.mkdir(parents=True)
    shutil.copy2(root / "mkdocs.yml", target / "mkdocs.yml")
    shutil.copytree(root / "content", target / "content")
    for tree in ("powers", "villages"):
        left_out = shutil.ignore_patterns(_PUBLISHED_FIGURES)
        shutil.copytree(root / tree, target / tree, ignore=left_out)
    units = _own_folders(root / "powers")
    townships = sum(map(is_township, units))
    villages = len(list((root / "villages").glob("[!_.]*/*.yml")))
    for number in range(1, times):
        grows = (number + 1) * townships <= TOWNSHIPS
        copied = [unit for unit in units if grows or not is_township(unit)]
        copy = Copy(number, _any_of([unit.name for unit in copied]))
        for unit in copied:
            _write_folder(unit, target / "powers" / copy.id_of(unit.name), copy, lambda name: name)
        if (number + 1) * villages <= VILLAGES:
            _write_villages(root, target, copy)


def is_township(unit: Path) -> bool:
    """Whether the unit in this folder adopts a shared list."""
    fields = read(unit / "unit.yml")
    return isinstance(fields, dict) and "采用" in fields


def _any_of(names: list[str]) -> re.Pattern[str]:
    """What finds ids where they stand for themselves."""
    return re.compile(rf"(?<![\w./-])(?:{'|'.join(map(re.escape, names)) or '(?!)'})(?![\w-])")


def _write_villages(root: Path, target: Path, copy: Copy) -> None:
    """The villages of one copy, spread over the townships that there are."""
    home = replace(copy, number=copy.number % TOWNSHIPS)
    for township in _own_folders(root / "villages"):
        moved = home.number and (root / "powers" / township.name).is_dir()
        name = home.id_of(township.name) if moved else township.name
        _write_folder(township, target / "villages" / name, copy, copy.id_of)


def _own_folders(tree: Path) -> list[Path]:
    """The folders that belong to one unit or township, without the shared ones."""
    return [path for path in sorted(tree.iterdir()) if path.is_dir() and path.name[0] not in "._"]


def _write_folder(source: Path, target: Path, copy: Copy, rename: Callable[[str], str]) -> None:
    for path in sorted(source.rglob("*.yml")):
        place = target / path.relative_to(source)
        place = place.with_name(f"{rename(path.stem)}.yml")
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(_dump(_changed(read(path), copy)), "utf-8")


def read(path: Path) -> Tree:
    """A YAML file → its values, every scalar as text."""
    text = path.read_text("utf-8")
    tree: Tree = yaml.load(text, yaml.BaseLoader)  # noqa: S506  # It makes texts only.
    return tree


def _dump(tree: Tree) -> str:
    text: str = yaml.dump(tree, None, _Writer, allow_unicode=True, sort_keys=False, width=_WHOLE)
    return text


class _Writer(yaml.SafeDumper):
    """Writes texts of several lines as clerks do, below a |."""


def _text(writer: _Writer, text: str) -> yaml.ScalarNode:
    return writer.represent_scalar("tag:yaml.org,2002:str", text, "|" if "\n" in text else None)


_Writer.add_representer(str, _text)


def _changed(tree: Tree, copy: Copy) -> Tree:
    """A file's values → those of the copy."""
    if not isinstance(tree, dict):
        return _reworded(tree, copy)
    fields: dict[str, Tree] = {}
    for key, value in tree.items():
        if isinstance(value, str) and key in NAMES:
            fields[key] = copy.named(value)
        elif isinstance(value, str) and key == CODE:
            fields[key] = copy.coded(value)
        else:
            fields[key] = _reworded_field(key, value, copy)
    return fields


def _reworded(tree: Tree, copy: Copy) -> Tree:
    if isinstance(tree, dict):
        return {key: _reworded_field(key, value, copy) for key, value in tree.items()}
    if isinstance(tree, list):
        return [_reworded(row, copy) for row in tree]
    return copy.referred(tree) if isinstance(tree, str) else tree


def _reworded_field(key: str, value: Tree, copy: Copy) -> Tree:
    if isinstance(value, str) and key in TEXTS:
        return copy.worded(value)
    if key in (WINDOWS, AT) and isinstance(value, list):
        return [_window(row, copy) for row in value]
    return _reworded(value, copy)


def _window(row: Tree, copy: Copy) -> Tree:
    """A window, or what names one → that of the copy."""
    if isinstance(row, str):
        return copy.named(row)
    told = _reworded(row, copy)
    if isinstance(told, dict) and isinstance(name := told.get("名称"), str):
        told["名称"] = copy.named(name)
    return told
