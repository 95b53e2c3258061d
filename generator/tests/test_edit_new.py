"""`mingbai new`, `fix` and `schema` as commands: valid files, next ids, nothing overwritten."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from generator import build, cli
from generator.edit.desk import next_id
from generator.load.kinds import kind_of
from generator.load.sheets import look
from generator.problem import stops
from generator.progress import Silence
from generator.settings import Settings
from generator.tests.conftest import refuse
from generator.tests.load_world import copy_of, edited

Command = Callable[..., tuple[int, list[str]]]
UNIT = "powers/health/unit.yml"
CONFIRMED = "审核: [{环节: 领导组确认, 日期: 2026-10-08, 结果: 通过}]"
NEW: tuple[tuple[tuple[str, ...], list[str]], ...] = (
    (("item", "health", "--kind", "行政许可"),
     ["powers/health/items/xk-002.yml", "powers/health/flows/xk-002.yml"]),
    (("item", "health", "--kind", "行政处罚", "--name", "甲: “乙”#丙"),
     ["powers/health/items/penalty-001.yml", "powers/health/flows/penalty-001.yml"]),
    (("item", "_township", "--kind", "其他权力"),
     ["powers/_township/items/qt-002.yml", "powers/_township/flows/qt-002.yml"]),
    (("item", "hedong", "--kind", "其他权力"),
     ["powers/hedong/items/qt-002.yml", "powers/hedong/flows/qt-002.yml"]),
    (("flow", "health"), ["powers/health/flows/flow-001.yml"]),
    (("flow", "_common", "chufa"), ["powers/_common/flows/chufa.yml"]),
    (("flow", "villages/_common", "siyi"), ["villages/_common/flows/siyi.yml"]),
    (("body", "education", "--name", "教育局"), ["powers/education/unit.yml"]),
    (("body", "xicheng", "--type", "乡"), ["powers/xicheng/unit.yml"]),
    (("village", "hedong", "xitou", "--name", "西头村"), ["villages/hedong/xitou.yml"]),
    (("village", "unplaced", "xitou"), ["villages/unplaced/xitou.yml"]),
    (("village-item",), ["villages/_common/items/bm-002.yml"]),
    (("village-item", "--chapter", "重大决策"), ["villages/_common/items/major-001.yml"]),
    (("duty-set", "xuke", "--kind", "行政许可"), ["powers/_common/duties.yml"]),
)  # fmt: skip
"""What is asked for in the minimal district, and the files that come of it."""

REFUSED = (
    (("item", "healt", "--kind", "行政许可"), "没有“healt”这个单位或清单；是不是“health”"),
    (("item", "health", "--kind", "行政许客"), "用词表里没有权力类别“行政许客”；是不是“行政许可”"),
    (("item", "health"), "要用 --kind 写明权力类别：行政许可、行政处罚、其他权力"),
    (("item", "villages/_common", "--kind", "行政许可"), "是村级清单，用 new village-item"),
    (("body", "health"), "已经有 powers/health/unit.yml，不覆盖它"),
    (("body", "Health"), "“Health”不能作编号"),
    (("flow", "health", "xuke"), "已经有 powers/health/flows/xuke.yml，不覆盖它"),
    (("village", "hedon", "x"), "没有“hedon”这个乡镇或街道；是不是“hedong”"),
    (("village", "hedong", "dongtou"), "已经有 villages/hedong/dongtou.yml，不覆盖它"),
)


@pytest.fixture
def world(tmp_path: Path) -> Path:
    """A copy of the minimal district, whose units are all confirmed: nothing may be lacking."""
    root = copy_of("minimal", tmp_path)
    hedong = root / "powers/hedong/unit.yml"
    text = hedong.read_text(encoding="utf-8")
    if "审核" not in text:
        hedong.write_text(f"{text}{CONFIRMED}\n", encoding="utf-8")
    return root


@pytest.fixture
def mingbai(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Command:
    """Runs a command → its exit code and the lines it said."""

    def run(*words: str | Path) -> tuple[int, list[str]]:
        monkeypatch.setattr(sys, "argv", ["mingbai", *map(str, words)])
        with pytest.raises(SystemExit) as left:
            cli.run()
        told = capsys.readouterr()
        return int(left.value.code or 0), (told.out + told.err).splitlines()

    return run


@pytest.mark.parametrize(("words", "files"), NEW, ids=[" ".join(words) for words, _ in NEW])
def test_a_new_file_is_valid_in_a_confirmed_district(
    mingbai: Command, world: Path, words: tuple[str, ...], files: list[str]
) -> None:
    assert mingbai("new", *words, "--root", world) == (0, files)
    _, problems = build.checked(Settings(world, world / "site"), Silence())
    refuse(f"{p.span} {p.code} {p.sentence}" for p in problems if stops([p]))


@pytest.mark.parametrize(("words", "files"), NEW, ids=[" ".join(words) for words, _ in NEW])
def test_every_field_that_a_blank_offers_is_a_field(
    mingbai: Command, world: Path, words: tuple[str, ...], files: list[str]
) -> None:
    """With the single # taken off, the file still reads and every field has its form."""
    mingbai("new", *words, "--root", world)
    for file in files:
        text = (world / file).read_text(encoding="utf-8")
        whole = re.sub(r"^# ", "", text, flags=re.MULTILINE)
        kind = kind_of(Path(file))
        assert kind is not None
        _, problems = look(kind, file, whole.encode())
        refuse(f"{p.span} {p.sentence}" for p in problems)


