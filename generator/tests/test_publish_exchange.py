"""Swapping two folders: at once where the system can, and said where it cannot."""

from __future__ import annotations

import ctypes
import errno
from pathlib import Path

import pytest

from generator.publish.exchange import exchange


@pytest.mark.parametrize("number", [errno.EINVAL, errno.ENOSYS, errno.EOPNOTSUPP])
def test_a_system_that_cannot_swap_is_no_failure(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    monkeypatch.setattr(ctypes, "CDLL", lambda *_, **__: _Libc(number))
    assert exchange(tmp_path / "new", tmp_path / "live") is False


def test_any_other_failure_of_swapping_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ctypes, "CDLL", lambda *_, **__: _Libc(errno.EBUSY))
    with pytest.raises(OSError, match="busy") as failure:
        exchange(tmp_path / "new", tmp_path / "live")
    assert failure.value.errno == errno.EBUSY


class _Libc:
    """A C library whose swap always fails, for one reason."""

    def __init__(self, number: int) -> None:
        self._number = number

    def renameat2(self, *_: object) -> int:
        ctypes.set_errno(self._number)
        return -1
