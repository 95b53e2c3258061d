"""The repository as tests: what lies in it, what its templates and its text files may say."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest
from jinja2 import Environment, nodes

from generator.tests.conftest import FindTool, refuse

PACKAGE = Path(__file__).parents[1]
GIVEN = {"content", "generator", "mkdocs.yml", "powers", "villages", "Makefile", "README.md"}
TOOLS = {
    ".ci",
    ".devcontainer",
    ".editorconfig",
    ".gitattributes",
    ".github",
    ".gitignore",
    ".gitlab-ci.yml",
    ".pre-commit-config.yaml",
    ".vscode",
    "LICENSE",
    "NOTICE",
    "pyproject.toml",
    "requirements",
}
LARGEST = 600_000
"""Bytes a file in git may have; whatever is larger comes from a package."""

_FONTS = (".otf", ".ttf", ".woff", ".woff2")
_LICENSED = re.compile(rb"@license|@preserve|/\*!|copyright|SPDX-License-Identifier", re.IGNORECASE)
_REGISTRIES = re.compile(
    r"(?:py"
    r"pi|python"
    r"hosted|npm"
    r"js|yarn"
    r"pkg|debian|ubuntu|unpkg|jsdelivr|cloudflare|aliyun|tuna\.tsinghua)"
    r"\.(?:com|dev|edu|net|org)(?:\.cn)?",
    re.IGNORECASE,
)
_MACHINES = re.compile(
    r"(?<![\w.<])/(?:home|root|work|Users)/\w|/opt/(?:wheels|py)|/tmp/\w|\.\./shared\b|/site-"
    r"packages/|[A-Z]:\\Users"
)


@pytest.fixture(scope="session")
def tracked(repository: Path, tool: FindTool) -> tuple[str, ...]:
    """Every path in git, sorted."""
    command = [str(tool("git")), "-C", str(repository), "ls-files", "-z"]
    listing = subprocess.run(command, check=True, capture_output=True, text=True)
    paths = sorted(path for path in listing.stdout.split("\0") if path)
    return tuple(path for path in paths if (repository / path).is_file())


def test_the_top_level_holds_what_is_given_and_what_tools_insist_on(
    tracked: tuple[str, ...],
) -> None:
    top = {path.partition("/")[0] for path in tracked}
    refuse(f"{name} belongs elsewhere" for name in sorted(top - GIVEN - TOOLS))
    refuse(f"{name} is missing" for name in sorted(GIVEN - top))


def test_no_file_is_large(repository: Path, tracked: tuple[str, ...]) -> None:
    sizes = {path: (repository / path).stat().st_size for path in tracked}
    refuse(f"{path} has {size} bytes" for path, size in sizes.items() if size > LARGEST)


def test_no_file_names_a_machine_or_a_registry(repository: Path, tracked: tuple[str, ...]) -> None:
    refuse(
        f"{path}:{text.count(chr(10), 0, found.start()) + 1} {found[0]}"
        for path in tracked
        if (text := _text(repository / path))
        for pattern in (_REGISTRIES, _MACHINES)
        for found in pattern.finditer(text)
    )


def _text(path: Path) -> str:
    """The text of a file; nothing for a picture or a font."""
    content = path.read_bytes()
    return "" if b"\0" in content else content.decode("utf-8", "replace")


def test_what_others_made_is_named_in_notice_and_carries_its_licence(
    repository: Path, tracked: tuple[str, ...]
) -> None:
    """Minified files, fonts, files that state a licence, and all beside a licence text."""
    files = [repository / path for path in tracked if path.startswith("generator/")]
    theirs = [path for path in files if path.suffix != ".py" and _made_by_others(path)]
    notice = (repository / "NOTICE").read_text("utf-8")
    names = {path: path.relative_to(PACKAGE).as_posix() for path in theirs}
    refuse(f"NOTICE is to name {name}" for name in names.values() if name not in notice)
    bare = [name for path, name in names.items() if not any(path.parent.glob("LICENSE*"))]
    refuse(f"{name} has no LICENSE file beside it" for name in bare)


def test_notice_names_no_file_that_is_gone(repository: Path) -> None:
    notice = (repository / "NOTICE").read_text("utf-8")
    named = re.findall(r"^[a-z]+/\S+\.\w+(?=\s)", notice, re.MULTILINE)
    refuse(f"{path} is gone" for path in named if not (PACKAGE / path).exists())


def _made_by_others(path: Path) -> bool:
    if path.name.startswith("LICENSE"):
        return False
    beside_licence = any(path.parent.glob("LICENSE*"))
    states_one = bool(_LICENSED.search(path.read_bytes()[:600]))
    return beside_licence or states_one or ".min." in path.name or path.suffix in _FONTS


def test_locks_name_no_index_and_pin_every_package(repository: Path) -> None:
    for name in ("site", "print", "test", "bench"):
        lock = (repository / "requirements" / f"{name}.lock").read_text("utf-8")
        assert "://" not in lock
        entries = re.findall(r"^[a-z0-9][^\n]*(?:\n    --hash[^\n]*)+", lock, re.MULTILINE)
        starts = re.findall(r"^[a-z0-9][^\n]*", lock, re.MULTILINE)
        assert len(entries) == len(starts) > 0
        assert all("==" in start for start in starts)


def test_make_alone_names_every_verb(repository: Path, tool: FindTool) -> None:
    command = [str(tool("make")), "--no-print-directory", "-C", str(repository)]
    told = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    makefile = (repository / "Makefile").read_text("utf-8")
    verbs = re.findall(r"^\.PHONY: (.*)", makefile, re.MULTILINE)[0].split()
    assert re.findall(r"^  make ([a-z]+) +\S.* · \S", told, re.MULTILINE) == verbs


def test_templates_hold_no_rule() -> None:
    """Order and amounts are compared in check/; a word of the vocabulary is a view's business.

    Allowed: the place in a loop, how many there are of something, and comparing for equality
    with a plain identifier.
    """
    templates = [path for path in sorted((PACKAGE / "templates").rglob("*")) if _is_jinja(path)]
    refuse(
        f"{path.relative_to(PACKAGE)}:{compare.lineno} compares domain values"
        for path in templates
        for compare in Environment(autoescape=True).parse(path.read_text()).find_all(nodes.Compare)
        if not _is_layout(compare)
    )


def _is_jinja(path: Path) -> bool:
    return path.suffix in (".html", ".j2", ".svg", ".txt", ".xml")


def _is_layout(compare: nodes.Compare) -> bool:
    sides = [compare.expr, *(operand.expr for operand in compare.ops)]
    if any(_is_place_or_count(side) for side in sides):
        return True
    equality = all(operand.op in ("eq", "ne", "in", "notin") for operand in compare.ops)
    words = [side.value for side in sides if isinstance(side, nodes.Const)]
    return equality and all(not isinstance(word, str) or word.isascii() for word in words)


def _is_place_or_count(side: nodes.Expr) -> bool:
    if isinstance(side, nodes.Getattr):
        return isinstance(side.node, nodes.Name) and side.node.name == "loop"
    return isinstance(side, nodes.Filter) and side.name in ("length", "count")
