"""A flow → Graphviz text for other programs, built with pydot; nothing is laid out here.

Ids are generated, and every text is quoted by us: pydot leaves alone what looks quoted, and would
also leave alone a text of a clerk that only looks so (`<b>`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pydot

from generator.chart.text import wrap
from generator.model.flow import UNSTATED, Counting, Flow, Step, StepKind
from generator.model.graph import Transition, TransitionKind, graph_of

_FONT = "sans-serif"
_SIZE = 14
_WIDTH = 12 * _SIZE
_SHAPES: Mapping[StepKind, dict[str, str]] = {
    StepKind.START: {"shape": "box", "style": "rounded"},
    StepKind.STEP: {"shape": "box"},
    StepKind.DECISION: {"shape": "diamond"},
    StepKind.VOTE: {"shape": "hexagon", "peripheries": "2"},
    StepKind.WAIT: {"shape": "cds"},
    StepKind.SUBFLOW: {"shape": "box", "peripheries": "2"},
    StepKind.END: {"shape": "box", "style": "rounded"},
}


def to_dot(flow: Flow) -> str:
    """A flow → a digraph: a cluster for each post, a node for each step, an edge for each way."""
    drawn = pydot.Dot(
        "flow",
        graph_type="digraph",
        label=_quoted(flow.name),
        labelloc="t",
        rankdir="TB",
        compound="true",
        fontname=_FONT,
    )
    drawn.set_node_defaults(fontname=_FONT)
    drawn.set_edge_defaults(fontname=_FONT)
    for part in _lanes(flow):
        drawn.add_subgraph(part)
    for number, step in enumerate(flow.steps):
        if not step.posts:
            drawn.add_node(_node(number, step))
    for place, edge in enumerate(graph_of(flow).transitions):
        if edge.target is None:
            drawn.add_node(_unstated(place))
        drawn.add_edge(_edge(place, edge))
    text: str = drawn.to_string(indent=1)
    return text


def _lanes(flow: Flow) -> Iterator[pydot.Subgraph]:
    """A cluster for each post that does something first, with its steps."""
    for place, post in enumerate(flow.lane_order()):
        own = [(n, step) for n, step in enumerate(flow.steps) if step.posts[:1] == (post,)]
        if own:
            name = f"cluster_lane_{place + 1}"
            lane = pydot.Subgraph(name, label=_quoted(post), style="rounded")
            for number, step in own:
                lane.add_node(_node(number, step))
            yield lane


def _node(number: int, step: Step) -> pydot.Node:
    node = pydot.Node(f"step_{number + 1}", label=_lines(_words(number, step)))
    for name, value in _SHAPES[step.kind].items():
        node.set(name, value)
    return node


def _words(number: int, step: Step) -> Iterator[str]:
    """What a node says: number and text, with whom, conditions, limit, papers, levels of risk."""
    yield f"{number + 1}. {step.text}"
    limit = "" if step.limit is None else step.limit.text
    outside = step.counting is Counting.NOT_COUNTED or step.kind is StepKind.WAIT
    fields = (
        ("同办", "、".join(step.posts[1:])),
        ("来源", "、".join(step.origins)),
        ("到会", step.quorum),
        ("通过", step.majority),
        ("时限", f"{limit}（不计入）" if limit and outside else limit),
        ("材料", "、".join(step.documents)),
        ("送达", "、".join(step.served_documents)),
        ("按流程", step.uses),
        ("交由", step.handoff),
        ("风险", "、".join(risk.level for risk in step.risks)),
        ("结果", "" if step.outcome is None else step.outcome.value),
    )
    yield from (f"{name}：{words}" for name, words in fields if words)
    if step.joins:
        yield "（等齐再办）"
    if step.parallel:
        yield "（同时开始）"


def _edge(place: int, edge: Transition) -> pydot.Edge:
    source = f"step_{edge.source + 1}"
    target = f"unstated_{place + 1}" if edge.target is None else f"step_{edge.target + 1}"
    drawn = pydot.Edge(source, target)
    if edge.label:
        drawn.set("label", _lines((edge.label,)))
    if edge.kind is not TransitionKind.FORWARD:
        drawn.set("style", "dashed")
    if edge.kind is TransitionKind.RETURN:
        drawn.set("constraint", "false")
    return drawn


def _unstated(place: int) -> pydot.Node:
    """The end of a way whose target the source does not state."""
    return pydot.Node(
        f"unstated_{place + 1}", label=_quoted(UNSTATED), shape="note", style="dashed"
    )


def _lines(words: Iterator[str] | tuple[str, ...]) -> str:
    """Texts → one label, each from a line of its own and broken where it is long."""
    broken = (line for text in words for line in wrap(text, _SIZE, _WIDTH))
    return '"' + r"\n".join(_escaped(line) for line in broken) + '"'


def _quoted(text: str) -> str:
    return f'"{_escaped(text)}"'


def _escaped(text: str) -> str:
    r"""A text that Graphviz shows as it is: no `\N`, no `&lt;`, no end of the quotes."""
    plain = " ".join(text.split())
    return plain.replace("\\", "\\\\").replace("&", "&amp;").replace('"', '\\"')
