"""Links, pipes, folders and odd names in the place of a file → one problem each, said as a path."""

from __future__ import annotations

import errno
import os
import socket
from pathlib import Path

import pytest

from generator.load.raw import read_bytes
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
