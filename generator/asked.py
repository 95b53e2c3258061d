"""What somebody typed → the body of the district that is meant, or a refusal with the nearest."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TypeVar

import click

from generator.load.nearest import nearest
from generator.model.body import Unit, Village
from generator.model.registry import Registry
from generator.papers import Make, print_papers
from generator.settings import Settings
from generator.verdict import tell
from generator.words import make_folder

OUT = click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="文件夹",
    help="放到哪个文件夹；不写就是 papers（不进 git）。",
)
"""Where papers go; `printed` knows what is meant where nothing is said."""

Body = TypeVar("Body", bound=Unit | Village)


def unit_named(registry: Registry, name: str) -> Unit:
    """The one unit of this id or name."""
    return _only(registry.units, name, "单位")


def village_named(registry: Registry, name: str) -> Village:
    """The one village of this id or name."""
    return _only(registry.villages, name, "村")


def body_named(registry: Registry, name: str) -> Unit | Village:
    """The one unit or village of this id or name."""
    both: tuple[Unit | Village, ...] = (*registry.units, *registry.villages)
    return _only(both, name, "单位或者村")


def not_there(what: str, known: Iterable[str], where: str) -> click.UsageError:
    """The refusal of a word that names nothing; *where* says what may be written."""
    like = nearest(what, known)
    return click.UsageError(f"没有“{what}”" + (f"，是不是 {like}？" if like else f"，{where}"))


def printed(root: Path, out: Path | None, make: Make) -> int:
    """Print papers of a district into *out*, say where they lie, and give the exit code."""
    settings = Settings(root, (out or root / "papers").resolve())
    make_folder(settings.out)
    paths, problems = print_papers(settings, make)
    for path in paths:
        click.echo(f"印好了 {path}")
    return tell(problems, settings.root)


def _only(bodies: Sequence[Body], name: str, what: str) -> Body:
    found = [each for each in bodies if name in _names_of(each)]
    if len(found) == 1:
        return found[0]
    if found:
        ids = "、".join(each.id for each in found)
        raise click.UsageError(f"叫“{name}”的不止一个，写编号：{ids}")
    known = [word for each in bodies for word in _names_of(each)]
    raise not_there(name, known, f"写{what}的编号或者名称")


def _names_of(body: Unit | Village) -> set[str]:
    """Its id, the last part of it, and its names."""
    return {body.id, body.id.rpartition("/")[2], body.name, body.full_name or body.name}
