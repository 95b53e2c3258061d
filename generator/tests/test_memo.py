"""Kept results: found again, made anew when damaged, and not more of them than wanted."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from generator.publish.memo import key_of, prune, recall, remember


class _Maker:
    """Counts how often a result had to be made."""

    def __init__(self) -> None:
        self.times = 0

    def __call__(self) -> bytes:
        self.times += 1
        return "手册".encode()


def test_a_result_is_made_once_and_then_found(tmp_path: Path) -> None:
    make = _Maker()
    key = key_of("手册", b"1")
    assert [remember(tmp_path, key, make) for _ in range(3)] == ["手册".encode()] * 3
    assert make.times == 1


@pytest.mark.parametrize("damage", [b"", b"x", b"\0" * 40])
def test_a_damaged_result_is_made_anew(tmp_path: Path, damage: bytes) -> None:
    make = _Maker()
    key = key_of("手册")
    remember(tmp_path, key, make)
    (tmp_path / "memo" / key).write_bytes(damage)
    assert recall(tmp_path, key) is None
    assert remember(tmp_path, key, make) == "手册".encode()
    assert make.times == 2
    assert recall(tmp_path, key) == "手册".encode()


def test_a_failure_leaves_nothing_behind(tmp_path: Path) -> None:
    def fails() -> bytes:
        raise ValueError("没有排成")

    with pytest.raises(ValueError, match="没有排成"):
        remember(tmp_path, key_of("手册"), fails)
    assert list(tmp_path.rglob("*.part")) == []
    assert recall(tmp_path, key_of("手册")) is None


def test_where_parts_end_belongs_to_the_key() -> None:
    assert key_of("ab", "c") != key_of("a", "bc")
    assert key_of("a") == key_of(b"a")


def test_the_results_not_used_for_the_longest_time_go_first(tmp_path: Path) -> None:
    keys = [key_of(str(n)) for n in range(4)]
    for age, key in enumerate(keys):
        remember(tmp_path, key, _Maker())
        os.utime(tmp_path / "memo" / key, (age, age))
    assert recall(tmp_path, keys[0]) is not None  # Used again: it is the youngest now.
    prune(tmp_path, most=2)
    assert [recall(tmp_path, key) is not None for key in keys] == [True, False, False, True]


def test_pruning_a_folder_that_is_not_there_does_nothing(tmp_path: Path) -> None:
    prune(tmp_path / "none")
    assert list(tmp_path.iterdir()) == []
