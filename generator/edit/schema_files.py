"""A district's words → schema files where its editor finds them."""

from __future__ import annotations

from pathlib import Path

from generator.load.schema import schemas
from generator.load.sheets import read_sheets

FOLDER = Path(".vscode/schemas")
"""Where `.vscode/settings.json` looks for them, below the root."""


def write_schemas(root: Path, folder: Path) -> int:
    """Write the schema of every kind of file into *folder*, and say how many there are."""
    texts = schemas(read_sheets(root).vocabulary)
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in sorted(texts.items()):
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
    return len(texts)
