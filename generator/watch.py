"""The folder of a district → the files its site is made from, with the time and size of each."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from itertools import islice
from pathlib import Path

from generator.load import read_file
from generator.load.law_texts import MOST_LAWS
from generator.settings import PACKAGE

Stamps = dict[str, tuple[int, int]]
"""The path of each file → when it was written and how many bytes it has."""


def inputs_of(root: Path) -> tuple[Path, ...]:
    """A district's folder → the folders and files its site is made from: its own and ours."""
    theirs = (root / name for name in ("powers", "villages", "content", "mkdocs.yml"))
    return (*theirs, *(PACKAGE / name for name in ("templates", "assets", "frame")))


def law_folder(root: Path) -> Path | None:
    """A district's folder → the folder of law texts that its 区情 names at this moment."""
    tree, _ = read_file(root / "powers" / "district.yml")
    named = tree.child("法律文本") if tree else None
    return root / named.content if named and isinstance(named.content, str) else None


def file_stamps(watched: Iterable[Path], laws: Path | None = None) -> Stamps:
    """Folders and files → the stamps of all below them, and of the law texts in the folder *laws*.

    Only times and sizes are asked for: a thousand laws of some MB cost a hundredth of a second.
    """
    found = [entry for place in watched for entry in _below(place)]
    if laws:
        below = islice(_below(laws), MOST_LAWS)
        found += (entry for entry in below if os.fspath(entry).endswith(".md"))
    stamps = {}
    for entry in found:
        with suppress(OSError):  # Editors' files go away between listing and looking.
            status = entry.stat()
            stamps[os.fspath(entry)] = (status.st_mtime_ns, status.st_size)
    return stamps


def _below(place: Path) -> Iterator[Path | os.DirEntry[str]]:
    """Everything below a folder, or the file itself; what is not there holds nothing."""
    if place.is_file():
        yield place
        return
    folders = [os.fspath(place)]
    while folders:
        with suppress(OSError), os.scandir(folders.pop()) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    folders.append(entry.path)
                yield entry
