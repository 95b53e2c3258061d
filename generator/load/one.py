"""One YAML file → its tree, or its problems; only its form is looked at, not its fields.

This is all that `mingbai read` needs, so nothing here may import the models.
"""

from __future__ import annotations

from pathlib import Path

from generator.load.files import ROW_FILES
from generator.load.raw import read_bytes
from generator.load.yaml_tree import read_tree
from generator.model.origin import Located
from generator.problem import Problem, error, in_order

Json = str | list["Json"] | dict[str, "Json"]
"""A tree without its places, every scalar as text."""


def as_json(tree: Located) -> Json:
    """A tree → the same values without their places."""
    if isinstance(tree.content, dict):
        return {name: as_json(value) for name, value in tree.content.items()}
    if isinstance(tree.content, list):
        return [as_json(row) for row in tree.content]
    return tree.content


def read_file(path: Path) -> tuple[Located | None, tuple[Problem, ...]]:
    """The file at *path*, as the clerk spelled it → its tree, or its problems."""
    tree, problems = read_one(path, path.as_posix(), rows=may_be_rows(path))
    return tree, tuple(in_order(problems))


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


def may_be_rows(path: Path) -> bool:
    """Whether a file of this name is a list of rows."""
    return path.stem in {kind.value for kind in ROW_FILES}
