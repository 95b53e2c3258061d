"""A flow → the files that other programs read: Graphviz text, its graph as JSON."""

from __future__ import annotations

from generator.chart.dot import to_dot
from generator.chart.graph_file import to_graph_json
from generator.model.charts import ChartFile
from generator.model.flow import Flow
from generator.model.path import SubFlows


def exchange_files(flow: Flow, sub_flow: SubFlows) -> tuple[ChartFile, ...]:
    """A flow → its exchange files; *sub_flow* knows the flows inside it."""
    return (
        ChartFile("flow.dot", to_dot(flow).encode()),
        ChartFile("graph.json", to_graph_json(flow, sub_flow).encode()),
    )
