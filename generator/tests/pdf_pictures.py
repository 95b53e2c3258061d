"""The pages of a PDF as an office printer without colours prints them."""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

from PIL import Image

from generator.tests.conftest import FindTool

MM = 25.4
"""In an inch."""


def grey_pages(path: Path, tool: FindTool, dpi: int) -> Iterator[Image.Image]:
    """Page after page in 256 levels of grey, with *dpi* dots to the inch."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "page"
        command = [str(tool("pdftoppm")), "-r", str(dpi), "-gray", str(path), str(root)]
        subprocess.run(command, check=True, capture_output=True)
        for file in sorted(root.parent.iterdir()):
            with Image.open(file) as picture:
                picture.load()
                yield picture


def contrast(one: float, other: float) -> float:
    """Two levels of grey from 0 to 255 → their contrast by WCAG 2.2."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(level: float) -> float:
    part = level / 255
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
