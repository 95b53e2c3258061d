"""Flows by which people's applications go → refusals that leave nothing written in their hands."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.check.rule import Rule
from generator.check.steps import steps_within
from generator.check.subjects import kind_of, powers, village_powers
from generator.model.flow import Flow, Outcome, Step, StepKind
from generator.model.graph import graph_of
from generator.model.micro_power import Chapter, MicroPower
from generator.model.registry import Holding, Ref, Registry
from generator.problem import OtherPlace, Problem, Severity

CODE = "refusal-without-paper"

_NOT_TAKEN = re.compile(r"不予?受理|不予?接收|不收(?!费|钱)")
_RECEIPT = re.compile(r"(?<!不予)受理|补正|收件|回单|一次性?告知")
"""A paper that says what was handed in or is missing, not what was decided."""
_HINT = (
    "在这一步或者前面说明理由的一步写“送达文书: [不予…告知书]”，写清理由和不服怎么办；"
    "事项的“结果”里也写上"
)
_TURNS = (StepKind.START, StepKind.DECISION, StepKind.VOTE)
"""Where a way begins: what stands before these is also before other ways."""


def find(registry: Registry) -> Iterator[Problem]:
    """Every end that refuses and to which a way leads, from its last decision on, without a paper.

    Only in flows of items that people apply for; of village lists it is advice.
    """
    for ref in _by_units(registry):
        yield from _in_flow(registry, ref, Severity.WARNING)
    for ref in _by_villages(registry):
        yield from _in_flow(registry, ref, Severity.HINT)


def _in_flow(registry: Registry, ref: Ref, severity: Severity) -> Iterator[Problem]:
    flow = registry.flows[ref]
    for number, step in enumerate(flow.steps):
        turn = _turn_without(registry, ref, number) if _says_no(step) else None
        if turn is not None:
            sentence = f"走到第{number + 1}步“{step.text}”的人，流程里没有一步给他文书"
            way = OtherPlace(flow.place("步骤", turn), "从这里走过来，一路没有送达文书")
            yield Problem(CODE, severity, sentence, flow.place("步骤", number), _HINT, (way,))


def _by_units(registry: Registry) -> dict[Ref, None]:
    """The flows of powers by application whose guide asks people for papers, in their order."""
    on_application = {kind.code for kind in registry.vocabulary.kinds if kind.on_application}
    found: dict[Ref, None] = {}
    for power in powers(registry):
        guide = power.holding.item.guide
        if guide and guide.documents and kind_of(registry, power.holding.item) in on_application:
            found |= dict.fromkeys(used.ref for used in power.holding.flows)
    return found


def _by_villages(registry: Registry) -> dict[Ref, None]:
    """The flows of village items that serve people who bring papers, in their order.

    Outside 便民服务 only those that the village's own posts do not begin.
    """
    own = {post.name for village in registry.villages for post in village.posts}
    found: dict[Ref, None] = {}
    for power in village_powers(registry):
        if power.holding.item.applicants and power.holding.item.documents:
            found |= dict.fromkeys(_begun_by_people(power.holding, own))
    return found


def _begun_by_people(holding: Holding[MicroPower], own: set[str]) -> Iterator[Ref]:
    for used in holding.flows:
        if holding.item.chapter is Chapter.SERVICES or own.isdisjoint(used.flow.steps[0].posts):
            yield used.ref


def _says_no(step: Step) -> bool:
    """Whether a step ends a case with no; an ended one only where nobody took it."""
    if step.kind is not StepKind.END:
        return False
    stopped = step.outcome is Outcome.STOPPED and _NOT_TAKEN.search(step.text)
    return bool(stopped) or step.outcome is Outcome.REFUSED


def _turn_without(registry: Registry, ref: Ref, end: int) -> int | None:
    """The last decision before *end* from which no step on the way gives out a paper, or None."""
    flow = registry.flows[ref]
    graph = graph_of(flow)
    waiting, seen = [end], {end}
    while waiting:
        number = waiting.pop()
        if _gives(registry, ref, flow, number):
            continue
        step = flow.steps[number]
        if step.kind in _TURNS or step.branches:
            return number
        before = {edge.source for edge in graph.entering(number)} - seen
        seen |= before
        waiting += sorted(before, reverse=True)
    return None


def _gives(registry: Registry, ref: Ref, flow: Flow, number: int) -> bool:
    """Whether a step, or a flow that it stands for, gives out more than a receipt."""
    step = flow.steps[number]
    steps = [step]
    inner = registry.flow_named(ref.folder, step.uses) if step.uses else None
    if inner is not None:
        steps += steps_within(registry, inner, registry.flows[inner])
    papers = (paper for each in steps for paper in each.served_documents)
    return not all(map(_RECEIPT.search, papers))


RULE = Rule(CODE, find)
