"""From the district of the repository to its printed handbooks: all a village has is there."""

from __future__ import annotations

import io
import json
import re
from dataclasses import replace
from pathlib import Path

import pytest
from pypdf import PdfReader

from generator.chart import gallery
from generator.load import load
from generator.model.guide import Limits, PaymentStandard, RequiredDocument
from generator.model.registry import Registry
from generator.model.remedy import ItemRemedy
from generator.output import Printed
from generator.publish import typeset
from generator.render import to_print
from generator.render.booklet import Fact
from generator.render.handoffs import Handoffs
from generator.render.printed_item import EntryReader
from generator.render.printed_routes import remedies
from generator.render.site import Site
from generator.settings import Settings
from generator.tests.print_book import handbooks, ready_fonts
from generator.tests.rendered import registry_of


@pytest.fixture(scope="module")
def registry(repository: Path) -> Registry:
    found, _ = load(repository)
    assert found is not None
    return found


def _site(registry: Registry) -> Site:
    return Site(registry, gallery(registry, lambda done, total: None))


@pytest.fixture(scope="module")
def printed(registry: Registry) -> tuple[Printed, ...]:
    return tuple(handbooks(_site(registry)))


def test_every_village_has_a_handbook_that_names_its_inputs(
    registry: Registry, printed: tuple[Printed, ...]
) -> None:
    assert [each.path for each in printed] == [
        f"villages/{village.id}/handbook.pdf" for village in registry.villages
    ]
    for village, document in zip(registry.villages, printed, strict=True):
        assert f"villages/{village.id}.yml" in document.inputs
        assert "powers/district.yml" in document.inputs
        assert document.date == registry.district.edition.isoformat()


def test_every_item_of_the_village_is_printed_once_with_all_its_steps(
    registry: Registry, printed: tuple[Printed, ...]
) -> None:
    for village, document in zip(registry.villages, printed, strict=True):
        entries = [
            e for chapter in json.loads(document.data)["chapters"] for e in chapter["entries"]
        ]
        held = registry.micro_powers_of(village)
        assert sorted(each["name"] for each in entries) == sorted(each.item.name for each in held)
        assert [each["number"] for each in entries] == list(range(1, len(held) + 1))
        steps = {each.item.name: sum(len(u.flow.steps) for u in each.flows) for each in held}
        shown = {each["name"]: sum(len(f["steps"]) for f in each["flows"]) for each in entries}
        assert shown == steps
        assert document.images == {}
        assert all(name.startswith("qr-") for name in document.codes)


def _told(registry: Registry) -> dict[str, object]:
    document = next(handbooks(_site(registry)))
    told: dict[str, object] = json.loads(document.data)
    return told


def test_an_example_address_is_said_to_be_one(registry: Registry) -> None:
    def web(url: str) -> str:
        district = registry.district.model_copy(update={"url": url})
        told = _told(replace(registry, district=district))
        return json.dumps([told["web"], told["imprint"]], ensure_ascii=False)

    assert web("https://mingbai.example/").count("示例网址，扫码打不开") == 2
    assert web("https://mingbai.example:8080/a/").count("示例网址") == 2
    assert "示例网址" not in web("https://www.example.gov.cn/mingbai/")


def test_the_ways_of_the_law_name_the_bodies_of_the_township(registry: Registry) -> None:
    text = json.dumps(_told(registry)["remedies"], ensure_ascii=False)
    village = registry.villages[0]
    township = next(unit for unit in registry.units if unit.id == village.township)
    assert township.remedy is not None
    for part in ("60日", "6个月", "仲裁", township.remedy.reconsideration, township.remedy.court):
        assert part in text
    assert "作决定的单位的上一级" in remedies(None)[1].words


def _days(registry: Registry) -> list[tuple[bool, list[str]]]:
    """Whether each part lists the days, and those of its items."""
    chapters = json.loads(next(handbooks(_site(registry))).data)["chapters"]
    return [(part["shows_limits"], [e["limit"] for e in part["entries"]]) for part in chapters]


def test_days_are_listed_where_at_least_half_of_a_part_say_them(registry: Registry) -> None:
    parts = [*_days(registry), *_days(registry_of("full"))]
    for shown, limits in parts:
        told = [limit for limit in limits if limit != "未提供"]
        assert shown == (2 * len(told) >= len(limits))
    assert {shown for shown, _ in parts} == {True, False}


def test_what_explains_a_document_a_limit_and_a_standard_is_printed(registry: Registry) -> None:
    village = registry.villages[0]
    holding = registry.micro_powers_of(village)[-1]
    changed = {
        "documents": (
            RequiredDocument.model_validate(
                {"名称": "户口簿", "复印件": "1", "必要性": "分户的才要", "说明": "带原件核对"}
            ),
        ),
        "limits": Limits.model_validate({"说明": "镇里另算"}),
        "payment_standards": (
            PaymentStandard.model_validate({"对象": "老人", "金额": "100元", "说明": "一年一次"}),
            PaymentStandard.model_validate({"对象": "孩子", "金额": "50元"}),
        ),
        "remedy": ItemRemedy.model_validate({"不适用": "调解不是行政决定"}),
    }
    site = _site(registry)
    other = replace(holding, item=holding.item.model_copy(update=changed))
    entry = EntryReader(site, village, Handoffs(site)).entry(1, other, "")
    assert entry.documents == ("户口簿（复印件1份，分户的才要）：带原件核对",)
    assert entry.limit_note == "镇里另算"
    assert entry.tables[0].heads == ("对象", "金额", "说明")
    assert entry.tables[0].rows == (("老人", "100元", "一年一次"), ("孩子", "50元", ""))
    assert entry.notes[-1] == Fact("不服", "调解不是行政决定")


def test_nothing_is_printed_where_printing_is_left_out(registry: Registry) -> None:
    assert to_print(registry, Settings(Path(), Path("site"), prints=False)) == ()


def test_a_preview_prints_only_its_village(registry: Registry) -> None:
    only = registry.villages[0]
    assert to_print(registry, Settings(Path(), Path("site"), only.id)) == (only,)
    assert to_print(registry, Settings(Path(), Path("site"))) == registry.villages


def test_qr_codes_are_printed_only_where_the_site_has_an_address(
    registry: Registry,
) -> None:
    nowhere = registry.district.model_copy(update={"url": ""})
    without = next(handbooks(_site(replace(registry, district=nowhere))))
    assert without.codes == {}
    district = registry.district.model_copy(update={"url": "https://example.gov.cn/mingbai/"})
    document = next(handbooks(_site(replace(registry, district=district))))
    held = registry.micro_powers_of(registry.villages[0])
    assert len(document.codes) == len(held) + 1


def test_the_handbooks_of_the_repository_can_be_set_and_lose_no_name(
    repository: Path, registry: Registry, printed: tuple[Printed, ...]
) -> None:
    for village, document in zip(registry.villages, printed, strict=True):
        content, problems = typeset.typeset(document, ready_fonts(repository))
        assert problems == []
        reader = PdfReader(io.BytesIO(content or b""))
        texts = [re.sub(r"\s", "", page.extract_text()) for page in reader.pages]
        assert len(texts) % 4 == 0
        whole = "".join(texts)
        names = [each.item.name for each in registry.micro_powers_of(village)]
        assert [name for name in names if re.sub(r"\s", "", name) not in whole] == []
