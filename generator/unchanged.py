"""All that a run is made from → one name for it, so that the same is not made again.

The name covers the data, the hand-written pages, this program and the packages it prints with. It
is taken before anything is read and again afterwards: what changed in between is not kept.
"""

from __future__ import annotations

import hashlib
import importlib.metadata
import os
from functools import cache
from pathlib import Path

from generator.settings import PACKAGE

_TREES = ("powers", "villages", "content")
_FILES = ("mkdocs.yml",)
_NOT_IN_IT = ("tests", "bench", "__pycache__")
_PACKAGES = (
    *("typst", "pikepdf", "fonttools", "justmytype-intl-cjk"),
    *("pydantic", "PyYAML", "pypinyin", "segno"),
)
"""What a handbook depends on beside our own files."""


def fingerprint(root: Path) -> str:
    """The folder of a district → the name of all that its handbooks are made from."""
    digest = hashlib.sha256()
    for package in _PACKAGES:
        digest.update(f"{package} {_version(package)}\n".encode())
    for tree in _TREES:
        _add(digest, tree, root / tree)
    for name in _FILES:
        _add_file(digest, name, root / name)
    _add(digest, "", PACKAGE, _NOT_IN_IT)
    return digest.hexdigest()


def fingerprint_of(folder: Path) -> str:
    """Any folder → the name of all files in it."""
    digest = hashlib.sha256()
    _add(digest, "", folder)
    return digest.hexdigest()


def _add(digest: hashlib._Hash, label: str, folder: Path, without: tuple[str, ...] = ()) -> None:
    """All files of a folder, sorted by their names; none where there is no such folder.

    Some two thousand files are read at each run, so nothing is made of a file but its text.
    """
    top = len(str(folder))
    for place, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if name not in without)
        inside = place[top:].replace(os.sep, "/")
        for name in sorted(name for name in files if name not in without):
            _add_file(digest, f"{label}{inside}/{name}", Path(place, name))


def _add_file(digest: hashlib._Hash, label: str, path: Path) -> None:
    """A file and its name; what cannot be read counts as such."""
    try:
        content = _read(path) if path.is_file() else b"\x00absent"
    except OSError:
        content = b"\x00unreadable"
    digest.update(f"{label}\n{len(content)}\n".encode())
    digest.update(content)


def _read(path: Path) -> bytes:
    with path.open("rb", buffering=0) as file:
        return file.read()


@cache
def _version(package: str) -> str:
    try:
        return importlib.metadata.version(package)
    except importlib.metadata.PackageNotFoundError:
        return ""
