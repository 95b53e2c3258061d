"""What every renderer works from: the registry, the drawings, and quick ways to look things up."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from generator.model.adjustment import Standing
from generator.model.body import Unit, Village
from generator.model.charts import Charts
from generator.model.handoffs import SHARED_NAMES
from generator.model.item import Item
from generator.model.law import Law
from generator.model.micro_power import MicroPower
from generator.model.overview import Overview
from generator.model.record import Sourced
from generator.model.registry import (
    SHARED_TOWNSHIP,
    SHARED_VILLAGE,
    Holding,
    Ref,
    Registry,
)
from generator.model.rule_page import RulePage
from generator.output import Booklet
from generator.render import urls, words
from generator.render.views import Foot, Link, Stamp

AnyHolding = Holding[Item] | Holding[MicroPower]

_WAYS_IN = frozenset(
    {urls.HOME, urls.POWERS, urls.VILLAGES, urls.A_TO_Z, urls.MAP, urls.HANDOFFS, urls.NOT_FOUND}
)
"""What a preview holds beside its body: the frame, or a page written by hand, leads there."""


@dataclass(frozen=True)
class Site:
    """The district as renderers see it; *only* is a unit or village id for a preview.

    *charts* maps `chart_key` to drawings, *maps* names of `chart.atlas` to overview maps; *legend*
    holds the small drawings that explain charts; *booklets* the printed handbooks by village id.
    """

    registry: Registry
    charts: Mapping[str, Charts]
    only: str = ""
    rule_pages: tuple[RulePage, ...] = ()
    maps: Mapping[str, Overview] = field(default_factory=dict)
    legend: Mapping[str, str] = field(default_factory=dict)
    booklets: Mapping[str, Booklet] = field(default_factory=dict)
    _laws: dict[str, Law | None] = field(default_factory=dict)

    @cached_property
    def units(self) -> Mapping[str, Unit]:
        """Units by their folder."""
        return {f"powers/{unit.id}": unit for unit in self.registry.units}

    @cached_property
    def villages(self) -> Mapping[str, Village]:
        """Villages by their folder."""
        return {f"villages/{village.id}": village for village in self.registry.villages}

    @cached_property
    def powers(self) -> Mapping[Ref, Holding[Item]]:
        """Every power by holder and id, the shared township list too."""
        every = (*self.registry.shared_powers, *self.registry.all_powers())
        return {Ref(holding.holder, holding.ref.id): holding for holding in every}

    @cached_property
    def micro_powers(self) -> Mapping[Ref, Holding[MicroPower]]:
        """Every village power by holder and id, the shared list too."""
        lists = (self.registry.shared_micro_powers, *self.registry.micro_powers.values())
        return {Ref(each.holder, each.ref.id): each for held in lists for each in held}

    @cached_property
    def users(self) -> Mapping[Ref, tuple[AnyHolding, ...]]:
        """Flows → the holdings that use them, as `Registry.users_of` lists them, in one pass."""
        lists = (self.registry.shared_micro_powers, *self.registry.micro_powers.values())
        every: list[AnyHolding] = [*self.registry.all_powers()]
        every += [each for held in lists for each in held if each.is_local]
        found: dict[Ref, list[AnyHolding]] = {}
        for holding in every:
            for ref in dict.fromkeys(used.ref for used in holding.flows):
                found.setdefault(ref, []).append(holding)
        return {ref: tuple(holdings) for ref, holdings in found.items()}

    def shown(self, holding: Holding[Item]) -> Holding[Item]:
        """An item of the shared township list that only one township has → that township's."""
        if holding.holder != SHARED_TOWNSHIP:
            return holding
        held = self.adopted.get(holding.ref.id, ())
        return held[0] if len(held) == 1 else holding

    @cached_property
    def adopted(self) -> Mapping[str, tuple[Holding[Item], ...]]:
        """Ids of the shared township list → the holdings of the townships that adopt them."""
        found: dict[str, list[Holding[Item]]] = {}
        for holding in self.registry.all_powers():
            if holding.ref.folder == SHARED_TOWNSHIP:
                found.setdefault(holding.ref.id, []).append(holding)
        return {identity: tuple(held) for identity, held in found.items()}

    def has(self, address: str) -> bool:
        """Whether this run makes the page; a preview makes few."""
        if not self.only or address in _WAYS_IN:
            return True
        return address.startswith((urls.of_unit(self.only), urls.of_village(self.only)))

    def has_written(self, address: str) -> bool:
        """Whether somebody wrote the page of this address by hand."""
        return f"content/{address.rstrip('/')}.md" in self.registry.handwritten

    def holder_name(self, folder: str) -> str:
        """The name of the unit or village of a folder, or of the shared list in it."""
        if folder in SHARED_NAMES:
            return SHARED_NAMES[folder]
        holder = self.units.get(folder) or self.villages.get(folder)
        return holder.name if holder else folder

    def unit_name(self, written: str) -> str:
        """A unit as a clerk names it, by its id or in words → its name."""
        unit = self.units.get(f"powers/{written}")
        return unit.name if unit else written

    def files(self, *sources: Sourced | None) -> frozenset[str]:
        """The data files that records were made from; asked once for each."""
        found: set[str] = set()
        for source in sources:
            if source is not None:
                found |= source.written.files
        return frozenset(found)

    def files_of_holdings(self, holdings: Iterable[AnyHolding]) -> frozenset[str]:
        """The files of items and of the flows they use."""
        found: set[str] = set()
        for holding in holdings:
            found |= self.files(holding.item, *(used.flow for used in holding.flows))
        return frozenset(found)

    @cached_property
    def everywhere(self) -> frozenset[str]:
        """The files that every page depends on."""
        return self.files(self.registry.district, self.registry.vocabulary)

    def law_named(self, title: str) -> Law | None:
        """The law with this title; each title is looked up once."""
        if title not in self._laws:
            self._laws[title] = self.registry.law_named(title)
        return self._laws[title]

    def is_sample(self, *chain: Item | MicroPower | Unit | Village | None) -> bool:
        """示例数据 of the first that says so, else of the district."""
        told = [each.is_sample for each in chain if each and each.is_sample is not None]
        return told[0] if told else self.registry.district.is_sample

    def foot(self, *chain: Item | MicroPower | Unit | Village | None) -> Foot:
        """The end of a page about the first of *chain*: 核对日期 is inherited like 示例数据."""
        days = [each.checked_on for each in (*chain, self.registry.district) if each]
        told = next((day for day in days if day), None)
        first = next((each for each in chain if each), None)
        checked = words.day(told) if told else words.MISSING
        held = "".join(self.held_note(_folder_of(each)) for each in chain)
        source = first.written.file if first else ""
        return Foot(checked, source, self.is_sample(*chain), held=held)

    def held_note(self, folder: str) -> str:
        """A sentence for the pages of a body that is shown as it was in an earlier edition."""
        day = self.registry.held_back.get(folder)
        if day is None:
            return ""
        return f"本页是{words.day(day)}发布的内容；后来的改动正在更正，改好以后发布。"

    def held_stamps(self, folder: str) -> tuple[Stamp, ...]:
        """暂用 for a body that is shown as it was in an earlier edition."""
        day = self.registry.held_back.get(folder)
        return (Stamp(f"暂用{words.day(day)}的内容", "pending"),) if day else ()

    def stamps(self, holding: AnyHolding) -> tuple[Stamp, ...]:
        """已取消 and its kin, 将实施, 待审, 示例数据: what a reader must know of an item first."""
        owner = self.units.get(holding.holder) or self.villages.get(holding.holder)
        found = [*self.standing_stamps(holding), *self.held_stamps(holding.holder)]
        if isinstance(owner, Unit) and not owner.is_confirmed:
            found.append(Stamp("待审", "pending"))
        if self.is_sample(holding.item, owner):
            found.append(Stamp("示例数据", "sample"))
        return tuple(found)

    def standing_stamps(self, holding: AnyHolding) -> tuple[Stamp, ...]:
        """已取消 and its kin, or 将实施."""
        ending = self.registry.ending(holding.item)
        if ending:
            return (Stamp(f"已{ending.kind.value}", "ended"),)
        coming = self.registry.standing(holding.item) is Standing.COMING
        return (Stamp("将实施", "coming"),) if coming else ()

    def owner_stamps(self, owner: Unit | Village) -> tuple[Stamp, ...]:
        """待审 and 示例数据 of a unit or village."""
        pending = isinstance(owner, Unit) and not owner.is_confirmed
        found = [
            *self.held_stamps(_folder_of(owner)),
            *([Stamp("待审", "pending")] if pending else []),
        ]
        return (*found, Stamp("示例数据", "sample")) if self.is_sample(owner) else tuple(found)


