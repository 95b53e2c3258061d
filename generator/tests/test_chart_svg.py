"""Drawings → SVG: what may stand in it, what it links to, and that every word comes out inert."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from xml.etree import ElementTree

import pytest
from hypothesis import given

from generator.chart import VIEWS, charts_of, draw
from generator.chart.coordinates import to_json
from generator.chart.steps import to_text
from generator.chart.svg import to_standalone_svg, to_svg
from generator.model.drawing import View
from generator.model.flow import Flow
from generator.model.step_key import step_keys
from generator.tests.charts.corpus import numbered_flow
from generator.tests.charts.samples import EVERY_KIND, LICENCE
from generator.tests.strategies import labels

ELEMENTS = set("svg g title desc path rect polygon ellipse text tspan a".split())
HOSTILE = (
    "<script>alert(1)</script>",
    "]]><!--",
    "javascript:alert(1)",
    "\"'&quot;&lt;",
    "x" * 300,
    "{{ 7*7 }}{% raw %}",
    '"><a href="//x.example">',
)


def parsed(svg: str) -> ElementTree.Element:
    """SVG text → its tree."""
    return ElementTree.fromstring(svg)  # noqa: S314  # We wrote this text ourselves.


def all_texts(svg: str) -> str:
    """Every text in an SVG, run together without spaces."""
    return "".join("".join(parsed(svg).itertext()).split())


def hostile_flow(words: str) -> Flow:
    """A flow that says *words* wherever a clerk may write."""
    return Flow.model_validate(
        {
            "名称": words,
            "步骤": [
                {"开始": words, "岗位": words, "时限": words, "材料": [words], "来源": [words]},
                {"判断": words + "？", "分支": {words: "末", words + "二": "未载明"}},
                {"表决": words + "！", "到会": words, "通过": words},
                {"步骤": words + "。", "风险": [{"高": words, "措施": [words], "责任岗位": words}]},
                {"结束": words + "；", "代号": "末"},
            ],
        }
    )


def every_svg(flow: Flow) -> list[str]:
    """A flow → all SVG that we write of it."""
    drawings = [draw(flow, view) for view in VIEWS]
    return [svg for each in drawings for svg in (to_svg(each, "c"), to_standalone_svg(each))]


@pytest.mark.parametrize("flow", [LICENCE, EVERY_KIND, *map(numbered_flow, range(5))])
def test_only_a_few_elements_and_no_style_or_script(flow: Flow) -> None:
    for svg in every_svg(flow):
        for element in parsed(svg).iter():
            assert element.tag.removeprefix("{http://www.w3.org/2000/svg}") in ELEMENTS
            assert not [name for name in element.attrib if name == "style" or name[:2] == "on"]
            assert element.get("href", "#")[0] == "#"


@pytest.mark.parametrize("words", HOSTILE)
def test_a_hostile_label_comes_out_inert_and_verbatim(words: str) -> None:
    for svg in every_svg(hostile_flow(words)):
        assert "".join(words.split()) in all_texts(svg)
        assert not [e for e in parsed(svg).iter() if e.tag.endswith("script")]


DRAWN = (
    "岗位 时限 来源 开始 判断 分支 表决 到会 通过 步骤 流程 等待 结束"
    " 风险点 表现 措施 库 检查方式 频次 责任岗位 责任领导"
).split()
TOLD = (*DRAWN, "材料", "送达文书", "裁量基准", "依据", "说明", "类别")


@pytest.mark.parametrize("words", HOSTILE)
def test_a_hostile_text_comes_out_verbatim_from_every_field(words: str) -> None:
    say = {field: f"{words} {field}" for field in TOLD}
    risk: dict[str, object] = {
        name: say[name] for name in ("表现", "风险点", "类别", "检查方式", "频次")
    }
    risk |= {"等级": "高", "措施": [say["措施"], "库名"]}
    risk |= {name: say[name] for name in ("责任岗位", "责任领导")}
    branches = {say["分支"]: "末", f"{words} 二": "未载明"}
    steps: list[dict[str, object]] = [
        {"开始": say["开始"], "岗位": say["岗位"], "来源": [say["来源"]], "时限": say["时限"]},
        {"判断": say["判断"], "分支": branches, "依据": say["依据"], "说明": say["说明"]},
        {"表决": say["表决"], "到会": say["到会"], "通过": say["通过"]},
        {"步骤": say["步骤"], "材料": [say["材料"]], "送达文书": [say["送达文书"]]},
        {"流程": say["流程"], "用": "x", "裁量": "是", "裁量基准": say["裁量基准"], "风险": [risk]},
        {"等待": say["等待"]},
        {"结束": say["结束"], "代号": "末"},
    ]
    library = {"库名": say["库"]}
    flow = Flow.model_validate({"名称": words, "步骤": steps, "措施库": library})
    risks = to_svg(draw(flow, View.RISK_NARROW), "c")
    told = "".join(to_text(flow).split())

    assert [field for field in DRAWN if "".join(say[field].split()) not in all_texts(risks)] == []
    assert [field for field in TOLD if "".join(say[field].split()) not in told] == []
    assert not [e for e in parsed(risks).iter() if e.tag.endswith("script")]


@given(labels())
def test_any_label_is_drawn_verbatim(words: str) -> None:
    flow = Flow.model_validate({"名称": "流程", "步骤": [{"开始": words}, {"结束": words + "完"}]})

    assert "".join(words.split()) in all_texts(to_svg(draw(flow, View.SPINE), "c"))


def test_drawings_have_no_ids_since_only_one_of_two_is_shown() -> None:
    shown = charts_of(LICENCE, "x-1")
    drawings = (shown.spine_svg, shown.lanes_svg, shown.risk_svg, shown.risk_narrow_svg)

    assert all(drawings)
    assert not [e.attrib for svg in drawings for e in parsed(svg).iter() if e.get("id")]


def test_each_step_links_to_its_line_in_the_step_list() -> None:
    svg = to_svg(draw(LICENCE, View.LANES), "x")
    links = [element for element in parsed(svg).iter() if element.tag.endswith("}a")]

    assert [f"#x-s{key}" for key in step_keys(LICENCE)] == [link.get("href") for link in links]
    seen = [text for text in links[1].itertext() if text.strip()]
    assert links[1].get("aria-label") is None
    assert seen[0] == "2"
    assert "材料齐不齐？" in "".join(seen)


def test_a_drawing_has_a_name_and_a_description() -> None:
    root = parsed(to_svg(draw(LICENCE, View.RISK), "x"))
    title, description = list(root)[:2]

    assert root.get("role") == "group"
    assert title.tag.endswith("}title")
    assert title.text == "占道施工许可：风险防控图"
    assert description.tag.endswith("}desc")
    assert description.text == "共7步，2处判断或表决，1个风险点。文字版见步骤清单。"


def test_levels_differ_in_letter_number_and_shape() -> None:
    risks = [{"高": "甲"}], [{"中": "乙"}], [{"低": "丙"}]
    steps = [{"步骤": f"第{n}", "风险": risk} for n, risk in enumerate(risks)]
    flow = Flow.model_validate({"名称": "流程", "步骤": steps})
    svg = to_svg(draw(flow, View.RISK), "c")

    assert re.findall(r'<(\w+) class="c-risk-\d"[^>]*?( rx="\d+")?/><text[^>]*>(..)<', svg)[:3] == [
        ("polygon", "", "高1"),
        ("rect", "", "中2"),
        ("rect", ' rx="8"', "低3"),
    ]


def test_the_same_flow_gives_the_same_bytes() -> None:
    lines = (
        "from generator.chart import VIEWS, draw, svg",
        "from generator.tests.charts.corpus import numbered_flow",
        "for view in VIEWS: print(svg.to_svg(draw(numbered_flow(1), view), 'c'))",
    )
    command = [sys.executable, "-c", "\n".join(lines)]
    runs = [
        subprocess.run(command, check=True, capture_output=True, env={"PYTHONHASHSEED": seed})
        for seed in ("1", "2")
    ]

    assert runs[0].stdout == runs[1].stdout


def test_json_gives_boxes_and_polylines_in_px() -> None:
    drawing = draw(LICENCE, View.SPINE)
    read = json.loads(to_json(drawing))

    assert read["view"] == "spine"
    assert [box["number"] for box in read["boxes"]] == list(range(1, 8))
    assert read["boxes"][1]["shape"] == "decision"
    assert read["lines"][0]["points"] == [list(point) for point in drawing.lines[0].points]
    assert list(read) == sorted(read)
