"""A fault of the program → a short apology and a report file, never a traceback on the screen."""

from __future__ import annotations

import platform
import sys
import tempfile
import traceback
from pathlib import Path

EXIT_CODE = 70
"""EX_SOFTWARE of sysexits.h: an internal fault."""

_NAME = "mingbai-fault.txt"


def apologise(fault: BaseException, folder: Path) -> str:
    """A fault → words for the screen; the details go into a file in *folder*, else a temporary one.

    The report holds the traceback, the versions and the command; no data of the district.
    """
    details = "".join(traceback.format_exception(fault))
    version = f"Python {platform.python_version()} {platform.system()} {platform.machine()}"
    text = f"{version}\n{' '.join(sys.argv[1:])}\n\n{details}"
    path = _write(folder, text) or _write(Path(tempfile.gettempdir()), text)
    where = f"详情写在 {path}，请把它发给维护人员。" if path else "详情没有地方写。"
    return f"程序自己出了毛病，不是您的数据有错，网站没有改动。{where}"


def _write(folder: Path, text: str) -> Path | None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / _NAME
        path.write_text(text, encoding="utf-8")
    except OSError:
        return None
    return path
