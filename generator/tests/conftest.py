"""What tests share: the tools of the machine, a browser, and how hard Hypothesis tries.

A tool that the machine lacks skips the test that needs it, and so do the law texts and the bad
files that do not lie beside the project; in CI it fails the test instead, so that a green run
there means that everything ran.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import NoReturn

import pytest
from hypothesis import settings as effort
from playwright.sync_api import Browser, Error, sync_playwright

from generator import build, cli
from generator.problem import stops
from generator.progress import Silence
from generator.settings import Settings
from generator.tests.every_paper import papers_in, print_every_paper
from generator.tests.hosting import hosted
from generator.tests.print_book import ready_fonts
from generator.tests.sharing import folder_of_all, made_once

effort.register_profile("house", deadline=None, derandomize=True, database=None)
effort.load_profile("house")

FindTool = Callable[[str], Path]
"""The name of a program → its path; a missing one ends the test."""

Command = Callable[..., tuple[int, list[str]]]
"""Words on a command line → the exit code and the lines it said."""

_QUIET_CHROMIUM = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


_LONG = ("test_chart_geometry", "test_bpmn_browser", "test_bad_published", "test_print_sample")
"""Files that take long begin early, so that no process is left with one of them at the end."""


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Where processes share the work, one builds the sample's site while others do long files."""
    if not config.pluginmanager.hasplugin("xdist"):
        return
    needing = {item.path for item in items if "sample_site" in getattr(item, "fixturenames", ())}
    first = min(needing, default=None)

    def turn(item: pytest.Item) -> int:
        if item.path == first:
            return 0
        return 1 if item.path.stem in _LONG else 2 if item.path in needing else 3

    items.sort(key=turn)


def in_ci() -> bool:
    """Whether nothing may be skipped."""
    return os.environ.get("CI", "").lower() in ("1", "true", "yes")


def do_without(what: str, remedy: str = ".ci/run installs it") -> NoReturn:
    """Skip the test for want of *what*; in CI fail it."""
    words = f"this machine lacks {what}; {remedy}"
    if in_ci():
        pytest.fail(words, pytrace=False)
    pytest.skip(words)


def refuse(faults: Iterable[str]) -> None:
    """Fail the test with a line for each fault, if there is any."""
    if lines := "\n".join(faults):
        pytest.fail(lines, pytrace=False)


@pytest.fixture(scope="session")
def tool() -> FindTool:
    """The path of a program such as `pdftoppm`, by its name."""

    def find(name: str) -> Path:
        found = shutil.which(name)
        if found is None:
            do_without(name)
        return Path(found)

    return find


@pytest.fixture(scope="session")
def browser(tool: FindTool) -> Iterator[Browser]:
    """Debian's Chromium without a screen, shared by all tests of a run."""
    chromium = tool("chromium")
    with sync_playwright() as playwright:
        try:
            running = playwright.chromium.launch(
                executable_path=str(chromium), args=list(_QUIET_CHROMIUM)
            )
        except Error as reason:
            pytest.fail(f"{chromium} does not start: {reason}", pytrace=False)
        yield running
        running.close()


@pytest.fixture(scope="session")
def repository() -> Path:
    """The top folder of the project."""
    return Path(__file__).parents[2]


@pytest.fixture(scope="session")
def law_texts(repository: Path) -> Path:
    """The folder of real laws that lies beside the project."""
    folder = repository.parent / "shared" / "data" / "laws"
    if not folder.is_dir() or next(folder.rglob("*.md"), None) is None:
        do_without("law texts", f"put them, as “标题(日期).md”, into {folder}")
    return folder


@pytest.fixture(scope="session")
def bad_inputs(repository: Path) -> Path:
    """The collection of bad files that lies beside the project: cases.json says what each wants."""
    folder = repository.parent / "shared" / "data" / "bad-inputs"
    if not (folder / "cases.json").is_file():
        do_without("the collection of bad files", f"put it into {folder}")
    return folder


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder for what is made once for all tests of a run, whichever process runs them."""
    return folder_of_all(tmp_path_factory.getbasetemp())


@pytest.fixture(scope="session")
def sample_root(repository: Path, shared: Path) -> Path:
    """A copy of the sample district, so that a test leaves the tree alone."""

    def copied(root: Path) -> None:
        for folder in ("content", "powers", "villages"):
            shutil.copytree(repository / folder, root / folder)
        shutil.copy(repository / "mkdocs.yml", root)
        (root / ".build").mkdir()
        (root / ".build" / "fonts").symlink_to(ready_fonts(repository).folder.parent)

    return made_once(shared / "sample", copied)


@pytest.fixture(scope="session")
def sample_site(sample_root: Path, shared: Path) -> Path:
    """The sample's site with its handbooks, built once for all tests of a run."""

    def built(folder: Path) -> None:
        problems = build.site(Settings(sample_root, folder / "site"), Silence())
        refuse(f"{p.span.file}:{p.span.line} {p.sentence}" for p in problems if stops([p]))

    return made_once(shared / "sample-site", built) / "site"


@pytest.fixture(scope="session")
def papers(repository: Path, shared: Path) -> dict[str, Path]:
    """Every kind of PDF, of the full district of the tests, printed once for all tests of a run."""
    fonts = ready_fonts(repository)
    return papers_in(made_once(shared / "papers", lambda folder: print_every_paper(folder, fonts)))


@pytest.fixture(scope="session")
def host(sample_site: Path) -> Iterator[str]:
    """The address at which the sample's site is served."""
    with hosted(sample_site) as address:
        yield address


@pytest.fixture
def mingbai(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Command:
    """Runs a command → its exit code and the lines it said."""

    def run(*words: str | Path) -> tuple[int, list[str]]:
        monkeypatch.setattr(sys, "argv", ["mingbai", *map(str, words)])
        with pytest.raises(SystemExit) as left:
            cli.run()
        told = capsys.readouterr()
        return int(left.value.code or 0), (told.out + told.err).splitlines()

    return run
