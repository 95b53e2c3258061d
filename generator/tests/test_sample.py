"""The sample district → as large and as complete as a demonstration of the product must be."""

from __future__ import annotations

import re
import shutil
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.load import load
from generator.model.checked_bases import bases_in, findings_of
from generator.model.finding import Outcome
from generator.model.item import Item
from generator.model.registry import Holding, Registry
from generator.model.risk import RiskPoint
from generator.model.tally import flows_of
from generator.render.notices import notices, with_guides
from generator.render.site import Site
from generator.tests.conftest import refuse

PILOTS = {
    "发改局", "经信局", "教育局", "公安分局", "人社局", "民政局", "卫生局", "住建局",
    "环保局", "交通局", "水利局", "食药监局", "国土分局", "工商分局", "质监分局",
}  # fmt: skip
"""The departments that the report on the reform names."""

APPLIED_FOR = {"行政许可", "行政给付", "行政确认", "行政奖励", "行政裁决"}
NATIONAL = {"法律", "行政法规"}


@pytest.fixture(scope="module")
def sample(repository: Path) -> Registry:
    """The sample district."""
    registry, _ = load(repository)
    assert registry is not None
    return registry


def departments(sample: Registry) -> list[Holding[Item]]:
    """The powers of the pilot departments, ended ones too."""
    pilots = [unit for unit in sample.units if unit.is_pilot and not unit.is_township]
    assert {unit.name for unit in pilots} == PILOTS
    return [holding for unit in pilots for holding in sample.powers_of(unit)]


def in_force(sample: Registry) -> list[Holding[Item]]:
    """The same without those that have ended."""
    return [each for each in departments(sample) if not sample.ending(each.item)]


def test_every_pilot_department_keeps_a_list_of_all_kinds(sample: Registry) -> None:
    held = in_force(sample)
    by_body = Counter(each.holder for each in held)

    assert len(held) >= 200
    assert len(by_body) == len(PILOTS)
    assert min(by_body.values()) >= 10
    assert {each.item.kind for each in held} == {kind.name for kind in sample.vocabulary.kinds}


def test_flows_and_risks_are_as_many_as_an_office_has(sample: Registry) -> None:
    flows = flows_of(in_force(sample), sample)
    risks = [risk for flow in flows.values() for _, risk in flow.risk_points()]

    assert len(flows) >= 90
    assert len(risks) >= 450
    assert sum(1 for flow in flows.values() if flow.replaces) >= 10


def test_every_risk_point_is_checked_by_somebody_else(sample: Registry) -> None:
    """Those of departments, townships and villages, on a flow or on none."""
    told = list(_risks(sample))

    assert len(told) >= 1600
    assert {path.split("/")[0] for path, *_ in told} == {"powers", "villages"}
    refuse(fault for each in told for fault in _unguarded(*each))
    refuse(
        f"{path}: {risk.manifestation}: no 责任领导"
        for path, risk, _ in told
        if path.startswith("powers/") and not risk.leader
    )


def test_an_unchecked_risk_point_is_found() -> None:
    told = {"表现": "压着不办", "措施": ["台账"], "责任岗位": "人事股", "频次": "每月一次"}
    silent = RiskPoint.model_validate({"中": "压着不办"})
    own = RiskPoint.model_validate({**told, "等级": "中", "检查方式": "看台账；人事股再看一遍"})
    other = RiskPoint.model_validate({**told, "等级": "中", "检查方式": "综合科看人事股的台账"})

    (missing,) = _unguarded("flow", silent, ("人事股",))
    (looks,) = _unguarded("flow", own, ("窗口",))
    assert missing == "flow: 压着不办: 措施, 检查方式, 频次 or 责任岗位 is missing"
    assert looks == "flow: 压着不办: 人事股 checks itself"
    assert list(_unguarded("flow", other, ("人事股",))) == []
    assert list(_unguarded("flow", other, ("综合科",))) == ["flow: 压着不办: 综合科 checks itself"]


