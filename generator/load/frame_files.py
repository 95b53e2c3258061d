"""mkdocs.yml and content/ → what MkDocs could not read, said in our words before it is asked."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from generator.load.hints import glued_name
from generator.load.one import read_one
from generator.load.raw import read_bytes
from generator.load.text import clean_text
from generator.load.unknown import unknown
from generator.model.origin import Located
from generator.problem import Problem, Span, error

_FRAME = "mkdocs.yml"
_ALLOWED = ("unsupported-yaml",)
"""What we refuse in the data and MkDocs understands."""

_DROPPED = "会被当成注释丢掉"


def frame_problems(root: Path) -> Iterator[Problem]:
    """A district's folder → faults of mkdocs.yml, of its 栏目, and of the pages' encoding."""
    path = root / _FRAME
    if path.exists() and not (root / "content").exists():
        hint = "一个区县的文件夹里要有 content/ powers/ villages/ 和 mkdocs.yml"
        yield error("missing-file", "找不到 content", Span("content"), hint)
    elif path.exists():
        tree, problems = read_one(path, _FRAME, rows=False)
        for problem in problems:
            if problem.code not in _ALLOWED and _DROPPED not in problem.sentence:
                yield problem
        if tree is not None and (nav := tree.child("nav")):
            pages = (root / "content").rglob("*.md")
            known = sorted(page.relative_to(root / "content").as_posix() for page in pages)
            yield from _in_nav(nav, known)
    for page in sorted((root / "content").rglob("*.md")):
        label = page.relative_to(root).as_posix()
        raw, _ = read_bytes(page, label)
        _, problems = clean_text(label, raw)
        yield from (problem for problem in problems if problem.code == "bad-encoding")


def _in_nav(rows: Located, known: list[str]) -> Iterator[Problem]:
    """栏目 that lead to no page, at any depth."""
    for row in rows.content if isinstance(rows.content, list) else ():
        if isinstance(row.content, dict):
            for target in row.content.values():
                yield from _in_nav(target, known)
                yield from _page(target, known)
        elif isinstance(row.content, str) and (slip := glued_name(row.content)):
            yield error("yaml-syntax", slip.sentence, row.span, slip.hint)
        else:
            yield from _page(row, known)


def _page(target: Located, known: list[str]) -> Iterator[Problem]:
    """The problem of a page that content/ does not have; other addresses are checked later."""
    name = target.content
    if isinstance(name, str) and name.endswith(".md") and "://" not in name and name not in known:
        yield unknown("手写页面", name, target.span, known)
