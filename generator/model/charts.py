"""What the chart stage hands to pages and booklets: the drawings of one flow and its step list."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.flow import StepKind


@dataclass(frozen=True, slots=True)
class StepWay:
    """A way on from a step: what it is called (是, 未通过, …), and the step it leads to.

    *target* counts from 1 as in the step list; None where the source does not state it.
    """

    label: str
    target: int | None
    words: str


@dataclass(frozen=True, slots=True)
class StepRisk:
    """A risk point of a step: *number* counts the risk points of the flow from 1."""

    number: int
    level: str
    manifestation: str
    name: str = ""
    category: str = ""
    measures: tuple[str, ...] = ()
    checks: str = ""
    frequency: str = ""
    owner: str = ""
    leader: str = ""


@dataclass(frozen=True, slots=True)
class StepLine:
    """A step as a numbered line of text, for those who read rather than look.

    *conditions* are those of a vote; *uses* is the flow inside this step, as written; *counted*
    says whether the limit counts towards the item's.
    """

    number: int
    kind: StepKind
    text: str
    posts: tuple[str, ...] = ()
    limit: str = ""
    counted: bool = True
    documents: tuple[str, ...] = ()
    served_documents: tuple[str, ...] = ()
    conditions: tuple[str, ...] = ()
    ways: tuple[StepWay, ...] = ()
    risks: tuple[StepRisk, ...] = ()
    uses: str = ""
    handoff: str = ""
    outcome: str = ""
    basis: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Charts:
    """The drawings of a flow as SVG for the web ("" where there is none), and its step list.

    *standalone* holds the same drawings for download, as (view, SVG): they need no style sheet.
    """

    spine_svg: str
    lanes_svg: str
    risk_svg: str
    steps: tuple[StepLine, ...]
    standalone: tuple[tuple[str, str], ...] = ()
