"""worlds/full writes every short and every long form that a field may have."""

from __future__ import annotations

from generator.load.files import FileKind, find
from generator.load.forms import may_be_text, model_of, parts, whole
from generator.load.kinds import SHEETS
from generator.load.one import read_one
from generator.model.origin import Located
from generator.model.record import Record, Rows, Texts
from generator.tests.load_world import WORLDS

FULL = WORLDS / "full"


def _forms() -> dict[str, set[str]]:
    """Models and fields that may be written in several ways → the ways the full world uses."""
    found: dict[str, set[str]] = {}
    for source in find(FULL).files:
        tree, _ = read_one(source.path, source.label, rows=source.is_rows)
        assert tree is not None
        rows = tree.content if isinstance(tree.content, list) else [tree]
        if source.kind is FileKind.DUTIES and isinstance(tree.content, dict):
            rows = list(tree.content.values())
        for row in rows:
            _note(found, SHEETS[source.kind].model, row)
    return found


def _note(found: dict[str, set[str]], model: type[Record], tree: Located) -> None:
    """How each field of one mapping is written, and those inside it."""
    assert isinstance(tree.content, dict)
    for info in model.model_fields.values():
        node = tree.content.get(info.alias or "")
        if node is None:
            continue
        way = _way(node)
        inside = model_of(whole(info))
        if Rows in info.metadata or Texts in parts(whole(info)):
            found.setdefault("Texts" if inside is None else f"{info.alias}", set()).add(way)
        if inside is None or info.alias in ("改动", "本村事项"):
            continue
        rows = node.content if isinstance(node.content, list) else [node]
        for row in rows:
            found.setdefault(inside.__name__, set()).add(_way(row))
            if isinstance(row.content, dict):
                _note(found, inside, row)


def _way(node: Located) -> str:
    return {str: "一段文字", dict: "一组字段", list: "列表"}[type(node.content)]


def test_the_full_world_writes_every_short_and_long_form() -> None:
    found = _forms()
    models = {model for sheet in SHEETS.values() for model in _inside(sheet.model)}
    both = {model.__name__ for model in models if may_be_text(model)}
    lists = {
        info.alias or ""
        for model in models
        for info in model.model_fields.values()
        if Rows in info.metadata and model_of(whole(info)) is not None
    }
    assert {name for name in both if not {"一段文字", "一组字段"} <= found[name]} == set()
    assert {name for name in lists if "列表" not in found[name] or len(found[name]) < 2} == set()
    assert found["Texts"] == {"一段文字", "列表"}


def _inside(model: type[Record]) -> set[type[Record]]:
    seen: set[type[Record]] = set()
    waiting = [model]
    while waiting:
        here = waiting.pop()
        if here not in seen:
            seen.add(here)
            inner = (model_of(whole(info)) for info in here.model_fields.values())
            waiting += [each for each in inner if each is not None]
    return seen
