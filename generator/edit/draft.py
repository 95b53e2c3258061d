"""New text for a district's folder → files on disk, never over one that is there."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path
from string import Template

from generator.edit.places import replace_file, same_name

_BLANK = Path(__file__).parent / "blank"
_PLAIN = re.compile(r"[\w（）《》、，。—·“”][\w（）《》、，。—·“” -]*(?<! )")


class Refused(Exception):
    """Nothing was written; the sentence says why."""


@dataclass(frozen=True, slots=True)
class Draft:
    """Text for the file *label* below the root.

    *behind* says that it goes behind what stands there, *replaces* what it takes the place of.
    """

    label: str
    text: str
    behind: bool = False
    replaces: str | None = None


def filled(blank: str, words: dict[str, str]) -> str:
    """The name of a blank form and words for its gaps → text; a line that stays empty is left out.

    A gap that stands in front of several lines keeps its indent before each of them.
    """
    rows: list[str] = []
    for row in (_BLANK / blank).read_text(encoding="utf-8").splitlines():
        text = Template(row).substitute(words)
        indent = row[: len(row) - len(row.lstrip())]
        rows += [text.replace("\n", f"\n{indent}")] if text.strip() else []
    return "\n".join(rows) + "\n"


def scalar(text: str) -> str:
    """A text → the same as a value in YAML, quoted where its signs would mean something."""
    return text if _PLAIN.fullmatch(text) else json.dumps(text, ensure_ascii=False)


def write(root: Path, drafts: tuple[Draft, ...]) -> tuple[Path, ...]:
    """Write drafts below *root*, all or none, and say where; `Refused` where a file is in the way.

    A file of the same name that ends in .yaml, or in letters of another case, is in the way too.
    """
    paths = tuple(root / draft.label for draft in drafts)
    for draft, path in zip(drafts, paths, strict=True):
        there = None if draft.behind or draft.replaces is not None else same_name(path)
        if there:
            raise Refused(f"已经有 {there.relative_to(root).as_posix()}，不覆盖它")
    for draft, path in zip(drafts, paths, strict=True):
        path.parent.mkdir(parents=True, exist_ok=True)
        if draft.replaces is not None:
            replace_file(path, draft.text.encode())
            continue
        with path.open("a" if draft.behind else "x", encoding="utf-8", newline="\n") as opened:
            opened.write(draft.text)
    return paths
