"""The names under which the drawings of the legend are kept."""

from __future__ import annotations


def level_name(number: int) -> str:
    """The number (from 0) of a level of risk in 用词表 → the name of its drawing."""
    return f"level-{number}"
