"""What a person calls a village → its file, found without reading the district."""

from __future__ import annotations

import re
from pathlib import Path


def village_named(root: Path, name: str) -> str | None:
    """An id or a name → the id of the village that nobody else can be meant instead of.

    None where that takes more than a look into the files of the villages.
    """
    paths = (path for path in root.glob("villages/*/*.y*ml") if path.parent.name[:1] != "_")
    near = [path for path in paths if _may_be(path, name)]
    if len(near) != 1:
        return None
    path = near[0]
    identity = f"{path.parent.name}/{path.stem}"
    says = re.compile(rf"^(?:名称|全称): *{re.escape(name)} *$", re.MULTILINE)
    is_meant = name in (identity, path.stem) or says.search(plain_text(path) or "")
    return identity if is_meant else None


def _may_be(path: Path, name: str) -> bool:
    text = plain_text(path)
    own = (path.stem, f"{path.parent.name}/{path.stem}")
    return text is None or name in own or name in text


def plain_text(path: Path) -> str | None:
    """The text of a file; None where a word in it may be written in another way."""
    try:
        text = path.read_bytes().decode("utf-8")
    except (OSError, ValueError):
        return None
    return None if "\\" in text else text
