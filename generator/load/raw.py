"""A path → the bytes there: only regular files of bounded size, links not followed."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from generator.load.text import LARGEST_FILE
from generator.problem import Problem, Span, error

_FLAGS = (
    os.O_RDONLY
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_BINARY", 0)
)


def read_bytes(path: Path, label: str) -> tuple[bytes, list[Problem]]:
    """A path → the bytes of the regular file there, at most one more than the allowed size."""
    try:
        if unfit := _unfit(path, os.lstat(path).st_mode):
            return b"", [error("unreadable-file", unfit[0], Span(label), unfit[1])]
        with os.fdopen(os.open(path, _FLAGS), "rb") as opened:
            now = os.fstat(opened.fileno())
            if unfit := _unfit(path, now.st_mode):
                return b"", [error("unreadable-file", unfit[0], Span(label), unfit[1])]
            return opened.read(min(now.st_size, LARGEST_FILE) + 1), []
    except PermissionError:
        hint = "在文件的属性里允许读取，或者请管理电脑的人帮忙"
        return b"", [error("unreadable-file", "没有读取它的权限", Span(label), hint)]
    except OSError:
        hint = "检查文件是否还在，盘有没有接好"
        return b"", [error("unreadable-file", "打不开这个文件", Span(label), hint)]


def _unfit(path: Path, mode: int) -> tuple[str, str] | None:
    """What lies at a path, by its mode → why it is not read and what to do; None for a file."""
    if stat.S_ISREG(mode):
        return None
    if stat.S_ISLNK(mode):
        if not path.exists():
            return "这是一个链接，它指向的文件不存在", "放上文件本身，或者删掉这个链接"
        return "这是一个链接，不读取", "换成文件本身"
    if stat.S_ISDIR(mode):
        return "这是一个文件夹，不是文件", "写明是文件夹里的哪个文件，或者给文件夹改名"
    return "这是管道或者设备，不是普通文件，不读取", "换成普通的文本文件"
