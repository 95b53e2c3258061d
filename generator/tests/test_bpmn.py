"""A flow as BPMN 2.0: valid by the published schema, complete, and drawn without a fault."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from lxml import etree

from generator.chart.bpmn import to_bpmn
from generator.chart.layout import draw
from generator.model.drawing import View
from generator.model.flow import Flow
from generator.tests.charts.bpmn_reading import MODEL, SeenFile, faults, seen
from generator.tests.charts.corpus import numbered_flow
from generator.tests.charts.samples import EVERY_KIND, LICENCE
from generator.tests.conftest import do_without
from generator.tests.hostile import HOSTILE, VERBATIM
from generator.tests.strategies import flows, labels
from generator.tests.test_chart_svg import hostile_flow
from generator.tests.test_exchange import school_bus

ODD = (*HOSTILE, *VERBATIM, "x" * 300, "坏\x0b字\x00", "一行\n两行\t三", "]]>", "末尾\\")
SAMPLES = (LICENCE, EVERY_KIND, school_bus())


def written(flow: Flow) -> bytes:
    """A flow → its file."""
    return to_bpmn(flow, draw(flow, View.LANES), "flow_a")


@pytest.fixture(scope="module")
def schema(repository: Path) -> etree.XMLSchema:
    """The schema of BPMN 2.0, as it comes with the reader that tests use."""
    file = repository / "requirements/js/node_modules/bpmn-moddle/resources/bpmn/xsd/BPMN20.xsd"
    if not file.exists():
        do_without("bpmn-moddle")
    return etree.XMLSchema(etree.parse(file))


def kinds(file: SeenFile, kind: str) -> list[str]:
    """The ids of all elements of a kind."""
    return [name for name, each in file.kinds.items() if each == kind]


def test_every_flow_is_valid_by_the_schema(schema: etree.XMLSchema) -> None:
    for flow in (*SAMPLES, *map(numbered_flow, range(60)), *map(hostile_flow, ODD)):
        schema.assertValid(etree.fromstring(written(flow)))


@settings(max_examples=40)
@given(flows())
def test_no_symbol_line_or_label_is_in_the_way_of_another(flow: Flow) -> None:
    assert faults(seen(written(flow))) == []


@pytest.mark.parametrize("flow", SAMPLES)
def test_the_samples_are_drawn_without_fault(flow: Flow) -> None:
    assert faults(seen(written(flow))) == []


def test_a_fault_would_be_seen() -> None:
    text = written(EVERY_KIND).decode()
    at = text.index('<dc:Bounds x="', text.index('bpmnElement="step_7"')) + len('<dc:Bounds x="')
    moved = seen(f"{text[:at]}9{text[at + 1 :]}".encode())

    assert "step_7_to_step_7_split does not end on step_7" in faults(moved)
    assert "way_6_1 does not end on step_7" in faults(moved)


def test_each_kind_of_step_has_its_symbol() -> None:
    file = seen(written(EVERY_KIND))

    assert kinds(file, "startEvent") == ["step_1"]
    assert kinds(file, "endEvent") == ["step_14", "step_15"]
    assert kinds(file, "terminateEventDefinition") == ["step_15_terminates"]
    assert kinds(file, "receiveTask") == ["step_5"]
    assert kinds(file, "callActivity") == ["step_8"]
    assert kinds(file, "parallelGateway") == ["step_9_split", "step_12_join"]
    assert kinds(file, "exclusiveGateway") == ["step_3", "step_7_split", "step_13"]
    assert kinds(file, "userTask") == [f"step_{n}" for n in (2, 4, 6, 7, 9, 10, 11, 12)]
    assert kinds(file, "textAnnotation") == ["unstated_3_1", "unstated_13_1", "shared_12_1"]
    drawn = ("Event", "Task", "Activity", "Gateway", "textAnnotation", "lane", "participant")
    assert set(file.shapes) == {name for name, kind in file.kinds.items() if kind.endswith(drawn)}
    assert set(file.lines) == {*kinds(file, "sequenceFlow"), *kinds(file, "association")}


def test_a_start_that_cases_come_back_to_is_an_event_and_a_task() -> None:
    file = seen(written(LICENCE))

    assert kinds(file, "startEvent") == ["step_1_start"]
    assert file.ends["step_1_start_to_step_1"] == ("step_1_start", "step_1")
    assert file.ends["way_3_1"] == ("step_3", "step_1")


def test_the_file_says_everything_that_the_flow_says_but_no_remark() -> None:
    flow = school_bus()
    root = etree.fromstring(written(flow))
    told = "\n".join(
        (*root.itertext(), *(each for one in root.iter() for each in one.attrib.values()))
    )
    said = [text.content for path, text in flow.source.texts() if path[-1] != "备注"]
    plain = set("不计入 开始 步骤 判断 结束 是 双人核查 xiaoche-jiu".split()) | {
        "xiao che xu ke liu cheng"
    }
    codes = {step.code for step in flow.steps} | plain

    assert [text for text in said if str(text) not in told and text not in codes] == ["2026-11-03"]
    assert "两路到齐再走" not in told


def test_every_step_lies_in_the_lane_of_its_post() -> None:
    root = etree.fromstring(written(LICENCE))
    lanes = {
        lane.get("name"): [ref.text for ref in lane.iter(f"{MODEL}flowNodeRef")]
        for lane in root.iter(f"{MODEL}lane")
    }

    assert lanes == {
        "申请人": ["step_1_start", "step_1"],
        "窗口": ["step_2", "step_3", "step_4", "step_6"],
        "科长": ["step_5", "step_7"],
    }


def test_a_step_without_post_lies_in_a_lane_that_says_so() -> None:
    flow = Flow.model_validate({"名称": "流程", "步骤": [{"开始": "来"}, {"结束": "完"}]})

    assert 'name="未写明岗位"' in written(flow).decode()


@given(labels())
def test_any_label_is_there_word_for_word(words: str) -> None:
    flow = Flow.model_validate(
        {"名称": words, "步骤": [{"开始": words, "岗位": words}, {"结束": "完"}]}
    )
    root = etree.fromstring(written(flow))

    names = [each.get("name") for each in root.iter() if each.get("name")]
    assert names == [words, words, words, words, "完"]


@pytest.mark.parametrize("words", ODD)
def test_hostile_words_are_there_word_for_word(words: str) -> None:
    root = etree.fromstring(written(hostile_flow(words)))
    shown = "".join("\ufffd" if sign in "\x0b\x00" else sign for sign in words)

    assert [each.get("name") for each in root.iter(f"{MODEL}startEvent")] == [shown]
    assert [each.get("name") for each in root.iter(f"{MODEL}lane")] == [shown]


def test_ids_are_ascii_and_stand_once() -> None:
    root = etree.fromstring(written(hostile_flow("代号 1")))
    ids = [each.get("id") for each in root.iter() if each.get("id")]

    assert len(set(ids)) == len(ids)
    assert all(each.isascii() and each.replace("_", "a").isalnum() for each in ids)


def test_the_same_flow_gives_the_same_bytes() -> None:
    lines = (
        "from generator.tests.test_bpmn import written",
        "from generator.tests.charts.corpus import numbered_flow",
        "print(written(numbered_flow(1)))",
    )
    command = [sys.executable, "-c", "\n".join(lines)]
    runs = [
        subprocess.run(command, check=True, capture_output=True, env={"PYTHONHASHSEED": seed})
        for seed in ("1", "2")
    ]

    assert runs[0].stdout == runs[1].stdout
