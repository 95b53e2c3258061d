"""交由: holdings → the same, each knowing the item it leads to and those that lead to it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from generator.model.item import Item
from generator.model.micro_power import MicroPower
from generator.model.registry import Holding, ItemKind, Ref, item_places

Powers = Mapping[str, tuple[Holding[Item], ...]]
MicroPowers = Mapping[str, tuple[Holding[MicroPower], ...]]


@dataclass(slots=True)
class Handoffs:
    """The items that may be handed to, and what has been handed to each so far."""

    known: frozenset[Ref]
    received: dict[Ref, set[Ref]] = field(default_factory=dict)
    found: dict[tuple[str, str], Ref | None] = field(default_factory=dict)

    def lead(self, held: tuple[Holding[ItemKind], ...]) -> tuple[Holding[ItemKind], ...]:
        """One list → the same with the targets of its 交由."""
        return tuple(self._led(holding) if holding.item.handoff else holding for holding in held)

    def receive(self, held: tuple[Holding[Item], ...]) -> tuple[Holding[Item], ...]:
        """One list → the same with the items that hand over to it, once all lists have led."""
        return tuple(self._receiving(holding) for holding in held)

    def _led(self, holding: Holding[ItemKind]) -> Holding[ItemKind]:
        target = self._target(_place_of(holding.holder), holding.item.handoff)
        if target is None:
            return holding
        self.received.setdefault(target, set()).add(holding.ref)
        return replace(holding, handoff=target)

    def _target(self, folder: str, word: str) -> Ref | None:
        if (folder, word) not in self.found:
            places = item_places(folder, word)
            self.found[folder, word] = next((ref for ref in places if ref in self.known), None)
        return self.found[folder, word]

    def _receiving(self, holding: Holding[Item]) -> Holding[Item]:
        received = self.received.get(Ref(holding.holder, holding.ref.id))
        return replace(holding, received=tuple(sorted(received))) if received else holding


def handoffs_between(powers: Powers, shared: tuple[Holding[Item], ...]) -> Handoffs:
    """The holdings of units and of shared lists → what may be handed to."""
    held = {Ref(folder, holding.ref.id) for folder, row in powers.items() for holding in row}
    return Handoffs(frozenset(held | {holding.ref for holding in shared}))


def _place_of(holder: str) -> str:
    """The folder from which 交由 is read: villages of one township read it alike."""
    return holder.rpartition("/")[0] if holder.count("/") > 1 else holder
