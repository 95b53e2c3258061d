"""A flow → targets (转, 否, 分支 …) that are no step of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches

from generator.check.rule import Rule
from generator.check.subjects import flows
from generator.model.graph import UnknownTarget, graph_of, step_targets
from generator.model.registry import Registry
from generator.problem import OtherPlace, Problem, Severity

CODE = "transition-to-unknown-step"

_ALIKE = 0.5
_SIGNS = re.compile(r"[、，；,;]\s*")


def find(registry: Registry) -> Iterator[Problem]:
    """Every target that no 代号 and no step text answers to, a word of a flow once."""
    for _, flow in flows(registry):
        words: dict[str, list[UnknownTarget]] = {}
        for unknown in graph_of(flow).unknown:
            words.setdefault(unknown.word, []).append(unknown)
        for word, (first, *rest) in words.items():
            hint = _meant(word, sorted(step_targets(flow)))
            sentence = f"“{first.field}”指向“{word}”，本流程没有这一步"
            places = (flow.place("步骤", each.step, each.field) for each in rest)
            others = tuple(OtherPlace(place, "这里也指向它") for place in places)
            place = flow.place("步骤", first.step, first.field)
            yield Problem(CODE, Severity.ERROR, sentence, place, hint, others)


def _meant(word: str, targets: list[str]) -> str:
    """What was most likely meant: several steps in one text, or a step almost of this name."""
    parts = [part.strip() for part in _SIGNS.split(word) if part.strip()]
    if len(parts) > 1 and all(part in targets for part in parts):
        return f"有几个就写成列表：[{', '.join(parts)}]"
    near = get_close_matches(word, targets, n=1, cutoff=_ALIKE)
    return f"改成“{near[0]}”" if near else "写成某一步的代号，或与那一步的文字完全一样"


RULE = Rule(CODE, find)
