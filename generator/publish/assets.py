"""The folder generator/assets → files published as `assets/…`, each known by its content's hash."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256
from importlib.metadata import files

from generator.output import DataFile
from generator.settings import PACKAGE

STYLES = ("assets/theme.css", "assets/site.css", "assets/chart.css")
SCRIPTS = ("assets/site.js", "assets/chart.js", "assets/find.js")
"""What every page loads, in this order; a file that is not there is left out."""


def own_assets() -> tuple[DataFile, ...]:
    """The files of generator/assets in path order."""
    folder = PACKAGE / "assets"
    return tuple(
        DataFile(
            path=f"assets/{path.relative_to(folder).as_posix()}",
            content=path.read_bytes(),
            inputs=frozenset({path.relative_to(PACKAGE.parent).as_posix()}),
        )
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.name.startswith(".")
    )


def theme_licence() -> tuple[DataFile, ...]:
    """The licence of Material, whose style sheets are published, beside them."""
    return tuple(
        DataFile("assets/stylesheets/LICENSE", file.read_binary(), frozenset())
        for file in files("mkdocs-material") or ()
        if file.parts[-2:] == ("licenses", "LICENSE")
    )


def versions(assets: Iterable[DataFile]) -> dict[str, str]:
    """Path → a short hash, so that a changed file gets a new address and caches let go of it."""
    return {file.path: sha256(file.content).hexdigest()[:8] for file in assets}
