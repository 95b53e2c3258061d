"""`mingbai notice` and `mingbai review`: what a window hands out, and what reviewers sign."""

from __future__ import annotations

import io
import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfReader

from generator.model.adjustment import Adjustment
from generator.model.body import Review
from generator.model.guide import to_bring
from generator.model.item import Item
from generator.model.registry import Holding, Registry
from generator.render.notices import with_guides
from generator.render.review_sheet import review_sheet
from generator.render.site import Site
from generator.tests.conftest import Command
from generator.tests.print_book import full_world
from generator.tests.rendered import registry_of
from generator.tests.rule_pages import MINIMAL

FULL = MINIMAL.parent / "full"


@pytest.fixture
def world(repository: Path, tmp_path: Path) -> Path:
    return full_world(repository, tmp_path)


@pytest.fixture(scope="module")
def registry() -> Registry:
    return registry_of("full")


def _applied_for(registry: Registry) -> Holding[Item]:
    """An item of the first unit that asks for documents."""
    held = with_guides(registry, registry.units[0])
    return next(h for h in held if h.item.guide and to_bring(h.item.guide.documents))


def _text(path: Path) -> str:
    pages = PdfReader(io.BytesIO(path.read_bytes())).pages
    return "".join("".join(page.extract_text().split()) for page in pages)


def test_a_notice_tells_every_document_and_ends_in_a_receipt(
    mingbai: Command, world: Path, registry: Registry
) -> None:
    holding = _applied_for(registry)
    unit, item = registry.units[0], holding.item
    path = world / "papers" / unit.id / f"{holding.ref.id}-notice.pdf"
    code, lines = mingbai("notice", "--root", world, f"{unit.id}/{holding.ref.id}")
    assert (code, lines[0]) == (0, f"印好了 {path}")
    text = _text(path)
    assert item.guide is not None
    told = (item.name, *(each.name for each in to_bring(item.guide.documents)), *item.guide.windows)
    assert [words for words in told if "".join(words.split()) not in text] == []
    for words in ("一次性告知单", "要补", "回执", "申请人签名", unit.oversight_phone):
        assert words in text
    first = path.read_bytes()
    shutil.rmtree(world / ".build" / "memo")
    assert mingbai("notice", "--root", world, f"{unit.name}/{item.name}")[0] == 0
    assert path.read_bytes() == first


def test_a_unit_alone_means_all_its_items_that_people_apply_for(
    mingbai: Command, world: Path, registry: Registry
) -> None:
    unit = registry.units[0]
    assert mingbai("notice", "--root", world, unit.id)[0] == 0
    text = _text(world / "papers" / f"{unit.id}-notice.pdf")
    assert text.count("回执") == len(with_guides(registry, unit))


def test_a_review_sheet_lists_everything_and_has_boxes_to_sign(
    mingbai: Command, world: Path, registry: Registry
) -> None:
    unit, village = registry.units[0], registry.villages[0]
    for body in (unit, village):
        assert mingbai("review", "--root", world, body.id)[0] == 0
    ours = _text(world / "papers" / f"{unit.id}-review.pdf")
    theirs = _text(world / "papers" / f"{village.id}-review.pdf")
    for text in (ours, theirs):
        assert [w for w in ("法制审核意见", "领导组确认意见", "盖章") if w not in text] == []
    powers = [h.item.name for h in registry.powers_of(unit) if registry.ending(h.item) is None]
    assert [name for name in powers if "".join(name.split()) not in ours] == []
    held = [h.item.name for h in registry.micro_powers_of(village)]
    assert [name for name in held if "".join(name.split()) not in theirs] == []


def _reviewed(registry: Registry, *reviews: dict[str, object]) -> str:
    """The review sheet of the first unit, whose first item was added on 1 May 2016."""
    unit = registry.units[0]
    told = tuple(Review.model_validate(each) for each in reviews)
    first, *others = registry.powers_of(unit)
    added = Adjustment.model_validate({"日期": date(2016, 5, 1), "方式": "新增", "文件": "甲文"})
    item = first.item.model_copy(update={"adjustments": (added,)})
    powers = {**registry.powers, f"powers/{unit.id}": (replace(first, item=item), *others)}
    changed = unit.model_copy(update={"reviews": told})
    other = replace(registry, units=(changed, *registry.units[1:]), powers=powers)
    return review_sheet(Site(other, {}), changed, "x.pdf").data


def test_changes_count_from_the_last_confirmation(registry: Registry) -> None:
    early = {"环节": "领导组确认", "日期": date(2015, 9, 1), "结果": "通过"}
    late = {"环节": "领导组确认", "日期": date(2016, 6, 1), "结果": "通过"}
    assert "2015年9月1日领导组确认以后有1处调整：" in _reviewed(registry, early)
    assert "2016年5月1日新增；甲文" in _reviewed(registry, early)
    assert "2016年6月1日领导组确认以后没有记载" in _reviewed(registry, early, late)
    assert "全部事项都要看" in _reviewed(registry)


def test_only_findings_that_are_not_closed_are_open(registry: Registry) -> None:
    found = {"环节": "督查", "日期": date(2016, 4, 14), "意见": "窗口没人"}
    closed = {**found, "意见": "牌子没挂", "办结": date(2016, 4, 20)}
    due = {**found, "整改期限": date(2016, 4, 25)}
    text = _reviewed(registry, found, closed)
    assert "窗口没人（没有写整改期限）" in text
    assert "牌子没挂（" not in text
    assert "窗口没人（2016年4月25日以前改好）" in _reviewed(registry, due)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("notice", "zzz"), "写单位的编号或者名称"),
        (("review", "上庄村"), "没有“上庄村”"),
        (("notice",), "缺少参数 单位/事项"),
    ],
)
def test_wrong_use_is_told(
    mingbai: Command, world: Path, words: tuple[str, ...], said: str
) -> None:
    code, lines = mingbai(words[0], "--root", world, *words[1:])
    assert code == 2
    assert said in lines[-1]


def test_an_item_without_a_guide_is_refused_with_those_that_have_one(
    mingbai: Command, world: Path, registry: Registry
) -> None:
    unit = registry.units[0]
    code, lines = mingbai("notice", "--root", world, f"{unit.id}/zzz-9")
    assert code == 2
    assert "没有“zzz-9”" in lines[-1]
    assert "写了办事指南的事项" in lines[-1]


def test_the_booklet_of_a_unit_has_its_powers_duties_and_both_charts(
    mingbai: Command, world: Path, registry: Registry
) -> None:
    unit = registry.units[0]
    assert mingbai("booklet", "--root", world, "--unit", unit.name)[0] == 0
    path = world / "papers" / f"{unit.id}-booklet.pdf"
    text = _text(path)
    held = [h for h in registry.powers_of(unit) if registry.ending(h.item) is None]
    named = [h.item.name for h in held]
    named += [duty.content for h in held for duty in h.accountability.duties]
    named += [post.name for post in unit.posts]
    named += [used.flow.name for h in held for used in h.flows]
    assert [words for words in named if "".join(words.split()) not in text] == []
    risky = [used.flow for h in held for used in h.flows if used.flow.risk_points()]
    assert ("风险防控图" in text.replace("权力清单责任清单流程图风险防控图", "")) or not risky
    reader = PdfReader(path)
    assert reader.root_object.get("/StructTreeRoot") is not None
    first = path.read_bytes()
    shutil.rmtree(world / ".build" / "memo")
    assert mingbai("booklet", "--root", world, "--unit", unit.id)[0] == 0
    assert path.read_bytes() == first
