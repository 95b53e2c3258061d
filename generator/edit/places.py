"""A district's folder → its YAML files, and bytes → the file they replace."""

from __future__ import annotations

import shutil
from pathlib import Path


def yaml_files(root: Path) -> tuple[Path, ...]:
    """Every YAML file of the two trees, sorted; links are not followed."""
    found = (path for tree in ("powers", "villages") for path in (root / tree).rglob("*.y*ml"))
    return tuple(sorted(path for path in found if path.is_file() and not path.is_symlink()))


def replace_file(path: Path, content: bytes) -> None:
    """Put *content* in place of a file at once, so that an interruption leaves the old one."""
    beside = path.with_name(f"{path.name}.tmp")
    beside.write_bytes(content)
    shutil.copymode(path, beside)
    beside.replace(path)
