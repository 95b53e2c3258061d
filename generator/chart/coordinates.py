"""A drawing → its layout as JSON: boxes and polylines in px, keys sorted."""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass
from enum import Enum

from generator.model.drawing import Badge, Box, Drawing, Line, Rect, RiskCard, TextLine

Json = str | int | bool | None | list["Json"] | dict[str, "Json"]


def to_json(drawing: Drawing) -> str:
    """A drawing → readable JSON: every value of `model/drawing.py` under its own name.

    Points are pairs of numbers; a line whose target the source does not state has target null.
    """
    return json.dumps(_plain(drawing), ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def _plain(value: object) -> Json:
    if isinstance(value, Rect | TextLine | Badge | Box | Line | RiskCard):
        return {name: _plain(part) for name, part in value._asdict().items()}
    if is_dataclass(value):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    if isinstance(value, Enum):
        return str(value.value)
    if value is None or isinstance(value, str | int):
        return value
    raise TypeError(type(value).__name__)
