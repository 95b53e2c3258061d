"""What the file of a flow's graph holds for other programs: steps, ways, the longest way.

Its form is published as JSON Schema beside the data. Every field of a step stands under its name in
`model/flow.py`; what is not written is left out.
"""

from __future__ import annotations

import json

from pydantic import BaseModel, Field, TypeAdapter

from generator.model.flow import Step
from generator.model.limit import DayKind


class GraphStep(BaseModel):
    """A step: *number* counts from 1, *counted* says whether its limit counts."""

    number: int
    counted: bool
    step: Step


class GraphWay(BaseModel):
    """A way from step to step (numbers from 1); *target* null: the source does not state it.

    *kind* is forward, return or unstated; *field* the YAML field that names the target, "" where
    the next step simply follows.
    """

    source: int
    target: int | None
    kind: str
    label: str
    field: str


class Days(BaseModel):
    """So many days of one kind: 工作日, 自然日, 日 …."""

    amount: int
    kind: DayKind


class LongestWay(BaseModel):
    """The longest way to an end by its steps; loops are walked once, what is 不计入 adds nothing.

    *words* says the sum, "" where no step says a limit; *steps_without_limit* counts those of the
    way.
    """

    steps: tuple[int, ...]
    words: str
    days: tuple[Days, ...]
    steps_without_limit: int


class FlowGraph(BaseModel):
    """One flow: who takes part (*posts*), where it starts, its steps, the ways between them."""

    name: str
    note: str = ""
    basis: tuple[str, ...] = ()
    without_risk_chart: str = ""
    measure_library: dict[str, str] = Field(default_factory=dict)
    posts: tuple[str, ...]
    starts: tuple[int, ...]
    steps: tuple[GraphStep, ...]
    ways: tuple[GraphWay, ...]
    longest: LongestWay


def graph_schema() -> str:
    """The form of `FlowGraph` as JSON Schema (draft 2020-12)."""
    told = TypeAdapter(FlowGraph).json_schema(by_alias=False, mode="serialization")
    told = {"$schema": "https://json-schema.org/draft/2020-12/schema", **told}
    return json.dumps(told, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
