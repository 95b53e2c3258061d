"""The two worlds: valid, and the full one writes every field of every model."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

import pytest

from generator.load import load
from generator.load.forms import field_names
from generator.load.shape import model_at, shape
from generator.load.sheets import Sheets, read_sheets
from generator.load.tables import RENEW, with_tables
from generator.model.origin import Key, Located
from generator.model.record import Record, Sourced

WORLDS = Path(__file__).parent / "worlds"


@pytest.mark.parametrize("world", ["minimal", "full"])
def test_a_world_is_valid(world: str) -> None:
    registry, problems = load(WORLDS / world)
    assert problems == ()
    assert registry is not None
    assert registry.units
    assert registry.villages


def test_the_full_world_writes_every_field() -> None:
    written = _written(read_sheets(WORLDS / "full"))
    missing = {
        model.__name__: absent
        for model, names in written.items()
        if (absent := set(field_names(model)) - names - {"备注"})
    }
    assert missing == {}


@pytest.mark.parametrize("name", ["powers/README.md", "villages/README.md"])
def test_the_field_tables_are_fresh(name: str, repository: Path) -> None:
    text = (repository / name).read_text(encoding="utf-8")
    assert text == with_tables(text, name), f"the models have changed; renew with: {RENEW}"


def _written(sheets: Sheets) -> dict[type[Record], set[str]]:
    """Which fields of which model some file of a district writes."""
    records: list[Sourced] = [*sheets.units.values(), *sheets.villages.values()]
    records += [*sheets.laws, *sheets.topics, *sheets.synonyms, *sheets.holidays]
    records += [*sheets.duty_sets.values(), *sheets.flows.values()]
    records += [item for held in sheets.items.values() for item in held.values()]
    records += [item for held in sheets.micro_powers.values() for item in held.values()]
    records += [found for found in (sheets.district, sheets.vocabulary) if found]
    written: dict[type[Record], set[str]] = defaultdict(set)
    for record in records:
        _note(written, type(record), record.source)
    return written


def _note(written: dict[type[Record], set[str]], model: type[Record], tree: Located) -> None:
    for path, _ in tree.texts():
        _note_path(written, model, path)


def _note_path(
    written: dict[type[Record], set[str]], model: type[Record], path: tuple[Key, ...]
) -> None:
    for depth, key in enumerate(path):
        owner = model_at(model, path[:depth])
        if owner is not None and isinstance(key, str):
            written[owner].add(key)


def test_a_shape_knows_its_tree_and_id() -> None:
    sheets = read_sheets(WORLDS / "full")
    item = sheets.items["powers/education"]["xk-001"]
    again, problems = shape(item.written, type(item), item.id)
    assert problems == []
    assert again == item
    assert item.place("时限", "承诺").line == item.source.nearest("时限", "承诺").line
