"""Two folders → the same two with their names swapped, at once where the system can."""

from __future__ import annotations

import ctypes
import errno
import os
import sys
import time
from pathlib import Path

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2
_RENAME_SWAP = 2
_CANNOT = frozenset({errno.EINVAL, errno.ENOSYS, errno.EOPNOTSUPP, errno.ENOTSUP})


def exchange(new: Path, live: Path) -> bool:
    """Swap two folders in one step; False where this system or file system has no such step.

    Linux renameat2(RENAME_EXCHANGE), macOS renamex_np(RENAME_SWAP). OSError on other failures.
    """
    if sys.platform == "win32":
        return False
    libc = ctypes.CDLL(None, use_errno=True)
    names = os.fsencode(new), os.fsencode(live)
    if hasattr(libc, "renameat2"):
        failed = libc.renameat2(_AT_FDCWD, names[0], _AT_FDCWD, names[1], _RENAME_EXCHANGE)
    elif hasattr(libc, "renamex_np"):
        failed = libc.renamex_np(*names, _RENAME_SWAP)
    else:
        return False
    if not failed:
        return True
    reason = ctypes.get_errno()
    if reason in _CANNOT:
        return False
    raise OSError(reason, os.strerror(reason), str(live))


def rename(old: Path, new: Path) -> None:
    """Rename a folder; on Windows, where a scanner may hold it open, a few times over."""
    for pause in (0.1, 0.4, 1.6) if sys.platform == "win32" else ():
        try:
            old.rename(new)
        except PermissionError:
            time.sleep(pause)
        else:
            return
    old.rename(new)
