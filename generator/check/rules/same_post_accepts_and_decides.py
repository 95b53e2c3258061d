"""Powers in force → flows in which the post that accepts also decides."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.check.rule import Rule
from generator.check.subjects import kind_of, powers
from generator.model.flow import Flow, Step, StepKind
from generator.model.item import Item
from generator.model.registry import Registry
from generator.problem import OtherPlace, Problem, Severity, Span

CODE = "same-post-accepts-and-decides"

_ACCEPTS = re.compile(r"受理|收件|接件|收到申请|收取材料")
_NOT_ACCEPTS = re.compile(r"不受理|不予受理|是否受理|受理范围|作出.*决定")
_DECIDES = re.compile(
    r"是否(?:准予|批准|同意|核准)|符合.{0,8}条件|(?:作出|决定).{0,8}(?:准予|批准|决定)|审批|批准(?!书|文|的|件)|核准(?!书|文|的|件)|审定"
)
_DELIVERS = re.compile(r"不予|不批准|送达|通知")
_ASKS_ABOUT_PAPERS = re.compile(r"材料|齐|受理|职权|申请书|填|听证|紧急")


def find(registry: Registry) -> Iterator[Problem]:
    """Every flow of what people apply for where one post takes the papers in and alone decides."""
    on_application = {kind.code for kind in registry.vocabulary.kinds if kind.on_application}
    settled: dict[int, tuple[int, int] | None] = {}
    for power in powers(registry):
        item = power.holding.item
        if kind_of(registry, item) not in on_application or _is_immediate(registry, item):
            continue
        for used in power.holding.flows:
            key = id(used.flow)
            if key not in settled:
                settled[key] = _accepting_and_deciding(used.flow)
            steps = settled[key]
            if steps is None:
                continue
            accepting, deciding = steps
            place = used.flow.place("步骤", deciding)
            if used.adapted:
                place = item.place("流程")
            yield _problem(used.flow, accepting, deciding, place)


def _is_immediate(registry: Registry, item: Item) -> bool:
    """即办件: done on the spot, so one pair of hands is all there is."""
    handling = item.guide.handling if item.guide else ""
    return any(t.name == handling and t.code == "immediate" for t in registry.vocabulary.handlings)


def _accepting_and_deciding(flow: Flow) -> tuple[int, int] | None:
    """The first accepting and the last deciding step, where the same posts do all of both.

    A flow in which nothing is granted or decided in so many words only registers what is so.
    """
    accepting = [number for number, step in enumerate(flow.steps) if _accepts(step)]
    deciding = [number for number, step in enumerate(flow.steps) if _decides(step)]
    if not accepting or not any(_DECIDES.search(flow.steps[n].text) for n in deciding):
        return None
    hands = {post for number in accepting for post in flow.steps[number].posts}
    heads = {post for number in deciding for post in flow.steps[number].posts}
    return (accepting[0], deciding[-1]) if hands and heads and heads <= hands else None


def _accepts(step: Step) -> bool:
    works = step.kind in (StepKind.START, StepKind.STEP)
    return works and bool(_ACCEPTS.search(step.text)) and not _NOT_ACCEPTS.search(step.text)


def _decides(step: Step) -> bool:
    """Whether a step settles the matter: any question but that for papers, or the act itself."""
    if step.kind in (StepKind.DECISION, StepKind.VOTE):
        return not _ASKS_ABOUT_PAPERS.search(step.text)
    if step.kind is not StepKind.STEP or _accepts(step) or _DELIVERS.search(step.text):
        return False
    return bool(_DECIDES.search(step.text))


def _problem(flow: Flow, accepting: int, deciding: int, place: Span) -> Problem:
    before, after = flow.steps[accepting], flow.steps[deciding]
    post = "、".join(after.posts)
    sentence = f"{post}既办“{before.text}”，又办“{after.text}”"
    hint = "受理和决定由两个岗位来做；当场就能办完的，在办事指南写“办件类型: 即办件”"
    other = OtherPlace(flow.place("步骤", accepting), "受理在这一步")
    return Problem(CODE, Severity.WARNING, sentence, place, hint, (other,))


RULE = Rule(CODE, find)
