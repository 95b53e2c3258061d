"""采用: laws of merging a shared item with a body's 改动."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from generator.load import as_json, load
from generator.load.adopt import adapt
from generator.load.yaml_tree import read_tree
from generator.model.origin import Located, Values
from generator.model.registry import Ref
from generator.tests.load_world import copy_of, edited, joined, report

SHARED = "powers/_township/items/qt-001.yml"
TOWN = "powers/hedong/unit.yml"
ADOPTS = "采用: _township\n"

texts = st.text("甲乙丙丁", min_size=1, max_size=3)
values = st.recursive(
    texts,
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(texts, inner, max_size=3)),
    max_leaves=8,
)
mappings = st.dictionaries(texts, values, max_size=4)

Fields = dict[str, Values]


def located(value: Values, file: str) -> Located:
    """A plain value → a tree that stands in *file*."""
    if isinstance(value, dict):
        return Located(file, 1, 1, 1, {name: located(v, file) for name, v in value.items()})
    if isinstance(value, list):
        return Located(file, 1, 1, 1, [located(row, file) for row in value])
    return Located(file, 1, 1, len(value), value)


def merged(shared: Values, changes: Values) -> Values:
    """What 改动 without 追加 and 删去 must give."""
    if not isinstance(shared, dict) or not isinstance(changes, dict):
        return changes
    both = {name: merged(shared[name], changes[name]) for name in shared if name in changes}
    return {**shared, **changes, **both}


@given(mappings)
def test_no_change_changes_nothing(shared: Fields) -> None:
    adapted = adapt(located(shared, "a"), located({}, "b"))
    assert as_json(adapted.tree) == shared
    assert adapted.local == []


@given(mappings, mappings)
def test_changes_merge_field_by_field(shared: Fields, changes: Fields) -> None:
    adapted = adapt(located(shared, "a"), located(changes, "b"))
    assert as_json(adapted.tree) == merged(shared, changes)
    assert adapted.problems == []


@given(mappings, mappings)
def test_changing_twice_is_changing_once(shared: Fields, changes: Fields) -> None:
    once = adapt(located(shared, "a"), located(changes, "b")).tree
    assert as_json(adapt(once, located(changes, "b")).tree) == as_json(once)


@given(mappings, mappings)
def test_local_are_exactly_the_values_of_the_body(shared: Fields, changes: Fields) -> None:
    adapted = adapt(located(shared, "a"), located(changes, "b"))
    local = set(adapted.local)
    for path, text in adapted.tree.texts():
        is_local = any(path[: len(place)] == place for place in local)
        assert (text.file == "b") == is_local
    assert all(adapted.tree.nearest(*place).file == "b" for place in local)


@given(mappings, st.lists(texts, min_size=1, max_size=3), st.sampled_from("甲乙丙丁"))
def test_appending_keeps_what_is_there(shared: Fields, rows: list[str], name: str) -> None:
    changes: Values = {"追加": {name: list(rows)}}
    tree = adapt(located(shared, "a"), located(changes, "b")).tree
    before = shared.get(name, [])
    kept = before if isinstance(before, list) else [before]
    assert as_json(tree.nearest(name)) == [*kept, *rows]


@given(mappings, st.sampled_from("甲乙丙丁"))
def test_removing_removes_or_says_there_is_nothing(shared: Fields, name: str) -> None:
    adapted = adapt(located(shared, "a"), located({"删去": [name]}, "b"))
    assert as_json(adapted.tree) == {key: v for key, v in shared.items() if key != name}
    assert [p.code for p in adapted.problems] == ([] if name in shared else ["unknown-field"])


def test_each_value_keeps_its_file_and_line() -> None:
    shared, _ = read_tree("shared.yml", "名称: 甲\n时限:\n  法定: 20日\n  承诺: 10日\n".encode())
    changes, _ = read_tree("town.yml", "\n\n时限: {承诺: 5日}\n".encode())
    assert shared is not None
    assert changes is not None
    adapted = adapt(shared, changes)
    assert str(adapted.tree.place("时限", "法定")) == str(shared.place("时限", "法定"))
    assert (adapted.tree.place("时限", "承诺").file, adapted.tree.place("时限", "承诺").line) == (
        "town.yml",
        3,
    )
    assert adapted.local == [("时限", "承诺")]
    assert adapted.tree.files() == {"shared.yml", "town.yml"}


def test_an_unchanged_item_is_the_shared_object(tmp_path: Path) -> None:
    registry = joined(copy_of("full", tmp_path))
    shared = {held.ref: held.item for held in registry.shared_powers}
    for held in registry.powers["powers/beishan"]:
        if held.is_adopted:
            assert (held.item is shared[held.ref]) == (not held.local)


def test_a_township_holds_its_own_and_the_shared_items_by_id(tmp_path: Path) -> None:
    registry = joined(copy_of("full", tmp_path))
    held = registry.powers["powers/beishan"]
    assert [holding.ref for holding in held] == [
        Ref("powers/beishan", "bs-001"),
        Ref("powers/_township", "ms-001"),
        Ref("powers/_township", "ms-002"),
    ]
    changed = held[1]
    assert changed.item.limits is not None
    assert changed.item.limits.promised is not None
    assert changed.item.limits.promised.text == "15个工作日"
    assert [basis.articles for basis in changed.item.basis] == [("第十一条",), ("第十二条",)]
    assert changed.item.fees == ()


def test_an_own_item_takes_no_shared_id(tmp_path: Path) -> None:
    root = copy_of("minimal", tmp_path)
    own = root / "powers/hedong/items/qt-001.yml"
    own.parent.mkdir()
    own.write_text((root / SHARED).read_text(encoding="utf-8"), encoding="utf-8")
    problems = load(root)[1]
    assert report(problems) == [
        "错误[id-reused] powers/hedong/items/qt-001.yml:1:1"
        " 编号“qt-001”已经被通用清单里的“便民事项转办”占用"
        " ⇒ 换一个编号；要改通用事项，写在“改动”里"
    ]
    assert [other.span.file for other in problems[0].others] == [SHARED]


def test_unknown_items_and_fields_of_an_adoption_are_reported(tmp_path: Path) -> None:
    root = copy_of("minimal", tmp_path)
    wrong = "不采用: [{事项: qt-002}]\n改动: {qt-01: {}, qt-001: {删去: [收费], 时现: 甲}}\n"
    edited(root, TOWN, ADOPTS, ADOPTS + wrong)
    assert report(load(root)[1]) == [
        f"错误[unknown-reference] {TOWN}:4:12 找不到通用事项“qt-002” ⇒ 是不是“qt-001”",
        f"错误[unknown-reference] {TOWN}:5:6 找不到通用事项“qt-01” ⇒ 是不是“qt-001”",
        f"错误[unknown-field] {TOWN}:5:31 通用清单里没有“收费”，不用删去"
        " ⇒ 通用清单这里有：名称、类别、依据、流程、责任",
        f"错误[unknown-field] {TOWN}:5:36 不认识的字段“时现” ⇒ 是不是“时限”",
    ]


def test_a_change_that_does_not_fit_points_at_the_body(tmp_path: Path) -> None:
    root = copy_of("minimal", tmp_path)
    edited(root, TOWN, ADOPTS, ADOPTS + "改动: {qt-001: {调整: 没有}}\n")
    assert report(load(root)[1]) == [
        f"错误[wrong-shape] {TOWN}:4:19 “调整”要写成列表，现在是一段文字“没有”"
        " ⇒ 每行以“- ”开头，或者写成 [甲, 乙]"
    ]
