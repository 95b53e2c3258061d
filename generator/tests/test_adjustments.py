"""What an item is on the day of the edition, and what is still to come, is computed and said."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from generator.model.adjustment import Adjustment, Standing, next_after, standing_on
from generator.tests.load_world import copy_of, edited, joined
from generator.tests.rendered import rendered, text_of

ITEM = "powers/health/items/xk-001.yml"
EDITION = date(2026, 11, 22)

ENDING = ("取消", "整合", "下放", "上收", "拆分")
STARTING = ("新增", "承接", "恢复")


def _events(*told: tuple[str, str]) -> tuple[Adjustment, ...]:
    return tuple(Adjustment.model_validate({"日期": day, "方式": kind}) for day, kind in told)


@pytest.mark.parametrize("kind", ENDING)
def test_what_ends_an_item_ends_it_on_its_day(kind: str) -> None:
    assert standing_on(_events(("2026-11-22", kind)), EDITION) is Standing.ENDED
    assert standing_on(_events(("2026-11-23", kind)), EDITION) is Standing.ACTIVE
    assert standing_on(_events(("2015-01-01", kind), ("2016-01-01", "更名")), EDITION) is (
        Standing.ENDED
    )


@pytest.mark.parametrize("kind", STARTING)
def test_what_starts_an_item_starts_it_on_its_day(kind: str) -> None:
    assert standing_on(_events(("2026-11-22", kind)), EDITION) is Standing.ACTIVE
    assert standing_on(_events(("2026-11-23", kind)), EDITION) is Standing.COMING
    ended = _events(("2015-01-01", "取消"), ("2016-01-01", kind))
    assert standing_on(ended, EDITION) is Standing.ACTIVE


def test_a_new_name_changes_nothing() -> None:
    assert standing_on(_events(("2026-01-01", "更名")), EDITION) is Standing.ACTIVE
    assert standing_on(_events(("2027-01-01", "更名")), EDITION) is Standing.ACTIVE
    assert next_after(_events(("2027-01-01", "更名")), EDITION) is None


SAID = (
    (
        "{日期: 2027-01-01, 方式: 取消, 文件: 示例文件, 现在怎么办: 取消后不用办。}",
        "本事项将于2027年1月1日取消，在这以前照常办理。取消后不用办。",
    ),
    (
        "{日期: 2027-01-01, 方式: 承接, 文件: 示例文件}",
        "本事项将于2027年1月1日起实施，现在还不能办理。",
    ),
    (
        "{日期: 2016-01-01, 方式: 取消, 文件: 甲}, {日期: 2027-01-01, 方式: 恢复, 文件: 乙}",
        "本事项将于2027年1月1日恢复。",
    ),
)


@pytest.mark.parametrize(("events", "said"), SAID)
def test_what_is_to_come_is_said_as_such(tmp_path: Path, events: str, said: str) -> None:
    root = copy_of("minimal", tmp_path)
    edited(root, ITEM, "收费: 不收费", f"调整: [{events}]")
    pages, _ = rendered(joined(root))
    assert said in text_of(pages["powers/health/xk-001/"])
    assert "将于2027年1月1日" in text_of(pages["changes/"])


def test_an_adjustment_of_a_shared_list_is_among_the_changes(tmp_path: Path) -> None:
    root = copy_of("minimal", tmp_path)
    file = "powers/_township/items/qt-001.yml"
    edited(root, file, "类别: 其他权力", "类别: 其他权力\n调整: [{日期: 2016-05-01, 方式: 新增}]")
    text = text_of(rendered(joined(root))[0]["changes/"])
    assert "便民事项转办 乡镇通用清单，2016年5月1日新增" in text
