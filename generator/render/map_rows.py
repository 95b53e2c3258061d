"""A map → the same as groups of rows, with links, for all who do not see the drawing."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.chart_key import chart_id, flow_key, step_anchor
from generator.model.handoffs import LEVEL_WORDS, Handoff, Level, Written, level_of, owners
from generator.model.overview import (
    BoxKind,
    Goal,
    MapBox,
    OverviewMap,
    Target,
    row_anchor,
)
from generator.model.registry import Ref
from generator.model.step_key import step_keys
from generator.render import urls
from generator.render.site import AnyHolding, Doors
from generator.render.views import Fact, Line


@dataclass(frozen=True, slots=True)
class MapRow:
    """One box or line of a map in words; *anchor* is where a line of the drawing leads."""

    line: Line
    facts: tuple[Fact, ...] = ()
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class MapGroup:
    """Rows under a heading with an ASCII *anchor*; *count* says how many."""

    title: str
    anchor: str
    rows: tuple[MapRow, ...]
    count: str = ""


@dataclass(frozen=True, slots=True)
class MapReader:
    """Reads one map for one page; *folder* is the body that the map is about, "" for all."""

    doors: Doors
    told: OverviewMap
    folder: str = ""

    def attribute(self, target: Target) -> str:
        """A target → the attribute of a link in the drawing, "" where this run lacks the page."""
        href = self.href(target)
        return f' href="{href}"' if href else ""

    def href(self, target: Target | None) -> str:
        """A target → where it leads, "" for nowhere."""
        match target:
            case Target(Goal.HOME):
                return self.doors.href(urls.HOME)
            case Target(Goal.UNITS):
                return self.doors.href(urls.POWERS)
            case Target(Goal.TOWNSHIP_VILLAGES, _, township):
                return self.doors.href(urls.of_township_villages(township))
            case Target(Goal.UNIT | Goal.VILLAGE, folder):
                return self.doors.href(urls.of_folder(folder))
            case Target(Goal.FLOW, folder, identity):
                return self.doors.href(urls.of_flow(Ref(folder, identity)))
            case Target(Goal.ROW, _, anchor):
                return f"#{anchor}"
            case Target(Goal.ITEM, folder, identity):
                return self._item(Ref(folder or self.folder, identity)).href
            case _:
                return ""

    def network(self) -> tuple[MapGroup, ...]:
        """The bodies of each level, with those to whom they hand on."""
        return tuple(
            MapGroup(
                band.title,
                f"band-{number}",
                tuple(self._row(place, box) for place, box in self.told.in_band(band)),
            )
            for number, band in enumerate(self.told.bands)
        )

    def handoffs(self, handed: tuple[Handoff, ...]) -> tuple[MapGroup, ...]:
        """Every hand-off with both ends, grouped by the levels between which it goes."""
        groups: dict[tuple[Level, Level], list[MapRow]] = {}
        registry = self.doors.site.registry
        whose = owners(registry, handed)

        def line(holding: AnyHolding) -> Line:
            name = Ref(holding.holder, holding.ref.id)
            link = self._item(name)
            return Line(link.words, link.href, "，".join(whose[name]))

        for number, one in enumerate(handed, 1):
            levels = (level_of(registry, one.source.holder), level_of(registry, one.end.holder))
            facts = (
                Fact("交给", (line(one.end),)),
                Fact("写在", tuple(self._written(each) for each in one.written)),
            )
            row = MapRow(line(one.source), facts, row_anchor(number))
            groups.setdefault(levels, []).append(row)
        return tuple(
            MapGroup(
                f"{LEVEL_WORDS[low]}交给{LEVEL_WORDS[high]}",
                f"from-{number}",
                tuple(rows),
                f"{len(rows)}处",
            )
            for number, ((low, high), rows) in enumerate(groups.items())
        )

    def body(self) -> tuple[MapGroup, ...]:
        """The items of each post with their flows; last the items that name no post."""
        of_post = {
            place: [line.end for line in self.told.ends.get(place, ())]
            for place, _ in self.told.of_kind(BoxKind.POST)
        }
        with_post = {item for items in of_post.values() for item in items}
        rest = [place for place, _ in self.told.of_kind(BoxKind.ITEM) if place not in with_post]
        groups = [
            MapGroup(
                self.told.boxes[place].name,
                f"post-{place}",
                tuple(self._row(item, self.told.boxes[item]) for item in items),
                f"{len(items)}项" if items else "",
            )
            for place, items in of_post.items()
        ]
        if rest:
            rows = tuple(self._row(item, self.told.boxes[item]) for item in rest)
            groups.append(MapGroup("承办岗位：未提供", "post-none", rows, f"{len(rows)}项"))
        return tuple(groups)

    def _row(self, place: int, box: MapBox) -> MapRow:
        """A box, and where lines lead from it."""
        ends = self.told.ends.get(place, ())
        flows = tuple(self._line(self.told.boxes[line.end]) for line in ends if not line.arrow)
        handed = tuple(self._line(self.told.boxes[line.end]) for line in ends if line.arrow)
        facts = []
        if handed:
            facts.append(Fact("交给", handed))
        if box.kind is BoxKind.ITEM:
            facts.append(Fact("流程", flows, missing=not flows))
        return MapRow(self._line(box), tuple(facts))

    def _line(self, box: MapBox) -> Line:
        return Line(box.name, self.href(box.target), "，".join(box.notes))

    def _written(self, written: Written) -> Line:
        """Where a hand-off is written: the item itself, or a step of a flow."""
        if written.flow is None:
            return Line("事项的“交由”")
        keys = step_keys(self.doors.site.registry.flows[written.flow])
        anchor = step_anchor(chart_id(flow_key(written.flow)), keys[written.step - 1])
        address = urls.of_flow(written.flow)
        return Line(f"流程“{written.name}”第{written.step}步", self.doors.href(address, anchor))

    def _item(self, ref: Ref) -> Line:
        """An item by its holder → its link; one of a list that one township has leads there."""
        site = self.doors.site
        power = site.powers.get(ref)
        holding: AnyHolding | None = site.shown(power) if power else site.micro_powers.get(ref)
        link = self.doors.item(holding) if holding else None
        return Line(link.words, link.href) if link else Line(ref.id)