def _risks(sample: Registry) -> Iterator[tuple[str, RiskPoint, tuple[str, ...]]]:
    """Path, risk point and the posts that do its step."""
    for ref, flow in sample.flows.items():
        for number, risk in flow.risk_points():
            yield f"{ref.folder}/flows/{ref.id}", risk, flow.steps[number].posts
    for unit in sample.units:
        for risk in unit.post_risks:
            yield f"powers/{unit.id}", risk, ()


def _unguarded(path: str, risk: RiskPoint, doers: tuple[str, ...]) -> Iterator[str]:
    """What it does not say; a clause of its check that begins with who does or guards the step."""
    name = f"{path}: {risk.manifestation}"
    if not (risk.measures and risk.checks and risk.frequency and risk.owner):
        yield f"{name}: 措施, 检查方式, 频次 or 责任岗位 is missing"
        return
    clauses = tuple(re.split("[；，。]", risk.checks))
    for post in dict.fromkeys((risk.owner, *doers)):
        if any(clause.startswith(post) for clause in clauses):
            yield f"{name}: {post} checks itself"


def test_lists_have_changed_over_the_years(sample: Registry) -> None:
    events = Counter(
        event.kind.value for each in departments(sample) for event in each.item.adjustments
    )

    assert sum(events.values()) >= 24
    assert {"取消", "整合", "承接", "下放", "更名"} <= events.keys()


def test_what_people_apply_for_has_a_guide_and_an_everyday_name(sample: Registry) -> None:
    refuse(_without_guide(sample))
    served = [each.item for each in in_force(sample) if each.item.guide]

    assert sum(1 for item in served if item.aliases) >= 0.8 * len(served)
    assert sum(1 for each in in_force(sample) if each.item.sub_items) >= 20


def _without_guide(sample: Registry) -> Iterator[str]:
    for each in in_force(sample):
        item, guide = each.item, each.item.guide
        if item.kind in APPLIED_FOR and guide is None:
            yield f"{each.ref}: no 办事指南"
        if guide is not None and not (guide.conditions and guide.consultation and guide.if_refused):
            yield f"{each.ref}: 受理条件, 咨询 or 不予怎么办 is missing"


def test_penalties_say_for_what_and_how_much(sample: Registry) -> None:
    refuse(
        f"{each.ref}: no 违法情形 or 档次"
        for each in in_force(sample)
        if each.item.kind == "行政处罚"
        and not (each.item.penalty and each.item.penalty.offence and each.item.penalty.grades)
    )


def test_the_words_of_the_people_lead_to_it(sample: Registry) -> None:
    assert len(sample.synonyms) >= 250
    assert {topic.dimension for topic in sample.topics} == {"主题", "人群", "人生大事"}


def test_a_notice_has_one_mark_between_two_sentences(sample: Registry) -> None:
    unit = next(each for each in sample.units if each.id == "civil-affairs")
    printed = notices(Site(sample, {}), unit, with_guides(sample, unit), "notices.pdf")
    assert re.findall(r".{0,20}。；", printed.data) == []


def test_citations_agree_with_the_law_texts_at_hand(
    repository: Path, law_texts: Path, tmp_path: Path
) -> None:
    """None is wrong or old; those not held are no national laws."""
    for folder in ("content", "powers", "villages"):
        shutil.copytree(repository / folder, tmp_path / folder)
    with (tmp_path / "powers" / "district.yml").open("a", encoding="utf-8") as district:
        district.write(f"法律文本: {law_texts}\n")
    registry, _ = load(tmp_path)
    assert registry is not None
    refuse(dict.fromkeys(_disagreeing(registry)))


def _disagreeing(registry: Registry) -> Iterator[str]:
    found = (
        (each.ref, finding)
        for each in registry.all_powers()
        for placed in bases_in(each.item)
        for finding in findings_of(registry, placed.basis)
    )
    for ref, finding in found:
        law = registry.law_named(finding.law)
        national = law is not None and law.rank in NATIONAL
        if finding.outcome in (Outcome.DIFFERS, Outcome.OLDER):
            yield f"{ref}: {finding.law}{finding.article}: {finding.detail}"
        elif finding.outcome is Outcome.NOT_HELD and national:
            yield f"{ref}: {finding.law}: no text at hand"
