"""Penalties in force → flows that decide without telling and hearing the person concerned."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.check.rule import Rule
from generator.check.steps import steps_within, words_of
from generator.check.subjects import powers_of_kind
from generator.model.registry import Ref, Registry, UsedFlow
from generator.problem import Problem, warning

CODE = "penalty-without-hearing-of-views"

_DECIDES = re.compile(r"决定|处罚|罚款|审批|批准")
_TOLD = re.compile(r"告知|告诉|事先通知")
_HEARD = re.compile(r"陈述|申辩|听取.{0,6}意见")


def find(registry: Registry) -> Iterator[Problem]:
    """Every flow that a 行政处罚 follows and that lacks 告知 or 陈述申辩, each flow once."""
    seen: set[Ref] = set()
    for power in powers_of_kind(registry, "penalty"):
        for used in power.holding.flows:
            missing = "" if used.ref in seen else _missing(registry, used)
            seen.add(used.ref)
            if missing:
                sentence = f"处罚流程“{used.flow.name}”没有{missing}"
                hint = "在作出决定以前写：告知拟处罚的内容、事实、理由、依据，听取陈述和申辩并复核"
                yield warning(CODE, sentence, used.flow.place("名称"), hint)


def _missing(registry: Registry, used: UsedFlow) -> str:
    """What a flow that decides on a penalty lacks, in the words of the report."""
    steps = steps_within(registry, used.ref, used.flow)
    words = " ".join(words_of(step) for step in steps)
    if not _DECIDES.search(words):
        return ""
    lacks = {"处罚前的告知": not _TOLD.search(words), "听取陈述、申辩": not _HEARD.search(words)}
    return "，也没有".join(part for part, lacking in lacks.items() if lacking)


RULE = Rule(CODE, find)
