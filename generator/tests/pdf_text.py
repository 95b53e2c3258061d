"""What a PDF says, read by another program, without blanks."""

from __future__ import annotations

import subprocess
from pathlib import Path

from generator.tests.conftest import FindTool


def told_by(path: Path, tool: FindTool) -> str:
    """All words of a PDF, one after the other."""
    words = [str(tool("pdftotext")), "-raw", str(path), "-"]
    return "".join(subprocess.run(words, capture_output=True, check=True).stdout.decode().split())