def test_an_item_shares_the_flow_and_the_duties_of_its_kind(
    mingbai: Command, tmp_path: Path
) -> None:
    root = copy_of("full", tmp_path)
    mingbai("new", "duty-set", "beian", "--kind", "其他权力", "--root", root)
    code, said = mingbai("new", "item", "education", "--kind", "其他权力", "--root", root)
    assert (code, len(said)) == (0, 1)
    text = (root / said[0]).read_text(encoding="utf-8")
    assert "\n流程: lianhe\n" in text
    assert "\n  套用: beian\n" in text


def test_a_set_of_duties_goes_behind_those_there_are(mingbai: Command, tmp_path: Path) -> None:
    root = copy_of("full", tmp_path)
    duties = root / "powers/_common/duties.yml"
    before = duties.read_bytes()
    assert mingbai("new", "duty-set", "jiancha", "--kind", "行政许可", "--root", root)[0] == 0
    assert duties.read_bytes().startswith(before)
    again = mingbai("new", "duty-set", "jiancha", "--kind", "行政许可", "--root", root)
    assert again[0] == 2
    assert "已经有“jiancha”" in again[1][0]


@pytest.mark.parametrize(("words", "reason"), REFUSED, ids=[reason for _, reason in REFUSED])
def test_wrong_use_writes_nothing(
    mingbai: Command, world: Path, words: tuple[str, ...], reason: str
) -> None:
    before = {path: path.read_bytes() for path in world.rglob("*") if path.is_file()}
    code, said = mingbai("new", *words, "--root", world)
    assert code == 2
    assert reason in said[0]
    assert before == {path: path.read_bytes() for path in world.rglob("*") if path.is_file()}


def test_a_twin_that_ends_in_yaml_is_in_the_way(mingbai: Command, world: Path) -> None:
    unit = world / UNIT
    unit.rename(unit.with_suffix(".yaml"))
    code, said = mingbai("new", "body", "health", "--root", world)
    assert (code, "已经有 powers/health/unit.yaml" in said[0]) == (2, True)


def test_a_number_is_never_used_twice() -> None:
    assert next_id("xk", ["xk-001", "xk-007", "cf-009", "xk-b"]) == "xk-008"
    assert next_id("xk", ["xk-0999"]) == "xk-1000"
    assert next_id("xk", ["xk-999"]) == "xk-1000"
    assert next_id("xk", []) == "xk-001"


def test_an_item_that_cannot_be_read_keeps_its_number(mingbai: Command, world: Path) -> None:
    (world / "powers/health/items/xk-005.yml").write_text("名称：[", encoding="utf-8")
    _, said = mingbai("new", "item", "health", "--kind", "行政许可", "--root", world)
    assert said[0] == "powers/health/items/xk-006.yml"


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
