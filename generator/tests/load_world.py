"""A copy of a world with something changed → what `load` says about it."""

from __future__ import annotations

import shutil
from pathlib import Path

from generator.load import load
from generator.model.registry import Registry
from generator.problem import Problem

WORLDS = Path(__file__).parent / "worlds"


def copy_of(world: str, folder: Path) -> Path:
    """A world copied into *folder*."""
    return Path(shutil.copytree(WORLDS / world, folder / world))


def edited(root: Path, file: str, old: str, new: str) -> None:
    """Put *new* in place of *old*, which must stand there exactly once."""
    path = root / file
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {file}"
    path.write_text(text.replace(old, new), encoding="utf-8")


def added(root: Path, file: str, text: str) -> None:
    """Write a new file, or lines behind those of an old one."""
    path = root / file
    path.parent.mkdir(parents=True, exist_ok=True)
    before = path.read_text(encoding="utf-8") if path.exists() else ""
    path.write_text(before + text, encoding="utf-8")


def joined(root: Path) -> Registry:
    """The registry of a district without problems."""
    registry, problems = load(root)
    assert report(problems) == []
    assert registry is not None
    return registry


def report(problems: tuple[Problem, ...]) -> list[str]:
    """Problems as one line each: level, code, place, sentence, 怎么改."""
    return [
        f"{p.severity.value}[{p.code}] {p.span.file}:{p.span.line}:{p.span.column} {p.sentence}"
        + (f" ⇒ {p.hint}" if p.hint else "")
        for p in problems
    ]
