"""All that is known about a district, joined: bodies, villages, items, flows, laws.

A *folder* names a list of items or flows by its path below the root: `powers/education`,
`powers/_township`, `powers/_common`, `villages/_common`, `villages/laodingshan/guancun`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Generic, TypeVar

from generator.model.adjustment import Adjustment, Standing, ending_on, standing_on
from generator.model.body import Unit, Village
from generator.model.claim import Claim
from generator.model.district import District, HolidayYear, Synonym, Topic, Vocabulary
from generator.model.flow import Flow
from generator.model.item import Duty, DutySet, Item
from generator.model.law import Law
from generator.model.law_text import NO_TEXTS, LawShelf
from generator.model.micro_power import MicroPower
from generator.model.origin import Key
from generator.model.written import Written

ItemKind = TypeVar("ItemKind", Item, MicroPower)

_STATE = "中华人民共和国"

SHARED_POWERS = "powers/_common"
SHARED_TOWNSHIP = "powers/_township"
SHARED_VILLAGE = "villages/_common"


@dataclass(frozen=True, slots=True, order=True)
class Ref:
    """The permanent name of an item or a flow: the folder it is written in, and its id."""

    folder: str
    id: str


@dataclass(frozen=True, slots=True)
class UsedFlow:
    """A flow as one item uses it: *flow* already has the item's own posts, limits and papers.

    *ref* is the flow file; *adapted* says whether any of these differ from it. *sub_item* is the
    代号 of the 子项 that names it.
    """

    ref: Ref
    flow: Flow
    name: str = ""
    applies: str = ""
    adapted: bool = False
    sub_item: str = ""


@dataclass(frozen=True, slots=True)
class Accountability:
    """责任 of an item with its shared set joined in: duties in order, cases, basis, forms."""

    duties: tuple[Duty, ...] = ()
    cases: tuple[str, ...] = ()
    basis: tuple[str, ...] = ()
    forms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Holding(Generic[ItemKind]):
    """An item as one holder has it.

    *holder* is the folder of the unit or village, *ref* the file of the item; they differ when it
    is adopted. *local* lists the paths of fields that differ from the shared list. *handoff* is the
    item that 交由 leads to, by its holder's folder; None without 交由 or where nobody holds it.
    *received* hand over to this one. *checked_on* and *is_sample* are inherited where not written.
    """

    holder: str
    ref: Ref
    item: ItemKind
    flows: tuple[UsedFlow, ...] = ()
    accountability: Accountability = Accountability()
    local: tuple[tuple[Key, ...], ...] = ()
    handoff: Ref | None = None
    received: tuple[Ref, ...] = ()
    checked_on: date | None = None
    is_sample: bool = False

    @property
    def is_adopted(self) -> bool:
        """Whether the item comes from a shared list."""
        return self.ref.folder != self.holder

    @property
    def is_local(self) -> bool:
        """Whether the holder's own item, or an adopted one with differences (本地)."""
        return not self.is_adopted or bool(self.local)


