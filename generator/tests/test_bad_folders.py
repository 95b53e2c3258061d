"""Links, pipes, folders and odd names in the place of a file → one problem each, said as a path."""

from __future__ import annotations

import errno
import json
import os
import socket
from pathlib import Path

import pytest

from generator.load import load, read_file
from generator.load.ids import printable
from generator.load.raw import read_bytes
from generator.tests.load_world import copy_of
from generator.tests.running import mingbai

NO_FILES = {
    "folder.yml": "这是一个文件夹",
    "link.yml": "这是一个链接，不读取",
    "lost.yml": "指向的文件不存在",
    "loop.yml": "指向的文件不存在",
    "zero.yml": "这是一个链接，不读取",
    "pipe.yml": "这是管道或者设备",
    "socket.yml": "这是管道或者设备",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of what is no file."""
    (tmp_path / "folder.yml").mkdir()
    (tmp_path / "link.yml").symlink_to("/etc/passwd")
    (tmp_path / "lost.yml").symlink_to("/nonexistent")
    (tmp_path / "loop.yml").symlink_to("loop.yml")
    (tmp_path / "zero.yml").symlink_to("/dev/zero")
    os.mkfifo(tmp_path / "pipe.yml")
    with socket.socket(socket.AF_UNIX) as opened:
        opened.bind(str(tmp_path / "socket.yml"))
    return tmp_path


@pytest.mark.parametrize("command", ["read", "draw"])
@pytest.mark.parametrize("name", NO_FILES)
def test_what_is_no_file_is_named_by_its_path(folder: Path, command: str, name: str) -> None:
    """None of it is called missing, and nothing waits for a pipe."""
    ended = mingbai(command, folder / name)
    assert (ended.code, ended.fault) == (1, "")
    assert NO_FILES[name] in ended.out
    assert f" --> {folder / name}:1:1\n" in ended.out
    assert "怎么改" in ended.out


def test_a_file_that_may_not_be_read_is_said_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who runs the tests may read everything, so the refusal is made."""

    def refused(*_: object) -> int:
        raise PermissionError(errno.EACCES, "")

    (tmp_path / "a.yml").write_text("名称: 甲\n", encoding="utf-8")
    monkeypatch.setattr(os, "open", refused)
    _, [problem] = read_bytes(tmp_path / "a.yml", "a.yml")
    assert (problem.code, problem.sentence) == ("unreadable-file", "没有读取它的权限")


ODD_NAMES = {
    "-rf.yml": "以短横线开头",
    "con.yml": "Windows 保留的名字",
    "Aux.yaml": "Windows 保留的名字",
    "com¹.yml": "Windows 保留的名字",
    "a\nb.yml": "别的电脑不认的字符",
    "a\u202eb.yml": "别的电脑不认的字符",
    "a\u200bb.yml": "别的电脑不认的字符",
    "a:b.yml": "别的电脑不认的字符",
    "a*b?.yml": "别的电脑不认的字符",
    "a\\b.yml": "别的电脑不认的字符",
    "\udcff\udcfe.yml": "别的电脑不认的字符",
    "e\u0301.yml": "拆开存的",
    " a.yml": "头尾有空格",
    "a .yml": "头尾有空格",
    "字" * 80 + ".yml": "太长",
}
TWINS = (("a.yml", "a.yaml"), ("b.yml", "B.yml"), ("\xe9.yml", "e\u0301.yaml"))


@pytest.mark.parametrize("name", ODD_NAMES, ids=ascii)
def test_a_name_that_other_systems_cannot_hold_is_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("名称: 甲\n", encoding="utf-8")
    words = name if name.startswith("-") else tmp_path / name
    ended = mingbai("read", words, folder=tmp_path)
    assert (ended.code, ended.fault) == (1, "")
    assert ODD_NAMES[name] in ended.out
    assert ended.out.replace("\n", "").isprintable()
    assert "怎么改" in ended.out


@pytest.mark.parametrize(("one", "other"), TWINS)
def test_two_files_that_other_systems_confuse_are_refused(
    tmp_path: Path, one: str, other: str
) -> None:
    for name in (one, other):
        (tmp_path / name).write_text("名称: 甲\n", encoding="utf-8")
    for name in (one, other):
        tree, problems = read_file(tmp_path / name)
        assert tree is None
        assert "twin-files" in {problem.code for problem in problems}


@pytest.mark.parametrize("name", ["校车.yml", "A01-x.yaml", "a b.yml", "2016年清单.yaml"])
def test_a_name_that_is_no_id_can_still_be_read(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("名称: 甲\n", encoding="utf-8")
    assert read_file(tmp_path / name)[1] == ()


def _filled(folder: Path) -> set[str]:
    """Put everything odd into a folder; the names that have to be reported."""
    names = {*ODD_NAMES, *(name for pair in TWINS for name in pair), "Xk-002.yml"}
    for name in names:
        (folder / name).write_text("名称: 甲\n", encoding="utf-8")
    (folder / "link.yml").symlink_to("/etc/passwd")
    (folder / "lost.yml").symlink_to("/nonexistent")
    (folder / "loop.yml").symlink_to("loop.yml")
    (folder / "outside").symlink_to("/etc")
    (folder / "around").symlink_to("..")
    (folder / "folder.yml").mkdir()
    os.mkfifo(folder / "pipe.yml")
    deep = folder.joinpath("deep", *"d" * 120)
    deep.mkdir(parents=True)
    (deep / "a.yml").write_text("名称: 甲\n", encoding="utf-8")
    for name in (".DS_Store", "Thumbs.db", "a.yml~", "a.yml.orig", ".#a.yml", "~$a.xlsx", ".a.swp"):
        (folder / name).write_text("x", encoding="utf-8")
    others = {"link.yml", "lost.yml", "loop.yml", "outside", "around", "folder.yml", "pipe.yml"}
    return {*names, *others, "deep"} - {"b.yml", "a.yaml"}


@pytest.mark.parametrize(
    "place",
    ["powers/health/items", "powers/health/flows", "villages/hedong", "villages/_common/items"],
)
def test_a_district_full_of_odd_files_names_each_and_ends(tmp_path: Path, place: str) -> None:
    """What lies among the items, flows and villages is named once; the rest is left in peace."""
    root = copy_of("minimal", tmp_path)
    wanted = {f"{place}/{printable(name)}" for name in _filled(root / place)}
    ended = mingbai("check", "--root", root, "--format", "json")
    assert (ended.code, ended.fault) == (1, "")
    told = [problem["file"] for problem in json.loads(ended.out)]
    assert wanted <= set(told)
    assert {file for file in told if not file.startswith(place)} == set()


@pytest.mark.parametrize("place", ["powers", "villages", "powers/health", "powers/odd"])
def test_odd_files_around_the_data_end_well(tmp_path: Path, place: str) -> None:
    root = copy_of("minimal", tmp_path)
    (root / place).mkdir(exist_ok=True)
    _filled(root / place)
    ended = mingbai("check", "--root", root)
    assert (ended.code, ended.fault) == (1, "")
    assert ended.out.count("= 怎么改：") == ended.out.count("错误[")


@pytest.mark.parametrize("name", ["powers", "villages", "powers/health", "powers/health/items"])
def test_a_folder_that_is_a_link_is_named(tmp_path: Path, name: str) -> None:
    root = copy_of("minimal", tmp_path)
    (root / name).rename(tmp_path / "moved")
    (root / name).symlink_to(tmp_path / "moved")
    codes = [(problem.code, problem.span.file) for problem in load(root)[1]]
    assert ("unreadable-file", name) in codes


@pytest.mark.parametrize("name", ["powers", "villages"])
def test_a_folder_that_is_a_file_is_named(tmp_path: Path, name: str) -> None:
    root = copy_of("minimal", tmp_path)
    (root / name).rename(tmp_path / "moved")
    (root / name).write_text("x", encoding="utf-8")
    codes = [(problem.code, problem.span.file) for problem in load(root)[1]]
    assert ("unreadable-file", name) in codes
