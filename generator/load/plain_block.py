"""Text with `字段: |` blocks → the same with a mark for each block, and the texts of the blocks."""

from __future__ import annotations

import re
from functools import partial

from generator.load.remarkable import Remarkable

_BLOCK = re.compile(
    r"^( *)(- )?([^\s#:]+): \|(-?)\n((?:\1 +[^ \n\t][^\n\t]*(?:\n|\Z)|\n)+)", re.MULTILINE
)
"""Indent, dash, field name, whether the last line break goes, and the lines of the block."""

_MARK = "\x00"
"""A character that clean text never has."""


def without_blocks(text: str) -> tuple[str, list[str]]:
    """Clean text → the same, each block of lines written as a quoted mark and its number."""
    blocks: list[str] = []
    return _BLOCK.sub(partial(_marked, blocks), text), blocks


def block_at(text: str, blocks: list[str]) -> str:
    """The inside of a quoted text → itself, or the block that it marks."""
    return blocks[int(text[1:])] if text.startswith(_MARK) else text


def _marked(blocks: list[str], found: re.Match[str]) -> str:
    """One block, kept in *blocks*, → its field with a mark; lines behind it stay as they are."""
    indent, dash, name, strip, body = found.groups(default="")
    lines = body.rstrip("\n").split("\n")
    margin = len(lines[0]) - len(lines[0].lstrip(" "))
    if not lines[0] or margin <= len(indent) + len(dash):
        raise Remarkable
    if any(line and not line.startswith(" " * margin) for line in lines):
        raise Remarkable
    ending = "\n" if body.endswith("\n") and not strip else ""
    blocks.append("\n".join(line[margin:] for line in lines) + ending)
    behind = "\n" * (len(body) - len(body.rstrip("\n")))
    return f'{indent}{dash}{name}: "{_MARK}{len(blocks) - 1}"{behind}'
