"""What the chart stage hands to pages and booklets: drawings, and the same in words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from generator.model.flow import StepKind
from generator.model.graph import TransitionKind
from generator.model.overview import Overview
from generator.model.rail import Rail


class StepWay(NamedTuple):
    """A way on: its label, the number of the step it leads to (None: not stated), and words.

    *field* is the YAML field that names the target, "" where the next step simply follows.
    """

    label: str
    target: int | None
    kind: TransitionKind
    words: str
    field: str


class StepRisk(NamedTuple):
    """A risk point of a step; *number* counts the risk points of the flow from 1."""

    number: int
    level: str
    name: str
    category: str
    manifestation: str
    measures: tuple[str, ...]
    checks: str
    frequency: str
    owner: str
    leader: str


class StepLine(NamedTuple):
    """One step in words; *number* counts from 1, as in every drawing, *key* is its lasting name.

    *vote* holds the conditions of a vote, *limit* the limit as written with 不计入时限 where it
    does not count, *subflow* the flow that a step stands for, *handoff* the item of another body.
    *before* says what must have come together, or where a case may come from.
    """

    number: int
    key: str
    kind: StepKind
    kind_words: str
    post: str
    text: str
    limit: str
    counted: bool
    documents: tuple[str, ...]
    served_documents: tuple[str, ...]
    ways: tuple[StepWay, ...]
    risks: tuple[StepRisk, ...]
    vote: tuple[str, ...]
    before: str
    subflow: str
    handoff: str
    discretion: bool
    criterion: str
    outcome: str
    basis: tuple[str, ...]
    note: str


@dataclass(frozen=True, slots=True)
class ChartFile:
    """A file for other programs: *name* is the end of its address (`flow.bpmn`)."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Charts:
    """The drawings of a flow as SVG for the web ("" where there is none), and its step list.

    *views* are those for download, without the narrow drawing of risks, which says the same as the
    other; *standalone* makes them, as (view, SVG), so that they need no style sheet. *rail* makes
    the drawing that stands beside the steps in a booklet. *exchange* holds the same flow for other
    programs.
    """

    spine_svg: str
    lanes_svg: str
    risk_svg: str
    risk_narrow_svg: str
    steps: tuple[StepLine, ...]
    views: tuple[str, ...]
    standalone: Callable[[], tuple[tuple[str, str], ...]]
    rail: Callable[[], Rail]
    exchange: tuple[ChartFile, ...] = ()


@dataclass(frozen=True, slots=True)
class Drawings:
    """All that is drawn of a district: flows by `chart_key`, overview maps by their names.

    *legend* holds the small drawings that explain them, as SVG by name.
    """

    charts: Mapping[str, Charts]
    maps: Mapping[str, Overview] = field(default_factory=dict)
    legend: Mapping[str, str] = field(default_factory=dict)

    @property
    def counts(self) -> str:
        """How much was drawn, in words; a map without a drawing is not passed over."""
        listed = sum(each.sketch is None for each in self.maps.values())
        drawn = f"{len(self.charts)} 个流程，{len(self.maps) - listed} 张总图"
        return f"{drawn}，{listed} 张总图只列清单" if listed else drawn
