"""Text on disk → the registry, and every problem of the files and of what they say together.

The models are imported when a district is loaded, not before: `mingbai read` looks at the form of
one file and has to answer at once.
"""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from typing import TYPE_CHECKING

from generator.load.one import read_file, read_one
from generator.load.village_files import village_named
from generator.model.origin import as_json
from generator.model.source import Source
from generator.problem import Problem, in_order

if TYPE_CHECKING:
    from generator.model.flow import Flow
    from generator.model.registry import Registry

__all__ = ["as_json", "load", "load_for", "read_file", "read_flow", "village_named"]


def load(root: Path, left_out: Collection[str] = ()) -> tuple[Registry | None, tuple[Problem, ...]]:
    """The folder of a district → its registry and all problems, in the order of the files.

    *left_out* are the folders of bodies that are meant to be missing (`powers/education`).

    The registry is None where 区情 or 用词表 cannot be read. A file with problems is left out of it
    and never hides the problems of others.
    """
    from generator.load.district import loaded

    return loaded(root, left_out)


def load_for(root: Path, village: str) -> tuple[Registry | None, tuple[Problem, ...]]:
    """The folder of a district → what the handbook of a village is made of, and its problems.

    *village* is an id (`hedong/dongtou`). All files that were not read are `unread`.
    """
    from generator.load.district import loaded_for

    return loaded_for(root, village)


def read_flow(path: Path) -> tuple[Flow | None, tuple[Problem, ...]]:
    """One flow file → the flow, or its problems."""
    from generator.load.shape import shape
    from generator.model.flow import Flow

    tree, problems = read_one(path, path.as_posix(), rows=False)
    if tree is None:
        return None, tuple(in_order(problems))
    flow, problems = shape(Source.of(tree), Flow, path.stem)
    return flow, tuple(in_order(problems))
