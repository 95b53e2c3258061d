"""`mkdocs build` and `mkdocs serve` give the whole site, through the hook."""

from __future__ import annotations

from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort

from generator import build as path
from generator.problem import Problem
from generator.progress import Progress
from generator.publish import publish
from generator.settings import PACKAGE, Settings
from generator.tests.publish_district import IDENTITY, OUTPUTS, page, tree, write_district


def small_site(settings: Settings, progress: Progress) -> tuple[Problem, ...]:
    """The straight path with outputs of our own; a file called `broken` spoils them."""
    del progress
    spoilt = [page('<a href="gone.html">x</a>')] if (settings.root / "broken").exists() else []
    return tuple(publish((*OUTPUTS, *spoilt), IDENTITY, settings)[1])


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A district whose mkdocs.yml names our hook, as a person's would."""
    monkeypatch.setattr(path, "site", small_site)
    root = tmp_path / "district"
    root.mkdir()
    write_district(root)
    config = root / "mkdocs.yml"
    text = config.read_text(encoding="utf-8").replace("no-such-hook.py", str(PACKAGE / "hook.py"))
    quiet = "validation: {nav: {not_found: ignore}, links: {not_found: ignore}}\n"
    config.write_text(text + quiet, encoding="utf-8")
    return root


def mkdocs(root: Path, command: str, site_dir: Path) -> None:
    config = load_config(str(root / "mkdocs.yml"), site_dir=str(site_dir))
    config.plugins.on_startup(command=command, dirty=False)  # type: ignore[arg-type] # its word
    build(config)


def test_mkdocs_build_publishes_the_whole_site(root: Path) -> None:
    publish(OUTPUTS, IDENTITY, Settings(root, root / "made"))
    mkdocs(root, "build", root / "site")
    assert tree(root / "site") == tree(root / "made")
    assert not (root / ".build" / "mkdocs").exists()


def test_mkdocs_serve_pours_into_the_folder_it_serves(root: Path, tmp_path: Path) -> None:
    served = tmp_path / "mkdocs_served"
    served.mkdir()
    mkdocs(root, "serve", served)
    assert (served / "powers" / "education" / "index.html").is_file()
    assert not (root / "site").exists()


def test_broken_data_stops_the_build_and_the_last_site_stays(root: Path, tmp_path: Path) -> None:
    served = tmp_path / "mkdocs_served"
    served.mkdir()
    mkdocs(root, "build", root / "site")
    mkdocs(root, "serve", served)
    built, shown = tree(root / "site"), tree(served)
    (root / "broken").touch()
    with pytest.raises(Abort, match="broken-link"):
        mkdocs(root, "build", root / "site")
    mkdocs(root, "serve", served)
    assert (tree(root / "site"), tree(served)) == (built, shown)


def test_a_fault_of_ours_does_not_end_mkdocs_serve(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fall(*_: object) -> None:
        raise ZeroDivisionError("our own")

    monkeypatch.setattr(path, "site", fall)
    served = tmp_path / "mkdocs_served"
    served.mkdir()
    mkdocs(root, "serve", served)
    assert "ZeroDivisionError" in caplog.text
