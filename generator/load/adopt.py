"""A shared item and a body's 改动 → the item as that body has it, each value with its own place."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from generator.load.nearest import listed, meant
from generator.model.origin import Key, Located
from generator.problem import Problem, error

_APPEND = "追加"
_REMOVE = "删去"


@dataclass(slots=True)
class Adapted:
    """A merged tree, the paths of fields that differ from the shared list, and what was wrong."""

    tree: Located
    local: list[tuple[Key, ...]] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def adapt(shared: Located, changes: Located) -> Adapted:
    """A shared item ⊕ 改动 → the merged item.

    Mappings merge field by field; a text or a list replaces the shared one whole. `追加` appends
    rows to lists, `删去` takes fields away; both may stand at any level.
    """
    adapted = Adapted(shared)
    adapted.tree = _merged(adapted, shared, changes, ())
    return adapted


def _merged(adapted: Adapted, shared: Located, changes: Located, path: tuple[Key, ...]) -> Located:
    """Two values of one field → the value that holds."""
    if not isinstance(shared.content, dict) or not isinstance(changes.content, dict):
        adapted.local.append(path)
        return changes
    fields = dict(shared.content)
    for name, change in changes.content.items():
        if name == _APPEND:
            _append(adapted, fields, change, path)
        elif name == _REMOVE:
            _remove(adapted, fields, change, path)
        elif name in fields:
            fields[name] = _merged(adapted, fields[name], change, (*path, name))
        else:
            fields[name] = change
            adapted.local.append((*path, name))
    return replace(shared, content=fields)


def _append(
    adapted: Adapted, fields: dict[str, Located], added: Located, path: tuple[Key, ...]
) -> None:
    """追加: rows behind those of the shared list; a single value counts as a list of one."""
    if not isinstance(added.content, dict):
        hint = "写成“追加: {申请材料: [新的一行]}”"
        adapted.problems.append(_misshapen(added, "“追加”要写明加到哪个字段", hint))
        return
    for name, rows in added.content.items():
        known = _rows(fields[name]) if name in fields else []
        new = _rows(rows)
        adapted.local += [(*path, name, len(known) + number) for number in range(len(new))]
        place = fields.get(name, rows)
        fields[name] = replace(place, content=[*known, *new])


def _remove(
    adapted: Adapted, fields: dict[str, Located], removed: Located, path: tuple[Key, ...]
) -> None:
    """删去: fields of the shared item that do not hold here."""
    for row in _rows(removed):
        name = row.content
        if not isinstance(name, str):
            hint = "写成“删去: [收费]”"
            adapted.problems.append(_misshapen(row, "“删去”只能写字段的名称", hint))
        elif name in fields:
            del fields[name]
            adapted.local.append((*path, name))
        else:
            hint = meant(name, fields, f"通用清单这里有：{listed(fields)}")
            sentence = f"通用清单里没有“{name}”，不用删去"
            adapted.problems.append(error("unknown-field", sentence, row.span, hint))


def _rows(value: Located) -> list[Located]:
    """The rows of a list; a single value is a list of one, an empty one has no rows."""
    if isinstance(value.content, list):
        return value.content
    return [] if value.content == "" else [value]


def _misshapen(value: Located, sentence: str, hint: str) -> Problem:
    return error("wrong-shape", sentence, value.span, hint)
