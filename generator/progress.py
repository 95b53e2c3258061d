"""How a stage says what it is doing, without knowing who listens."""

from __future__ import annotations

from enum import Enum
from typing import Protocol


class Stage(Enum):
    """What a run does, each with the word people read."""

    LOAD = "读取"
    CHECK = "检查"
    DRAW = "画图"
    RENDER = "生成"
    PUBLISH = "发布"
    PRINT = "印手册"


SITE = (Stage.LOAD, Stage.CHECK, Stage.DRAW, Stage.RENDER, Stage.PUBLISH)
"""The five stages of a site, in their order."""

HANDBOOKS = (Stage.LOAD, Stage.CHECK, Stage.DRAW, Stage.PRINT)
"""Those of handbooks that are printed without a site."""

SLIP = (*SITE[:-1], Stage.PRINT)
"""Those of a slip: its book is made to be compared."""


class Progress(Protocol):
    """Listens to a build: a stage begins, advances, and ends with a few words about its counts."""

    def begin(self, stage: Stage) -> None:
        """A stage begins."""

    def advance(self, done: int, total: int) -> None:
        """So many of so many things of the present stage are done."""

    def end(self, counts: str) -> None:
        """The present stage ends; *counts* says what it handled."""


class Silence:
    """Listens and says nothing."""

    def begin(self, stage: Stage) -> None:
        """A stage begins."""

    def advance(self, done: int, total: int) -> None:
        """Some of it is done."""

    def end(self, counts: str) -> None:
        """The stage ends."""
