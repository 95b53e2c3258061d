"""`mkdocs build` and `mkdocs serve` → the whole site, by the same path as `make site`.

MkDocs empties its target before it builds, so on build it gets a folder of its own to fill and the
site is published beside it, at once. On serve the site is copied into the folder MkDocs serves.
"""

from __future__ import annotations

import logging
import shutil
import sys
from pathlib import Path
from typing import Literal

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer

_BESIDE = str(Path(__file__).resolve().parents[1])
sys.path.append(_BESIDE)  # The package is used in place, and `mkdocs` does not look where it lies.

from generator import build, report  # noqa: E402 - it is found only now
from generator.problem import stops  # noqa: E402 - it is found only now
from generator.progress import Silence  # noqa: E402 - it is found only now
from generator.settings import PACKAGE, Settings  # noqa: E402 - it is found only now
from generator.verdict import source_lines  # noqa: E402 - it is found only now

_log = logging.getLogger("mkdocs.plugins.mingbai")
_started: dict[str, str] = {"command": "build"}
"""MkDocs says once at its start what it was called for, and nowhere later."""


def on_startup(*, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
    """Keep what MkDocs was called for; it has forgotten by now where the package lies."""
    del dirty
    if _BESIDE not in sys.path:
        sys.path.append(_BESIDE)
    _started["command"] = command


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """On build: let MkDocs empty and fill a folder that nobody reads."""
    if _started["command"] == "build":
        config.extra["published"] = config.site_dir
        config.site_dir = str(_workshop(config) / "mkdocs")
    return config


def on_post_build(*, config: MkDocsConfig) -> None:
    """Publish on build; on serve pour the site into MkDocs's folder, and never raise."""
    root = Path(config.config_file_path).parent
    if _started["command"] == "build":
        settings = Settings(root, Path(config.extra["published"]), last_good=_last_good(config))
        problems = _errors_of(settings)
        shutil.rmtree(config.site_dir)
        if problems:
            raise Abort(problems)
        return
    made = _workshop(config) / "mkdocs-serve"  # `make serve` may be at work in its own.
    try:
        problems = _errors_of(Settings(root, made, prints=False))
        if made.exists():
            shutil.rmtree(config.site_dir)
            shutil.copytree(made, config.site_dir)
    except Exception as bug:  # noqa: BLE001 - raising here leaves the browser without an answer
        problems = repr(bug)
    if problems:
        _log.error(problems)


def on_serve(
    server: LiveReloadServer, /, *, config: MkDocsConfig, builder: object
) -> LiveReloadServer:
    """Rebuild when the data changes, too."""
    del builder
    root = Path(config.config_file_path).parent
    for folder in (root / "powers", root / "villages", PACKAGE / "templates", PACKAGE / "assets"):
        if folder.exists():
            server.watch(str(folder))
    return server


def _errors_of(settings: Settings) -> str:
    problems = build.site(settings, Silence())
    errors = [problem for problem in problems if stops([problem])]
    return report.to_text(errors, source_lines(settings.root))


def _workshop(config: MkDocsConfig) -> Path:
    return Path(config.config_file_path).parent / ".build"


def _last_good(config: MkDocsConfig) -> Path:
    """Where `make site` keeps what was last published, too."""
    return _workshop(config) / "last-good"
