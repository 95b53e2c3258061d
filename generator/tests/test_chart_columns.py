"""A flow in columns of a poster: as large as may be, nothing lost, and signs that name columns."""

from __future__ import annotations

import re

import pytest

from generator.chart.columns import for_poster, in_columns
from generator.model.flow import Flow
from generator.tests.rendered import registry_of

AREA = (770.0, 580.0, 17.0)
WHOLE = (1120.0, 580.0, 17.0)


@pytest.fixture(scope="module")
def flows() -> tuple[Flow, ...]:
    return tuple(registry_of("full").flows.values())


def _chain(steps: int) -> Flow:
    rows = [{"步骤": f"办第{n}件事", "岗位": "窗口"} for n in range(steps)]
    return Flow.model_validate({"名称": "长流程", "步骤": [*rows, {"结束": "归档"}]})


def test_columns_keep_to_their_area_with_letters_that_can_be_read(flows: tuple[Flow, ...]) -> None:
    for flow in flows:
        found = in_columns(flow, *AREA)
        assert found is not None
        count = len(found.svgs)
        width = count * found.width * found.scale + (count - 1) * AREA[2]
        assert width <= AREA[0] + 1
        assert found.height * found.scale <= AREA[1] + 1
        assert found.letters >= 6.5


def test_no_step_is_lost_between_columns() -> None:
    found = in_columns(_chain(14), *AREA)
    assert found is not None
    assert len(found.svgs) > 1
    texts = re.sub(r"<[^>]+>", "", "".join(found.svgs))
    assert [n for n in range(14) if f"办第{n}件事" not in texts] == []


def test_signs_lead_to_columns_and_not_to_pages() -> None:
    found = in_columns(_chain(14), *AREA)
    assert found is not None
    assert re.search(r"接第2栏", found.svgs[0])
    assert re.search(r"接第1栏", found.svgs[1])
    assert "页" not in "".join(found.svgs)


def test_a_long_chart_has_a_sheet_of_its_own() -> None:
    short, long = (for_poster(_chain(n), AREA, WHOLE) for n in (6, 40))
    assert short is not None
    assert long is not None
    assert (short.alone, long.alone) == (False, True)


def test_what_fits_no_sheet_is_not_drawn() -> None:
    assert in_columns(_chain(3), 40.0, 40.0, 0.0) is None
    assert for_poster(_chain(3), (9.0, 9.0, 0.0), (9.0, 9.0, 0.0)) is None
