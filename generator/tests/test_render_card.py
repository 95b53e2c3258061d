"""The phone on a card: the item's own, else that of the post that handles it, else the unit's."""

from __future__ import annotations

import pytest

from generator.model.body import Unit
from generator.model.item import Item
from generator.render.item_card import service_card
from generator.tests.rendered import registry_of

UNIT = Unit.model_validate(
    {
        "名称": "甲镇",
        "类型": "镇",
        "电话": "0355-0000001",
        "岗位": [{"名称": "民政办", "电话": "0355-0000002"}, {"名称": "司法所"}],
    }
)


@pytest.mark.parametrize(
    ("item", "number"),
    [
        ({"承办岗位": "民政办", "办事指南": {"咨询": "0355-0000003"}}, "0355-0000003"),
        ({"承办岗位": "民政办"}, "0355-0000002"),
        ({"承办岗位": "司法所"}, "0355-0000001"),
        ({}, "0355-0000001"),
    ],
)
def test_people_ring_whoever_handles_the_item(item: dict[str, object], number: str) -> None:
    made = Item.model_validate({"名称": "低保", "类别": "行政给付", **item})
    told = service_card(registry_of("minimal"), made, UNIT).facts[-1]
    assert [line.words for line in told.lines] == [number]


def test_a_shared_list_has_no_phone() -> None:
    made = Item.model_validate({"名称": "低保", "类别": "行政给付", "承办岗位": "民政办"})
    assert service_card(registry_of("minimal"), made, None).facts[-1].missing
