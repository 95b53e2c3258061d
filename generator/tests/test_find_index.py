"""The head index: what stands in it for a small district, each shared item once."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from generator.model.district import Synonym
from generator.model.written import Written
from generator.render.readings import Readings
from generator.tests.load_world import copy_of, edited, joined
from generator.tests.rendered import registry_of, rendered

Row = list[object]
NAME, WHERE, WHAT, ADDRESS, ALIASES, CODE, WORDS, READINGS, VILLAGES, ENDED, WEIGHT = range(11)
IDENTITY, PASSAGES = 11, 12


@pytest.fixture(scope="module")
def index() -> dict[str, object]:
    """The index of worlds/full."""
    return _index("full")


def _index(world: str, only: str = "") -> dict[str, object]:
    return _told(rendered(registry_of(world), only)[1])


def _told(files: dict[str, str]) -> dict[str, object]:
    script = files["assets/find-index.js"]
    told: dict[str, object] = json.loads(script.removeprefix("window.mingbaiFind=").rstrip(";\n"))
    return told


def _rows(index: dict[str, object], name: str) -> list[Row]:
    rows = index["rows"]
    assert isinstance(rows, list)
    return [row for row in rows if row[NAME] == name]


def test_an_item_is_found_by_name_alias_code_topic_and_what_people_ask(
    index: dict[str, object],
) -> None:
    (row,) = _rows(index, "校车使用许可")
    assert row[WHERE] == "教育局"
    assert row[WHAT] == "行政许可"
    assert row[ADDRESS] == "powers/education/xk-001/index.html"
    assert row[ALIASES] == ["办校车证"]
    assert row[CODE] == "000105005000"
    assert row[IDENTITY] == "xk-001"
    words = row[WORDS]
    assert isinstance(words, list)
    assert {"上学", "念书", "校车标牌"} <= set(words)
    assert "两所学校" in str(row[PASSAGES])


def test_a_shared_village_item_stands_once_with_its_villages(index: dict[str, object]) -> None:
    (row,) = _rows(index, "低保代办")
    assert row[ADDRESS] == "villages/items/bm-001/index.html"
    assert row[WHERE] == "2村"
    assert index["villages"] == [
        ["beishan/shangcun", "上村", "北山镇"],
        ["unplaced/xiacun", "下村", "所属乡镇：报道未载明"],
    ]
    assert row[VILLAGES] == [0, 1]


def test_an_own_item_of_a_village_leads_to_its_place(index: dict[str, object]) -> None:
    (row,) = _rows(index, "山货统一销售")
    assert row[ADDRESS] == "villages/beishan/shangcun/index.html#bc-001"


def test_a_township_item_of_one_township_leads_there(index: dict[str, object]) -> None:
    (row,) = _rows(index, "低保初审")
    assert row[ADDRESS] == "powers/beishan/ms-001/index.html"


def test_an_ended_item_stays_with_less_weight(index: dict[str, object]) -> None:
    (ended,) = _rows(index, "校车司机登记")
    (active,) = _rows(index, "校车使用许可")
    assert ended[ENDED] == "已整合"
    assert int(str(ended[WEIGHT])) < int(str(active[WEIGHT]))


def test_a_page_written_by_hand_is_found_by_its_headings_and_what_people_call_them() -> None:
    pages = {
        "content/oversight.md": Written("监督与投诉", "谁监督谁", ("举报干部：监察",)),
        "content/index.md": Written("首页"),
    }
    popular = Synonym.model_validate({"百姓叫法": "贪污", "规范用语": "举报干部"})
    known = replace(registry_of("full"), handwritten=pages, synonyms=(popular,))
    told = _told(rendered(known)[1])
    (row,) = _rows(told, "监督与投诉")
    assert row[ADDRESS] == "oversight/index.html"
    assert row[WORDS] == ["举报干部：监察", "谁监督谁", "贪污"]
    assert _rows(told, "首页") == []


def test_a_flow_named_like_its_item_is_not_there_twice() -> None:
    known = registry_of("full")
    flow = next(flow for ref, flow in known.flows.items() if ref.folder == "villages/_common")
    assert _rows(_told(rendered(known)[1]), flow.name)
    named = known.shared_micro_powers[0]
    alike = replace(named, item=named.item.model_copy(update={"name": flow.name}))
    both = replace(known, shared_micro_powers=(alike, *known.shared_micro_powers[1:]))
    rows = _rows(_told(rendered(both)[1]), flow.name)
    assert [row[WHAT] for row in rows] == [named.item.chapter.value]


def test_traditional_signs_and_sounds_are_there_for_the_signs_in_use(
    index: dict[str, object],
) -> None:
    variants, sounds = index["variants"], index["sounds"]
    assert isinstance(variants, list)
    assert isinstance(sounds, dict)
    assert variants[1][variants[0].index("車")] == "车"
    assert len(variants[0]) == len(variants[1])
    assert {"校", "效", "孝"} <= set(sounds["xiao"])


def test_a_preview_finds_only_what_it_holds() -> None:
    told = _index("full", only="education")
    rows = told["rows"]
    assert isinstance(rows, list)
    assert all(str(row[ADDRESS]).startswith(("powers/education/", "map/")) for row in rows)


@pytest.mark.parametrize(
    ("name", "syllables"),
    [
        ("宅基地申请", "zhai ji di shen qing"),
        ("长治市郊区教育局", "chang zhi shi jiao qu jiao yu ju"),
        ("村会计报账", "cun kuai ji bao zhang"),
        ("A级 12345", "a ji 12345"),
        ("", ""),
    ],
)
def test_names_are_read_as_people_say_them(name: str, syllables: str) -> None:
    readings = Readings({"长治市郊区": "chang zhi shi jiao qu"})
    assert readings.of(name).syllables == tuple(syllables.split())


def test_a_name_that_the_data_reads_is_found_by_both_readings() -> None:
    readings = Readings({"长治市": "chang zhi shi"})
    assert [each.initials for each in readings.all_of("长治市")] == ["czs", "zzs"]


SPOKEN = {
    "教育局": ("powers/education/unit.yml", "jiao yu ju"),
    "上村": ("villages/beishan/shangcun.yml", "shang cun"),
    "校车使用许可": ("powers/education/items/xk-001.yml", "xiao che shi yong xu ke"),
    "低保代办": ("villages/_common/items/bm-001.yml", "di bao dai ban"),
    "四议两公开": ("villages/_common/flows/siyi.yml", "si yi liang gong kai"),
    "上学": ("powers/topics.yml", "shang xue"),
}
"""Named things → their file, and the 拼音 that stands there."""


def test_only_a_reading_that_differs_from_that_of_the_signs_is_told() -> None:
    known = registry_of("full")
    named = known.shared_micro_powers[0]
    festival = replace(
        named, item=named.item.model_copy(update={"name": "重阳节慰问", "reading": ""})
    )
    both = replace(known, shared_micro_powers=(festival, *known.shared_micro_powers[1:]))
    told = _told(rendered(both)[1])
    (row,) = _rows(told, "重阳节慰问")
    assert _list(row[READINGS])[0] == "chong yang jie wei wen"
    assert all(row[READINGS] == [] for row in _rows(told, "校车使用许可"))


@pytest.mark.parametrize("name", SPOKEN)
def test_every_named_thing_may_say_how_it_is_read(name: str, tmp_path: Path) -> None:
    """By the reading that is told, with or without tones, and by the usual one."""
    file, usual = SPOKEN[name]
    root = copy_of("full", tmp_path)
    edited(root, file, f"拼音: {usual}", "拼音: Vá vē" if name == "上学" else "拼音: va3 ve")
    told = _told(rendered(joined(root))[1])
    row = _rows(told, name)[0]
    assert _list(row[READINGS])[0] == "va ve"


def _list(cell: object) -> list[object]:
    assert isinstance(cell, list)
    return cell
