"""An item and who holds it → the holding: flows, duties, dates as they hold for that body."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Generic

from generator.load.flow_use import FlowBook, Reader
from generator.load.sheets import Sheets
from generator.model.district import District
from generator.model.item import Duty, DutySet, Item
from generator.model.micro_power import MicroPower
from generator.model.registry import Accountability, Holding, ItemKind, Ref


@dataclass(frozen=True, slots=True)
class Lists(Generic[ItemKind]):
    """One tree of lists: the items as written by folder, and the holdings of shared folders."""

    tree: str
    model: type[ItemKind]
    written: Mapping[str, Mapping[str, ItemKind]]
    shared: Mapping[str, Mapping[str, Holding[ItemKind]]]


@dataclass(frozen=True, slots=True)
class Keeper:
    """What is needed to make holdings: the sheets, the flows and the district."""

    sheets: Sheets
    flows: FlowBook
    district: District

    def lists(
        self, tree: str, model: type[ItemKind], written: Mapping[str, Mapping[str, ItemKind]]
    ) -> Lists[ItemKind]:
        """The lists of `powers` or `villages`, with the shared ones as holdings of themselves."""
        shared: dict[str, dict[str, Holding[ItemKind]]] = {}
        for folder, items in sorted(written.items()):
            if folder.startswith(f"{tree}/_"):
                reader = self.flows.reader(folder)
                shared[folder] = {
                    name: self.written(reader, Ref(folder, name), item)
                    for name, item in sorted(items.items())
                }
        return Lists(tree, model, written, shared)

    def written(self, reader: Reader, ref: Ref, item: ItemKind) -> Holding[ItemKind]:
        """The holding of an item that the reader's list has for itself."""
        return Holding(
            holder=reader.folder,
            ref=ref,
            item=item,
            flows=self.flows.used(reader, item),
            accountability=_accountability(self.sheets.duty_sets, item),
            checked_on=self._checked_on(item, reader),
            is_sample=self._is_sample(item, reader),
        )

    def unchanged(self, reader: Reader, shared: Holding[ItemKind]) -> Holding[ItemKind]:
        """A shared item that a body adopts as it is; the item itself stays the same object."""
        own_flows = (Ref(reader.folder, used.ref.id) in self.sheets.flows for used in shared.flows)
        differs = bool(reader.post_map) or any(own_flows)
        return Holding(
            holder=reader.folder,
            ref=shared.ref,
            item=shared.item,
            flows=self.flows.used(reader, shared.item) if differs else shared.flows,
            accountability=shared.accountability,
            checked_on=self._checked_on(shared.item, reader),
            is_sample=self._is_sample(shared.item, reader),
        )

    def _checked_on(self, item: Item | MicroPower, reader: Reader) -> date | None:
        """核对日期: the item's, else the body's, else the district's."""
        body = reader.body
        return item.checked_on or (body.checked_on if body else None) or self.district.checked_on

    def _is_sample(self, item: Item | MicroPower, reader: Reader) -> bool:
        """示例数据: as the item says, else the body, else the district."""
        said = (item.is_sample, reader.body.is_sample if reader.body else None)
        return next((word for word in said if word is not None), self.district.is_sample)


def _accountability(duty_sets: Mapping[str, DutySet], item: Item | MicroPower) -> Accountability:
    """责任 of an item with its shared set joined in; own duties follow those of the same stage."""
    if not isinstance(item, Item) or item.responsibility is None:
        return Accountability()
    own = item.responsibility
    joined = duty_sets.get(own.shared_set)
    if joined is None:
        return Accountability(own.duties, own.cases, own.basis, own.forms)
    return Accountability(
        duties=_in_stages((*joined.duties, *own.duties)),
        cases=tuple(dict.fromkeys((*joined.cases, *own.cases))),
        basis=tuple(dict.fromkeys((*joined.basis, *own.basis))),
        forms=tuple(dict.fromkeys((*joined.forms, *own.forms))),
    )


def _in_stages(duties: tuple[Duty, ...]) -> tuple[Duty, ...]:
    """Duties ordered by procedure and stage, each in the order of its first use."""
    order = {key: n for n, key in enumerate(dict.fromkeys((d.procedure, d.stage) for d in duties))}
    return tuple(sorted(duties, key=lambda duty: order[duty.procedure, duty.stage]))
