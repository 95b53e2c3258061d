"""A flow → its graph as JSON for other programs: steps, ways between them, the longest way.

Every field of a step stands under its name in `model/flow.py`, but no 备注; what is not written is
left out. The form is `model/flow_graph.py`.
"""

from __future__ import annotations

from pydantic.main import IncEx

from generator.model.flow import Counting, Flow, Step, StepKind
from generator.model.flow_graph import Days, FlowGraph, GraphStep, GraphWay, LongestWay
from generator.model.graph import Transition, graph_of
from generator.model.path import SubFlows, path_time

_REMARKS: dict[str, IncEx | bool] = {"remark": True, "risks": {"__all__": {"remark": True}}}
_OFFICE: IncEx = {"steps": {"__all__": {"step": _REMARKS}}}
"""What is written for the office does not leave it."""


def to_graph_json(flow: Flow, sub_flow: SubFlows = lambda name: None) -> str:
    """A flow → its graph as JSON text; *sub_flow* knows the flows inside it."""
    made = _graph(flow, sub_flow)
    text = made.model_dump_json(indent=1, exclude=_OFFICE, exclude_defaults=True)
    return f"{text}\n"


def _graph(flow: Flow, sub_flow: SubFlows) -> FlowGraph:
    graph, time = graph_of(flow), path_time(flow, sub_flow)
    steps = enumerate(flow.steps, start=1)
    return FlowGraph(
        name=flow.name,
        note=flow.note,
        basis=flow.basis,
        without_risk_chart=flow.without_risk_chart,
        measure_library=flow.measure_library,
        posts=flow.lane_order(),
        starts=tuple(number + 1 for number in graph.starts),
        steps=tuple(GraphStep(number=n, counted=_counted(step), step=step) for n, step in steps),
        ways=tuple(_way(edge) for edge in graph.transitions),
        longest=LongestWay(
            steps=tuple(number + 1 for number in time.way),
            words=time.in_words(),
            days=tuple(Days(amount=amount, kind=kind) for kind, amount in time.amounts),
            steps_without_limit=time.uncounted,
        ),
    )


def _counted(step: Step) -> bool:
    return step.kind is not StepKind.WAIT and step.counting is Counting.COUNTED


def _way(edge: Transition) -> GraphWay:
    return GraphWay(
        source=edge.source + 1,
        target=None if edge.target is None else edge.target + 1,
        kind=edge.kind.value,
        label=edge.label,
        field=edge.field,
    )
