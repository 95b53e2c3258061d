"""One YAML file → its tree, or its problems; only its form and its name are looked at.

This is all that `mingbai read` needs, so nothing here may import the models.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path

from generator.load.files import ROW_FILES
from generator.load.names import name_problems
from generator.load.plain import plain_values
from generator.load.raw import read_bytes
from generator.load.text import clean_text
from generator.load.yaml_tree import read_tree
from generator.model.origin import Located
from generator.model.source import Source
from generator.problem import Problem, error, in_order


def read_file(path: Path) -> tuple[Located | None, tuple[Problem, ...]]:
    """The file at *path*, as the clerk spelled it → its tree, or its problems and its name's."""
    label = path.as_posix()
    tree, problems = read_one(path, label, rows=may_be_rows(path))
    named = list(name_problems(path, label))
    return None if named else tree, tuple(in_order([*named, *problems]))


def read_one(path: Path, label: str, *, rows: bool) -> tuple[Located | None, list[Problem]]:
    """One YAML file → its tree, or its problems; *rows* says whether it may be a list."""
    raw, problems = read_bytes(path, label)
    return (None, problems) if problems else read_text(label, raw, rows=rows)


def read_text(label: str, raw: bytes, *, rows: bool) -> tuple[Located | None, list[Problem]]:
    """The bytes of one YAML file → its tree, or its problems."""
    tree, problems = read_tree(label, raw)
    if tree is None or isinstance(tree.content, list) == rows:
        return tree, problems
    hint = "每一行以“- ”开头" if rows else "不用“- ”开头，直接写“字段: 值”"
    sentence = "整个文件要写成列表" if rows else "最外层要写成“字段: 值”，现在是列表"
    return None, [error("wrong-shape", sentence, tree.span, hint)]


def read_source(label: str, raw: bytes, *, rows: bool) -> tuple[Source | None, list[Problem]]:
    """The bytes of one YAML file → what is written in it, or its problems.

    A plain file is placed only where somebody asks; any other one is read with care at once.
    """
    text, problems = clean_text(label, raw)
    values = None if problems else plain_values(text)
    if values is not None and isinstance(values, list) == rows:
        return Source(label, values, partial(_placed, label, raw), text), []
    tree, problems = read_text(label, raw, rows=rows)
    return (None if tree is None else Source.of(tree)), problems


def _placed(label: str, raw: bytes) -> Located:
    """A plain file's bytes → its tree."""
    tree, problems = read_tree(label, raw)
    if tree is None:
        raise AssertionError(problems)
    return tree


def may_be_rows(path: Path) -> bool:
    """Whether a file of this name is a list of rows."""
    return path.stem in {kind.value for kind in ROW_FILES}
