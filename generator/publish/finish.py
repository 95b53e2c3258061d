"""A printed document as it is read → as it is wanted: larger, or as it is; kept in the memo."""

from __future__ import annotations

import importlib.metadata
from dataclasses import dataclass
from pathlib import Path

from generator.publish import memo

LARGE = "大字版"


@dataclass(frozen=True, slots=True)
class Finish:
    """What is done to the A5 pages of a document; *large* lays them on A4, 12 pt become 17 pt."""

    large: bool = False

    @property
    def ending(self) -> str:
        """What the names of finished files end in, before `.pdf`."""
        return "-large" if self.large else ""


def finished(content: bytes, finish: Finish, workshop: Path) -> bytes:
    """A PDF → the same finished; the same bytes for the same input."""
    if finish == Finish():
        return content
    own = [path.read_bytes() for path in sorted(Path(__file__).parent.glob("*.py"))]
    key = memo.key_of(content, repr(finish), importlib.metadata.version("pikepdf"), *own)
    return memo.remember(workshop, key, lambda: _made(content, finish))


def _made(content: bytes, finish: Finish) -> bytes:
    from generator.publish.enlarge import enlarged  # It needs what only printing needs.

    return enlarged(content, LARGE) if finish.large else content
