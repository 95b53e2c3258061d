"""Publishing: the folder changes at once or not at all, whatever happens to the build."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from generator.publish import sync
from generator.publish.sync import MARKER, PublishRefused, put, staging, swap
from generator.tests.publish_district import tree

_MUTATING = {"os.mkdir", "os.link", "os.rename", "os.remove", "os.rmdir", "os.truncate"}
_fuse: list[int] = []
"""How many more changes of the disk are allowed; empty for no limit."""


class Killed(BaseException):
    """What a build feels when it is killed; from then on it cannot change anything."""


def _count_down(event: str, details: tuple[object, ...]) -> None:
    if not _fuse:
        return
    writes = (
        event == "open" and isinstance(details[2], int) and details[2] & (os.O_WRONLY | os.O_RDWR)
    )
    if writes or event in _MUTATING:
        if _fuse[0] == 0:
            raise Killed
        _fuse[0] -= 1


sys.addaudithook(_count_down)


@contextmanager
def killed_after(changes: int) -> Iterator[None]:
    _fuse.append(changes)
    try:
        yield
    finally:
        _fuse.clear()


def files_of(edition: str) -> dict[str, str]:
    return {"index.html": edition, "same.html": "same", f"pages/{edition}/x.html": edition}


def build(root: Path, edition: str, out: Path | None = None) -> None:
    with staging(out or root / "site", root / ".build") as stage:
        for path, text in files_of(edition).items():
            put(stage, path, text.encode())
        swap(stage)


def published(root: Path) -> str:
    """The edition that stands in the site, or what is wrong with it."""
    files = tree(root / "site") if (root / "site").exists() else {}
    files.pop(MARKER, None)
    for edition in ("first", "second", "third"):
        if files == {path: text.encode() for path, text in files_of(edition).items()}:
            return edition
    return "no site" if not files else f"a broken site: {sorted(files)}"


def desk_of(root: Path) -> list[str]:
    return sorted(entry.name for entry in next((root / ".build" / "publish").iterdir()).iterdir())


def cannot_exchange(*folders: Path) -> bool:
    assert len(folders) == 2
    return False


@pytest.fixture(params=["at once", "by two renames"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    if request.param == "by two renames":
        monkeypatch.setattr(sync, "exchange", cannot_exchange)
    return str(request.param)


def test_a_second_build_replaces_the_first_and_keeps_it_aside(tmp_path: Path, way: str) -> None:
    del way
    build(tmp_path, "first")
    build(tmp_path, "second")
    assert published(tmp_path) == "second"
    assert desk_of(tmp_path) == ["lock", "old"]
    build(tmp_path, "third")
    assert published(tmp_path) == "third"


def test_unchanged_files_keep_their_place_on_the_disk(tmp_path: Path) -> None:
    build(tmp_path, "first")
    before = {name: (tmp_path / "site" / name).stat() for name in ("same.html", "index.html")}
    build(tmp_path, "second")
    after = {name: (tmp_path / "site" / name).stat() for name in before}
    assert after["same.html"].st_ino == before["same.html"].st_ino
    assert after["index.html"].st_ino != before["index.html"].st_ino


def test_a_build_given_up_leaves_the_site_and_no_litter(tmp_path: Path) -> None:
    build(tmp_path, "first")
    with staging(tmp_path / "site", tmp_path / ".build") as stage:
        put(stage, "index.html", b"second")
    assert published(tmp_path) == "first"
    assert desk_of(tmp_path) == ["lock"]


def test_killed_at_any_change_of_the_disk_there_is_one_whole_site(tmp_path: Path, way: str) -> None:
    kills, gone = 0, 0
    while True:
        root = tmp_path / str(kills)
        root.mkdir()
        build(root, "first")
        try:
            with killed_after(kills):
                build(root, "second")
        except Killed:
            state = published(root)
            gone += state == "no site"
            assert state in {"first", "second", "no site"}
            with staging(root / "site", root / ".build"):
                assert published(root) in {"first", "second"}
            build(root, "third")
            assert (published(root), desk_of(root)) == ("third", ["lock", "old"])
            kills += 1
        else:
            break
    assert kills > 8
    assert gone == (1 if way == "by two renames" else 0)


def test_a_full_disk_is_said_and_changes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build(tmp_path, "first")

    def full(path: object, *_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device", str(path))

    with monkeypatch.context() as broken:
        broken.setattr(os, "mkdir", full)
        with pytest.raises(PublishRefused, match="磁盘满了"):
            build(tmp_path, "second")
    assert published(tmp_path) == "first"


@pytest.mark.parametrize(("number", "words"), [(errno.EBUSY, "挂载点"), (errno.EXDEV, "文件系统")])
def test_a_mount_point_is_refused_with_the_cause(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, words: str
) -> None:
    build(tmp_path, "first")

    def mounted(*folders: Path) -> bool:
        raise OSError(number, os.strerror(number), str(folders[1]))

    monkeypatch.setattr(sync, "exchange", mounted)
    with pytest.raises(PublishRefused, match=words) as refusal:
        build(tmp_path, "second")
    assert refusal.value.problem.hint == "原来的网站没有动。解决之后再运行一遍"
    assert published(tmp_path) == "first"


def test_a_rename_that_fails_halfway_is_put_right(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build(tmp_path, "first")
    monkeypatch.setattr(sync, "exchange", cannot_exchange)
    with killed_after(0), pytest.raises(Killed):
        build(tmp_path, "second")
    build(tmp_path, "second")
    assert published(tmp_path) == "second"


@pytest.mark.parametrize(
    ("names", "said"),
    [(["thesis.doc"], "thesis.doc"), ([".git"], ".git"), (["a", "b", "c", "d"], "a、b、c 等")],
)
def test_a_folder_of_somebody_else_is_not_replaced(
    tmp_path: Path, names: list[str], said: str
) -> None:
    site = tmp_path / "site"
    site.mkdir()
    for name in names:
        (site / name).write_text("mine", encoding="utf-8")
    with pytest.raises(PublishRefused, match=f"不是明白账生成的内容（{said}）"):
        build(tmp_path, "first")
    assert sorted(tree(site)) == names


def test_a_strange_file_put_into_our_site_is_not_lost(tmp_path: Path) -> None:
    build(tmp_path, "first")
    (tmp_path / "site" / "CNAME").write_text("gov.example", encoding="utf-8")
    with pytest.raises(PublishRefused, match="CNAME"):
        build(tmp_path, "second")
    (tmp_path / "site" / "CNAME").unlink()
    (tmp_path / "site" / ".DS_Store").write_bytes(b"left by a file browser")
    build(tmp_path, "second")
    assert published(tmp_path) == "second"


def test_an_empty_folder_may_be_published_to(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    build(tmp_path, "first")
    assert published(tmp_path) == "first"


def test_a_file_in_the_way_is_refused(tmp_path: Path) -> None:
    (tmp_path / "site").write_text("mine", encoding="utf-8")
    with pytest.raises(PublishRefused, match="它是一个文件"):
        build(tmp_path, "first")


def test_two_builds_at_a_time_do_not_mix(tmp_path: Path) -> None:
    build(tmp_path, "first")
    with (
        staging(tmp_path / "site", tmp_path / ".build"),
        pytest.raises(PublishRefused, match="另一次构建"),
    ):
        build(tmp_path, "second")
    assert published(tmp_path) == "first"


def test_a_link_to_a_folder_elsewhere_is_followed(tmp_path: Path) -> None:
    (tmp_path / "www").mkdir()
    (tmp_path / "site").symlink_to(tmp_path / "www")
    build(tmp_path, "first")
    build(tmp_path, "second")
    assert (tmp_path / "site").is_symlink()
    assert published(tmp_path) == "second"


@pytest.mark.parametrize("path", ["../x", "/x", "a/../../x", "a//b", "./x", "", "a\\b", "a/."])
def test_nothing_is_written_outside_the_site(tmp_path: Path, path: str) -> None:
    with (
        staging(tmp_path / "site", tmp_path / ".build") as stage,
        pytest.raises(ValueError, match="not a path"),
    ):
        put(stage, path, b"")
