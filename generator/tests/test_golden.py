"""A few whole files of the minimal district, accepted by eye: a diff here is a change readers see.

`MINGBAI_ACCEPT=1 make test` writes them anew; look at the difference before committing it.
"""

from __future__ import annotations

import os
import re
import shutil
from pathlib import Path

import pytest

from generator import build
from generator.progress import Silence
from generator.settings import Settings
from generator.tests.rule_pages import MINIMAL

GOLDEN = Path(__file__).parent / "golden"
FILES = (
    "powers/health/xk-001/index.html",
    "powers/health/xk-001/item.json",
    "powers/health/flows/xuke/lanes.svg",
    "villages/hedong/dongtou/index.html",
    "villages/items/bm-001/index.html",
    "assets/find-index.js",
)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The published minimal district."""
    root = tmp_path_factory.mktemp("golden") / "world"
    shutil.copytree(MINIMAL, root)
    settings = Settings(root, root / "site", prints=False)
    assert build.site(settings, Silence()) == ()
    return settings.out


@pytest.mark.parametrize("file", FILES)
def test_a_file_is_as_it_was_accepted(site: Path, file: str) -> None:
    """The main part of a page, or the whole of another file."""
    text = main_part((site / file).read_text(encoding="utf-8"))
    accepted = GOLDEN / file.replace("/", "_")
    if os.environ.get("MINGBAI_ACCEPT"):
        accepted.parent.mkdir(exist_ok=True)
        accepted.write_text(text, encoding="utf-8")

    assert text == accepted.read_text(encoding="utf-8")


def main_part(text: str) -> str:
    """A page without its frame; the frame has tests of its own."""
    found = re.search(r"<article.*?</article>", text, re.DOTALL)
    return f"{found[0]}\n" if found else text
