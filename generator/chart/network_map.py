"""Registry → 一张网络、两个平台、三级联办: all bodies by level, and who hands on to whom."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from generator.model.body import Unit, UnitKind, Village
from generator.model.handoffs import Handoff, Level, level_of
from generator.model.overview import (
    Band,
    BoxKind,
    Goal,
    MapBox,
    MapLine,
    OverviewMap,
    Target,
)
from generator.model.registry import Registry

MOST = 12
"""Boxes of one kind in a column; more are told as one box with their number."""

_DISTRICT, _TOWNSHIP, _VILLAGE = 1, 2, 3


@dataclass(slots=True)
class _Draft:
    """A map while it is made: boxes, which bodies each stands for, and lines between them."""

    registry: Registry
    handed: dict[tuple[str, str], set[int]]
    boxes: list[MapBox] = field(default_factory=list)
    stands_for: dict[str, int] = field(default_factory=dict)
    lines: list[MapLine] = field(default_factory=list)

    def add(self, box: MapBox, folders: Iterable[str] = ()) -> None:
        """Put a box down; what the bodies of *folders* hand on belongs to it."""
        self.stands_for.update(dict.fromkeys(folders, len(self.boxes)))
        self.boxes.append(box)

    def handed_on(self, folders: Iterable[str], level: Level) -> tuple[str, ...]:
        """A note: how many items these bodies hand on to a level; nothing for none."""
        own = set(folders)
        found: set[int] = set()
        for (source, end), items in self.handed.items():
            if source in own and level_of(self.registry, end) is level:
                found |= items
        return (f"交{level.value}里办{len(found)}项",) if found else ()


def network_map(registry: Registry, handed: tuple[Handoff, ...]) -> OverviewMap:
    """The district's network on the left, then its levels; an arrow where items are handed on."""
    draft = _Draft(registry, _between(handed))
    name = registry.district.name
    draft.add(MapBox(f"{name}明白账", 0, BoxKind.NETWORK, ("各级清单都在这里",), Target(Goal.HOME)))
    units = registry.units
    _add_platforms(draft, [unit for unit in units if unit.kind is UnitKind.PLATFORM])
    _add_departments(draft, [unit for unit in units if _is_department(registry, unit)])
    _add_townships(draft, [unit for unit in units if _level(registry, unit) is Level.TOWNSHIP])
    _add_villages(draft)
    _connect(draft)
    platforms = sum(unit.kind is UnitKind.PLATFORM for unit in units)
    told = f"{len(units)}个单位（其中平台{platforms}个），{len(registry.villages)}个村"
    return OverviewMap(
        title="一张网络、两个平台、三级联办",
        description=f"{told}。箭头从交办的一级指向接办的一级。文字版见下面的清单。",
        bands=(
            Band("一张网络", 0, 0),
            Band("区级：平台、部门", _DISTRICT, _DISTRICT),
            Band("镇级", _TOWNSHIP, _TOWNSHIP),
            Band("村级", _VILLAGE, _VILLAGE),
        ),
        boxes=tuple(draft.boxes),
        lines=tuple(draft.lines),
    )


def _between(handed: tuple[Handoff, ...]) -> dict[tuple[str, str], set[int]]:
    """Two bodies → which hand-offs go from the one to the other."""
    found: dict[tuple[str, str], set[int]] = {}
    for number, handoff in enumerate(handed):
        for pair in handoff.bodies:
            found.setdefault(pair, set()).add(number)
    return found


def _level(registry: Registry, unit: Unit) -> Level:
    return level_of(registry, f"powers/{unit.id}")


def _is_department(registry: Registry, unit: Unit) -> bool:
    return unit.kind is not UnitKind.PLATFORM and _level(registry, unit) is Level.DISTRICT


def _add_platforms(draft: _Draft, platforms: list[Unit]) -> None:
    """Each platform; that none is given is said, not passed over."""
    for unit in platforms:
        _add_unit(draft, unit, BoxKind.PLATFORM)
    if not platforms:
        draft.add(MapBox("两个平台", _DISTRICT, BoxKind.MISSING, ("未提供",)))


