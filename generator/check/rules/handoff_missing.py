"""Items and steps → hand-offs (交由) that lead to nobody."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from generator.check.rule import Rule
from generator.model.adjustment import Standing
from generator.model.body import Unit
from generator.model.item import Item
from generator.model.micro_power import MicroPower
from generator.model.record import Where
from generator.model.registry import Holding, Ref, Registry, item_places
from generator.problem import OtherPlace, Problem, Severity, Span

CODE = "handoff-missing"


def find(registry: Registry) -> Iterator[Problem]:
    """Every 交由 whose item the receiving body has left out or no longer has."""
    targets = _Targets(registry)
    for holding in targets.holdings:
        if registry.standing(holding.item) is Standing.ENDED:
            continue
        for word, where in _written(holding):
            problem = targets.problem(holding.holder, word, where)
            if problem is not None:
                yield problem


def _written(holding: Holding[Item] | Holding[MicroPower]) -> Iterator[tuple[str, Where]]:
    """交由 of an item and of the steps of its flows, each with its place."""
    if holding.item.handoff:
        yield holding.item.handoff, holding.item.at("交由")
    for used in holding.flows:
        for number, step in enumerate(used.flow.steps):
            if step.handoff:
                yield step.handoff, used.flow.at("步骤", number, "交由")


@dataclass(frozen=True)
class _Targets:
    """What may be handed to, by holder and id."""

    registry: Registry

    @cached_property
    def holdings(self) -> tuple[Holding[Item] | Holding[MicroPower], ...]:
        """Every holding of every unit and village."""
        rows = self.registry.micro_powers.values()
        return (*self.registry.all_powers(), *(holding for row in rows for holding in row))

    @cached_property
    def held(self) -> dict[Ref, Item]:
        """Every power by its holder, and the shared ones by their list."""
        shared = {holding.ref: holding.item for holding in self.registry.shared_powers}
        own = {Ref(h.holder, h.ref.id): h.item for h in self.registry.all_powers()}
        return shared | own

    def problem(self, holder: str, word: str, where: Where) -> Problem | None:
        """What is wrong with one 交由; a name that no list has is an unknown reference."""
        wanted, *others = item_places(holder, word)
        unit = self.registry.unit_in(wanted.folder)
        if unit is not None and not unit.is_township and not unit.adopts:
            wanted = next((ref for ref in others if ref in self.held), wanted)
        item = self.held.get(wanted)
        if item is not None:
            return self._ended(word, item, where)
        body, _, identity = word.rpartition("/")
        if unit is None or Ref(f"powers/{body}", identity) not in self.held:
            return None
        left_out = {wanted, Ref(wanted.folder, ""), Ref(wanted.folder, "unit")}
        if left_out & self.registry.unread:
            return None
        return _omitted(unit, f"交由“{word}”的事项，{unit.name}没有", where.span)

    def _ended(self, word: str, item: Item, where: Where) -> Problem | None:
        ending = self.registry.ending(item)
        if ending is None:
            return None
        sentence = f"交由“{word}”的事项“{item.name}”已经{ending.kind.value}"
        hint = "改交给现在办这件事的事项"
        return Problem(CODE, Severity.WARNING, sentence, where.span, hint)


def _omitted(unit: Unit, sentence: str, place: Span) -> Problem:
    """A shared item that the unit leaves out, or whose list it does not adopt at all."""
    if unit.omits:
        hint = f"改交给现在办这件事的事项，或者从{unit.name}的“不采用”里拿出来"
        where = OtherPlace(unit.place("不采用"), f"{unit.name}在这里写了不采用")
    else:
        hint = f"改交给现在办这件事的事项，或者让{unit.name}“采用”通用清单"
        where = OtherPlace(unit.place("名称"), f"{unit.name}没有采用通用清单")
    return Problem(CODE, Severity.WARNING, sentence, place, hint, (where,))


RULE = Rule(CODE, find)
