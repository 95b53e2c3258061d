"""All that a run is made from → one name for it, so that the same is not made again.

The name covers the data, the hand-written pages, this program and the packages it prints with. It
is taken before anything is read and again afterwards: what changed in between is not kept.
"""

from __future__ import annotations

import hashlib
import importlib.metadata
from collections.abc import Iterable, Iterator
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
    for label, path in (*_of_district(root), *_own()):
        _add(digest, label, path)
    return digest.hexdigest()


def fingerprint_of(folder: Path) -> str:
    """Any folder → the name of all files in it."""
    digest = hashlib.sha256()
    for path in _files(folder.rglob("*")):
        _add(digest, path.relative_to(folder).as_posix(), path)
    return digest.hexdigest()


def _of_district(root: Path) -> Iterator[tuple[str, Path]]:
    for tree in _TREES:
        for path in _files((root / tree).rglob("*")):
            yield path.relative_to(root).as_posix(), path
    for name in _FILES:
        yield name, root / name


def _own() -> Iterator[tuple[str, Path]]:
    for path in _files(PACKAGE.rglob("*")):
        inside = path.relative_to(PACKAGE)
        if not {*_NOT_IN_IT}.intersection(inside.parts):
            yield inside.as_posix(), path


def _files(paths: Iterable[Path]) -> list[Path]:
    return sorted(path for path in paths if not path.is_dir())


def _add(digest: hashlib._Hash, label: str, path: Path) -> None:
    """A file and its name; what cannot be read counts as such."""
    try:
        content = path.read_bytes() if path.is_file() else b"\x00absent"
    except OSError:
        content = b"\x00unreadable"
    digest.update(f"{label}\n{len(content)}\n".encode())
    digest.update(content)


def _version(package: str) -> str:
    try:
        return importlib.metadata.version(package)
    except importlib.metadata.PackageNotFoundError:
        return ""
