"""A registry → papers (文书) that an item renames and that its flow does not give out."""

from __future__ import annotations

from collections.abc import Iterator

from generator.load.flow_use import uses_of
from generator.load.references import as_written
from generator.load.unknown import unknown
from generator.model.flow import Flow
from generator.model.item import FlowUse
from generator.model.record import Where
from generator.model.registry import Registry
from generator.problem import Problem


def unknown_papers(registry: Registry) -> Iterator[Problem]:
    """文书 of each 流程 that an item cites: names on the left that no step has as 送达文书."""
    for holding in as_written(registry):
        for path, use in uses_of(holding.item):
            ref = registry.flow_named(holding.holder, use.flow) if use.papers else None
            if ref is not None:
                yield from _not_given(registry.flows[ref], use, holding.item.at(*path, "文书"))


def _not_given(flow: Flow, use: FlowUse, papers: Where) -> Iterator[Problem]:
    given = list(dict.fromkeys(paper for step in flow.steps for paper in step.served_documents))
    for paper in use.papers:
        if paper not in given:
            span = papers.below(paper).name.span
            yield unknown(f"流程“{flow.name}”的送达文书", paper, span, given)