def _folder_of(owner: Item | MicroPower | Unit | Village | None) -> str:
    """The folder of a unit or a village, "" for what is none."""
    if isinstance(owner, Unit):
        return f"powers/{owner.id}"
    return f"villages/{owner.id}" if isinstance(owner, Village) else ""


@dataclass(frozen=True, slots=True)
class Doors:
    """The links of one page: they know where they start, and which pages this run makes."""

    site: Site
    source: str

    def to(self, target: str, label: str, fragment: str = "") -> Link:
        """A link to a page, plain text where the page is not made."""
        return Link(label, self.href(target, fragment))

    def href(self, target: str, fragment: str = "") -> str:
        """The address of a link, "" where the page is not made."""
        return urls.to(self.source, target, fragment) if self.site.has(target) else ""

    def crumbs(self, *trail: tuple[str, str]) -> tuple[Link, ...]:
        """首页 and the pages on the way, as (address, words)."""
        return (self.to(urls.HOME, "首页"), *(self.to(*each) for each in trail))

    def holder(self, folder: str) -> Link:
        """The page of the unit, village or list that holds an item."""
        address = urls.SHARED_ITEMS if folder == SHARED_VILLAGE else urls.of_folder(folder)
        return self.to(address, self.site.holder_name(folder))

    def map(self, name: str, address: str, label: str) -> Link:
        """The page of an overview map; no link where there is no such map."""
        return self.to(address, label) if name in self.site.maps else Link(label)

    def item(self, holding: AnyHolding) -> Link:
        """The page, or the place on a village's page, of an item."""
        identity = holding.ref.id
        if isinstance(holding.item, Item):
            return self.to(urls.of_item(holding.holder, identity), holding.item.name)
        if holding.holder == SHARED_VILLAGE:
            return self.to(urls.of_shared_micro_power(identity), holding.item.name)
        return self.to(urls.of_folder(holding.holder), holding.item.name, identity)