def _add_departments(draft: _Draft, units: list[Unit]) -> None:
    """Each department, or those that take part in hand-offs and one box for the others."""
    named = units
    if len(units) > MOST:
        taking_part = {folder for pair in draft.handed for folder in pair}
        named = [unit for unit in units if f"powers/{unit.id}" in taking_part][: MOST - 1]
    for unit in named:
        _add_unit(draft, unit, BoxKind.BODY)
    rest = [unit for unit in units if unit not in named]
    if rest:
        words = "其他部门" if named else "区直部门"
        box = MapBox(words, _DISTRICT, BoxKind.GROUP, (f"{len(rest)}个",), Target(Goal.UNITS))
        draft.add(box, (f"powers/{unit.id}" for unit in rest))


def _add_townships(draft: _Draft, units: list[Unit]) -> None:
    if len(units) <= MOST:
        for unit in units:
            _add_unit(draft, unit, BoxKind.BODY)
        return
    folders = [f"powers/{unit.id}" for unit in units]
    notes = (f"{len(units)}个", *draft.handed_on(folders, Level.DISTRICT))
    draft.add(MapBox("乡镇", _TOWNSHIP, BoxKind.GROUP, notes, Target(Goal.UNITS)), folders)


def _add_unit(draft: _Draft, unit: Unit, kind: BoxKind) -> None:
    folder = f"powers/{unit.id}"
    level = level_of(draft.registry, folder)
    column = _TOWNSHIP if level is Level.TOWNSHIP else _DISTRICT
    held = len(draft.registry.powers_of(unit))
    handed = draft.handed_on([folder], Level.DISTRICT) if level is Level.TOWNSHIP else ()
    notes = (f"{held}项权力", *handed)
    draft.add(MapBox(unit.name, column, kind, notes, Target(Goal.UNIT, folder)), [folder])


def _add_villages(draft: _Draft) -> None:
    """Each village, or one box for the villages of each township."""
    villages = draft.registry.villages
    if len(villages) <= MOST:
        for village in villages:
            folder = f"villages/{village.id}"
            held = len(draft.registry.micro_powers_of(village))
            notes = (f"{held}项小微权力", *draft.handed_on([folder], Level.TOWNSHIP))
            target = Target(Goal.VILLAGE, folder)
            draft.add(MapBox(village.name, _VILLAGE, BoxKind.BODY, notes, target), [folder])
        return
    for township in dict.fromkeys(village.id.partition("/")[0] for village in villages):
        own = [village for village in villages if village.id.startswith(f"{township}/")]
        _add_group(draft, township, own)


def _add_group(draft: _Draft, township: str, villages: list[Village]) -> None:
    unit = draft.registry.unit_in(f"powers/{township}")
    name = f"{unit.name}各村" if unit else "所属乡镇未载明的村"
    folders = [f"villages/{village.id}" for village in villages]
    notes = (f"{len(villages)}个村", *draft.handed_on(folders, Level.TOWNSHIP))
    target = Target(Goal.TOWNSHIP_VILLAGES, id=township)
    draft.add(MapBox(name, _VILLAGE, BoxKind.GROUP, notes, target), folders)


def _connect(draft: _Draft) -> None:
    """Arrows where items are handed on up; a plain line from who has none to whom it belongs."""
    arrows = {
        (draft.stands_for[source], draft.stands_for[end])
        for source, end in draft.handed
        if source in draft.stands_for and end in draft.stands_for
    }
    boxes = draft.boxes
    upward = sorted((low, high) for low, high in arrows if boxes[low].column > boxes[high].column)
    joined = {low for low, _ in upward}
    for low, high in upward:
        words = f"{boxes[low].name}交给{boxes[high].name}办"
        draft.lines.append(MapLine(low, high, arrow=True, words=words))
    for low in range(1, len(boxes)):
        home = _home_of(draft, low)
        if (low, home) not in arrows and (home or low not in joined):
            draft.lines.append(MapLine(home, low))


def _home_of(draft: _Draft, place: int) -> int:
    """The box of a village's township, else that of the network."""
    folders = [folder for folder, box in draft.stands_for.items() if box == place]
    township = folders[0].split("/")[1] if folders and folders[0].count("/") > 1 else ""
    return draft.stands_for.get(f"powers/{township}", 0)
