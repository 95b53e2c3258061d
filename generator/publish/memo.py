"""Keep an expensive result by the hash of its inputs, below `.build/memo/`.

An entry is one file: the SHA-256 of the content, then the content. A file that was cut off or
changed does not match its own hash and is made anew, so nothing here needs repair by hand.
"""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Callable
from pathlib import Path

ENTRIES = 2000
"""How many results are kept; the ones that were not used for the longest time go first."""

_DIGEST = 32


def key_of(*parts: bytes | str) -> str:
    """The inputs of a result, in order → its key; ("ab", "c") and ("a", "bc") differ."""
    digest = hashlib.sha256()
    for part in parts:
        content = part.encode() if isinstance(part, str) else part
        digest.update(len(content).to_bytes(8, "big"))
        digest.update(content)
    return digest.hexdigest()


def remember(workshop: Path, key: str, make: Callable[[], bytes]) -> bytes:
    """The kept result of *key*, else what *make* gives, kept for the next time."""
    kept = recall(workshop, key)
    if kept is not None:
        return kept
    content = make()
    keep(workshop, key, content)
    return content


def recall(workshop: Path, key: str) -> bytes | None:
    """The result kept under *key*; None where there is none, or only a damaged one."""
    path = _entry(workshop, key)
    try:
        stored = path.read_bytes()
    except OSError:
        return None
    digest, content = stored[:_DIGEST], stored[_DIGEST:]
    if hashlib.sha256(content).digest() != digest:
        return None
    _mark_used(path)
    return content


def keep(workshop: Path, key: str, content: bytes) -> None:
    """Write *content* under *key*, at once or not at all; the oldest entries make room."""
    path = _entry(workshop, key)
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor, unfinished = tempfile.mkstemp(dir=path.parent, suffix=".part")
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(hashlib.sha256(content).digest() + content)
        Path(unfinished).replace(path)
    except BaseException:
        Path(unfinished).unlink(missing_ok=True)
        raise


def prune(workshop: Path, most: int = ENTRIES) -> None:
    """Leave the *most* recently used files; unfinished ones of a killed run grow old and go too."""
    folder = _folder(workshop)
    if not folder.is_dir():
        return
    aged = sorted(((_last_used(path), path.name, path) for path in folder.iterdir()), reverse=True)
    for _, _, path in aged[most:]:
        path.unlink(missing_ok=True)


def _folder(workshop: Path) -> Path:
    return workshop / "memo"


def _entry(workshop: Path, key: str) -> Path:
    return _folder(workshop) / key


def _mark_used(path: Path) -> None:
    """Move the entry to the young end; a cache on a read-only disk just stays as it is."""
    try:
        os.utime(path)
    except OSError:
        return


def _last_used(path: Path) -> int:
    """When an entry was last used; one that another run has just removed counts as oldest."""
    try:
        return path.stat().st_mtime_ns
    except OSError:
        return 0