@dataclass(frozen=True, eq=False)
class Registry:
    """The whole district. Every tuple and mapping is sorted by id unless the data gives an order.

    *powers* and *micro_powers* map a holder's folder to its holdings in the order of their ids;
    *shared_powers* and *shared_micro_powers* hold the lists as written, before any override.
    *handwritten* maps the paths of the Markdown pages (`content/…`) to them, *attached* are the
    other files there as the site names them, *law_texts* the texts of the laws cited, *unread* the
    files that had to be left out (while there are any, nothing is unused), *held_back* dates bodies
    shown in an earlier edition.
    """

    district: District
    vocabulary: Vocabulary
    units: tuple[Unit, ...] = ()
    villages: tuple[Village, ...] = ()
    laws: tuple[Law, ...] = ()
    law_texts: LawShelf = NO_TEXTS
    topics: tuple[Topic, ...] = ()
    synonyms: tuple[Synonym, ...] = ()
    holidays: tuple[HolidayYear, ...] = ()
    claims: tuple[Claim, ...] = ()
    duty_sets: Mapping[str, DutySet] = field(default_factory=dict)
    flows: Mapping[Ref, Flow] = field(default_factory=dict)
    powers: Mapping[str, tuple[Holding[Item], ...]] = field(default_factory=dict)
    micro_powers: Mapping[str, tuple[Holding[MicroPower], ...]] = field(default_factory=dict)
    shared_powers: tuple[Holding[Item], ...] = ()
    shared_micro_powers: tuple[Holding[MicroPower], ...] = ()
    handwritten: Mapping[str, Written] = field(default_factory=dict)
    attached: frozenset[str] = frozenset()
    unread: frozenset[Ref] = frozenset()
    held_back: Mapping[str, date] = field(default_factory=dict)

    def powers_of(self, unit: Unit) -> tuple[Holding[Item], ...]:
        """The holdings of a unit."""
        return self.powers.get(f"powers/{unit.id}", ())

    def micro_powers_of(self, village: Village) -> tuple[Holding[MicroPower], ...]:
        """The holdings of a village."""
        return self.micro_powers.get(f"villages/{village.id}", ())

    def villages_of(self, unit: Unit) -> tuple[Village, ...]:
        """The villages of a township."""
        return tuple(village for village in self.villages if village.township == unit.id)

    def standing(self, item: Item | MicroPower) -> Standing:
        """Whether an item is in force on the day of the edition."""
        return standing_on(item.adjustments, self.district.edition)

    def ending(self, item: Item | MicroPower) -> Adjustment | None:
        """The event that ended an item by the day of the edition."""
        return ending_on(item.adjustments, self.district.edition)

    def all_powers(self) -> Iterator[Holding[Item]]:
        """Every holding of every unit, unit by unit."""
        for unit in self.units:
            yield from self.powers_of(unit)

    def users_of(self, ref: Ref) -> tuple[Holding[Item] | Holding[MicroPower], ...]:
        """The holdings of units, and the shared and local holdings of villages, that use a flow."""
        village_lists = (self.shared_micro_powers, *self.micro_powers.values())
        holdings: list[Holding[Item] | Holding[MicroPower]] = [*self.all_powers()]
        holdings += [h for held in village_lists for h in held if h.is_local]
        return tuple(h for h in holdings if any(used.ref == ref for used in h.flows))

    def flow_named(self, folder: str, name: str) -> Ref | None:
        """Which flow *name* means in *folder*: its own, the adopted list's, or the common one."""
        unit = self.unit_in(folder)
        places = flow_places(folder, unit.adopts if unit else "", name)
        return next((ref for ref in places if ref in self.flows), None)

    def unit_in(self, folder: str) -> Unit | None:
        """The unit whose folder this is."""
        return self._by_folder.get(folder)

    @cached_property
    def _by_folder(self) -> Mapping[str, Unit]:
        return {f"powers/{unit.id}": unit for unit in self.units}

    @cached_property
    def _known_powers(self) -> frozenset[Ref]:
        """Every power by its holder's folder, and those of the shared list."""
        held = (Ref(folder, h.ref.id) for folder, row in self.powers.items() for h in row)
        return frozenset((*held, *(h.ref for h in self.shared_powers)))

    @cached_property
    def _laws_by_name(self) -> Mapping[str, Law]:
        """Laws by title and short name without the state's name; the first of a name wins."""
        found: dict[str, Law] = {}
        for law in self.laws:
            for name in law.names:
                found.setdefault(name.removeprefix(_STATE), law)
        return found

    def item_named(self, folder: str, name: str) -> Ref | None:
        """Which power *name* means in *folder* (交由, 去向, 主题), named by its holder's folder.

        `_township/x` is that township's item, or the shared page where no township is known.
        """
        wanted = item_places(folder, name)
        return next((ref for ref in wanted if ref in self._known_powers), None)

    def flow_checked_on(self, ref: Ref) -> date | None:
        """The 核对日期 of a flow: its own, else its unit's, else the district's."""
        unit = self.unit_in(ref.folder) or self.district
        return self.flows[ref].checked_on or unit.checked_on or self.district.checked_on

    def flow_is_sample(self, ref: Ref) -> bool:
        """Whether a flow is sample data: as it says itself, else its unit, else the district."""
        unit = self.unit_in(ref.folder)
        said = (self.flows[ref].is_sample, unit.is_sample if unit else None)
        return next((word for word in said if word is not None), self.district.is_sample)

    def law_named(self, title: str) -> Law | None:
        """The law with this title or short name; the state's name in front may be left out."""
        return self._laws_by_name.get(title.removeprefix(_STATE))


def flow_places(folder: str, adopts: str, name: str) -> tuple[Ref, ...]:
    """Where a flow called *name* in *folder* is sought, best first."""
    tree = folder.partition("/")[0]
    if "/" in name:
        body, _, flow = name.rpartition("/")
        return (Ref(f"{tree}/{body}", flow),)
    adopted = (f"{tree}/{adopts}",) if adopts else ()
    folders = dict.fromkeys((folder, *adopted, f"{tree}/_common"))
    return tuple(Ref(place, name) for place in folders)


def item_places(folder: str, name: str) -> tuple[Ref, ...]:
    """Where a power called *name* in *folder* is sought, best first.

    A village's `_township/x` is sought in its township, a township's in its own list.
    """
    body, _, identity = name.rpartition("/")
    if not body:
        return (Ref(folder, name),)
    if not body.startswith("_"):
        return (Ref(f"powers/{body}", identity),)
    tree, _, rest = folder.partition("/")
    holder = rest.partition("/")[0]
    shared = Ref(f"powers/{body}", identity)
    if holder.startswith("_") or holder in ("", "unplaced"):
        return (shared,)
    own = Ref(f"powers/{holder}", identity)
    return (own,) if tree == "villages" else (own, shared)
