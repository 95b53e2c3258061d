"""Files made one by one → the published folder, changed at once or not at all.

A build writes into a folder of its own (*next*) on the same file system, under a lock, and swaps it
with the published one when everything is there. The former site stays beside it (*old*) until the
next build. Where the system cannot swap, two renames do it, with a note (*journal*) from which the
next build puts things right. Files are replaced, never written in place, so unchanged ones may be
hard links to those of the present site.
"""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path, PurePosixPath

from generator.problem import Problem, Span, error
from generator.publish.exchange import exchange, rename
from generator.publish.lock import Busy, locked

MARKER = ".mingbai"
_MARKER_TEXT = "这个文件夹由明白账生成，每次发布整个换新。下面是它顶层的全部名称。\n"
_LEFT_BY_OTHERS = frozenset({".DS_Store", "Thumbs.db", "desktop.ini"})
_CAUSES = {
    errno.EBUSY: "它是一个挂载点，或正被系统占用",
    errno.EXDEV: "它和工作文件夹不在同一个文件系统上",
    errno.ENOSPC: "磁盘满了",
    errno.EDQUOT: "磁盘配额用完了",
    errno.EACCES: "没有写入的权限",
    errno.EPERM: "没有写入的权限",
    errno.EROFS: "这个磁盘只能读",
}


class PublishRefused(Exception):
    """The disk does not allow publishing; *problem* says why and 怎么改. The site is as it was."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.sentence)
        self.problem = problem


@dataclass(frozen=True, slots=True)
class Staging:
    """A build under way: *live* is the published folder, *desk* holds what is being made."""

    live: Path
    desk: Path

    @property
    def next(self) -> Path:
        """The site being made."""
        return self.desk / "next"

    @property
    def old(self) -> Path:
        """The site before, kept until the next build."""
        return self.desk / "old"

    @property
    def journal(self) -> Path:
        """The note that two renames are under way."""
        return self.desk / "journal"


@contextmanager
def staging(out: Path, workshop: Path) -> Iterator[Staging]:
    """A place to make the site in; PublishRefused when *out* cannot or must not be replaced."""
    live = out.resolve()
    with _disk_matters(live):
        _refuse_foreign(live)
        workshop.mkdir(parents=True, exist_ok=True)
        live.parent.mkdir(parents=True, exist_ok=True)
        stage = Staging(live, _desk(live, workshop.resolve()))
        stage.desk.mkdir(parents=True, exist_ok=True)
    try:
        with locked(stage.desk / "lock"):
            yield from _under_lock(stage)
    except Busy:
        sentence = "另一次构建正在发布到同一个文件夹"
        raise _refusal(live, sentence, "等那一次做完，再运行一遍") from None


def _under_lock(stage: Staging) -> Iterator[Staging]:
    with _disk_matters(stage.live):
        _heal(stage)
        _sweep(stage)
        stage.next.mkdir()
    try:
        yield stage
    finally:
        if not stage.journal.exists():
            shutil.rmtree(stage.next, ignore_errors=True)


def put(stage: Staging, path: str, content: bytes) -> None:
    """Write a file of the next site; an unchanged one becomes another name of the present file."""
    parts = PurePosixPath(path).parts
    if not parts or path != "/".join(parts) or {".", "..", "/"} & set(parts) or "\\" in path:
        raise ValueError(f"not a path below the site: {path!r}")
    target = stage.next.joinpath(*parts)
    with _disk_matters(stage.live):
        target.parent.mkdir(parents=True, exist_ok=True)
        if not _linked(stage.live.joinpath(*parts), target, content):
            with target.open("xb") as file:
                file.write(content)


def swap(stage: Staging) -> None:
    """Make what was put the published site, at once."""
    with _disk_matters(stage.live):
        names = sorted(entry.name for entry in stage.next.iterdir())
        put(stage, MARKER, (_MARKER_TEXT + "".join(f"{name}\n" for name in names)).encode())
        if not stage.live.exists():
            rename(stage.next, stage.live)
        elif exchange(stage.next, stage.live):
            rename(stage.next, stage.old)
        else:
            _swap_by_two_renames(stage)


def _swap_by_two_renames(stage: Staging) -> None:
    """For a moment there is no site; a build killed in that moment is healed by the next one."""
    stage.journal.write_text(f"{stage.live}\n", encoding="utf-8")
    rename(stage.live, stage.old)
    rename(stage.next, stage.live)
    stage.journal.unlink()


def _heal(stage: Staging) -> None:
    if not stage.journal.exists():
        return
    if not stage.live.exists():
        rename(stage.next if stage.next.exists() else stage.old, stage.live)
    stage.journal.unlink()


def _sweep(stage: Staging) -> None:
    """Remove what former builds left: the old site, and whatever a killed one had made."""
    for folder in (stage.next, stage.old):
        if folder.exists():
            shutil.rmtree(folder)


def _linked(present: Path, target: Path, content: bytes) -> bool:
    try:
        if present.is_symlink() or present.stat().st_size != len(content):
            return False
        if present.read_bytes() != content:
            return False
        os.link(present, target)
    except OSError:
        return False
    return True


def _desk(live: Path, workshop: Path) -> Path:
    """A folder on the file system of *live*: in the workshop if that is there, else beside it."""
    name = f"{live.name}-{sha256(os.fsencode(live)).hexdigest()[:8]}"
    if workshop.stat().st_dev == live.parent.stat().st_dev:
        return workshop / "publish" / name
    return live.parent / f".{name}"


def _refuse_foreign(live: Path) -> None:
    """PublishRefused when *live* holds anything that was not published by us."""
    if not live.exists():
        return
    if not live.is_dir():
        raise _refusal(live, "它是一个文件，不是文件夹", "换一个 --out，或先把这个文件移走")
    names = {entry.name for entry in live.iterdir()} - _LEFT_BY_OTHERS
    marker = live / MARKER
    ours = set(marker.read_text(encoding="utf-8").splitlines()) if marker.is_file() else set()
    strange = sorted(names - ours - {MARKER})
    if strange:
        listed = "、".join(strange[:3]) + (" 等" if len(strange) > 3 else "")
        hint = "发布会整个换掉这个文件夹：请把它们移到别处，或换一个 --out"
        raise _refusal(live, f"里面有不是明白账生成的内容（{listed}）", hint)


@contextmanager
def _disk_matters(live: Path) -> Iterator[None]:
    try:
        yield
    except OSError as failure:
        cause = _CAUSES.get(failure.errno or 0, f"系统说：{failure.strerror or failure}")
        raise _refusal(live, cause, "原来的网站没有动。解决之后再运行一遍") from failure


def _refusal(live: Path, cause: str, hint: str) -> PublishRefused:
    sentence = f"不能发布到 {live}：{cause}"
    return PublishRefused(error("publish-refused", sentence, Span(str(live)), hint))
