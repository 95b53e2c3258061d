"""Responsibilities of items → stages and shared sets that belong to another kind of power."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.rule import Rule
from generator.check.subjects import kind_of, powers
from generator.model.item import DutySet, Item
from generator.model.registry import Registry
from generator.problem import Problem, warning

CODE = "duty-stages-unfit-for-kind"

_UNFIT = {
    "licensing": {"立案", "调查取证", "法制审核", "执行", "催告", "发放", "调解"},
    "penalty": {"发放", "制定计划", "评审", "准予", "发证", "调解"},
    "compulsion": {"发放", "评审", "准予", "发证", "调解"},
    "payment": {"立案", "调查取证", "听证", "催告", "督促整改"},
    "reward": {"立案", "调查取证", "催告", "督促整改"},
    "confirmation": {"立案", "催告", "发放", "督促整改"},
    "inspection": {"发放", "评审", "准予", "发证"},
}
"""Stages that no procedure of the kind has."""


def find(registry: Registry) -> Iterator[Problem]:
    """Every own 环节 that the kind has not, and every 套用 whose 适用类别 leaves the kind out."""
    for power in powers(registry):
        item = power.holding.item
        duty = item.responsibility
        if duty is None:
            continue
        shared = registry.duty_sets.get(duty.shared_set)
        if shared is not None and _unfit(registry, shared, item):
            sentence = f"套用的“{shared.name}”适用于{'、'.join(shared.kinds)}，不适用于{item.kind}"
            hint = f"换成适用于{item.kind}的，或者把各环节的责任自己写出来"
            yield warning(CODE, sentence, item.place("责任", "套用"), hint)
        for row, each in enumerate(duty.duties):
            if each.stage in _UNFIT.get(kind_of(registry, item), set()):
                sentence = f"{item.kind}没有“{each.stage}”这个环节"
                hint = "换成这项权力真有的环节；是另一项权力的责任，移到那一项去"
                yield warning(CODE, sentence, item.place("责任", "事项", row, "环节"), hint)


def _unfit(registry: Registry, shared: DutySet, item: Item) -> bool:
    """Whether a set is for other kinds; a kind that the vocabulary has not is another problem."""
    kinds = (item.kind, *shared.kinds)
    known = all(registry.vocabulary.kind(kind) is not None for kind in kinds)
    return known and bool(shared.kinds) and item.kind not in shared.kinds


RULE = Rule(CODE, find)
