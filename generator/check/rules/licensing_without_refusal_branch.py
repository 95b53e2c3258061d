"""Licences in force → those whose flow has no lawful way to refuse."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.check.rule import Rule
from generator.check.steps import steps_within, words_of
from generator.check.subjects import powers_of_kind
from generator.model.flow import Outcome, Step
from generator.model.item import Item
from generator.model.registry import Holding, Registry
from generator.problem import Problem, warning

CODE = "licensing-without-refusal-branch"

_REFUSAL = re.compile(r"不予(?!受理)|不准予|不批准|不同意|驳回申请|不发证")
_REMEDY = re.compile(r"复议|诉讼|起诉|救济")


def find(registry: Registry) -> Iterator[Problem]:
    """Every 行政许可 decided here whose flows refuse nobody, or refuse without reason or remedy."""
    for power in powers_of_kind(registry, "licensing"):
        holding = power.holding
        if not holding.flows or holding.item.own_part in ("初审", "审核转报"):
            continue
        missing = _missing(registry, holding)
        if missing:
            flow = holding.flows[0].flow
            sentence = f"许可流程“{flow.name}”没有{missing}"
            hint = "不予许可单独写一条路：说明理由，告知可以申请行政复议、提起行政诉讼"
            yield warning(CODE, sentence, flow.place("名称"), hint)


def _missing(registry: Registry, holding: Holding[Item]) -> str:
    """What all flows of a licence together lack, in the words of the report."""
    steps = [step for used in holding.flows for step in steps_within(registry, used.ref, used.flow)]
    if not any(_refuses(step) for step in steps):
        return "不予许可的路"
    words = " ".join(words_of(step) for step in steps)
    lacks = {"说明理由": "理由" not in words, "告知复议和诉讼的权利": not _REMEDY.search(words)}
    parts = [part for part, lacking in lacks.items() if lacking]
    return f"写不予许可时{'、'.join(parts)}" if parts else ""


def _refuses(step: Step) -> bool:
    return step.outcome is Outcome.REFUSED or bool(_REFUSAL.search(step.text))


RULE = Rule(CODE, find)
