"""A small handbook that a person would believe, for the tests of printing."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from generator.chart.rail import rail_of
from generator.chart.steps import step_lines
from generator.model.flow import Flow
from generator.output import Printed
from generator.publish.fonts import Fonts, prepare
from generator.render.booklet import (
    Chapter,
    Contact,
    Entry,
    Fact,
    Handbook,
    PrintedFlow,
    PrintedStep,
    Sheet,
    to_json,
)
from generator.render.handbook import books_of
from generator.render.site import Site
from generator.tests.rule_pages import MINIMAL
from generator.tests.sharing import alone

CHART = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 100" width="200" height="100"'
    ' font-family="Noto Sans SC" font-size="14"><title>流程</title>'
    '<rect x="10" y="10" width="180" height="40" fill="#ffffff" stroke="#000000"/>'
    '<text x="20" y="35">镇政府批准</text></svg>'
)
VILLAGE_FILE = "villages/dunbeizhuang/dongcun.yml"
ITEM_FILE = "villages/_common/items/bm-001.yml"


_FLOW = Flow.model_validate(
    {
        "名称": "宅基地申请",
        "步骤": [
            {"步骤": "提出申请", "代号": "申请", "岗位": "村民"},
            {
                "判断": "材料是否齐全？",
                "岗位": "代办员",
                "时限": "当场",
                "是": "公示",
                "否": "申请",
            },
            {"步骤": "讨论并公示", "代号": "公示", "岗位": "村民代表会议", "时限": "7日"},
        ],
    }
)


def flow_of(flow: Flow) -> PrintedFlow:
    """A flow as a booklet has it."""
    steps = (
        PrintedStep(
            line.number,
            line.post,
            line.text,
            line.limit,
            "；".join(way.words for way in line.ways if way.label),
        )
        for line in step_lines(flow)
    )
    return PrintedFlow(flow.name, tuple(steps), rail_of(flow))


def entry(number: int = 1, name: str = "宅基地申请") -> Entry:
    """An item with a table and three steps, the second of which leads back to the first."""
    return Entry(
        number=number,
        name=name,
        subtitle="俗称：批地基　代办",
        what_to_do="先跟村民小组长说一声，再带身份证和户口簿来填表。镇里批准以后才能动工。",
        to_bring="",
        documents=("宅基地申请表（原件1份）", "户口簿（复印件1份）"),
        limit="10个工作日",
        fee="不收费",
        post="村委会主任",
        phone="0355-0000132",
        flows=(flow_of(_FLOW),),
        tables=(Sheet("标准", ("对象", "面积"), (("平川地建房户", "每户不超过二百平方米"),)),),
        notes=(
            Fact("依据", "《中华人民共和国土地管理法》第六十二条"),
            Fact("监督", "村务监督委员会"),
        ),
        source=ITEM_FILE,
        limit_note="只算村里办的天数，镇里另算",
    )


def handbooks(site: Site) -> Iterator[Printed]:
    """A district → the documents of the handbooks of all its villages."""
    return (book.printed for book in books_of(site, site.registry.villages))


def handbook(*entries: Entry) -> Handbook:
    """The handbook of 堠北庄镇东村 with *entries* in its third chapter."""
    services = entries or (entry(2), entry(3, "最低生活保障申请"))
    major = replace(entry(1, "村级工程项目建设"), tables=(), documents=(), fee="")
    return Handbook(
        title="村级便民服务手册",
        district="长治市郊区",
        township="堠北庄镇",
        village="东村",
        full_name="堠北庄镇东村",
        accent="#12467f",
        edition="2016年第一版",
        stamp="示例数据",
        stamp_note="本册的电话是示例。",
        summary="村子在城北，多数人家种菜。",
        phone="0355-0000130",
        oversight_phone="0355-0000133",
        footer="办事先打电话问：0355-0000130　示例数据",
        centre=(Fact("地点", "村委会一楼"), Fact("电话", "0355-0000130")),
        posts=(Contact("村党支部书记", "0355-0000131", "主持村党组织议事"),),
        meetings=(Fact("村民会议", "讨论决定法律规定的重大事项"),),
        urgent=(Contact("报警", "110"), Contact("火警", "119")),
        chapters=(
            Chapter("重大决策", "村里的大事怎么定。", (major,)),
            Chapter("便民服务", "您要办的事怎么办。", services),
        ),
        routes=(Contact("村务监督委员会", "0355-0000133", "先在村里说。"),),
        omissions=(Fact("公益性墓地管理", "本村没有设置公益性墓地"),),
        imprint=(Fact("名称", "堠北庄镇东村村级便民服务手册"), Fact("数据日期", "2026年11月22日")),
        source=VILLAGE_FILE,
        remedies=(Fact("行政复议", "60日内向区人民政府申请。"), Fact("打官司", "6个月内起诉。")),
    )


def printed(
    book: Handbook, *, chart: str = CHART, path: str = "villages/x/y/handbook.pdf"
) -> Printed:
    """A handbook → the document to be typeset."""
    inputs = frozenset({book.source})
    images = {"chart.svg": chart}
    return Printed(path, "handbook.typ", to_json(book), "2026-11-22", inputs, images)


def ready_fonts(repository: Path) -> Fonts:
    """The real fonts, cut once and kept in `.build` for the next run."""
    workshop = repository / ".build"
    workshop.mkdir(exist_ok=True)
    with alone(workshop / "fonts-of-tests.lock"):
        ready, problems = prepare(workshop)
    assert problems == []
    assert ready is not None
    return ready


def full_world(repository: Path, folder: Path) -> Path:
    """A copy of the full district of the tests, with fonts that are ready."""
    root = Path(shutil.copytree(MINIMAL.parent / "full", folder / "world"))
    (root / ".build").mkdir(exist_ok=True)
    (root / ".build" / "fonts").symlink_to(ready_fonts(repository).folder.parent)
    return root
