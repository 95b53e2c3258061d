"""A district's folder → its YAML files, and bytes → the file they replace."""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path

from generator.load.one import read_one


def yaml_files(root: Path) -> tuple[Path, ...]:
    """Every YAML file of the two trees, sorted; links are not followed."""
    found = (path for tree in ("powers", "villages") for path in (root / tree).rglob("*.y*ml"))
    return tuple(sorted(path for path in found if path.is_file() and not path.is_symlink()))


def level_names(root: Path) -> frozenset[str]:
    """The words of 风险等级, which open a risk point as names of fields do."""
    path = root / "powers/vocabulary.yml"
    tree, _ = read_one(path, path.as_posix(), rows=False)
    rows = tree.nearest("风险等级").content if tree else []
    names = [row.nearest("名称").content for row in rows] if isinstance(rows, list) else []
    return frozenset(name for name in names if isinstance(name, str))


def replace_file(path: Path, content: bytes) -> None:
    """Put *content* in place of a file at once, so that an interruption leaves the old one.

    What is written first has a name of chance, so that no link that lies there is followed.
    """
    number, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".tmp", dir=path.parent)
    beside = Path(name)
    try:
        with os.fdopen(number, "wb") as opened:
            opened.write(content)
        shutil.copymode(path, beside, follow_symlinks=False)
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)


def same_name(path: Path) -> Path | None:
    """A file that stands where *path* is to be: also .yaml for .yml, in letters of any case.

    Windows and macOS take names that differ in case for one.
    """
    wanted = {path.name.lower(), path.with_suffix(".yaml").name.lower()}
    if not path.parent.is_dir():
        return None
    return next((each for each in path.parent.iterdir() if each.name.lower() in wanted), None)
