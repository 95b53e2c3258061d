"""A flow → its numbered step list: everything a chart shows, in words.

This is what a screen reader, a small phone and the handbook read. Templates set the fields of a
`StepLine`; `to_text` sets them as plain text.
"""

from __future__ import annotations

from generator.model.charts import StepLine, StepRisk, StepWay
from generator.model.flow import Counting, Flow, Step, StepKind
from generator.model.graph import Graph, Transition, TransitionKind, graph_of
from generator.model.step_key import step_keys

_KIND_WORDS = {
    StepKind.START: "开始",
    StepKind.STEP: "",
    StepKind.DECISION: "判断",
    StepKind.VOTE: "表决",
    StepKind.WAIT: "等待",
    StepKind.SUBFLOW: "按另一流程办",
    StepKind.END: "结束",
}


_WAIT, _COUNTED, _RETURN = StepKind.WAIT, Counting.COUNTED, TransitionKind.RETURN


def step_lines(flow: Flow) -> tuple[StepLine, ...]:
    """A flow → one line per step, in the order written."""
    graph = graph_of(flow)
    lines: list[StepLine] = []
    counted = 0
    for number, step in enumerate(flow.steps):
        risks = _risks(flow, step, counted)
        counted += len(risks)
        lines.append(_line(flow, graph, number, risks))
    return tuple(lines)


def _line(flow: Flow, graph: Graph, number: int, risks: tuple[StepRisk, ...]) -> StepLine:
    step = flow.steps[number]
    votes = (("到会", step.quorum), ("通过", step.majority))
    counted = step.kind is not _WAIT and step.counting is _COUNTED
    return StepLine(
        number=number + 1,
        key=step_keys(flow)[number],
        kind=step.kind,
        kind_words=_KIND_WORDS[step.kind],
        post="、".join(step.posts),
        text=step.text,
        limit=_limit_words(step, counted=counted),
        counted=counted,
        documents=step.documents,
        served_documents=step.served_documents,
        ways=tuple([_way(step, edge) for edge in graph.leaving(number)]),
        risks=risks,
        vote=tuple([f"{name}：{words}" for name, words in votes if words]),
        before=_before(graph, number, step),
        subflow=step.uses,
        handoff=step.handoff,
        discretion=step.discretion,
        criterion=step.criterion,
        outcome="" if step.outcome is None else step.outcome.value,
        basis=step.basis,
        note=step.note,
    )


def _limit_words(step: Step, *, counted: bool) -> str:
    written = "" if step.limit is None else step.limit.text
    if counted:
        return written
    return f"{written}（不计入时限）" if written else "不计入时限"


def _way(step: Step, edge: Transition) -> StepWay:
    """A way on in words: “否，退回第1步”."""
    if edge.target is None:
        words = "去向未载明"
    else:
        verb = "退回" if edge.kind is _RETURN else "到" if edge.label else "接"
        verb = "同时开始" if step.parallel else verb
        words = f"{verb}第{edge.target + 1}步"
    label = f"{edge.label}，" if edge.label else ""
    target = None if edge.target is None else edge.target + 1
    return StepWay(edge.label, target, edge.kind, label + words, edge.field)


def _before(graph: Graph, number: int, step: Step) -> str:
    """What must have come together before a step, and where a case comes from."""
    words: list[str] = []
    if step.joins:
        sources = sorted({edge.source + 1 for edge in graph.entering(number)})
        words.append(f"等第{'、'.join(map(str, sources))}步都完成后")
    if step.origins:
        words.append(f"来源：{'、'.join(step.origins)}")
    return "；".join(words)


def _risks(flow: Flow, step: Step, counted: int) -> tuple[StepRisk, ...]:
    return tuple(
        StepRisk(
            number=counted + place,
            level=risk.level,
            name=risk.name,
            category=risk.category,
            manifestation=risk.manifestation,
            measures=tuple([flow.measure_text(cited) for cited in risk.measures]),
            checks=risk.checks,
            frequency=risk.frequency,
            owner=risk.owner,
            leader=risk.leader,
        )
        for place, risk in enumerate(step.risks, start=1)
    )


def spoken(step: Step, number: int) -> str:
    """A step → what a screen reader says of its box."""
    kind = _KIND_WORDS[step.kind]
    said = f"第{number}步"
    if post := "、".join(step.posts):
        said += f"，{post}"
    if text := f"{kind}：{step.text}" if kind else step.text:
        said += f"，{text}"
    if step.limit is not None:
        said += f"，时限{step.limit.text}"
    if step.risks:
        said += f"，{len(step.risks)}个风险点"
    return said


def to_text(flow: Flow) -> str:
    """A flow → its step list as plain text, one paragraph a step."""
    return "\n".join(_paragraph(line) for line in step_lines(flow)) + "\n"


def _paragraph(line: StepLine) -> str:
    kind = f"［{line.kind_words}］" if line.kind_words else ""
    post = f"{line.post}：" if line.post else ""
    head = f"{line.number}. {kind}{post}{line.text}"
    return "\n".join([head, *(f"   {words}" for words in details(line))])


def details(line: StepLine) -> list[str]:
    """Everything below the head of a step, one line each."""
    fields = (
        ("", line.before),
        ("", "；".join(line.vote)),
        ("时限", line.limit),
        ("材料", "、".join(line.documents)),
        ("送达文书", "、".join(line.served_documents)),
        ("按流程", line.subflow),
        ("交由", line.handoff),
        ("裁量", (line.criterion or "有") if line.discretion else line.criterion),
        ("结果", line.outcome),
        ("依据", "；".join(line.basis)),
        ("说明", line.note),
        ("去向", "；".join(way.words for way in line.ways)),
    )
    found = [f"{name}：{words}" if name else words for name, words in fields if words]
    return found + [_risk_words(risk) for risk in line.risks]


def _risk_words(risk: StepRisk) -> str:
    """A risk point in one line."""
    name = f"{risk.name}：" if risk.name else ""
    parts = [f"风险点{risk.number}（{risk.level}）{name}{risk.manifestation}"]
    fields = (
        ("类别", risk.category),
        ("措施", "；".join(risk.measures)),
        ("检查", risk.checks),
        ("频次", risk.frequency),
        ("责任岗位", risk.owner),
        ("责任领导", risk.leader),
    )
    parts.extend(f"{label}：{words}" for label, words in fields if words)
    return "。".join(parts)
