"""BPMN files in a program that people use for them: bpmn-js opens, shows and keeps all of it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TypedDict

import pytest
from playwright.sync_api import Browser, Page

from generator.chart.bpmn import to_bpmn
from generator.chart.layout import draw
from generator.load import load
from generator.model.drawing import View
from generator.model.flow import Flow
from generator.tests.charts.bpmn_reading import seen
from generator.tests.charts.corpus import numbered_flow
from generator.tests.conftest import do_without
from generator.tests.load_world import WORLDS
from generator.tests.test_bpmn import ODD, SAMPLES
from generator.tests.test_chart_svg import hostile_flow

CORPUS = 200
OPEN = """async file => {
  const moddle = viewer.get('moddle');
  const read = await viewer.importXML(file);
  const shown = viewer.get('elementRegistry').getAll();
  const holder = document.getElementById('canvas');
  const texts = Object.fromEntries(shown.map(each => {
    const drawn = viewer.get('elementRegistry').getGraphics(each);
    const text = drawn && drawn.querySelector(':scope > .djs-visual > text');
    const box = text && text.getBBox();
    const over = !box || each.type === 'bpmn:Lane' || each.type === 'bpmn:Participant' ? 0 :
      Math.max(box.width - each.width, box.y + box.height - each.height, -box.y - 4);
    return [each.id, [text ? text.textContent : '', over]];
  }));
  const kept = (await viewer.saveXML({format: true})).xml;
  const [before, after] = await Promise.all([file, kept].map(xml => moddle.fromXML(xml)));
  return {
    warnings: [...read.warnings, ...after.warnings].map(String),
    ids: shown.filter(each => each.type !== 'label').map(each => each.id),
    lost: Object.keys(before.elementsById).filter(id => !(id in after.elementsById)),
    texts,
    scripts: holder.querySelectorAll('.viewport :is(script, foreignObject, image, a)').length,
  };
}"""


class Opened(TypedDict):
    """What the program says of a file, and shows of it: for each id its text, and how far out."""

    warnings: list[str]
    ids: list[str]
    lost: list[str]
    texts: dict[str, tuple[str, float]]
    scripts: int


@pytest.fixture(scope="module")
def viewer(browser: Browser, repository: Path) -> Iterator[Page]:
    """A page with an empty canvas of bpmn-js."""
    folder = repository / "requirements/js/node_modules/bpmn-js/dist"
    if not folder.exists():
        do_without("bpmn-js")
    page = browser.new_page(viewport={"width": 1366, "height": 900})
    page.set_content('<!doctype html><meta charset="utf-8"><div id="canvas" style="height:99vh">')
    for sheet in ("diagram-js.css", "bpmn-js.css"):
        page.add_style_tag(path=folder / "assets" / sheet)
    page.add_script_tag(path=folder / "bpmn-navigated-viewer.production.min.js")
    page.evaluate("() => { window.viewer = new BpmnJS({container: '#canvas'}) }")
    yield page
    page.close()


def faults(viewer: Page, flow: Flow) -> list[str]:
    """What the program misses, loses or shows badly."""
    file = to_bpmn(flow, draw(flow, View.LANES), "flow_a")
    opened: Opened = viewer.evaluate(OPEN, file.decode())
    read = seen(file)
    missing = {*read.shapes, *read.lines} - {*opened["ids"]}
    shown = {name: "".join(text.split()) for name, (text, _) in opened["texts"].items()}
    words = {f"step_{n}": step.text for n, step in enumerate(flow.steps, 1)}
    unread = [
        name
        for name, text in words.items()
        if "".join(text.split()) not in (shown[name], shown.get(f"{name}_label"))
    ]
    return [
        *opened["warnings"],
        *(f"{name} is missing" for name in sorted(missing)),
        *(f"{name} is not written on it" for name in unread),
        *(
            f"{name} is too small for its text"
            for name, (_, out) in opened["texts"].items()
            if out > 2
        ),
        *(f"{name} is lost in saving" for name in opened["lost"]),
        *(["what is no drawing"] if opened["scripts"] else []),
    ]


def test_every_flow_opens_without_a_warning_and_completely(viewer: Page, repository: Path) -> None:
    districts = [load(root)[0] for root in (WORLDS / "full", WORLDS / "minimal", repository)]
    found = [flow for each in districts if each for flow in each.flows.values()]
    assert len(found) > 60

    wrong = {
        number: faults(viewer, flow)
        for number, flow in enumerate((*SAMPLES, *found, *map(numbered_flow, range(CORPUS))))
    }
    assert {number: told for number, told in wrong.items() if told} == {}


def test_hostile_words_are_shown_as_they_are_and_do_nothing(viewer: Page) -> None:
    told: list[str] = []
    viewer.on("dialog", lambda dialog: told.append(dialog.message))
    plain = [words for words in ODD if "\x00" not in words]

    assert {words: wrong for words in plain if (wrong := faults(viewer, hostile_flow(words)))} == {}
    assert told == []
