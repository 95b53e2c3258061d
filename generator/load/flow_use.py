"""流程 of an item → the flows it means, with the item's own posts, limits and papers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from generator.load.sheets import Sheets
from generator.model.body import Unit, Village
from generator.model.flow import Flow, OwnWords
from generator.model.item import FlowUse, Item
from generator.model.micro_power import MicroPower
from generator.model.registry import Ref, UsedFlow, flow_places

_Wording = tuple[Ref, tuple[tuple[tuple[str, object], ...], ...]]


@dataclass(frozen=True, slots=True)
class Reader:
    """For whom items are read: the folder of a list, its body, and the body's 岗位对应 by flow.

    *body* is None for a shared list.
    """

    folder: str
    body: Unit | Village | None = None
    post_map: Mapping[Ref, Mapping[str, str]] = field(default_factory=dict)

    @property
    def adopts(self) -> str:
        """The list that the body adopts, "" where there is none."""
        return self.body.adopts if self.body else ""


@dataclass(frozen=True, slots=True)
class FlowBook:
    """All flows, and those already adapted: bodies with the same words share one flow."""

    sheets: Sheets
    adapted: dict[_Wording, Flow] = field(default_factory=dict)

    def reader(self, folder: str, body: Unit | Village | None = None) -> Reader:
        """The reader of a list: of a body, or of a shared list where *body* is None."""
        posts: dict[Ref, Mapping[str, str]] = {}
        for name, own in body.post_map.items() if body else ():
            ref = self.find(Reader(folder, body), name)
            if ref is not None:
                posts[ref] = own
        return Reader(folder, body, posts)

    def find(self, reader: Reader, name: str) -> Ref | None:
        """The flow that *name* means for a reader."""
        places = flow_places(reader.folder, reader.adopts, name)
        return next((ref for ref in places if ref in self.sheets.flows), None)

    def used(self, reader: Reader, item: Item | MicroPower) -> tuple[UsedFlow, ...]:
        """The flows of an item and of its 子项 in the order written; unknown ones are left out."""
        found = [self._use(reader, use) for use in item.flows]
        for sub in item.sub_items if isinstance(item, Item) else ():
            for use in sub.flows:
                used = self._use(reader, use)
                named = used and replace(used, name=use.name or sub.name, sub_item=sub.code)
                found.append(named)
        return tuple(used for used in found if used is not None)

    def _use(self, reader: Reader, use: FlowUse) -> UsedFlow | None:
        ref = self.find(reader, use.flow)
        if ref is None:
            return None
        posts = {**reader.post_map.get(ref, {}), **use.posts}
        if not (posts or use.limits or use.papers):
            return UsedFlow(ref, self.sheets.flows[ref], use.name, use.applies)
        own = (posts, use.limits, use.papers)
        wording = (ref, tuple(tuple(sorted(words.items(), key=str)) for words in own))
        flow = self.adapted.get(wording)
        if flow is None:
            flow = self.sheets.flows[ref].adapted(OwnWords(*own))
            self.adapted[wording] = flow
        return UsedFlow(ref, flow, use.name, use.applies, flow is not self.sheets.flows[ref])


def uses_of(item: Item | MicroPower) -> list[tuple[tuple[str | int, ...], FlowUse]]:
    """The flow uses of an item and its 子项, each with the path of its row."""
    uses: list[tuple[tuple[str | int, ...], FlowUse]] = [
        (("流程", number), use) for number, use in enumerate(item.flows)
    ]
    for row, sub in enumerate(item.sub_items if isinstance(item, Item) else ()):
        uses += [(("子项", row, "流程", n), use) for n, use in enumerate(sub.flows)]
    return uses
