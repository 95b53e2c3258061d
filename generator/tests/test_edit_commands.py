"""`mingbai fix` and `schema` as commands: shown first, written when told."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.tests.conftest import Command
from generator.tests.load_world import copy_of, edited

UNIT = "powers/health/unit.yml"


@pytest.fixture
def world(tmp_path: Path) -> Path:
    """A copy of the minimal district."""
    return copy_of("minimal", tmp_path)


def test_fix_shows_first_and_writes_when_told(mingbai: Command, world: Path) -> None:
    edited(world, UNIT, "类型: ", "类型：")
    path = world / UNIT
    broken = path.read_bytes()
    code, said = mingbai("fix", path, "--root", world)
    assert (code, path.read_bytes()) == (1, broken)
    assert "-类型：区直部门" in said
    assert "+类型: 区直部门" in said
    assert said[-2:] == ["还没有改；加上 --write 才会写进文件。", "还有 1 个文件要改"]
    code, said = mingbai("fix", path, "--write", "--root", world)
    assert (code, said[-2:]) == (0, ["已改好。", "文件都读得通"])
    assert mingbai("check", "--root", world) == (0, ["没有问题"])


def test_fix_without_a_file_looks_at_the_whole_district(mingbai: Command, world: Path) -> None:
    assert mingbai("fix", "--root", world) == (0, ["文件都读得通"])
    path = world / UNIT
    path.write_bytes(path.read_text(encoding="utf-8").encode("gbk"))
    code, said = mingbai("fix", "--root", world)
    assert code == 1
    assert "bad-encoding" in said[0]
    assert mingbai("fix", "--gbk", "--write", "--root", world)[0] == 0
    assert mingbai("check", "--root", world)[0] == 0


def test_fix_leaves_what_a_person_has_to_mend(mingbai: Command, world: Path) -> None:
    edited(world, UNIT, "类型: 区直部门", "类型: 局  ")
    before = (world / UNIT).read_bytes()
    code, said = mingbai("fix", "--write", "--root", world)
    assert (code, (world / UNIT).read_bytes()) == (1, before)
    assert "“类型”不能填“局”" in said[0]


def test_schema_writes_where_it_is_told(mingbai: Command, world: Path, tmp_path: Path) -> None:
    code, said = mingbai("schema", "-o", tmp_path / "s", "--root", world)
    assert (code, said) == (0, [f"13 个 schema 已写到 {tmp_path / 's'}"])
    assert len([*(tmp_path / "s").glob("*.json")]) == 13


def test_fix_follows_no_link_and_keeps_the_mode(mingbai: Command, world: Path) -> None:
    edited(world, UNIT, "类型: ", "类型：")
    path = world / UNIT
    path.chmod(0o640)
    outside = world / "outside.txt"
    outside.write_text("甲", encoding="utf-8")
    (path.parent / "unit.yml.tmp").symlink_to(outside)
    link = world / "link.yml"
    link.symlink_to(path)
    code, said = mingbai("fix", link, "--write", "--root", world)
    assert (code, "这是一个链接" in said[0]) == (1, True)
    assert mingbai("fix", path, "--write", "--root", world)[0] == 0
    assert path.stat().st_mode & 0o777 == 0o640
    assert outside.read_text(encoding="utf-8") == "甲"
    assert sorted(each.name for each in path.parent.iterdir()) == [
        "flows",
        "items",
        "unit.yml",
        "unit.yml.tmp",
    ]


def test_fix_takes_several_files_and_tells_them_by_their_place(
    mingbai: Command, world: Path
) -> None:
    item = "powers/health/items/xk-001.yml"
    edited(world, UNIT, "类型: ", "类型：")
    edited(world, item, "类别: ", "类别:")
    code, said = mingbai("fix", world / UNIT, world / item, "--write", "--root", world)
    assert (code, said[-1]) == (0, "文件都读得通")
    assert [line for line in said if line.startswith("文件 ")] == [f"文件 {UNIT}", f"文件 {item}"]
