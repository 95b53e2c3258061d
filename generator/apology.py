"""A fault of the program → a short apology and a report file, never a traceback on the screen."""

from __future__ import annotations

import platform
import re
import sys
import tempfile
import traceback
from pathlib import Path

EXIT_CODE = 70
"""EX_SOFTWARE of sysexits.h: an internal fault."""

_NOT_ASCII = re.compile(r"[^\x00-\x7f]+")
_LONG_NUMBER = re.compile(r"\d{7,}[\dXx]*")

_NAME = "mingbai-fault.txt"


def apologise(fault: BaseException, folder: Path) -> str:
    """A fault → words for the screen; the details go into a file in *folder*, else a temporary one.

    The report holds the traceback, the versions and the command. Messages of exceptions may quote
    the data: of them only ASCII words are kept, and no number that could be somebody's.
    """
    home = str(Path.home())
    details = "".join(_without_data(line) for line in traceback.format_exception(fault))
    version = f"Python {platform.python_version()} {platform.system()} {platform.machine()}"
    text = f"{version}\n{' '.join(sys.argv[1:])}\n\n{details}"
    text = text.replace(home, "~") if len(home) > 1 else text
    path = _write(folder, text) or _write(Path(tempfile.gettempdir()), text)
    where = f"详情写在 {path}，请把它发给维护人员。" if path else "详情没有地方写。"
    return f"程序自己出了毛病，不是您的数据有错，网站没有改动。{where}"


def _without_data(line: str) -> str:
    """A line of a traceback → the same without Chinese words and long numbers."""
    return _LONG_NUMBER.sub("#", _NOT_ASCII.sub("…", line))


def _write(folder: Path, text: str) -> Path | None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / _NAME
        path.write_text(text, encoding="utf-8")
    except OSError:
        return None
    return path
