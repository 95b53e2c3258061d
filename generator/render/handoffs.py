"""交由: who hands a matter on to whom, to be shown at both ends."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from generator.model.item import Item
from generator.model.micro_power import MicroPower
from generator.model.registry import SHARED_TOWNSHIP, SHARED_VILLAGE, Holding, Ref
from generator.render.site import AnyHolding, Site


@dataclass(frozen=True)
class Handoffs:
    """The hand-offs of a district."""

    site: Site

    def target(self, holder: str, written: str) -> Holding[Item] | None:
        """Where *written* leads from an item of *holder*; None where no item has that name.

        `_township/x` leads to the village's own township's item, else to the shared one.
        """
        body, _, identity = written.rpartition("/")
        folder = f"powers/{body}" if body else holder
        if folder == SHARED_TOWNSHIP:
            township = holder.removeprefix("villages/").partition("/")[0]
            own = self.site.powers.get(Ref(f"powers/{township}", identity))
            if own:
                return own
        return self.site.powers.get(Ref(folder, identity))

    @cached_property
    def sources(self) -> Mapping[Ref, tuple[AnyHolding, ...]]:
        """A power by holder and id → the items handed on to it; a shared village item once."""
        found: dict[Ref, dict[Ref, AnyHolding]] = {}
        for holding in self._holdings():
            for written in _written(holding.item, holding):
                target = self.target(holding.holder, written)
                if target is None:
                    continue
                shown = self._shown(holding)
                at = found.setdefault(Ref(target.holder, target.ref.id), {})
                at[Ref(shown.holder, shown.ref.id)] = shown
        return {ref: tuple(each.values()) for ref, each in found.items()}

    def _holdings(self) -> Iterator[AnyHolding]:
        yield from self.site.powers.values()
        yield from self.site.micro_powers.values()

    def _shown(self, holding: AnyHolding) -> AnyHolding:
        """The shared item where a village merely adopts it, so that it is named once."""
        if holding.ref.folder != SHARED_VILLAGE:
            return holding
        return self.site.micro_powers.get(holding.ref, holding)


def _written(item: Item | MicroPower, holding: AnyHolding) -> tuple[str, ...]:
    """交由 of an item and of the steps of its flows, each once."""
    steps = (step.handoff for used in holding.flows for step in used.flow.steps)
    return tuple(dict.fromkeys(text for text in (item.handoff, *steps) if text))
