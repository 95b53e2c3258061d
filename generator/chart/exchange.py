"""A flow → the files that other programs read: BPMN, Graphviz text, its graph as JSON."""

from __future__ import annotations

from generator.chart.bpmn import to_bpmn
from generator.chart.dot import to_dot
from generator.chart.graph_file import to_graph_json
from generator.model.charts import ChartFile
from generator.model.drawing import Drawing
from generator.model.flow import Flow
from generator.model.path import SubFlows


def exchange_files(
    flow: Flow, lanes: Drawing, identity: str, sub_flow: SubFlows
) -> tuple[ChartFile, ...]:
    """A flow, its drawing in lanes and its ASCII id → its files; *sub_flow* knows flows inside."""
    return (
        ChartFile("flow.bpmn", to_bpmn(flow, lanes, identity)),
        ChartFile("flow.dot", to_dot(flow).encode()),
        ChartFile("graph.json", to_graph_json(flow, sub_flow).encode()),
    )
