"""What the command line asked for: read once, then frozen."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

PACKAGE = Path(__file__).parent
"""The folder of this package: templates, assets and frame lie in it."""


@dataclass(frozen=True, slots=True)
class Settings:
    """One run: where the district's data lies, where the site goes, and how much of it to make.

    *only* is a body or village id for a preview; *prints* says whether handbooks are made.
    *last_good* is the folder of what was last published well, None where nothing is held back;
    *drop* are bodies that may be left out where nothing of theirs was; *strict* makes 提醒 fatal.
    """

    root: Path
    out: Path
    only: str = ""
    prints: bool = True
    last_good: Path | None = None
    drop: frozenset[str] = frozenset()
    strict: bool = False

    @property
    def workshop(self) -> Path:
        """The folder for staging, caches and fonts, beside the data (`.build/`)."""
        return self.root / ".build"
