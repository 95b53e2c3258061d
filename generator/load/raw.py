"""A path → the bytes there: only regular files of bounded size, links not followed."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from generator.load.text import LARGEST_FILE
from generator.problem import Problem, Span, error


def read_bytes(path: Path, label: str) -> tuple[bytes, list[Problem]]:
    """A path → the bytes of the regular file there, at most one more than the allowed size."""
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    try:
        if path.is_symlink():
            return b"", [_unreadable(label, "这是一个链接，不读取", "换成文件本身")]
        with os.fdopen(os.open(path, flags | getattr(os, "O_BINARY", 0)), "rb") as opened:
            if not stat.S_ISREG(os.fstat(opened.fileno()).st_mode):
                return b"", [_unreadable(label, "这不是普通文件，不读取", "换成普通的文本文件")]
            return opened.read(LARGEST_FILE + 1), []
    except OSError as failure:
        reason = "没有读取它的权限" if isinstance(failure, PermissionError) else "打不开这个文件"
        return b"", [_unreadable(label, reason, "检查文件是否还在、是否允许读取")]


def _unreadable(label: str, sentence: str, hint: str) -> Problem:
    return error("unreadable-file", sentence, Span(label), hint)
