"""A district of 122 villages → what `mingbai handbook` costs: cold, unchanged, one village, folded.

`python -m generator.bench.printing` measures it alone, `--villages 8` a small part of it. Every
village is the sample's 关村 under another name, so each handbook holds the whole shared list.
`booklet_rivals.py` prints one handbook beside WeasyPrint.
"""

from __future__ import annotations

import argparse
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path

import pikepdf

from generator.bench.district import VILLAGES
from generator.publish.fonts import prepare
from generator.tests.running import Ended, mingbai

REPOSITORY = Path(__file__).parents[2]
_PATTERN = "villages/laodingshan/guancun.yml"
_NAME = "关村"
_UNCHANGED = "nothing changed"
_PATIENCE = 3600.0
"""Seconds: printing a district may take long where others work beside it."""


@dataclass(frozen=True, slots=True)
class Printing:
    """A run: how many handbooks and pages lay there afterwards, and what it cost.

    *megabytes* is the peak of its largest process.
    """

    name: str
    handbooks: int
    pages: int
    cpu: float
    seconds: float
    megabytes: float


def printing(root: Path = REPOSITORY, villages: int = VILLAGES) -> tuple[Printing, ...]:
    """The costs of printing a district of so many villages, with fonts that are ready."""
    with tempfile.TemporaryDirectory(prefix="mingbai-bench-") as folder:
        district = multiplied(root, Path(folder) / "district", villages)
        prepare(district / ".build")
        one = _run("one village, nothing kept", district, "--village", "cun-1")
        shutil.rmtree(district / ".build" / "memo")
        return (
            one,
            _run("all, nothing kept", district),
            _run("all, nothing changed", district),
            _run("all as sheets to fold", district, "--imposed"),
            _run("all as sheets, nothing changed", district, "--imposed"),
        )


def multiplied(root: Path, target: Path, villages: int) -> Path:
    """A copy of a district in which *villages* are like its 关村, and there are no others."""
    pattern = (root / _PATTERN).read_text("utf-8")
    for tree in ("content", "powers", "villages"):
        shutil.copytree(root / tree, target / tree)
    shutil.copy2(root / "mkdocs.yml", target / "mkdocs.yml")
    for path in (target / "villages").glob("[!_]*/*.yml"):
        path.unlink()
    for number in range(1, villages + 1):
        own = (target / _PATTERN).with_name(f"cun-{number}.yml")
        own.write_text(pattern.replace(_NAME, f"第{number}村"), "utf-8")
    return target


def _run(name: str, district: Path, *more: str) -> Printing:
    out = district / "handbooks"
    if not name.endswith(_UNCHANGED):  # Then the files of the run before lie there still.
        shutil.rmtree(out, ignore_errors=True)
    ended: Ended = mingbai("handbook", "--root", district, *more, patience=_PATIENCE)
    if ended.code:
        raise RuntimeError((ended.out + ended.err)[-4000:])
    files = sorted(out.rglob("*.pdf"))
    pages = sum(_pages(path) for path in files)
    return Printing(name, len(files), pages, ended.cpu, ended.seconds, ended.megabytes)


def _pages(path: Path) -> int:
    with pikepdf.open(path) as document:
        return len(document.pages)


def main() -> None:
    """Measure and print."""
    words = argparse.ArgumentParser(prog="python -m generator.bench.printing")
    words.add_argument("--root", type=Path, default=REPOSITORY, help="the district to multiply")
    words.add_argument("--villages", type=int, default=VILLAGES, help="how many villages")
    asked = words.parse_args()
    for row in printing(asked.root.resolve(), asked.villages):
        print(f"{row.name}: {row.handbooks} handbooks, {row.pages} pages,", end=" ")
        print(f"CPU {row.cpu:.1f} s, wall {row.seconds:.1f} s, {row.megabytes:.0f} MB a process")


if __name__ == "__main__":
    main()
