"""A printed document as it is read → as it is wanted: larger, as sheets to fold, with crop marks.

What was finished is kept in the memo.
"""

from __future__ import annotations

import importlib.metadata
from dataclasses import dataclass, replace
from pathlib import Path

from generator.publish import memo
from generator.publish.fold import Fold

LARGE = "大字版"
IMPOSED = "拼版"


@dataclass(frozen=True, slots=True)
class Finish:
    """What is done to the A5 pages of a document.

    *large* lays them on A4, 12 pt become 17 pt; *fold* lays two of them on a sheet; *marks* adds
    what a print shop cuts by.
    """

    large: bool = False
    fold: Fold | None = None
    marks: bool = False

    @property
    def ending(self) -> str:
        """What the names of finished files end in, before `.pdf`."""
        told = (("-large", self.large), ("-imposed", self.fold), ("-marks", self.marks))
        return "".join(word for word, is_wanted in told if is_wanted)


def finished(content: bytes, finish: Finish, workshop: Path) -> bytes:
    """A PDF → the same finished; the same bytes for the same input."""
    if finish == Finish():
        return content
    own = [path.read_bytes() for path in sorted(Path(__file__).parent.glob("*.py"))]
    key = memo.key_of(content, repr(finish), importlib.metadata.version("pikepdf"), *own)
    return memo.remember(workshop, key, lambda: _made(content, finish))


def _made(content: bytes, finish: Finish) -> bytes:
    from generator.publish import enlarge, impose, marks  # They need what only printing needs.

    if finish.large:
        content = enlarge.enlarged(content, LARGE)
    if finish.fold:
        fold = replace(finish.fold, ticks=not finish.marks)  # Else marks show it, off the page.
        content = impose.imposed(content, fold, IMPOSED)
    return marks.marked(content, folded=finish.fold is not None) if finish.marks else content
