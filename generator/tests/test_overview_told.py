"""What overview maps tell: computed from the registry, the same in the drawing and in the list."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar

import pytest

from generator.chart import atlas as atlas_module
from generator.chart.atlas import atlas
from generator.chart.body_map import body_map
from generator.chart.handoff_map import MOST_ALONE, handoff_map
from generator.chart.network_map import MOST, network_map
from generator.model.body import Unit, UnitKind, Village
from generator.model.handoffs import handoffs
from generator.model.overview import HANDOFFS, NETWORK, BoxKind, Goal, OverviewMap, Target
from generator.model.registry import Ref, Registry
from generator.tests.rendered import registry_of

OFFICE = "powers/education"
Body = TypeVar("Body", Unit, Village)


def told(whole: OverviewMap) -> list[str]:
    """Every line with an arrow as `source → end`."""
    names = [" ".join((box.name, *box.notes)) for box in whole.boxes]
    return [f"{names[line.source]} → {names[line.end]}" for line in whole.lines if line.arrow]


def called(body: Body, identity: str, name: str) -> Body:
    """The same body under another id and name."""
    return body.model_copy(update={"name": name}).attach(body.written, identity)


def with_handoffs(registry: Registry, *pairs: tuple[str, str]) -> Registry:
    """The registry with items of 教育局 that hand on, as (id, 交由), and no others there."""
    one = registry.powers[OFFICE][0]
    held = tuple(
        replace(
            one,
            ref=Ref(OFFICE, identity),
            item=one.item.model_copy(update={"name": f"事项{identity}", "handoff": handoff}),
            flows=(),
        )
        for identity, handoff in pairs
    )
    return replace(registry, powers={OFFICE: held}, micro_powers={})


@pytest.fixture(scope="module")
def full() -> Registry:
    """The registry of the full world."""
    return registry_of("full")


def test_hand_offs_of_items_and_of_steps_name_both_ends(full: Registry) -> None:
    assert told(handoff_map(full, handoffs(full))) == [
        "低保代办 村级通用清单 2个村 → 低保初审 乡镇通用清单 1个乡镇",
        "山林防火巡查 北山镇 → 低保初审 乡镇通用清单 1个乡镇",
        "校车使用许可 教育局 → 校车线路意见 交通局",
    ]
    places = [[w.flow.id if w.flow else "" for w in each.written] for each in handoffs(full)]
    assert places == [["", "daiban"], [""], ["xiaoche"]]


def test_levels_stand_from_the_village_up_and_a_chain_within_one_goes_on_to_the_right(
    full: Registry,
) -> None:
    whole = handoff_map(full, handoffs(full))
    spans = [(band.title, band.first, band.last) for band in whole.bands]

    assert spans == [("村级", 0, 0), ("镇级", 1, 2), ("区级", 3, 4)]
    for line in whole.lines:
        assert whole.boxes[line.source].column < whole.boxes[line.end].column


def test_a_ring_of_hand_offs_is_drawn_too(full: Registry) -> None:
    registry = with_handoffs(full, ("a", "education/b"), ("b", "education/c"), ("c", "education/a"))
    whole = handoff_map(registry, handoffs(registry))

    assert sorted(box.column for box in whole.boxes) == [0, 1, 2]
    assert told(whole) == [
        "事项a 教育局 → 事项b 教育局",
        "事项b 教育局 → 事项c 教育局",
        "事项c 教育局 → 事项a 教育局",
    ]


def test_an_item_handed_to_itself_or_to_nobody_is_no_hand_off(full: Registry) -> None:
    assert handoffs(with_handoffs(full, ("a", "education/a"), ("b", "education/none"))) == ()


def test_many_villages_with_items_of_their_own_are_one_box(full: Registry) -> None:
    holding = next(h for h in full.shared_micro_powers if h.item.handoff)
    count = MOST_ALONE + 1
    names = [f"beishan/v{number}" for number in range(count)]
    own = {
        f"villages/{name}": (
            replace(
                holding,
                holder=f"villages/{name}",
                ref=replace(holding.ref, folder=f"villages/{name}"),
            ),
        )
        for name in names
    }
    villages = tuple(called(full.villages[0], name, name) for name in names)
    registry = replace(full, villages=villages, micro_powers=own)
    handed = handoffs(registry)
    whole = handoff_map(registry, handed)

    (group,) = [box for _, box in whole.of_kind(BoxKind.GROUP)]
    first = next(
        n for n, each in enumerate(handed, 1) if each.source.holder == f"villages/{names[0]}"
    )

    assert (group.name, group.notes) == ("各村自有的事项", (f"{count}项，见清单",))
    assert group.target == Target(Goal.ROW, id=f"handoff-{first}")
    assert len(handed) > len(whole.lines)


def test_the_network_names_every_body_and_what_it_hands_on(full: Registry) -> None:
    whole = network_map(full, handoffs(full))
    shown = [" ".join((box.name, *box.notes)) for box in whole.boxes]

    assert {box.name for box in whole.boxes} >= {unit.name for unit in full.units}
    assert {box.name for box in whole.boxes} >= {village.name for village in full.villages}
    assert "两个平台 未提供" in shown
    assert any(words.endswith("交镇里办1项") for words in shown)
    reached = {line.end for line in whole.lines} | {line.source for line in whole.lines}
    assert reached == set(range(len(whole.boxes)))


def test_platforms_that_are_there_are_shown(full: Registry) -> None:
    office = full.unit_in(OFFICE)
    assert office is not None
    platform = called(office, "platform", "政务服务平台")
    platform = platform.model_copy(update={"kind": UnitKind.PLATFORM})
    whole = network_map(replace(full, units=(*full.units, platform)), ())
    kinds = {box.name: box.kind for box in whole.boxes}

    assert kinds["政务服务平台"] is BoxKind.PLATFORM
    assert "两个平台" not in kinds


def test_forty_departments_and_a_hundred_villages_become_boxes_with_their_number(
    full: Registry,
) -> None:
    office = full.unit_in(OFFICE)
    assert office is not None
    units = [called(office, f"u{n}", f"局{n}") for n in range(45)]
    villages = [called(full.villages[0], f"beishan/v{n}", f"村{n}") for n in range(122)]
    registry = replace(full, units=(*full.units, *units), villages=tuple(villages))
    whole = network_map(registry, handoffs(full))
    shown = [" ".join((box.name, *box.notes)) for box in whole.boxes]

    assert len(whole.boxes) < 3 * MOST
    assert "北山镇各村 122个村" in shown
    assert "其他部门 45个" in shown


def test_a_body_is_told_as_posts_items_and_flows_without_its_name(full: Registry) -> None:
    village = full.villages[0]
    held = full.micro_powers_of(village)
    whole = body_map([post.name for post in village.posts], held)
    kinds = [box.kind for box in whole.boxes]

    assert kinds.count(BoxKind.ITEM) == len(held)
    assert {box.name for _, box in whole.of_kind(BoxKind.POST)} >= {p.name for p in village.posts}
    flows = {used.ref for each in held for used in each.flows}
    assert kinds.count(BoxKind.FLOW) == len(flows)
    assert village.name not in whole.title + whole.description


def test_a_cancelled_item_is_on_no_map(full: Registry) -> None:
    ended = [h for h in full.powers["powers/education"] if full.ending(h.item)]
    names = {box.name for box in atlas(full, nothing)["powers/education"].told.boxes}

    assert ended
    assert not names & {each.item.name for each in ended}


def nothing(sources: tuple[str, ...]) -> tuple[str, ...]:
    """An engine that lays nothing out."""
    return ("",) * len(sources)


def test_a_map_that_is_too_large_is_not_asked_for(
    full: Registry, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(atlas_module, "MOST_BOXES", 5)
    asked: list[str] = []

    def lay_out(sources: tuple[str, ...]) -> tuple[str, ...]:
        asked.extend(sources)
        return nothing(sources)

    for name, overview in atlas(full, lay_out).items():
        count = len(overview.told.boxes)
        assert overview.sketch is None, name
        assert (f"{count}个框" in overview.why) is (count > 5)
    assert all(source.count("b5 [") == 0 for source in asked)


def test_villages_that_adopt_one_list_share_a_drawing(full: Registry) -> None:
    one = full.villages[0]
    folder = f"villages/{one.id}"
    twin = called(one, "beishan/twin", "孪村")
    held = tuple(replace(h, holder="villages/beishan/twin") for h in full.micro_powers[folder])
    registry = replace(
        full,
        villages=(*full.villages, twin),
        micro_powers={**full.micro_powers, "villages/beishan/twin": held},
    )
    asked: list[str] = []

    def lay_out(sources: tuple[str, ...]) -> tuple[str, ...]:
        asked.extend(sources)
        return nothing(sources)

    maps = atlas(registry, lay_out)

    assert maps["villages/beishan/twin"].told == maps[folder].told
    assert len(asked) == len({each.told for each in maps.values() if each.told.boxes})
    assert {NETWORK, HANDOFFS} <= set(maps)
