"""The holdings of one body → its map: posts → items → flows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from generator.model.handoffs import AnyHolding
from generator.model.overview import Band, BoxKind, Goal, MapBox, MapLine, OverviewMap, Target

_POST, _ITEM, _FLOW = 0, 1, 2


def body_map(posts: Iterable[str], holdings: Sequence[AnyHolding]) -> OverviewMap:
    """Posts, the items each is in charge of, and the flows by which they run.

    Nothing here names the body, so bodies whose lists are alike have the same map.
    """
    names = list(dict.fromkeys((*posts, *(each.item.post for each in holdings if each.item.post))))
    flows = {used.ref: used.flow.name for each in holdings for used in each.flows}
    boxes = [MapBox(name, _POST, BoxKind.POST) for name in names]
    boxes += [
        MapBox(each.item.name, _ITEM, BoxKind.ITEM, (), Target(Goal.ITEM, id=each.ref.id))
        for each in holdings
    ]
    boxes += [
        MapBox(name, _FLOW, BoxKind.FLOW, (), Target(Goal.FLOW, ref.folder, ref.id))
        for ref, name in flows.items()
    ]
    at_post = {name: place for place, name in enumerate(names)}
    at_flow = {ref: place for place, ref in enumerate(flows, len(names) + len(holdings))}
    lines: list[MapLine] = []
    for place, each in enumerate(holdings, len(names)):
        if each.item.post:
            lines.append(MapLine(at_post[each.item.post], place))
        lines += [MapLine(place, at_flow[ref]) for ref in {used.ref: 0 for used in each.flows}]
    return OverviewMap(
        title="岗位、事项、流程",
        description=(
            f"{len(names)}个岗位，{len(holdings)}个事项，{len(flows)}个流程。文字版见下面的清单。"
        ),
        bands=(Band("岗位", 0, 0), Band("事项", 1, 1), Band("流程", 2, 2)),
        boxes=tuple(boxes),
        lines=tuple(lines),
    )
