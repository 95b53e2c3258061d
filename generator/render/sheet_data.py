"""一次性告知单 and 审核确认表 as finished words: what `notice.typ` and `review.typ` may read."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass

from generator.render.booklet import Fact
from generator.render.poster_data import Group


@dataclass(frozen=True, slots=True)
class Paper:
    """One thing to bring: *told* says where it comes from, when it is needed, and what else."""

    name: str
    copies: str
    told: str


@dataclass(frozen=True, slots=True)
class Notice:
    """What one item asks for; *qr* is "" where the district has no 网址."""

    name: str
    code: str
    facts: tuple[Fact, ...]
    papers: tuple[Paper, ...]
    after: tuple[Fact, ...]
    qr: str
    source: str


@dataclass(frozen=True, slots=True)
class Notices:
    """The notices of a unit, each on sheets of its own; *source* is the unit's file."""

    owner: str
    district: str
    title: str
    accent: str
    notices: tuple[Notice, ...]
    stamp: str
    warning: str
    foot: str
    source: str


@dataclass(frozen=True, slots=True)
class ReviewSheet:
    """A list to be reviewed: what it holds, what changed, what is open, and who signs.

    *widths* are shares of the page; *changes* and *findings* are empty where there are none.
    """

    owner: str
    district: str
    title: str
    accent: str
    counts: tuple[Fact, ...]
    since: str
    changes: tuple[Fact, ...]
    findings: tuple[Fact, ...]
    doubts: tuple[Fact, ...]
    stations: tuple[Fact, ...]
    heads: tuple[str, ...]
    widths: tuple[float, ...]
    groups: tuple[Group, ...]
    signatures: tuple[str, ...]
    stamp: str
    foot: str
    source: str


def to_json(sheet: Notices | ReviewSheet) -> str:
    """A document → the JSON text that its template reads."""
    return json.dumps(asdict(sheet), ensure_ascii=False, indent=1)
